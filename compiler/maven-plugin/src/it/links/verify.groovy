def log = new File(basedir, 'build.log').text
def link = new File(basedir, 'target/generated-sources/norm/com')
assert log.contains("${link}: error: a symbolic link where generated files go: delete it")
assert new File(basedir, 'outside').list().length == 0
