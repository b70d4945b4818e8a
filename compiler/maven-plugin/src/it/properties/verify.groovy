def log = new File(basedir, 'build.log').text
def spare = new File(basedir, 'src/main/norm/spare.norm')
def warning = "${spare}: warning: no `<kernel>` names this specification"
// Wherever the specification is among those that are looked for and no kernel names it.
assert log.count("[WARNING] ${warning}") == 6
assert log.contains("on project properties: ${warning}")
assert log.contains('normc is skipped')
assert log.contains("pom.xml:14:7: error: no specification in `${new File(basedir, 'src/nowhere')}` and no `<kernel>`")
assert (log =~ /normc: (\d.*)/).collect { it[1] } == [
    '0 kernels, 0 compiled, 0 files changed',
    '0 kernels, 0 compiled, 0 files changed',
    '1 kernel, 1 compiled, 2 files changed',
    '0 kernels, 0 compiled, 1 file changed',
    '1 kernel, 1 compiled, 2 files changed',
    '2 kernels, 2 compiled, 2 files changed',
]
assert log.contains('normc:generate') && log.contains('failOnMissingSources (Default: false)')

def kernels = new File(basedir, 'target/generated-sources/norm/com/acme')
assert kernels.list().sort() == ['LayerNorm_N_5_f64.java', 'Spare_3_7_f64.java']
def text = new File(kernels, 'Spare_3_7_f64.java').text
assert text.contains('void infer(') && text.contains('void backwardFrozen(') && !text.contains('void forward(')
def services = 'META-INF/services/dev.normc.runtime.NormKernel'
assert new File(basedir, "target/generated-resources/norm/${services}").readLines().every { it.startsWith('#') }

// Other folders, one of them outside that of the build; wrong values; tests.
def fast = new File(basedir, 'generated/org/other/LayerNorm_N_5_f32_fast.java').text
assert fast.contains('package org.other;') && fast.contains('float')
assert new File(basedir, "target/lists/${services}").readLines().last() == 'org.other.LayerNorm_N_5_f32_fast'
assert log.contains('-Dnormc.vector: error: vectors need `--add-modules jdk.incubator.vector`')
assert log.contains('-Dnormc.kernels: error[N0403]: the zoo has no norm `LayerNrm`')
assert new File(basedir, 'target/tests/com/acme/Tested_2_3_f32.java').file
assert new File(basedir, "target/test-lists/${services}").file

// Where sources are, nothing is written or deleted.
def sources = new File(basedir, 'src/main/java')
assert log.contains("-Dnormc.outputDirectory: error: output is written to and deleted from `${sources}`, but that folder and `")
assert new File(sources, 'com/acme').list() == ['Handwritten.java'] as String[]
