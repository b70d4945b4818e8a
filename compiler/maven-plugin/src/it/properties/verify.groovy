def log = new File(basedir, 'build.log').text
def spare = new File(basedir, 'src/main/norm/spare.norm')
def warning = "${spare}: warning: no `<kernel>` names this specification"
assert log.count("[WARNING] ${warning}") == 2
assert log.contains("on project properties: ${warning}")
assert log.contains('normc is skipped')
assert log.contains("pom.xml: error: no specification in `${new File(basedir, 'src/nowhere')}` and no `<kernel>`")
assert (log =~ /normc: (\d.*)/).collect { it[1] } == [
    '0 kernels, 0 compiled, 0 files changed',
    '0 kernels, 0 compiled, 0 files changed',
    '2 kernels, 2 compiled, 2 files changed',
]
assert log.contains('normc:generate') && log.contains('failOnMissingSources (Default: false)')

def kernels = new File(basedir, 'target/generated-sources/norm/com/acme')
assert kernels.list().sort() == ['LayerNorm_N_5_f64.java', 'Spare_3_7_f64.java']
def text = new File(kernels, 'Spare_3_7_f64.java').text
assert text.contains('void infer(') && text.contains('void backwardFrozen(') && !text.contains('void forward(')
assert !new File(basedir, 'target/generated-resources/norm/META-INF').exists()
