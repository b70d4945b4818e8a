package dev.normc.runtime.math;

/** What this JVM offers of the module {@value #MODULE}, which it has only where it was started with it. */
public final class VectorSupport {
    /** What {@code --add-modules} must name. */
    public static final String MODULE = "jdk.incubator.vector";

    private static final int NARROWEST = 128;
    private static final int WIDEST = 512;

    private VectorSupport() {}

    /** Whether {@code dev.normc.runtime.vector.VectorMath} may be used; without the module it cannot be loaded. */
    public static boolean isPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** Width of the vectors that a kernel may go over to by itself, in bits; 0 where that would make it slower. */
    public static int worthwhileBits() {
        return compilesVectors(System.getProperty("java.vm.info", "")) ? bits() : 0;
    }

    /**
     * Whether a JVM that says so of itself compiles vector operations to instructions: HotSpot does with its second
     * compiler, not in its interpreter and not where only the first one is on, as with {@code -XX:TieredStopAtLevel=1}.
     */
    static boolean compilesVectors(String vmInfo) {
        return vmInfo.startsWith("mixed mode") && !vmInfo.contains("emulated-client");
    }

    /** Width of the vectors that this machine works with best, 128, 256 or 512 bits; 0 where there are none of use. */
    public static int bits() {
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
            return bits < NARROWEST ? 0 : Integer.highestOneBit(Math.min(bits, WIDEST));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(MODULE + " is not as it was up to JDK 25", e);
        }
    }
}
