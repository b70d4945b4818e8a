package dev.normc.jit;

import java.util.Map;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Compiles with Janino, in memory. */
final class JaninoCompiler implements SourceCompiler {
    /** Janino's default is Java 6; static calls and stack maps as HotSpot wants them need 8. */
    private static final int CLASS_FILE_TARGET = 8;

    @Override
    public Map<String, byte[]> compile(String className, String java, int release) {
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(KernelApiLoader.INSTANCE);
        compiler.setTargetVersion(CLASS_FILE_TARGET);
        compiler.setDebuggingInformation(true, true, true);
        try {
            compiler.cook(className.substring(className.lastIndexOf('.') + 1) + ".java", java);
        } catch (CompileException | RuntimeException e) {
            // Janino reports what exceeds a class file's limits as unchecked exceptions.
            throw new KernelCompileException(String.valueOf(e.getMessage()), e);
        }
        return compiler.getBytecodes();
    }
}
