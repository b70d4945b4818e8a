package dev.normc.jit;

import dev.normc.runtime.math.VectorSupport;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once, in one line, what would make kernels faster, where that is so. */
final class VectorHint {
    private static final String PROPERTY = "normc.hint";

    private static final AtomicBoolean HINTED = new AtomicBoolean();

    private VectorHint() {}

    static void print() {
        if (!VectorSupport.isPresent()
                && Boolean.parseBoolean(System.getProperty(PROPERTY, "true"))
                && HINTED.compareAndSet(false, true)) {
            System.err.println("normc: kernels run several times faster with `java --add-modules "
                    + VectorSupport.MODULE + "` (this line: -D" + PROPERTY + "=false)");
        }
    }
}
