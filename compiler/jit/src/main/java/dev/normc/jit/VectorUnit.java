package dev.normc.jit;

import dev.normc.runtime.math.VectorSupport;
import java.util.concurrent.atomic.AtomicBoolean;

/** What this JVM offers of {@code jdk.incubator.vector}, which it has only where it was started with that module. */
final class VectorUnit {
    static final String MODULE = VectorSupport.MODULE;

    private static final String HINT = "normc.hint";

    private static final AtomicBoolean HINTED = new AtomicBoolean();

    private static final int NARROWEST = 128;

    private VectorUnit() {}

    /** Whether the JVM was started with the module. */
    static boolean isPresent() {
        return VectorSupport.isPresent();
    }

    /** Says once, in one line, what would make kernels faster, where that is so. */
    static void hint() {
        if (!isPresent()
                && Boolean.parseBoolean(System.getProperty(HINT, "true"))
                && HINTED.compareAndSet(false, true)) {
            System.err.println("normc: kernels run several times faster with `java --add-modules " + MODULE
                    + "` (this line: -D" + HINT + "=false)");
        }
    }

    /** Width of the vectors that this machine works with best, in bits; 0 where there are none of use. */
    static int bits() {
        if (!isPresent()) {
            return 0;
        }
        try {
            // Not a reference of this class: it must load where the module is not.
            Object species = Class.forName("jdk.incubator.vector.DoubleVector")
                    .getField("SPECIES_PREFERRED")
                    .get(null);
            int bits = (int) Class.forName("jdk.incubator.vector.VectorSpecies")
                    .getMethod("vectorBitSize")
                    .invoke(species);
            return bits < NARROWEST ? 0 : Integer.highestOneBit(Math.min(bits, 512));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(MODULE + " is not as it was up to JDK 25", e);
        }
    }
}
