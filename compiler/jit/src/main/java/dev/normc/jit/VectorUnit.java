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

    /** Width of the vectors that a kernel may go over to by itself, in bits; 0 where that would make it slower. */
    static int worthwhileBits() {
        return compilesVectors(System.getProperty("java.vm.info", "")) ? bits() : 0;
    }

    /**
     * Whether a JVM that says so of itself compiles vector operations to instructions: HotSpot does with its second
     * compiler, not in its interpreter and not where only the first one is on, as with {@code -XX:TieredStopAtLevel=1}.
     */
    static boolean compilesVectors(String vmInfo) {
        return vmInfo.startsWith("mixed mode") && !vmInfo.contains("emulated-client");
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
