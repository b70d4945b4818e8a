// The project that the page for users shows, file by file.
def page = new File(basedir, '../../../../../grammar/docs/maven.md').getText('UTF-8')
def files = (page =~ /(?s)`([^`\n]+)`:\n\n```\w*\n(.*?)```\n/).collect { [it[1], it[2]] }
assert files*.first() == ['pom.xml', 'src/main/norm/layer_norm.norm', 'src/main/java/com/acme/Main.java']
files.each { name, text ->
    def file = new File(basedir, name)
    file.parentFile.mkdirs()
    file.setText(text, 'UTF-8')
}
return true
