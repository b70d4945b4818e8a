package dev.normc.jit;

import dev.normc.runtime.NormKernel;

/** What a kernel can see: the platform's {@code java.lang} and the kernel API, and nothing of the application. */
final class KernelApiLoader extends ClassLoader {
    static final KernelApiLoader INSTANCE = new KernelApiLoader();

    private KernelApiLoader() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.normc.runtime.")) {
            return Class.forName(name, false, NormKernel.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
