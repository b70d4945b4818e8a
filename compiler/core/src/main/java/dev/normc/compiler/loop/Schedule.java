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
 */
public record Schedule(
        int lanes, int spanBlock, int rowBlock, int liveAccumulators, int unrollBytes, int methodBytes) {

    /** What kernels are made with. */
    public static final Schedule DEFAULT = new Schedule(16, 1024, 64, 16, 1200, 7000);

    public Schedule {
        if (Integer.bitCount(lanes) != 1 || spanBlock % lanes != 0 || rowBlock < 1 || liveAccumulators < 1) {
            throw new IllegalArgumentException("schedule of " + lanes + " lanes, " + spanBlock + ", " + rowBlock);
        }
    }
}
