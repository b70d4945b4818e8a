package dev.normc.jit;

import dev.normc.runtime.NormKernel;
import java.util.Map;
import java.util.Set;

/**
 * Holds the class of one kernel, so that it is unloaded together with it.
 *
 * <p>The class is checked before it is defined, and this loader finds nothing but what the check allows: a name that got
 * past the one ends at the other.
 */
final class KernelLoader extends ClassLoader {
    /**
     * What the JVM itself asks for: its verifier, to see whether what is thrown can be, and up to Java 17 the accessors
     * that reflection makes of a method that is called often, which unbox arguments and wrap exceptions.
     */
    private static final Set<String> OF_THE_JVM = Set.of(
            "java.lang.Throwable",
            "jdk.internal.reflect.MethodAccessorImpl",
            "jdk.internal.reflect.ConstructorAccessorImpl",
            "java.lang.reflect.InvocationTargetException",
            "java.lang.IllegalArgumentException",
            "java.lang.NullPointerException",
            "java.lang.ClassCastException",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Float");

    private final String className;

    KernelLoader(String className) {
        super(KernelApiLoader.INSTANCE);
        this.className = className;
    }

    /**
     * Defines a kernel's class and makes the kernel.
     *
     * @throws RefusedClassException if there are other classes, or this one is no kernel: nothing has been defined then; or
     *     if the JVM refuses it
     */
    static NormKernel load(String className, Map<String, byte[]> classes) {
        if (!classes.keySet().equals(Set.of(className))) {
            throw new RefusedClassException(className, "the classes compiled with it are " + classes.keySet());
        }
        byte[] bytes = classes.get(className);
        ClassCheck.require(className, bytes);
        try {
            Class<?> type = new KernelLoader(className).define(bytes);
            return (NormKernel) type.getDeclaredConstructor().newInstance();
        } catch (LinkageError e) {
            throw new RefusedClassException(className, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class " + className + " cannot be used", e);
        }
    }

    Class<?> define(byte[] bytes) {
        return defineClass(className, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(className) || OF_THE_JVM.contains(name) || KernelApi.hasClass(name.replace('.', '/'))) {
            return super.loadClass(name, resolve);
        }
        throw new ClassNotFoundException(name + " is nothing that a kernel uses");
    }
}
