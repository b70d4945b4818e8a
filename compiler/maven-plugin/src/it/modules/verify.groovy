['first', 'second', 'third'].each { module ->
    assert new File(basedir, "${module}/target/generated-sources/norm/com/acme/${module}").list().length == 4
}
def log = new File(basedir, 'build.log').text
assert log.contains('no specification in')
assert !log.contains('not marked')
