import java.nio.file.Files

// Somebody has put a link where a package will be.
def outside = new File(basedir, 'outside')
def output = new File(basedir, 'target/generated-sources/norm')
outside.mkdirs()
output.mkdirs()
Files.createSymbolicLink(new File(output, 'com').toPath(), outside.toPath())
true
