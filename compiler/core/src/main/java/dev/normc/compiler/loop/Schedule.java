package dev.normc.compiler.loop;

/**
 * The choices that shape the code of a kernel. {@code lanes}, {@code spanBlock} and {@code rowBlock} also fix the
 * summation tree, so a back end must keep them; the others change no bit.
 *
 * @param lanes logical accumulators of a reduction along the innermost axis; a power of two
 * @param spanBlock elements of a span that are summed plainly before the total is compensated; a multiple of lanes
 * @param rowBlock rows that are summed plainly, element by element, before the total is compensated
 * @param liveAccumulators accumulators that a scalar back end keeps in registers at once
 * @param unrollBytes bytecodes up to which a whole span is written out
 * @param methodBytes bytecodes of a method at most; HotSpot compiles none above 8000
 * @param stage elements that are widened to f64 in a loop of their own before the arithmetic of a loop that writes, and
 *     rounded in another; 0 for none
 */
public record Schedule(
        int lanes, int spanBlock, int rowBlock, int liveAccumulators, int unrollBytes, int methodBytes, int stage) {

    /** What kernels are made with where nothing is known of the machine. */
    public static final Schedule DEFAULT = new Schedule(16, 1024, 64, 16, 1200, 7000, 512);

    /** Java releases from here on convert between float and double without waiting for the register's old value. */
    private static final int FREE_CONVERSIONS = 25;

    /**
     * The schedule for kernels that run in this process; its bits are those of {@link #DEFAULT}.
     *
     * <p>C2 of JDK 17 makes a conversion wait for whatever its target register held before, so that a loop which converts
     * and computes runs at the latency of its longest chain (8 ns an element measured, against 2.2 in stages); on JDK 25
     * the direct loop is the faster one (1.2 against 1.5).
     */
    public static Schedule forThisJvm() {
        return Runtime.version().feature() >= FREE_CONVERSIONS ? DEFAULT.withStage(0) : DEFAULT;
    }

    /** The same with another stage. */
    public Schedule withStage(int elements) {
        return new Schedule(lanes, spanBlock, rowBlock, liveAccumulators, unrollBytes, methodBytes, elements);
    }

    public Schedule {
        if (Integer.bitCount(lanes) != 1 || spanBlock % lanes != 0 || rowBlock < 1 || liveAccumulators < 1) {
            throw new IllegalArgumentException("schedule of " + lanes + " lanes, " + spanBlock + ", " + rowBlock);
        }
    }
}
