package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * WeightNorm for O=3, I=4, H=2, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  v[O, ..]
 * line 4: param  g[O] = 1
 * line 5: output w = g * v / norm2[..](v)
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * norm2[..](v): one value for each O, shared along I, H
 *     O  | I, H
 *     0  | a a ..
 *     1  | b b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * saved_1 = sum[I, H](v^2)
 * s = sqrt(saved_1)
 * sum = sum[I, H](v * dw)
 * dv = where(s == 0, 0, -(g * sum / (s^2 * s) * v)) + g / s * dw
 * dg = sum / s
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class WeightNorm_3_4_2_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("WeightNorm", DataType.F32)
            .tensor("v", BufferRole.INPUT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("g", BufferRole.PARAM, new String[] {"O"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("w", BufferRole.OUTPUT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("saved_1", BufferRole.SAVED, new String[] {"O"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dw", BufferRole.COTANGENT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("dv", BufferRole.GRADIENT, new String[] {"O", "I", "H"}, new int[] {3, 4, 2}, DataType.F32, 0.0)
            .tensor("dg", BufferRole.GRADIENT, new String[] {"O"}, new int[] {3}, DataType.F32, 0.0)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3})
            .entry(Entry.INFER, new int[] {0, 1, 2})
            .entry(Entry.BACKWARD, new int[] {0, 1, 3, 4, 5, 6})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 4, 5, 6})
            .range(Entry.FORWARD, "O", 3, 1, false, 1, 0, 0L, 0)
            .range(Entry.INFER, "O", 3, 1, false, 1, 0, 0L, 0)
            .range(Entry.BACKWARD, "O", 3, 1, false, 1, 0, 0L, 0)
            .range(Entry.BACKWARD_FROZEN, "O", 3, 1, false, 1, 0, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public WeightNorm_3_4_2_f32() {
    }

    @Override
    public KernelSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void forward(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.FORWARD)) {
            return;
        }
        forward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(3), bindings.offset(3));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD)) {
            return;
        }
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(3), bindings.offset(3), bindings.floats(4), bindings.offset(4),
                bindings.floats(5), bindings.offset(5), bindings.floats(6), bindings.offset(6));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD_FROZEN)) {
            return;
        }
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                bindings.offset(5), bindings.floats(6), bindings.offset(6));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.doubles(3),
                    bindings.offset(3), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD) {
            backwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.doubles(3), bindings.offset(3), bindings.floats(4),
                    bindings.offset(4), bindings.floats(5), bindings.offset(5), bindings.floats(6),
                    bindings.offset(6), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            backwardFrozenRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                    bindings.offset(5), bindings.floats(6), bindings.offset(6), task, begin, end);
            return;
        }
        throw new UnsupportedOperationException(entry.method().concat(" cannot be cut into ranges"));
    }

    @Override
    public void combine(Entry entry, Bindings bindings, int done) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            return;
        }
        if (entry == Entry.INFER) {
            return;
        }
        if (entry == Entry.BACKWARD) {
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            return;
        }
        throw new UnsupportedOperationException(entry.method().concat(" cannot be cut into ranges"));
    }

    /**
     * Forward: outputs and the statistics that backward reads.
     *
     * <p>Writes saved_1, w. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: written
     * @param saved_1Offset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset) {
        forwardChecks(v, vOffset, g, gOffset, w, wOffset, saved_1, saved_1Offset);
        forwardPart(v, vOffset, g, gOffset, w, wOffset, saved_1, saved_1Offset, 0, 3);
    }

    /**
     * The same for a range of O; ranges that do not overlap may be computed at the same time.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: written
     * @param saved_1Offset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, int task, int rangeBegin,
            int rangeEnd) {
        forwardChecks(v, vOffset, g, gOffset, w, wOffset, saved_1, saved_1Offset);
        Arguments.part("O", rangeBegin, rangeEnd, 3, 1);
        forwardPart(v, vOffset, g, gOffset, w, wOffset, saved_1, saved_1Offset, rangeBegin,
                rangeEnd);
    }

    /**
     * One range of O, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, int rangeBegin, int rangeEnd) {
        for (int iO = rangeBegin; iO < rangeEnd; iO++) {
            forwardCollectForSaved1ThenWriteW(v, vOffset, g, gOffset, w, wOffset, saved_1,
                    saved_1Offset, iO);
        }
    }

    /**
     * For one O: collects the sum of v^2 along IH for saved_1; writes saved_1, w.
     *
     * <p>Specification, line 5.
     */
    private static void forwardCollectForSaved1ThenWriteW(float[] v, int vOffset, float[] g,
            int gOffset, float[] w, int wOffset, double[] saved_1, int saved_1Offset, int iO) {
        double sumTotal = 0.0;
        int vBase = vOffset + 8 * iO;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        {
            double vAt = (double) v[vBase + 0];
            sumSum_0 = sumSum_0 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 1];
            sumSum_1 = sumSum_1 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 2];
            sumSum_2 = sumSum_2 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 3];
            sumSum_3 = sumSum_3 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 4];
            sumSum_4 = sumSum_4 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 5];
            sumSum_5 = sumSum_5 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 6];
            sumSum_6 = sumSum_6 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 7];
            sumSum_7 = sumSum_7 + (vAt * vAt);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        saved_1[saved_1Offset + iO] = sumTotal;
        double t = ((double) g[gOffset + iO] / Math.sqrt(sumTotal));
        int wBase = wOffset + 8 * iO;
        int vBase2 = vOffset + 8 * iO;
        w[wBase + 0] = (float) (t * (double) v[vBase2 + 0]);
        w[wBase + 1] = (float) (t * (double) v[vBase2 + 1]);
        w[wBase + 2] = (float) (t * (double) v[vBase2 + 2]);
        w[wBase + 3] = (float) (t * (double) v[vBase2 + 3]);
        w[wBase + 4] = (float) (t * (double) v[vBase2 + 4]);
        w[wBase + 5] = (float) (t * (double) v[vBase2 + 5]);
        w[wBase + 6] = (float) (t * (double) v[vBase2 + 6]);
        w[wBase + 7] = (float) (t * (double) v[vBase2 + 7]);
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("w", w.length, wOffset, 24);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.disjoint("w", w, wOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("w", w, wOffset, 24, "g", g, gOffset, 3);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes w. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset) {
        inferChecks(v, vOffset, g, gOffset, w, wOffset);
        inferPart(v, vOffset, g, gOffset, w, wOffset, 0, 3);
    }

    /**
     * The same for a range of O; ranges that do not overlap may be computed at the same time.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param w output {@code w[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param wOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(v, vOffset, g, gOffset, w, wOffset);
        Arguments.part("O", rangeBegin, rangeEnd, 3, 1);
        inferPart(v, vOffset, g, gOffset, w, wOffset, rangeBegin, rangeEnd);
    }

    /**
     * One range of O, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, int rangeBegin, int rangeEnd) {
        for (int iO = rangeBegin; iO < rangeEnd; iO++) {
            inferWriteW(v, vOffset, g, gOffset, w, wOffset, iO);
        }
    }

    /**
     * For one O: collects the sum of v^2 along IH for w; writes w.
     *
     * <p>Specification, line 5.
     */
    private static void inferWriteW(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset, int iO) {
        double sumTotal = 0.0;
        int vBase = vOffset + 8 * iO;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        {
            double vAt = (double) v[vBase + 0];
            sumSum_0 = sumSum_0 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 1];
            sumSum_1 = sumSum_1 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 2];
            sumSum_2 = sumSum_2 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 3];
            sumSum_3 = sumSum_3 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 4];
            sumSum_4 = sumSum_4 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 5];
            sumSum_5 = sumSum_5 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 6];
            sumSum_6 = sumSum_6 + (vAt * vAt);
        }
        {
            double vAt = (double) v[vBase + 7];
            sumSum_7 = sumSum_7 + (vAt * vAt);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        double t = ((double) g[gOffset + iO] / Math.sqrt(sumTotal));
        int wBase = wOffset + 8 * iO;
        int vBase2 = vOffset + 8 * iO;
        w[wBase + 0] = (float) (t * (double) v[vBase2 + 0]);
        w[wBase + 1] = (float) (t * (double) v[vBase2 + 1]);
        w[wBase + 2] = (float) (t * (double) v[vBase2 + 2]);
        w[wBase + 3] = (float) (t * (double) v[vBase2 + 3]);
        w[wBase + 4] = (float) (t * (double) v[vBase2 + 4]);
        w[wBase + 5] = (float) (t * (double) v[vBase2 + 5]);
        w[wBase + 6] = (float) (t * (double) v[vBase2 + 6]);
        w[wBase + 7] = (float) (t * (double) v[vBase2 + 7]);
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] v, int vOffset, float[] g, int gOffset, float[] w,
            int wOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("w", w.length, wOffset, 24);
        Arguments.disjoint("w", w, wOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("w", w, wOffset, 24, "g", g, gOffset, 3);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dv, dg. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: read
     * @param saved_1Offset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] v, int vOffset, float[] g, int gOffset, double[] saved_1,
            int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg,
            int dgOffset) {
        backwardChecks(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv, dvOffset,
                dg, dgOffset);
        backwardPart(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv, dvOffset, dg,
                dgOffset, 0, 3);
    }

    /**
     * The same for a range of O; ranges that do not overlap may be computed at the same time.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[O=3]}, f64, 3 elements: read
     * @param saved_1Offset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void backwardRange(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset, int task, int rangeBegin, int rangeEnd) {
        backwardChecks(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv, dvOffset,
                dg, dgOffset);
        Arguments.part("O", rangeBegin, rangeEnd, 3, 1);
        backwardPart(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv, dvOffset, dg,
                dgOffset, rangeBegin, rangeEnd);
    }

    /**
     * One range of O, from rangeBegin to rangeEnd.
     */
    private static void backwardPart(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset, int rangeBegin, int rangeEnd) {
        for (int iO = rangeBegin; iO < rangeEnd; iO++) {
            backwardWriteDvAndDg(v, vOffset, g, gOffset, saved_1, saved_1Offset, dw, dwOffset, dv,
                    dvOffset, dg, dgOffset, iO);
        }
    }

    /**
     * For one O: collects the sum of v * dw along IH for dg; writes dv, dg.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardWriteDvAndDg(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset, int iO) {
        double sumTotal = 0.0;
        int vBase = vOffset + 8 * iO;
        int dwBase = dwOffset + 8 * iO;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        sumSum_0 = sumSum_0 + ((double) v[vBase + 0] * (double) dw[dwBase + 0]);
        sumSum_1 = sumSum_1 + ((double) v[vBase + 1] * (double) dw[dwBase + 1]);
        sumSum_2 = sumSum_2 + ((double) v[vBase + 2] * (double) dw[dwBase + 2]);
        sumSum_3 = sumSum_3 + ((double) v[vBase + 3] * (double) dw[dwBase + 3]);
        sumSum_4 = sumSum_4 + ((double) v[vBase + 4] * (double) dw[dwBase + 4]);
        sumSum_5 = sumSum_5 + ((double) v[vBase + 5] * (double) dw[dwBase + 5]);
        sumSum_6 = sumSum_6 + ((double) v[vBase + 6] * (double) dw[dwBase + 6]);
        sumSum_7 = sumSum_7 + ((double) v[vBase + 7] * (double) dw[dwBase + 7]);
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumTotal = sumSum;
        double t = Math.sqrt(saved_1[saved_1Offset + iO]);
        double gAt = (double) g[gOffset + iO];
        double t2 = ((gAt * sumTotal) / ((t * t) * t));
        double t3 = (gAt / t);
        int dvBase = dvOffset + 8 * iO;
        int vBase2 = vOffset + 8 * iO;
        int dwBase2 = dwOffset + 8 * iO;
        dv[dvBase + 0] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 0]))) + (t3 * (double) dw[dwBase2 + 0]));
        dv[dvBase + 1] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 1]))) + (t3 * (double) dw[dwBase2 + 1]));
        dv[dvBase + 2] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 2]))) + (t3 * (double) dw[dwBase2 + 2]));
        dv[dvBase + 3] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 3]))) + (t3 * (double) dw[dwBase2 + 3]));
        dv[dvBase + 4] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 4]))) + (t3 * (double) dw[dwBase2 + 4]));
        dv[dvBase + 5] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 5]))) + (t3 * (double) dw[dwBase2 + 5]));
        dv[dvBase + 6] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 6]))) + (t3 * (double) dw[dwBase2 + 6]));
        dv[dvBase + 7] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 7]))) + (t3 * (double) dw[dwBase2 + 7]));
        dg[dgOffset + iO] = (float) (sumTotal / t);
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] v, int vOffset, float[] g, int gOffset,
            double[] saved_1, int saved_1Offset, float[] dw, int dwOffset, float[] dv, int dvOffset,
            float[] dg, int dgOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.range("dw", dw.length, dwOffset, 24);
        Arguments.range("dv", dv.length, dvOffset, 24);
        Arguments.range("dg", dg.length, dgOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "g", g, gOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dw", dw, dwOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dg", dg, dgOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "v", v, vOffset, 24);
        Arguments.disjoint("dg", dg, dgOffset, 3, "g", g, gOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "dw", dw, dwOffset, 24);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dv, dg. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] v, int vOffset, float[] g, int gOffset, float[] dw,
            int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset) {
        backwardFrozenChecks(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg, dgOffset);
        backwardFrozenPart(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg, dgOffset, 0, 3);
    }

    /**
     * The same for a range of O; ranges that do not overlap may be computed at the same time.
     *
     * @param v input {@code v[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param vOffset where it begins in its array
     * @param g param {@code g[O=3]}, f32, 3 elements: read
     * @param gOffset where it begins in its array
     * @param dw cotangent of w {@code dw[O=3, I=4, H=2]}, f32, 24 elements: read
     * @param dwOffset where it begins in its array
     * @param dv gradient of v {@code dv[O=3, I=4, H=2]}, f32, 24 elements: written
     * @param dvOffset where it begins in its array
     * @param dg gradient of g {@code dg[O=3]}, f32, 3 elements: written
     * @param dgOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void backwardFrozenRange(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset, int task,
            int rangeBegin, int rangeEnd) {
        backwardFrozenChecks(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg, dgOffset);
        Arguments.part("O", rangeBegin, rangeEnd, 3, 1);
        backwardFrozenPart(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg, dgOffset,
                rangeBegin, rangeEnd);
    }

    /**
     * One range of O, from rangeBegin to rangeEnd.
     */
    private static void backwardFrozenPart(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset,
            int rangeBegin, int rangeEnd) {
        for (int iO = rangeBegin; iO < rangeEnd; iO++) {
            backwardFrozenWriteDvAndDg(v, vOffset, g, gOffset, dw, dwOffset, dv, dvOffset, dg,
                    dgOffset, iO);
        }
    }

    /**
     * For one O: collects the sum of v^2 along IH for dg; the sum of v * dw along IH for dg; writes dv,
     * dg.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardFrozenWriteDvAndDg(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset, int iO) {
        double sumTotal = 0.0;
        double sumTotal2 = 0.0;
        int vBase = vOffset + 8 * iO;
        int dwBase = dwOffset + 8 * iO;
        double sumSum_0 = 0.0;
        double sumSum_1 = 0.0;
        double sumSum_2 = 0.0;
        double sumSum_3 = 0.0;
        double sumSum_4 = 0.0;
        double sumSum_5 = 0.0;
        double sumSum_6 = 0.0;
        double sumSum_7 = 0.0;
        double sumSum_8 = 0.0;
        double sumSum_9 = 0.0;
        double sumSum_10 = 0.0;
        double sumSum_11 = 0.0;
        double sumSum_12 = 0.0;
        double sumSum_13 = 0.0;
        double sumSum_14 = 0.0;
        double sumSum_15 = 0.0;
        double sumSum2_0 = 0.0;
        double sumSum2_1 = 0.0;
        double sumSum2_2 = 0.0;
        double sumSum2_3 = 0.0;
        double sumSum2_4 = 0.0;
        double sumSum2_5 = 0.0;
        double sumSum2_6 = 0.0;
        double sumSum2_7 = 0.0;
        double sumSum2_8 = 0.0;
        double sumSum2_9 = 0.0;
        double sumSum2_10 = 0.0;
        double sumSum2_11 = 0.0;
        double sumSum2_12 = 0.0;
        double sumSum2_13 = 0.0;
        double sumSum2_14 = 0.0;
        double sumSum2_15 = 0.0;
        {
            double vAt = (double) v[vBase + 0];
            sumSum_0 = sumSum_0 + (vAt * vAt);
            sumSum2_0 = sumSum2_0 + (vAt * (double) dw[dwBase + 0]);
        }
        {
            double vAt = (double) v[vBase + 1];
            sumSum_1 = sumSum_1 + (vAt * vAt);
            sumSum2_1 = sumSum2_1 + (vAt * (double) dw[dwBase + 1]);
        }
        {
            double vAt = (double) v[vBase + 2];
            sumSum_2 = sumSum_2 + (vAt * vAt);
            sumSum2_2 = sumSum2_2 + (vAt * (double) dw[dwBase + 2]);
        }
        {
            double vAt = (double) v[vBase + 3];
            sumSum_3 = sumSum_3 + (vAt * vAt);
            sumSum2_3 = sumSum2_3 + (vAt * (double) dw[dwBase + 3]);
        }
        {
            double vAt = (double) v[vBase + 4];
            sumSum_4 = sumSum_4 + (vAt * vAt);
            sumSum2_4 = sumSum2_4 + (vAt * (double) dw[dwBase + 4]);
        }
        {
            double vAt = (double) v[vBase + 5];
            sumSum_5 = sumSum_5 + (vAt * vAt);
            sumSum2_5 = sumSum2_5 + (vAt * (double) dw[dwBase + 5]);
        }
        {
            double vAt = (double) v[vBase + 6];
            sumSum_6 = sumSum_6 + (vAt * vAt);
            sumSum2_6 = sumSum2_6 + (vAt * (double) dw[dwBase + 6]);
        }
        {
            double vAt = (double) v[vBase + 7];
            sumSum_7 = sumSum_7 + (vAt * vAt);
            sumSum2_7 = sumSum2_7 + (vAt * (double) dw[dwBase + 7]);
        }
        sumSum_0 = sumSum_0 + sumSum_8;
        sumSum_1 = sumSum_1 + sumSum_9;
        sumSum_2 = sumSum_2 + sumSum_10;
        sumSum_3 = sumSum_3 + sumSum_11;
        sumSum_4 = sumSum_4 + sumSum_12;
        sumSum_5 = sumSum_5 + sumSum_13;
        sumSum_6 = sumSum_6 + sumSum_14;
        sumSum_7 = sumSum_7 + sumSum_15;
        sumSum_0 = sumSum_0 + sumSum_4;
        sumSum_1 = sumSum_1 + sumSum_5;
        sumSum_2 = sumSum_2 + sumSum_6;
        sumSum_3 = sumSum_3 + sumSum_7;
        sumSum_0 = sumSum_0 + sumSum_2;
        sumSum_1 = sumSum_1 + sumSum_3;
        sumSum_0 = sumSum_0 + sumSum_1;
        double sumSum = sumSum_0;
        sumSum2_0 = sumSum2_0 + sumSum2_8;
        sumSum2_1 = sumSum2_1 + sumSum2_9;
        sumSum2_2 = sumSum2_2 + sumSum2_10;
        sumSum2_3 = sumSum2_3 + sumSum2_11;
        sumSum2_4 = sumSum2_4 + sumSum2_12;
        sumSum2_5 = sumSum2_5 + sumSum2_13;
        sumSum2_6 = sumSum2_6 + sumSum2_14;
        sumSum2_7 = sumSum2_7 + sumSum2_15;
        sumSum2_0 = sumSum2_0 + sumSum2_4;
        sumSum2_1 = sumSum2_1 + sumSum2_5;
        sumSum2_2 = sumSum2_2 + sumSum2_6;
        sumSum2_3 = sumSum2_3 + sumSum2_7;
        sumSum2_0 = sumSum2_0 + sumSum2_2;
        sumSum2_1 = sumSum2_1 + sumSum2_3;
        sumSum2_0 = sumSum2_0 + sumSum2_1;
        double sumSum2 = sumSum2_0;
        sumTotal = sumSum;
        sumTotal2 = sumSum2;
        double t = Math.sqrt(sumTotal);
        double gAt = (double) g[gOffset + iO];
        double t2 = ((gAt * sumTotal2) / ((t * t) * t));
        double t3 = (gAt / t);
        int dvBase = dvOffset + 8 * iO;
        int vBase2 = vOffset + 8 * iO;
        int dwBase2 = dwOffset + 8 * iO;
        dv[dvBase + 0] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 0]))) + (t3 * (double) dw[dwBase2 + 0]));
        dv[dvBase + 1] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 1]))) + (t3 * (double) dw[dwBase2 + 1]));
        dv[dvBase + 2] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 2]))) + (t3 * (double) dw[dwBase2 + 2]));
        dv[dvBase + 3] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 3]))) + (t3 * (double) dw[dwBase2 + 3]));
        dv[dvBase + 4] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 4]))) + (t3 * (double) dw[dwBase2 + 4]));
        dv[dvBase + 5] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 5]))) + (t3 * (double) dw[dwBase2 + 5]));
        dv[dvBase + 6] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 6]))) + (t3 * (double) dw[dwBase2 + 6]));
        dv[dvBase + 7] = (float) ((t == 0.0 ? 0.0 : (-(t2 * (double) v[vBase2 + 7]))) + (t3 * (double) dw[dwBase2 + 7]));
        dg[dgOffset + iO] = (float) (sumTotal2 / t);
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] v, int vOffset, float[] g, int gOffset,
            float[] dw, int dwOffset, float[] dv, int dvOffset, float[] dg, int dgOffset) {
        Arguments.range("v", v.length, vOffset, 24);
        Arguments.range("g", g.length, gOffset, 3);
        Arguments.range("dw", dw.length, dwOffset, 24);
        Arguments.range("dv", dv.length, dvOffset, 24);
        Arguments.range("dg", dg.length, dgOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "v", v, vOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "g", g, gOffset, 3);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dw", dw, dwOffset, 24);
        Arguments.disjoint("dv", dv, dvOffset, 24, "dg", dg, dgOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "v", v, vOffset, 24);
        Arguments.disjoint("dg", dg, dgOffset, 3, "g", g, gOffset, 3);
        Arguments.disjoint("dg", dg, dgOffset, 3, "dw", dw, dwOffset, 24);
    }
}
