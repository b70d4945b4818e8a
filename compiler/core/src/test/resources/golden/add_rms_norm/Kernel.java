package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * AddRMSNorm for T=3, D=16, eps=1e-6, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[T, D]
 * line 3: input  r[T, D]
 * line 4: param  w[D] = 0
 * line 5: output s = x + r
 * line 6: output y = (1 + w) * s / sqrt(mean[D](s^2) + eps)
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean[D](s^2): one value for each T, shared along D
 *     T  | D
 *     0  | a a ..
 *     1  | b b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * saved_1 = mean[D](s^2)
 * s2 = sqrt(saved_1 + 1e-6)
 * r2 = 1 / s2
 * t = 1 + w
 * t2 = x + r
 * t3 = t2 * dy
 * t4 = ds + r2 * t * dy - mean[D](t * t3) / (s2^2 * s2) * t2
 * dx = t4
 * dr = t4
 * dw = sum[T](r2 * t3)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class AddRMSNorm_3_16_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("AddRMSNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("r", BufferRole.INPUT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("w", BufferRole.PARAM, new String[] {"D"}, new int[] {16}, DataType.F32, 0.0)
            .tensor("s", BufferRole.OUTPUT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("saved_1", BufferRole.SAVED, new String[] {"T"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("ds", BufferRole.COTANGENT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("dr", BufferRole.GRADIENT, new String[] {"T", "D"}, new int[] {3, 16}, DataType.F32, 0.0)
            .tensor("dw", BufferRole.GRADIENT, new String[] {"D"}, new int[] {16}, DataType.F32, 0.0)
            .workspace("workspace", 32, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 11})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 11})
            .entry(Entry.BACKWARD, new int[] {0, 1, 2, 5, 6, 7, 8, 9, 10, 11})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 2, 6, 7, 8, 9, 10, 11})
            .range(Entry.FORWARD, "T", 3, 1, false, 1, 16, 0L, 0)
            .range(Entry.INFER, "T", 3, 1, false, 1, 16, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public AddRMSNorm_3_16_f32() {
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
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.doubles(5), bindings.offset(5),
                bindings.doubles(11), bindings.offset(11));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.doubles(11), bindings.offset(11));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(5), bindings.offset(5),
                bindings.floats(6), bindings.offset(6), bindings.floats(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.floats(10), bindings.offset(10), bindings.doubles(11),
                bindings.offset(11));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(6),
                bindings.offset(6), bindings.floats(7), bindings.offset(7), bindings.floats(8),
                bindings.offset(8), bindings.floats(9), bindings.offset(9), bindings.floats(10),
                bindings.offset(10), bindings.doubles(11), bindings.offset(11));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4), bindings.doubles(5),
                    bindings.offset(5), bindings.doubles(11), bindings.offset(11), task, begin,
                    end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4),
                    bindings.doubles(11), bindings.offset(11), task, begin, end);
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
        throw new UnsupportedOperationException(entry.method().concat(" cannot be cut into ranges"));
    }

    /**
     * Forward: outputs and the statistics that backward reads.
     *
     * <p>Writes saved_1, s, y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param s output {@code s[T=3, D=16]}, f32, 48 elements: written
     * @param sOffset where it begins in its array
     * @param y output {@code y[T=3, D=16]}, f32, 48 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[T=3]}, f64, 3 elements: written
     * @param saved_1Offset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, saved_1,
                saved_1Offset, workspace, workspaceOffset);
        forwardPart(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, saved_1,
                saved_1Offset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of T; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param s output {@code s[T=3, D=16]}, f32, 48 elements: written
     * @param sOffset where it begins in its array
     * @param y output {@code y[T=3, D=16]}, f32, 48 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[T=3]}, f64, 3 elements: written
     * @param saved_1Offset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] workspace, int workspaceOffset, int task, int rangeBegin,
            int rangeEnd) {
        forwardChecks(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, saved_1,
                saved_1Offset, workspace, workspaceOffset);
        Arguments.part("T", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 16);
        forwardPart(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, saved_1,
                saved_1Offset, workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of T, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        int wAtKeptBase = workspaceOffset;
        int wBase = wOffset;
        {
            double wAt = (double) w[wBase + 0];
            workspace[wAtKeptBase + 0] = wAt;
        }
        {
            double wAt = (double) w[wBase + 1];
            workspace[wAtKeptBase + 1] = wAt;
        }
        {
            double wAt = (double) w[wBase + 2];
            workspace[wAtKeptBase + 2] = wAt;
        }
        {
            double wAt = (double) w[wBase + 3];
            workspace[wAtKeptBase + 3] = wAt;
        }
        {
            double wAt = (double) w[wBase + 4];
            workspace[wAtKeptBase + 4] = wAt;
        }
        {
            double wAt = (double) w[wBase + 5];
            workspace[wAtKeptBase + 5] = wAt;
        }
        {
            double wAt = (double) w[wBase + 6];
            workspace[wAtKeptBase + 6] = wAt;
        }
        {
            double wAt = (double) w[wBase + 7];
            workspace[wAtKeptBase + 7] = wAt;
        }
        {
            double wAt = (double) w[wBase + 8];
            workspace[wAtKeptBase + 8] = wAt;
        }
        {
            double wAt = (double) w[wBase + 9];
            workspace[wAtKeptBase + 9] = wAt;
        }
        {
            double wAt = (double) w[wBase + 10];
            workspace[wAtKeptBase + 10] = wAt;
        }
        {
            double wAt = (double) w[wBase + 11];
            workspace[wAtKeptBase + 11] = wAt;
        }
        {
            double wAt = (double) w[wBase + 12];
            workspace[wAtKeptBase + 12] = wAt;
        }
        {
            double wAt = (double) w[wBase + 13];
            workspace[wAtKeptBase + 13] = wAt;
        }
        {
            double wAt = (double) w[wBase + 14];
            workspace[wAtKeptBase + 14] = wAt;
        }
        {
            double wAt = (double) w[wBase + 15];
            workspace[wAtKeptBase + 15] = wAt;
        }
        for (int iT = rangeBegin; iT < rangeEnd; iT++) {
            forwardCollectForSaved1ThenWriteSAndY(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y,
                    yOffset, saved_1, saved_1Offset, workspace, workspaceOffset, iT);
        }
    }

    /**
     * For one T: collects the sum of s^2 along D for saved_1; writes saved_1, s, y.
     *
     * <p>Specification, lines 5, 6.
     */
    private static void forwardCollectForSaved1ThenWriteSAndY(float[] x, int xOffset, float[] r,
            int rOffset, float[] w, int wOffset, float[] s, int sOffset, float[] y, int yOffset,
            double[] saved_1, int saved_1Offset, double[] workspace, int workspaceOffset, int iT) {
        double sumTotal = 0.0;
        int xBase = xOffset + 16 * iT;
        int rBase = rOffset + 16 * iT;
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
            double sValue = ((double) x[xBase + 0] + (double) r[rBase + 0]);
            sumSum_0 = sumSum_0 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 1] + (double) r[rBase + 1]);
            sumSum_1 = sumSum_1 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 2] + (double) r[rBase + 2]);
            sumSum_2 = sumSum_2 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 3] + (double) r[rBase + 3]);
            sumSum_3 = sumSum_3 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 4] + (double) r[rBase + 4]);
            sumSum_4 = sumSum_4 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 5] + (double) r[rBase + 5]);
            sumSum_5 = sumSum_5 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 6] + (double) r[rBase + 6]);
            sumSum_6 = sumSum_6 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 7] + (double) r[rBase + 7]);
            sumSum_7 = sumSum_7 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 8] + (double) r[rBase + 8]);
            sumSum_8 = sumSum_8 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 9] + (double) r[rBase + 9]);
            sumSum_9 = sumSum_9 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 10] + (double) r[rBase + 10]);
            sumSum_10 = sumSum_10 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 11] + (double) r[rBase + 11]);
            sumSum_11 = sumSum_11 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 12] + (double) r[rBase + 12]);
            sumSum_12 = sumSum_12 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 13] + (double) r[rBase + 13]);
            sumSum_13 = sumSum_13 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 14] + (double) r[rBase + 14]);
            sumSum_14 = sumSum_14 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 15] + (double) r[rBase + 15]);
            sumSum_15 = sumSum_15 + (sValue * sValue);
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
        saved_1[saved_1Offset + iT] = (sumTotal / 16.0);
        double t = (1.0 / Math.sqrt(((sumTotal / 16.0) + 1.0E-6)));
        int sBase = sOffset + 16 * iT;
        int yBase = yOffset + 16 * iT;
        int xBase2 = xOffset + 16 * iT;
        int rBase2 = rOffset + 16 * iT;
        int wAtKeptBase = workspaceOffset;
        {
            double sValue2 = ((double) x[xBase2 + 0] + (double) r[rBase2 + 0]);
            s[sBase + 0] = (float) sValue2;
            y[yBase + 0] = (float) ((t * (1.0 + workspace[wAtKeptBase + 0])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 1] + (double) r[rBase2 + 1]);
            s[sBase + 1] = (float) sValue2;
            y[yBase + 1] = (float) ((t * (1.0 + workspace[wAtKeptBase + 1])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 2] + (double) r[rBase2 + 2]);
            s[sBase + 2] = (float) sValue2;
            y[yBase + 2] = (float) ((t * (1.0 + workspace[wAtKeptBase + 2])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 3] + (double) r[rBase2 + 3]);
            s[sBase + 3] = (float) sValue2;
            y[yBase + 3] = (float) ((t * (1.0 + workspace[wAtKeptBase + 3])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 4] + (double) r[rBase2 + 4]);
            s[sBase + 4] = (float) sValue2;
            y[yBase + 4] = (float) ((t * (1.0 + workspace[wAtKeptBase + 4])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 5] + (double) r[rBase2 + 5]);
            s[sBase + 5] = (float) sValue2;
            y[yBase + 5] = (float) ((t * (1.0 + workspace[wAtKeptBase + 5])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 6] + (double) r[rBase2 + 6]);
            s[sBase + 6] = (float) sValue2;
            y[yBase + 6] = (float) ((t * (1.0 + workspace[wAtKeptBase + 6])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 7] + (double) r[rBase2 + 7]);
            s[sBase + 7] = (float) sValue2;
            y[yBase + 7] = (float) ((t * (1.0 + workspace[wAtKeptBase + 7])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 8] + (double) r[rBase2 + 8]);
            s[sBase + 8] = (float) sValue2;
            y[yBase + 8] = (float) ((t * (1.0 + workspace[wAtKeptBase + 8])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 9] + (double) r[rBase2 + 9]);
            s[sBase + 9] = (float) sValue2;
            y[yBase + 9] = (float) ((t * (1.0 + workspace[wAtKeptBase + 9])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 10] + (double) r[rBase2 + 10]);
            s[sBase + 10] = (float) sValue2;
            y[yBase + 10] = (float) ((t * (1.0 + workspace[wAtKeptBase + 10])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 11] + (double) r[rBase2 + 11]);
            s[sBase + 11] = (float) sValue2;
            y[yBase + 11] = (float) ((t * (1.0 + workspace[wAtKeptBase + 11])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 12] + (double) r[rBase2 + 12]);
            s[sBase + 12] = (float) sValue2;
            y[yBase + 12] = (float) ((t * (1.0 + workspace[wAtKeptBase + 12])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 13] + (double) r[rBase2 + 13]);
            s[sBase + 13] = (float) sValue2;
            y[yBase + 13] = (float) ((t * (1.0 + workspace[wAtKeptBase + 13])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 14] + (double) r[rBase2 + 14]);
            s[sBase + 14] = (float) sValue2;
            y[yBase + 14] = (float) ((t * (1.0 + workspace[wAtKeptBase + 14])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 15] + (double) r[rBase2 + 15]);
            s[sBase + 15] = (float) sValue2;
            y[yBase + 15] = (float) ((t * (1.0 + workspace[wAtKeptBase + 15])) * sValue2);
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 48);
        Arguments.range("r", r.length, rOffset, 48);
        Arguments.range("w", w.length, wOffset, 16);
        Arguments.range("s", s.length, sOffset, 48);
        Arguments.range("y", y.length, yOffset, 48);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("s", s, sOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("s", s, sOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("s", s, sOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("s", s, sOffset, 48, "y", y, yOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 3, "workspace", workspace, workspaceOffset, 32);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes s, y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param s output {@code s[T=3, D=16]}, f32, 48 elements: written
     * @param sOffset where it begins in its array
     * @param y output {@code y[T=3, D=16]}, f32, 48 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] r, int rOffset, float[] w, int wOffset,
            float[] s, int sOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        inferChecks(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, workspace,
                workspaceOffset);
        inferPart(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, workspace,
                workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of T; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param s output {@code s[T=3, D=16]}, f32, 48 elements: written
     * @param sOffset where it begins in its array
     * @param y output {@code y[T=3, D=16]}, f32, 48 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, workspace,
                workspaceOffset);
        Arguments.part("T", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 16);
        inferPart(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of T, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int wAtKeptBase = workspaceOffset;
        int wBase = wOffset;
        {
            double wAt = (double) w[wBase + 0];
            workspace[wAtKeptBase + 0] = wAt;
        }
        {
            double wAt = (double) w[wBase + 1];
            workspace[wAtKeptBase + 1] = wAt;
        }
        {
            double wAt = (double) w[wBase + 2];
            workspace[wAtKeptBase + 2] = wAt;
        }
        {
            double wAt = (double) w[wBase + 3];
            workspace[wAtKeptBase + 3] = wAt;
        }
        {
            double wAt = (double) w[wBase + 4];
            workspace[wAtKeptBase + 4] = wAt;
        }
        {
            double wAt = (double) w[wBase + 5];
            workspace[wAtKeptBase + 5] = wAt;
        }
        {
            double wAt = (double) w[wBase + 6];
            workspace[wAtKeptBase + 6] = wAt;
        }
        {
            double wAt = (double) w[wBase + 7];
            workspace[wAtKeptBase + 7] = wAt;
        }
        {
            double wAt = (double) w[wBase + 8];
            workspace[wAtKeptBase + 8] = wAt;
        }
        {
            double wAt = (double) w[wBase + 9];
            workspace[wAtKeptBase + 9] = wAt;
        }
        {
            double wAt = (double) w[wBase + 10];
            workspace[wAtKeptBase + 10] = wAt;
        }
        {
            double wAt = (double) w[wBase + 11];
            workspace[wAtKeptBase + 11] = wAt;
        }
        {
            double wAt = (double) w[wBase + 12];
            workspace[wAtKeptBase + 12] = wAt;
        }
        {
            double wAt = (double) w[wBase + 13];
            workspace[wAtKeptBase + 13] = wAt;
        }
        {
            double wAt = (double) w[wBase + 14];
            workspace[wAtKeptBase + 14] = wAt;
        }
        {
            double wAt = (double) w[wBase + 15];
            workspace[wAtKeptBase + 15] = wAt;
        }
        for (int iT = rangeBegin; iT < rangeEnd; iT++) {
            inferWriteSAndY(x, xOffset, r, rOffset, w, wOffset, s, sOffset, y, yOffset, workspace,
                    workspaceOffset, iT);
        }
    }

    /**
     * For one T: collects the sum of s^2 along D for y; writes s, y.
     *
     * <p>Specification, lines 5, 6.
     */
    private static void inferWriteSAndY(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int iT) {
        double sumTotal = 0.0;
        int xBase = xOffset + 16 * iT;
        int rBase = rOffset + 16 * iT;
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
            double sValue = ((double) x[xBase + 0] + (double) r[rBase + 0]);
            sumSum_0 = sumSum_0 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 1] + (double) r[rBase + 1]);
            sumSum_1 = sumSum_1 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 2] + (double) r[rBase + 2]);
            sumSum_2 = sumSum_2 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 3] + (double) r[rBase + 3]);
            sumSum_3 = sumSum_3 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 4] + (double) r[rBase + 4]);
            sumSum_4 = sumSum_4 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 5] + (double) r[rBase + 5]);
            sumSum_5 = sumSum_5 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 6] + (double) r[rBase + 6]);
            sumSum_6 = sumSum_6 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 7] + (double) r[rBase + 7]);
            sumSum_7 = sumSum_7 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 8] + (double) r[rBase + 8]);
            sumSum_8 = sumSum_8 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 9] + (double) r[rBase + 9]);
            sumSum_9 = sumSum_9 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 10] + (double) r[rBase + 10]);
            sumSum_10 = sumSum_10 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 11] + (double) r[rBase + 11]);
            sumSum_11 = sumSum_11 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 12] + (double) r[rBase + 12]);
            sumSum_12 = sumSum_12 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 13] + (double) r[rBase + 13]);
            sumSum_13 = sumSum_13 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 14] + (double) r[rBase + 14]);
            sumSum_14 = sumSum_14 + (sValue * sValue);
        }
        {
            double sValue = ((double) x[xBase + 15] + (double) r[rBase + 15]);
            sumSum_15 = sumSum_15 + (sValue * sValue);
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
        double t = (1.0 / Math.sqrt(((sumTotal / 16.0) + 1.0E-6)));
        int sBase = sOffset + 16 * iT;
        int yBase = yOffset + 16 * iT;
        int xBase2 = xOffset + 16 * iT;
        int rBase2 = rOffset + 16 * iT;
        int wAtKeptBase = workspaceOffset;
        {
            double sValue2 = ((double) x[xBase2 + 0] + (double) r[rBase2 + 0]);
            s[sBase + 0] = (float) sValue2;
            y[yBase + 0] = (float) ((t * (1.0 + workspace[wAtKeptBase + 0])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 1] + (double) r[rBase2 + 1]);
            s[sBase + 1] = (float) sValue2;
            y[yBase + 1] = (float) ((t * (1.0 + workspace[wAtKeptBase + 1])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 2] + (double) r[rBase2 + 2]);
            s[sBase + 2] = (float) sValue2;
            y[yBase + 2] = (float) ((t * (1.0 + workspace[wAtKeptBase + 2])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 3] + (double) r[rBase2 + 3]);
            s[sBase + 3] = (float) sValue2;
            y[yBase + 3] = (float) ((t * (1.0 + workspace[wAtKeptBase + 3])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 4] + (double) r[rBase2 + 4]);
            s[sBase + 4] = (float) sValue2;
            y[yBase + 4] = (float) ((t * (1.0 + workspace[wAtKeptBase + 4])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 5] + (double) r[rBase2 + 5]);
            s[sBase + 5] = (float) sValue2;
            y[yBase + 5] = (float) ((t * (1.0 + workspace[wAtKeptBase + 5])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 6] + (double) r[rBase2 + 6]);
            s[sBase + 6] = (float) sValue2;
            y[yBase + 6] = (float) ((t * (1.0 + workspace[wAtKeptBase + 6])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 7] + (double) r[rBase2 + 7]);
            s[sBase + 7] = (float) sValue2;
            y[yBase + 7] = (float) ((t * (1.0 + workspace[wAtKeptBase + 7])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 8] + (double) r[rBase2 + 8]);
            s[sBase + 8] = (float) sValue2;
            y[yBase + 8] = (float) ((t * (1.0 + workspace[wAtKeptBase + 8])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 9] + (double) r[rBase2 + 9]);
            s[sBase + 9] = (float) sValue2;
            y[yBase + 9] = (float) ((t * (1.0 + workspace[wAtKeptBase + 9])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 10] + (double) r[rBase2 + 10]);
            s[sBase + 10] = (float) sValue2;
            y[yBase + 10] = (float) ((t * (1.0 + workspace[wAtKeptBase + 10])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 11] + (double) r[rBase2 + 11]);
            s[sBase + 11] = (float) sValue2;
            y[yBase + 11] = (float) ((t * (1.0 + workspace[wAtKeptBase + 11])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 12] + (double) r[rBase2 + 12]);
            s[sBase + 12] = (float) sValue2;
            y[yBase + 12] = (float) ((t * (1.0 + workspace[wAtKeptBase + 12])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 13] + (double) r[rBase2 + 13]);
            s[sBase + 13] = (float) sValue2;
            y[yBase + 13] = (float) ((t * (1.0 + workspace[wAtKeptBase + 13])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 14] + (double) r[rBase2 + 14]);
            s[sBase + 14] = (float) sValue2;
            y[yBase + 14] = (float) ((t * (1.0 + workspace[wAtKeptBase + 14])) * sValue2);
        }
        {
            double sValue2 = ((double) x[xBase2 + 15] + (double) r[rBase2 + 15]);
            s[sBase + 15] = (float) sValue2;
            y[yBase + 15] = (float) ((t * (1.0 + workspace[wAtKeptBase + 15])) * sValue2);
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] s, int sOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 48);
        Arguments.range("r", r.length, rOffset, 48);
        Arguments.range("w", w.length, wOffset, 16);
        Arguments.range("s", s.length, sOffset, 48);
        Arguments.range("y", y.length, yOffset, 48);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("s", s, sOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("s", s, sOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("s", s, sOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("s", s, sOffset, 48, "y", y, yOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("y", y, yOffset, 48, "w", w, wOffset, 16);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dr, dw. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[T=3]}, f64, 3 elements: read
     * @param saved_1Offset where it begins in its array
     * @param ds cotangent of s {@code ds[T=3, D=16]}, f32, 48 elements: read
     * @param dsOffset where it begins in its array
     * @param dy cotangent of y {@code dy[T=3, D=16]}, f32, 48 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[T=3, D=16]}, f32, 48 elements: written
     * @param dxOffset where it begins in its array
     * @param dr gradient of r {@code dr[T=3, D=16]}, f32, 48 elements: written
     * @param drOffset where it begins in its array
     * @param dw gradient of w {@code dw[D=16]}, f32, 16 elements: written
     * @param dwOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, float[] ds, int dsOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dr, int drOffset, float[] dw,
            int dwOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, r, rOffset, w, wOffset, saved_1, saved_1Offset, ds, dsOffset, dy,
                dyOffset, dx, dxOffset, dr, drOffset, dw, dwOffset, workspace, workspaceOffset);
        int wAtKeptBase = workspaceOffset;
        int wBase = wOffset;
        {
            double wAt = (double) w[wBase + 0];
            workspace[wAtKeptBase + 0] = wAt;
        }
        {
            double wAt = (double) w[wBase + 1];
            workspace[wAtKeptBase + 1] = wAt;
        }
        {
            double wAt = (double) w[wBase + 2];
            workspace[wAtKeptBase + 2] = wAt;
        }
        {
            double wAt = (double) w[wBase + 3];
            workspace[wAtKeptBase + 3] = wAt;
        }
        {
            double wAt = (double) w[wBase + 4];
            workspace[wAtKeptBase + 4] = wAt;
        }
        {
            double wAt = (double) w[wBase + 5];
            workspace[wAtKeptBase + 5] = wAt;
        }
        {
            double wAt = (double) w[wBase + 6];
            workspace[wAtKeptBase + 6] = wAt;
        }
        {
            double wAt = (double) w[wBase + 7];
            workspace[wAtKeptBase + 7] = wAt;
        }
        {
            double wAt = (double) w[wBase + 8];
            workspace[wAtKeptBase + 8] = wAt;
        }
        {
            double wAt = (double) w[wBase + 9];
            workspace[wAtKeptBase + 9] = wAt;
        }
        {
            double wAt = (double) w[wBase + 10];
            workspace[wAtKeptBase + 10] = wAt;
        }
        {
            double wAt = (double) w[wBase + 11];
            workspace[wAtKeptBase + 11] = wAt;
        }
        {
            double wAt = (double) w[wBase + 12];
            workspace[wAtKeptBase + 12] = wAt;
        }
        {
            double wAt = (double) w[wBase + 13];
            workspace[wAtKeptBase + 13] = wAt;
        }
        {
            double wAt = (double) w[wBase + 14];
            workspace[wAtKeptBase + 14] = wAt;
        }
        {
            double wAt = (double) w[wBase + 15];
            workspace[wAtKeptBase + 15] = wAt;
        }
        for (int iD = 0; iD < 16; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iT = 0; iT < 3; iT++) {
            backwardCollectForDwThenWriteDxAndDr(x, xOffset, r, rOffset, w, wOffset, saved_1,
                    saved_1Offset, ds, dsOffset, dy, dyOffset, dx, dxOffset, dr, drOffset, dw,
                    dwOffset, workspace, workspaceOffset, iT);
        }
        int dwBase = dwOffset;
        int sumTotalBase = workspaceOffset + 16;
        dw[dwBase + 0] = (float) workspace[sumTotalBase + 0];
        dw[dwBase + 1] = (float) workspace[sumTotalBase + 1];
        dw[dwBase + 2] = (float) workspace[sumTotalBase + 2];
        dw[dwBase + 3] = (float) workspace[sumTotalBase + 3];
        dw[dwBase + 4] = (float) workspace[sumTotalBase + 4];
        dw[dwBase + 5] = (float) workspace[sumTotalBase + 5];
        dw[dwBase + 6] = (float) workspace[sumTotalBase + 6];
        dw[dwBase + 7] = (float) workspace[sumTotalBase + 7];
        dw[dwBase + 8] = (float) workspace[sumTotalBase + 8];
        dw[dwBase + 9] = (float) workspace[sumTotalBase + 9];
        dw[dwBase + 10] = (float) workspace[sumTotalBase + 10];
        dw[dwBase + 11] = (float) workspace[sumTotalBase + 11];
        dw[dwBase + 12] = (float) workspace[sumTotalBase + 12];
        dw[dwBase + 13] = (float) workspace[sumTotalBase + 13];
        dw[dwBase + 14] = (float) workspace[sumTotalBase + 14];
        dw[dwBase + 15] = (float) workspace[sumTotalBase + 15];
    }

    /**
     * For one T: collects the sum of (1 + w) * s * dy along D for dx and dr; the sum of 1 / sqrt(saved_1 +
     * 1e-6) * s * dy along T for dw; writes dx, dr.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardCollectForDwThenWriteDxAndDr(float[] x, int xOffset, float[] r,
            int rOffset, float[] w, int wOffset, double[] saved_1, int saved_1Offset, float[] ds,
            int dsOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dr,
            int drOffset, float[] dw, int dwOffset, double[] workspace, int workspaceOffset,
            int iT) {
        double sumTotal2 = 0.0;
        int wAtKeptBase = workspaceOffset;
        int xBase = xOffset + 16 * iT;
        int rBase = rOffset + 16 * iT;
        int dyBase = dyOffset + 16 * iT;
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
        sumSum_0 = sumSum_0 + ((1.0 + workspace[wAtKeptBase + 0]) * (((double) x[xBase + 0] + (double) r[rBase + 0]) * (double) dy[dyBase + 0]));
        sumSum_1 = sumSum_1 + ((1.0 + workspace[wAtKeptBase + 1]) * (((double) x[xBase + 1] + (double) r[rBase + 1]) * (double) dy[dyBase + 1]));
        sumSum_2 = sumSum_2 + ((1.0 + workspace[wAtKeptBase + 2]) * (((double) x[xBase + 2] + (double) r[rBase + 2]) * (double) dy[dyBase + 2]));
        sumSum_3 = sumSum_3 + ((1.0 + workspace[wAtKeptBase + 3]) * (((double) x[xBase + 3] + (double) r[rBase + 3]) * (double) dy[dyBase + 3]));
        sumSum_4 = sumSum_4 + ((1.0 + workspace[wAtKeptBase + 4]) * (((double) x[xBase + 4] + (double) r[rBase + 4]) * (double) dy[dyBase + 4]));
        sumSum_5 = sumSum_5 + ((1.0 + workspace[wAtKeptBase + 5]) * (((double) x[xBase + 5] + (double) r[rBase + 5]) * (double) dy[dyBase + 5]));
        sumSum_6 = sumSum_6 + ((1.0 + workspace[wAtKeptBase + 6]) * (((double) x[xBase + 6] + (double) r[rBase + 6]) * (double) dy[dyBase + 6]));
        sumSum_7 = sumSum_7 + ((1.0 + workspace[wAtKeptBase + 7]) * (((double) x[xBase + 7] + (double) r[rBase + 7]) * (double) dy[dyBase + 7]));
        sumSum_8 = sumSum_8 + ((1.0 + workspace[wAtKeptBase + 8]) * (((double) x[xBase + 8] + (double) r[rBase + 8]) * (double) dy[dyBase + 8]));
        sumSum_9 = sumSum_9 + ((1.0 + workspace[wAtKeptBase + 9]) * (((double) x[xBase + 9] + (double) r[rBase + 9]) * (double) dy[dyBase + 9]));
        sumSum_10 = sumSum_10 + ((1.0 + workspace[wAtKeptBase + 10]) * (((double) x[xBase + 10] + (double) r[rBase + 10]) * (double) dy[dyBase + 10]));
        sumSum_11 = sumSum_11 + ((1.0 + workspace[wAtKeptBase + 11]) * (((double) x[xBase + 11] + (double) r[rBase + 11]) * (double) dy[dyBase + 11]));
        sumSum_12 = sumSum_12 + ((1.0 + workspace[wAtKeptBase + 12]) * (((double) x[xBase + 12] + (double) r[rBase + 12]) * (double) dy[dyBase + 12]));
        sumSum_13 = sumSum_13 + ((1.0 + workspace[wAtKeptBase + 13]) * (((double) x[xBase + 13] + (double) r[rBase + 13]) * (double) dy[dyBase + 13]));
        sumSum_14 = sumSum_14 + ((1.0 + workspace[wAtKeptBase + 14]) * (((double) x[xBase + 14] + (double) r[rBase + 14]) * (double) dy[dyBase + 14]));
        sumSum_15 = sumSum_15 + ((1.0 + workspace[wAtKeptBase + 15]) * (((double) x[xBase + 15] + (double) r[rBase + 15]) * (double) dy[dyBase + 15]));
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
        sumTotal2 = sumSum;
        double t = Math.sqrt((saved_1[saved_1Offset + iT] + 1.0E-6));
        double t2 = (1.0 / t);
        double t3 = ((sumTotal2 / 16.0) / ((t * t) * t));
        int sumTotalBase = workspaceOffset + 16;
        int dxBase = dxOffset + 16 * iT;
        int drBase = drOffset + 16 * iT;
        int xBase2 = xOffset + 16 * iT;
        int rBase2 = rOffset + 16 * iT;
        int dyBase2 = dyOffset + 16 * iT;
        int dsBase = dsOffset + 16 * iT;
        int wAtKeptBase2 = workspaceOffset;
        int full = 16 - 16 % 4;
        for (int iD = 0; iD < full; iD += 4) {
            double wide_0 = (double) x[xBase2 + iD];
            double wide_1 = (double) x[xBase2 + iD + 1];
            double wide_2 = (double) x[xBase2 + iD + 2];
            double wide_3 = (double) x[xBase2 + iD + 3];
            double wide2_0 = (double) r[rBase2 + iD];
            double wide2_1 = (double) r[rBase2 + iD + 1];
            double wide2_2 = (double) r[rBase2 + iD + 2];
            double wide2_3 = (double) r[rBase2 + iD + 3];
            double wide3_0 = (double) dy[dyBase2 + iD];
            double wide3_1 = (double) dy[dyBase2 + iD + 1];
            double wide3_2 = (double) dy[dyBase2 + iD + 2];
            double wide3_3 = (double) dy[dyBase2 + iD + 3];
            double wide4_0 = (double) ds[dsBase + iD];
            double wide4_1 = (double) ds[dsBase + iD + 1];
            double wide4_2 = (double) ds[dsBase + iD + 2];
            double wide4_3 = (double) ds[dsBase + iD + 3];
            {
                double sValue = (wide_0 + wide2_0);
                double dyAt = wide3_0;
                workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + (t2 * (sValue * dyAt));
                double t4 = ((wide4_0 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD])) * dyAt)) - (t3 * sValue));
                dx[dxBase + iD] = (float) t4;
                dr[drBase + iD] = (float) t4;
            }
            {
                double sValue = (wide_1 + wide2_1);
                double dyAt = wide3_1;
                workspace[sumTotalBase + iD + 1] = workspace[sumTotalBase + iD + 1] + (t2 * (sValue * dyAt));
                double t4 = ((wide4_1 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 1])) * dyAt)) - (t3 * sValue));
                dx[dxBase + iD + 1] = (float) t4;
                dr[drBase + iD + 1] = (float) t4;
            }
            {
                double sValue = (wide_2 + wide2_2);
                double dyAt = wide3_2;
                workspace[sumTotalBase + iD + 2] = workspace[sumTotalBase + iD + 2] + (t2 * (sValue * dyAt));
                double t4 = ((wide4_2 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 2])) * dyAt)) - (t3 * sValue));
                dx[dxBase + iD + 2] = (float) t4;
                dr[drBase + iD + 2] = (float) t4;
            }
            {
                double sValue = (wide_3 + wide2_3);
                double dyAt = wide3_3;
                workspace[sumTotalBase + iD + 3] = workspace[sumTotalBase + iD + 3] + (t2 * (sValue * dyAt));
                double t4 = ((wide4_3 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 3])) * dyAt)) - (t3 * sValue));
                dx[dxBase + iD + 3] = (float) t4;
                dr[drBase + iD + 3] = (float) t4;
            }
        }
        for (int iD = full; iD < 16; iD++) {
            double sValue = ((double) x[xBase2 + iD] + (double) r[rBase2 + iD]);
            double dyAt = (double) dy[dyBase2 + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + (t2 * (sValue * dyAt));
            double t4 = (((double) ds[dsBase + iD] + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD])) * dyAt)) - (t3 * sValue));
            dx[dxBase + iD] = (float) t4;
            dr[drBase + iD] = (float) t4;
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, double[] saved_1, int saved_1Offset, float[] ds, int dsOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dr, int drOffset, float[] dw,
            int dwOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 48);
        Arguments.range("r", r.length, rOffset, 48);
        Arguments.range("w", w.length, wOffset, 16);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 3);
        Arguments.range("ds", ds.length, dsOffset, 48);
        Arguments.range("dy", dy.length, dyOffset, 48);
        Arguments.range("dx", dx.length, dxOffset, 48);
        Arguments.range("dr", dr.length, drOffset, 48);
        Arguments.range("dw", dw.length, dwOffset, 16);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("dx", dx, dxOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("dx", dx, dxOffset, 48, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dy", dy, dyOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dr", dr, drOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dw", dw, dwOffset, 16);
        Arguments.disjoint("dr", dr, drOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("dr", dr, drOffset, 48, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "dy", dy, dyOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "dw", dw, dwOffset, 16);
        Arguments.disjoint("dw", dw, dwOffset, 16, "x", x, xOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "r", r, rOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "w", w, wOffset, 16);
        Arguments.disjoint("dw", dw, dwOffset, 16, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "dy", dy, dyOffset, 48);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 32, "saved_1", saved_1, saved_1Offset, 3);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dr, dw. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[T=3, D=16]}, f32, 48 elements: read
     * @param xOffset where it begins in its array
     * @param r input {@code r[T=3, D=16]}, f32, 48 elements: read
     * @param rOffset where it begins in its array
     * @param w param {@code w[D=16]}, f32, 16 elements: read
     * @param wOffset where it begins in its array
     * @param ds cotangent of s {@code ds[T=3, D=16]}, f32, 48 elements: read
     * @param dsOffset where it begins in its array
     * @param dy cotangent of y {@code dy[T=3, D=16]}, f32, 48 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[T=3, D=16]}, f32, 48 elements: written
     * @param dxOffset where it begins in its array
     * @param dr gradient of r {@code dr[T=3, D=16]}, f32, 48 elements: written
     * @param drOffset where it begins in its array
     * @param dw gradient of w {@code dw[D=16]}, f32, 16 elements: written
     * @param dwOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] r, int rOffset, float[] w,
            int wOffset, float[] ds, int dsOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dr, int drOffset, float[] dw, int dwOffset, double[] workspace,
            int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, r, rOffset, w, wOffset, ds, dsOffset, dy, dyOffset, dx,
                dxOffset, dr, drOffset, dw, dwOffset, workspace, workspaceOffset);
        int wAtKeptBase = workspaceOffset;
        int wBase = wOffset;
        {
            double wAt = (double) w[wBase + 0];
            workspace[wAtKeptBase + 0] = wAt;
        }
        {
            double wAt = (double) w[wBase + 1];
            workspace[wAtKeptBase + 1] = wAt;
        }
        {
            double wAt = (double) w[wBase + 2];
            workspace[wAtKeptBase + 2] = wAt;
        }
        {
            double wAt = (double) w[wBase + 3];
            workspace[wAtKeptBase + 3] = wAt;
        }
        {
            double wAt = (double) w[wBase + 4];
            workspace[wAtKeptBase + 4] = wAt;
        }
        {
            double wAt = (double) w[wBase + 5];
            workspace[wAtKeptBase + 5] = wAt;
        }
        {
            double wAt = (double) w[wBase + 6];
            workspace[wAtKeptBase + 6] = wAt;
        }
        {
            double wAt = (double) w[wBase + 7];
            workspace[wAtKeptBase + 7] = wAt;
        }
        {
            double wAt = (double) w[wBase + 8];
            workspace[wAtKeptBase + 8] = wAt;
        }
        {
            double wAt = (double) w[wBase + 9];
            workspace[wAtKeptBase + 9] = wAt;
        }
        {
            double wAt = (double) w[wBase + 10];
            workspace[wAtKeptBase + 10] = wAt;
        }
        {
            double wAt = (double) w[wBase + 11];
            workspace[wAtKeptBase + 11] = wAt;
        }
        {
            double wAt = (double) w[wBase + 12];
            workspace[wAtKeptBase + 12] = wAt;
        }
        {
            double wAt = (double) w[wBase + 13];
            workspace[wAtKeptBase + 13] = wAt;
        }
        {
            double wAt = (double) w[wBase + 14];
            workspace[wAtKeptBase + 14] = wAt;
        }
        {
            double wAt = (double) w[wBase + 15];
            workspace[wAtKeptBase + 15] = wAt;
        }
        for (int iD = 0; iD < 16; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iT = 0; iT < 3; iT++) {
            backwardFrozenCollectForDwThenWriteDxAndDr(x, xOffset, r, rOffset, w, wOffset, ds,
                    dsOffset, dy, dyOffset, dx, dxOffset, dr, drOffset, dw, dwOffset, workspace,
                    workspaceOffset, iT);
        }
        int dwBase = dwOffset;
        int sumTotalBase = workspaceOffset + 16;
        dw[dwBase + 0] = (float) workspace[sumTotalBase + 0];
        dw[dwBase + 1] = (float) workspace[sumTotalBase + 1];
        dw[dwBase + 2] = (float) workspace[sumTotalBase + 2];
        dw[dwBase + 3] = (float) workspace[sumTotalBase + 3];
        dw[dwBase + 4] = (float) workspace[sumTotalBase + 4];
        dw[dwBase + 5] = (float) workspace[sumTotalBase + 5];
        dw[dwBase + 6] = (float) workspace[sumTotalBase + 6];
        dw[dwBase + 7] = (float) workspace[sumTotalBase + 7];
        dw[dwBase + 8] = (float) workspace[sumTotalBase + 8];
        dw[dwBase + 9] = (float) workspace[sumTotalBase + 9];
        dw[dwBase + 10] = (float) workspace[sumTotalBase + 10];
        dw[dwBase + 11] = (float) workspace[sumTotalBase + 11];
        dw[dwBase + 12] = (float) workspace[sumTotalBase + 12];
        dw[dwBase + 13] = (float) workspace[sumTotalBase + 13];
        dw[dwBase + 14] = (float) workspace[sumTotalBase + 14];
        dw[dwBase + 15] = (float) workspace[sumTotalBase + 15];
    }

    /**
     * For one T: collects the sum of s^2 along D for dw and dx and dr; the sum of (1 + w) * s * dy along D
     * for dx and dr; the sum along T for dw; writes dx, dr.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardFrozenCollectForDwThenWriteDxAndDr(float[] x, int xOffset,
            float[] r, int rOffset, float[] w, int wOffset, float[] ds, int dsOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dr, int drOffset, float[] dw,
            int dwOffset, double[] workspace, int workspaceOffset, int iT) {
        double sumTotal2 = 0.0;
        double sumTotal3 = 0.0;
        int xBase = xOffset + 16 * iT;
        int rBase = rOffset + 16 * iT;
        int wAtKeptBase = workspaceOffset;
        int dyBase = dyOffset + 16 * iT;
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
            double sValue = ((double) x[xBase + 0] + (double) r[rBase + 0]);
            sumSum_0 = sumSum_0 + (sValue * sValue);
            sumSum2_0 = sumSum2_0 + ((1.0 + workspace[wAtKeptBase + 0]) * (sValue * (double) dy[dyBase + 0]));
        }
        {
            double sValue = ((double) x[xBase + 1] + (double) r[rBase + 1]);
            sumSum_1 = sumSum_1 + (sValue * sValue);
            sumSum2_1 = sumSum2_1 + ((1.0 + workspace[wAtKeptBase + 1]) * (sValue * (double) dy[dyBase + 1]));
        }
        {
            double sValue = ((double) x[xBase + 2] + (double) r[rBase + 2]);
            sumSum_2 = sumSum_2 + (sValue * sValue);
            sumSum2_2 = sumSum2_2 + ((1.0 + workspace[wAtKeptBase + 2]) * (sValue * (double) dy[dyBase + 2]));
        }
        {
            double sValue = ((double) x[xBase + 3] + (double) r[rBase + 3]);
            sumSum_3 = sumSum_3 + (sValue * sValue);
            sumSum2_3 = sumSum2_3 + ((1.0 + workspace[wAtKeptBase + 3]) * (sValue * (double) dy[dyBase + 3]));
        }
        {
            double sValue = ((double) x[xBase + 4] + (double) r[rBase + 4]);
            sumSum_4 = sumSum_4 + (sValue * sValue);
            sumSum2_4 = sumSum2_4 + ((1.0 + workspace[wAtKeptBase + 4]) * (sValue * (double) dy[dyBase + 4]));
        }
        {
            double sValue = ((double) x[xBase + 5] + (double) r[rBase + 5]);
            sumSum_5 = sumSum_5 + (sValue * sValue);
            sumSum2_5 = sumSum2_5 + ((1.0 + workspace[wAtKeptBase + 5]) * (sValue * (double) dy[dyBase + 5]));
        }
        {
            double sValue = ((double) x[xBase + 6] + (double) r[rBase + 6]);
            sumSum_6 = sumSum_6 + (sValue * sValue);
            sumSum2_6 = sumSum2_6 + ((1.0 + workspace[wAtKeptBase + 6]) * (sValue * (double) dy[dyBase + 6]));
        }
        {
            double sValue = ((double) x[xBase + 7] + (double) r[rBase + 7]);
            sumSum_7 = sumSum_7 + (sValue * sValue);
            sumSum2_7 = sumSum2_7 + ((1.0 + workspace[wAtKeptBase + 7]) * (sValue * (double) dy[dyBase + 7]));
        }
        {
            double sValue = ((double) x[xBase + 8] + (double) r[rBase + 8]);
            sumSum_8 = sumSum_8 + (sValue * sValue);
            sumSum2_8 = sumSum2_8 + ((1.0 + workspace[wAtKeptBase + 8]) * (sValue * (double) dy[dyBase + 8]));
        }
        {
            double sValue = ((double) x[xBase + 9] + (double) r[rBase + 9]);
            sumSum_9 = sumSum_9 + (sValue * sValue);
            sumSum2_9 = sumSum2_9 + ((1.0 + workspace[wAtKeptBase + 9]) * (sValue * (double) dy[dyBase + 9]));
        }
        {
            double sValue = ((double) x[xBase + 10] + (double) r[rBase + 10]);
            sumSum_10 = sumSum_10 + (sValue * sValue);
            sumSum2_10 = sumSum2_10 + ((1.0 + workspace[wAtKeptBase + 10]) * (sValue * (double) dy[dyBase + 10]));
        }
        {
            double sValue = ((double) x[xBase + 11] + (double) r[rBase + 11]);
            sumSum_11 = sumSum_11 + (sValue * sValue);
            sumSum2_11 = sumSum2_11 + ((1.0 + workspace[wAtKeptBase + 11]) * (sValue * (double) dy[dyBase + 11]));
        }
        {
            double sValue = ((double) x[xBase + 12] + (double) r[rBase + 12]);
            sumSum_12 = sumSum_12 + (sValue * sValue);
            sumSum2_12 = sumSum2_12 + ((1.0 + workspace[wAtKeptBase + 12]) * (sValue * (double) dy[dyBase + 12]));
        }
        {
            double sValue = ((double) x[xBase + 13] + (double) r[rBase + 13]);
            sumSum_13 = sumSum_13 + (sValue * sValue);
            sumSum2_13 = sumSum2_13 + ((1.0 + workspace[wAtKeptBase + 13]) * (sValue * (double) dy[dyBase + 13]));
        }
        {
            double sValue = ((double) x[xBase + 14] + (double) r[rBase + 14]);
            sumSum_14 = sumSum_14 + (sValue * sValue);
            sumSum2_14 = sumSum2_14 + ((1.0 + workspace[wAtKeptBase + 14]) * (sValue * (double) dy[dyBase + 14]));
        }
        {
            double sValue = ((double) x[xBase + 15] + (double) r[rBase + 15]);
            sumSum_15 = sumSum_15 + (sValue * sValue);
            sumSum2_15 = sumSum2_15 + ((1.0 + workspace[wAtKeptBase + 15]) * (sValue * (double) dy[dyBase + 15]));
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
        sumTotal2 = sumSum;
        sumTotal3 = sumSum2;
        double t = Math.sqrt(((sumTotal2 / 16.0) + 1.0E-6));
        double t2 = (1.0 / t);
        double t3 = ((sumTotal3 / 16.0) / ((t * t) * t));
        int sumTotalBase = workspaceOffset + 16;
        int dxBase = dxOffset + 16 * iT;
        int drBase = drOffset + 16 * iT;
        int xBase2 = xOffset + 16 * iT;
        int rBase2 = rOffset + 16 * iT;
        int dyBase2 = dyOffset + 16 * iT;
        int dsBase = dsOffset + 16 * iT;
        int wAtKeptBase2 = workspaceOffset;
        int full = 16 - 16 % 4;
        for (int iD = 0; iD < full; iD += 4) {
            double wide_0 = (double) x[xBase2 + iD];
            double wide_1 = (double) x[xBase2 + iD + 1];
            double wide_2 = (double) x[xBase2 + iD + 2];
            double wide_3 = (double) x[xBase2 + iD + 3];
            double wide2_0 = (double) r[rBase2 + iD];
            double wide2_1 = (double) r[rBase2 + iD + 1];
            double wide2_2 = (double) r[rBase2 + iD + 2];
            double wide2_3 = (double) r[rBase2 + iD + 3];
            double wide3_0 = (double) dy[dyBase2 + iD];
            double wide3_1 = (double) dy[dyBase2 + iD + 1];
            double wide3_2 = (double) dy[dyBase2 + iD + 2];
            double wide3_3 = (double) dy[dyBase2 + iD + 3];
            double wide4_0 = (double) ds[dsBase + iD];
            double wide4_1 = (double) ds[dsBase + iD + 1];
            double wide4_2 = (double) ds[dsBase + iD + 2];
            double wide4_3 = (double) ds[dsBase + iD + 3];
            {
                double sValue2 = (wide_0 + wide2_0);
                double dyAt = wide3_0;
                workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + (t2 * (sValue2 * dyAt));
                double t4 = ((wide4_0 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD])) * dyAt)) - (t3 * sValue2));
                dx[dxBase + iD] = (float) t4;
                dr[drBase + iD] = (float) t4;
            }
            {
                double sValue2 = (wide_1 + wide2_1);
                double dyAt = wide3_1;
                workspace[sumTotalBase + iD + 1] = workspace[sumTotalBase + iD + 1] + (t2 * (sValue2 * dyAt));
                double t4 = ((wide4_1 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 1])) * dyAt)) - (t3 * sValue2));
                dx[dxBase + iD + 1] = (float) t4;
                dr[drBase + iD + 1] = (float) t4;
            }
            {
                double sValue2 = (wide_2 + wide2_2);
                double dyAt = wide3_2;
                workspace[sumTotalBase + iD + 2] = workspace[sumTotalBase + iD + 2] + (t2 * (sValue2 * dyAt));
                double t4 = ((wide4_2 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 2])) * dyAt)) - (t3 * sValue2));
                dx[dxBase + iD + 2] = (float) t4;
                dr[drBase + iD + 2] = (float) t4;
            }
            {
                double sValue2 = (wide_3 + wide2_3);
                double dyAt = wide3_3;
                workspace[sumTotalBase + iD + 3] = workspace[sumTotalBase + iD + 3] + (t2 * (sValue2 * dyAt));
                double t4 = ((wide4_3 + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD + 3])) * dyAt)) - (t3 * sValue2));
                dx[dxBase + iD + 3] = (float) t4;
                dr[drBase + iD + 3] = (float) t4;
            }
        }
        for (int iD = full; iD < 16; iD++) {
            double sValue2 = ((double) x[xBase2 + iD] + (double) r[rBase2 + iD]);
            double dyAt = (double) dy[dyBase2 + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + (t2 * (sValue2 * dyAt));
            double t4 = (((double) ds[dsBase + iD] + ((t2 * (1.0 + workspace[wAtKeptBase2 + iD])) * dyAt)) - (t3 * sValue2));
            dx[dxBase + iD] = (float) t4;
            dr[drBase + iD] = (float) t4;
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] r, int rOffset,
            float[] w, int wOffset, float[] ds, int dsOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dr, int drOffset, float[] dw, int dwOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 48);
        Arguments.range("r", r.length, rOffset, 48);
        Arguments.range("w", w.length, wOffset, 16);
        Arguments.range("ds", ds.length, dsOffset, 48);
        Arguments.range("dy", dy.length, dyOffset, 48);
        Arguments.range("dx", dx.length, dxOffset, 48);
        Arguments.range("dr", dr.length, drOffset, 48);
        Arguments.range("dw", dw.length, dwOffset, 16);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("dx", dx, dxOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("dx", dx, dxOffset, 48, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dy", dy, dyOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dr", dr, drOffset, 48);
        Arguments.disjoint("dx", dx, dxOffset, 48, "dw", dw, dwOffset, 16);
        Arguments.disjoint("dr", dr, drOffset, 48, "x", x, xOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "r", r, rOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "w", w, wOffset, 16);
        Arguments.disjoint("dr", dr, drOffset, 48, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "dy", dy, dyOffset, 48);
        Arguments.disjoint("dr", dr, drOffset, 48, "dw", dw, dwOffset, 16);
        Arguments.disjoint("dw", dw, dwOffset, 16, "x", x, xOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "r", r, rOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "w", w, wOffset, 16);
        Arguments.disjoint("dw", dw, dwOffset, 16, "ds", ds, dsOffset, 48);
        Arguments.disjoint("dw", dw, dwOffset, 16, "dy", dy, dyOffset, 48);
    }
}
