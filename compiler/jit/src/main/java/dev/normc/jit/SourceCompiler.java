package dev.normc.jit;

import java.util.Map;

/** Java text to class files. */
interface SourceCompiler {

    /**
     * Compiles one class.
     *
     * @param className qualified name
     * @return class files by qualified name
     * @throws KernelCompileException if the text does not compile; that is a defect of the generator, or a norm too large
     */
    Map<String, byte[]> compile(String className, String java);
}
