def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
def pom = new File(basedir, 'pom.xml')

// The messages contain what the profiles have, line by line.
def pasted = (pom.text =~ /(?s)<plugins>\n(<plugin>.*?\n<\/plugin>\n)/).collect { it[1] }
assert pasted.size() == 2
pasted.each { assert log.contains(it) }
def line = pom.readLines().findIndexOf { it.contains('<vector>true') }
def column = pom.readLines()[line].indexOf('true') + 1
def message = "[ERROR] ${pom}:${line + 1}:${column}: error: vectors need `--add-modules jdk.incubator.vector` when they are compiled, "
assert log.count(message + 'which no execution of maven-compiler-plugin passes: ') == 2
assert !log.contains('\tat ')

def services = new File(basedir, 'target/classes/META-INF/services/dev.normc.runtime.NormKernel').readLines()
assert services.findAll { !it.startsWith('#') } == ['com.acme.LayerNorm77']

def jars = []
new File(localRepositoryPath, 'dev/normc/normc-runtime').eachFileRecurse { if (it.name.endsWith('.jar')) { jars << it } }
def path = [new File(basedir, 'target/vector-1.jar'), jars[0]].join(File.pathSeparator)
def java = { String... options ->
    def command = [new File(System.getProperty('java.home'), 'bin/java').path, *options, '-cp', path, 'com.acme.Main']
    def run = command.execute()
    def output = new StringBuffer()
    def errors = new StringBuffer()
    run.waitForProcessOutput(output, errors)
    [output.toString().trim(), errors.toString()]
}
def module = '--add-modules=jdk.incubator.vector'

def (plain, plainErrors) = java('-verbose:class')
assert plain.contains('plain, the same bits') : plainErrors
assert !plain.contains('LayerNorm77Vector')

def (interpreted, interpretedErrors) = java('-verbose:class', module, '-Xint')
assert interpreted.contains('plain, the same bits') : interpretedErrors
assert !interpreted.contains('LayerNorm77Vector')

// Where the machine has no vectors of 128 bits or more, plain Java serves there, too.
def (vectors, vectorErrors) = java(module)
def machine = System.getProperty('os.arch') in ['amd64', 'x86_64', 'aarch64']
assert vectors == (machine ? 'vectors, the same bits' : 'plain, the same bits') : vectorErrors
assert !vectorErrors.contains('Exception')
