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
 * @param stage elements that are computed into the workspace by a loop of their own, which C2 can vectorize, before
 *     another rounds them or adds them up; 0 for none
 * @param vectorConversions whether C2 converts between f32 and f64 in vectors, as it does from JDK 19 on; if not, rows
 *     that are read again are widened once, and loops that both convert and compute are not staged
 * @param vectorBits width of the hardware vectors that the code names, in bits; 0 for plain Java
 * @param fast whether loops along the innermost axis compute in f32 where all they touch is f32
 */
public record Schedule(
        int lanes,
        int spanBlock,
        int rowBlock,
        int liveAccumulators,
        int unrollBytes,
        int methodBytes,
        int stage,
        boolean vectorConversions,
        int vectorBits,
        boolean fast) {

    private static final int FIRST_WITH_VECTOR_CONVERSIONS = 19;

    /** What source is emitted with: the form that suits every JVM from 17 on. */
    public static final Schedule DEFAULT = new Schedule(16, 1024, 64, 16, 1200, 7000, 512, false, 0, false);

    /** The one for a JVM of some feature release; the bits are those of {@link #DEFAULT}. */
    public static Schedule forJvm(int feature) {
        return DEFAULT.withConversions(DEFAULT.stage, feature >= FIRST_WITH_VECTOR_CONVERSIONS);
    }

    /** The one for the JVM that runs this. */
    public static Schedule forThisJvm() {
        return forJvm(Runtime.version().feature());
    }

    /** The same with other conversions. */
    public Schedule withConversions(int stageElements, boolean inVectors) {
        return with(stageElements, inVectors, vectorBits, fast);
    }

    /**
     * The one for the vector back end; the bits are the same.
     *
     * @param bits 128, 256 or 512
     */
    public Schedule withVectors(int bits) {
        return with(0, vectorConversions, bits, fast);
    }

    /** The one for {@link dev.normc.runtime.Numerics#FAST}. */
    public Schedule inF32() {
        return with(stage, vectorConversions, vectorBits, true);
    }

    private Schedule with(int stageElements, boolean conversions, int bits, boolean inF32) {
        return new Schedule(
                lanes,
                spanBlock,
                rowBlock,
                liveAccumulators,
                unrollBytes,
                methodBytes,
                stageElements,
                conversions,
                bits,
                inF32);
    }

    /** Whether it is for the vector back end. */
    public boolean isVector() {
        return vectorBits > 0;
    }

    /** Elements of f64 in a hardware vector. */
    public int vectorElements() {
        return vectorBits / Double.SIZE;
    }

    /** Logical accumulators of a loop: more where it computes in f32, whose additions come faster one after the other. */
    public int lanes(boolean narrow) {
        return narrow ? 2 * lanes : lanes;
    }

    public Schedule {
        if (Integer.bitCount(lanes) != 1 || spanBlock % lanes != 0 || rowBlock < 1 || liveAccumulators < 1) {
            throw new IllegalArgumentException("schedule of " + lanes + " lanes, " + spanBlock + ", " + rowBlock);
        }
        if (vectorBits != 0 && vectorBits != 128 && vectorBits != 256 && vectorBits != 512) {
            throw new IllegalArgumentException("vectors of " + vectorBits + " bits: 128, 256 or 512");
        }
    }
}
