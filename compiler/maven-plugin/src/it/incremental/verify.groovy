def log = new File(basedir, 'build.log').text
assert (log =~ /normc: (.*)/).collect { it[1] } == [
    '2 kernels, 2 compiled, 3 files changed',
    '2 kernels, 0 compiled, 0 files changed',
    '2 kernels, 1 compiled, 1 file changed',
    '1 kernel, 1 compiled, 3 files changed',
]
def sources = new File(basedir, 'target/generated-sources/norm/com/acme')
assert sources.list() == ['Layer.java'] as String[]
assert new File(sources, 'Layer.java').text.contains('1.0E-5')
def services = new File(basedir, 'target/classes/META-INF/services/dev.normc.runtime.NormKernel')
assert services.readLines().findAll { !it.startsWith('#') } == ['com.acme.Layer']
assert !new File(basedir, 'target/classes/com/acme/gone/Batch.class').exists()
