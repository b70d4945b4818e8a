package dev.normc.jit;

import dev.normc.runtime.NormKernel;
import java.util.Map;

/** Holds the classes of one kernel, so that they are unloaded together with it. */
final class KernelLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    private KernelLoader(Map<String, byte[]> classes) {
        super(KernelApiLoader.INSTANCE);
        this.classes = classes;
    }

    /** Defines a kernel's classes and makes the kernel. */
    static NormKernel load(String className, Map<String, byte[]> classes) {
        try {
            Class<?> type = new KernelLoader(classes).loadClass(className);
            return (NormKernel) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class " + className + " cannot be used", e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
