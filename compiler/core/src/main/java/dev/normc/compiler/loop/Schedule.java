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

    /**
     * What kernels are made with.
     *
     * <p>Conversions are staged because C2 of JDK 17 makes one wait for whatever its target register held before: a loop
     * that converts and computes runs at the latency of its longest chain (8 ns an element measured, against 2.2 in
     * stages). On JDK 25 stages are the faster form too, if by less.
     */
    public static final Schedule DEFAULT = new Schedule(16, 1024, 64, 16, 1200, 7000, 512);

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
