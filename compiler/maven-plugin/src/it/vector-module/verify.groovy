def jars = []
new File(localRepositoryPath, 'dev/normc/normc-runtime').eachFileRecurse { if (it.name.endsWith('.jar')) { jars << it } }
def path = [new File(basedir, 'target/vector-module-1.jar'), jars[0]].join(File.pathSeparator)
def java = { String... options ->
    def command = [new File(System.getProperty('java.home'), 'bin/java').path, *options, '-p', path, '-m', 'com.acme.norms/com.acme.Main']
    def run = command.execute()
    def output = new StringBuffer()
    def errors = new StringBuffer()
    run.waitForProcessOutput(output, errors)
    [output.toString().trim(), errors.toString()]
}

def (plain, plainErrors) = java()
assert plain == 'plain, the same bits' : plainErrors

// Where the machine has no vectors of 128 bits or more, plain Java serves there, too.
def (vectors, vectorErrors) = java('--add-modules=jdk.incubator.vector')
def machine = System.getProperty('os.arch') in ['amd64', 'x86_64', 'aarch64']
assert vectors == (machine ? 'vectors, the same bits' : 'plain, the same bits') : vectorErrors
