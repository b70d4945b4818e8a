package dev.normc.jit;

import java.util.Map;

/** Java text to class files. */
interface SourceCompiler {
    /** The oldest Java that kernels are for. */
    int OLDEST = 17;

    /**
     * Compiles one class.
     *
     * @param className qualified name
     * @param release the first Java that has what the text uses
     * @return class files by qualified name
     * @throws KernelCompileException if the text does not compile; that is a defect of the generator, or a norm too large
     */
    Map<String, byte[]> compile(String className, String java, int release);

    /** The same for text that Java 17 takes. */
    default Map<String, byte[]> compile(String className, String java) {
        return compile(className, java, OLDEST);
    }
}
