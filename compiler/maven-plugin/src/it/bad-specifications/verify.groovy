def log = new File(basedir, 'build.log').text
def folder = new File(basedir, 'src/main/norm')
def layer = new File(folder, 'layer.norm')
def second = new File(folder, 'sub/second.norm')

// File, line and column first, then the excerpt.
assert log.contains("[ERROR] ${layer}:3:13: error[N0201]: ")
assert log.contains('3 |     reduce  Q')
assert log.contains('help: normc explain N0201')
assert log.contains("[ERROR] ${second}:4:18: error[N0102]: ")
// Latin-1: an error of the first letter that is no UTF-8.
assert log.contains("[ERROR] ${new File(folder, 'latin.norm')}:2:4: error: not UTF-8 text: save the specification as UTF-8")
// The last words of Maven begin with the first of them.
assert log =~ /normc-maven-plugin:[^:]+:generate \(default\) on project bad-specifications: .*latin\.norm:2:4: error: not UTF-8/
assert !log.contains('\tat ') && !log.contains('Exception:')

// A wrong build writes nothing, not even the kernel that is fine.
assert !new File(basedir, 'target/generated-sources').exists()
