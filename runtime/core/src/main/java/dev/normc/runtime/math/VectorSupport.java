package dev.normc.runtime.math;

/** Whether this JVM was started with the module {@value #MODULE}. */
public final class VectorSupport {
    /** What {@code --add-modules} must name. */
    public static final String MODULE = "jdk.incubator.vector";

    private VectorSupport() {}

    /** Whether {@code dev.normc.runtime.vector.VectorMath} may be used; without the module it cannot be loaded. */
    public static boolean isPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }
}
