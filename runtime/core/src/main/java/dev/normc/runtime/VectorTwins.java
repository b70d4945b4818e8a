package dev.normc.runtime;

import dev.normc.runtime.math.VectorSupport;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the {@link VectorTwin} of a generated kernel. */
final class VectorTwins {
    private static final int WIDEST = 512;
    private static final int NARROWEST = 128;

    /** One kernel for each class, which goes when the class does: a warm-up is not begun again at every look-up. */
    private static final ClassValue<AtomicReference<NormKernel>> KERNELS = new ClassValue<>() {
        @Override
        protected AtomicReference<NormKernel> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private VectorTwins() {}

    /**
     * A kernel that goes over to the widest twin that suits this JVM; the plain one where there is none. The twin's class is
     * not looked for where the module is not, and made only when the kernel is in use.
     */
    static NormKernel over(NormKernel plain) {
        AtomicReference<NormKernel> kernel = KERNELS.get(plain.getClass());
        if (kernel.get() == null) {
            kernel.compareAndSet(null, over(plain, VectorSupport.worthwhileBits()));
        }
        return kernel.get();
    }

    /** @param most width of the widest vectors of use, in bits */
    static NormKernel over(NormKernel plain, int most) {
        for (int bits = WIDEST; bits >= NARROWEST; bits /= 2) {
            if (bits <= most) {
                String name = plain.getClass().getName() + VectorTwin.SUFFIX + bits;
                try {
                    Class<?> twin = Class.forName(name, false, plain.getClass().getClassLoader());
                    if (VectorTwin.class.isAssignableFrom(twin)) {
                        return new WarmingKernel(plain, () -> made(twin.asSubclass(VectorTwin.class), plain));
                    }
                } catch (ClassNotFoundException | LinkageError none) {
                    // A narrower one, or plain Java.
                }
            }
        }
        return plain;
    }

    private static VectorTwin made(Class<? extends VectorTwin> type, NormKernel plain) {
        try {
            VectorTwin twin = type.getConstructor().newInstance();
            if (twin.signature() != plain.signature()) {
                throw new NormcException("`" + type.getName() + "` is not of the same build as the kernel beside it");
            }
            return twin;
        } catch (ReflectiveOperationException e) {
            throw new NormcException(
                    "`" + type.getName() + "` cannot be made: export its package to dev.normc.runtime", e);
        }
    }
}
