def log = new File(basedir, 'build.log').text
def pom = new File(basedir, 'pom.xml')
def lines = pom.readLines()

// The line and the column of a value are named; where several kernels have it, those of the one that is wrong.
def place = { int line, String value -> "${pom}:${line + 1}:${lines[line].indexOf(value) + 1}" }
def at = { String value -> place(lines.findIndexOf { it.contains(value) }, value) }
def last = { String value -> place(lines.findLastIndexOf { it.contains(value) }, value) }
def folder = new File(basedir, 'src/main/norm')
[
    at('../outside.norm') + ": error: specification `../outside.norm` is not a path below `${folder}`",
    at('/etc/absolute.norm') + ": error: specification `/etc/absolute.norm` is not a path below `${folder}`",
    at('absent.norm') + ": error: there is no specification `absent.norm` in `${folder}`",
    at('LayerNrm') + ': error[N0403]: the zoo has no norm `LayerNrm`',
    at('../../Evil') + ': error: `className` ../../Evil cannot be generated: ',
    at('/tmp/Evil') + ': error: `className` /tmp/Evil cannot be generated: ',
    at('com.acme.class') + ': error: `className` com.acme.class cannot be generated: `class` is a word of Java',
    at('com.acme.record') + ': error: `className` com.acme.record cannot be generated: `record` is a word of Java',
    at('java.lang.Layer') + ': error: `className` java.lang.Layer cannot be generated: the package `java` is not yours',
    at('dev.normc.runtime.Layer') + ': error: `className` dev.normc.runtime.Layer cannot be generated: the package',
    at('com.acme.aux.Layer') + ': error: `className` com.acme.aux.Layer cannot be generated: `aux` is a device',
    at('com.acme.Math') + ': error: `className` com.acme.Math cannot be generated: it hides `java.lang.Math`',
    at('com.acme.CaseLess') + ": error: class com.acme.CaseLess: `class com.acme.CaseLess` and `class com.acme.Caseless` differ in case alone",
    last('com.acme.Twice') + ": error: class com.acme.Twice: two kernels are of this class",
    at('com.acme.Outer.Inner') + ": error: class com.acme.Outer.Inner: `package com.acme.Outer` and `class com.acme.Outer` need one file",
    at('com.acme.Handwritten') + ": error: class com.acme.Handwritten: `${new File(basedir, 'src/main/java/com/acme/Handwritten.java')}` is that class already: give kernel `layer.norm`",
    at('sideways') + ": error: there is no entry `sideways`: write some of `forward`, `infer`",
    at('<entries>backward') + ": error: entry `backward` needs `forward`, whose results it reads",
    at('float8') + ": error: `dtype` float8 is no storage: write `f32`, `f64`",
    at('Nowhere') + ": error[N0401]: the file declares no norm `Nowhere`",
    at('Q=11') + ': error[N0303]: ',
    at('com.acme.Several') + ': error: `className` com.acme.Several stands for several kernels',
    place(lines.findIndexOf { it.contains('Without a specification') } - 1, '<kernel>') + ": error: a kernel without `spec`",
    at('<shpe>') + ": error: `<shpe>` is no part of a kernel",
    at('<kernal>') + ": error: `<kernal>` stands among the kernels",
    at('<name>') + ": error: `<name>` stands in `<zoo>`",
    at('<shap>') + ": error: `<shap>` stands in `<shapes>`",
    at('<kernls/>') + ": warning: `<kernls>` is no parameter of normc-maven-plugin",
    '  = hint: did you mean `<shape>`?',
    '  = hint: did you mean `<kernels>`?',
    '  = hint: write `<norm>`',
].each { assert log.contains(it) }
// Nothing of all that is left to Maven to say.
assert !log.contains('Cannot find') && !log.contains('\tat ') && !log.contains('Exception:')
assert !new File(basedir, 'target/generated-sources').exists()
assert !new File(basedir, 'target/Evil.java').exists() && !new File('/tmp/Evil.java').exists()
