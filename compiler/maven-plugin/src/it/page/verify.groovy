def jars = []
new File(localRepositoryPath, 'dev/normc/normc-runtime').eachFileRecurse { if (it.name.endsWith('.jar')) { jars << it } }
def path = [new File(basedir, 'target/classes'), jars[0]].join(File.pathSeparator)
def run = [new File(System.getProperty('java.home'), 'bin/java').path, '-cp', path, 'com.acme.Main'].execute()
run.waitFor()
// The same digits everywhere: kernels have the same bits on every machine.
assert run.text.trim() == '27.588888 5.8161335' : run.err.text
