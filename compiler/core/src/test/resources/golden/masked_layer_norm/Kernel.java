package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.Sums;

/**
 * MaskedLayerNorm for N=2, T=3, D=5, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, T, D]
 * line 4: mask   m[N, T]
 * line 7: param  gamma[D] = 1
 * line 7: param  beta[D] = 0
 * line 5:        mean = mean[T, D; m](x)
 * line 5:        var = var[T, D; m](x)
 * line 5: output y = gamma * ((x - mean) / sqrt(var + 1e-5)) + beta
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each N, shared along T, D
 *     N  | T, D
 *     0  | a a ..
 *     1  | b b ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * saved_1 = sum[T](where(m == 0, 0, m))
 * t = saved_1 * size[D]
 * s = sqrt(var + 1e-5)
 * c = x - mean
 * sum = sum[T](c * dy)
 * sum2 = sum[T](dy)
 * r = 1 / s
 * dx = where(m == 0, 0, 1 / (where(t == 0, 1, t) * s) * m * (-(sum[D](gamma * sum) / (s^2) * c) - sum[D](gamma * sum2))) + r * gamma * dy
 * dgamma = sum[N](r * sum)
 * dbeta = sum[N](sum2)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class MaskedLayerNorm_2_3_5_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("MaskedLayerNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "T", "D"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("m", BufferRole.MASK, new String[] {"N", "T"}, new int[] {2, 3}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {5}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"D"}, new int[] {5}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "T", "D"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("saved_1", BufferRole.SAVED, new String[] {"N"}, new int[] {2}, DataType.F64, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"N"}, new int[] {2}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"N"}, new int[] {2}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "T", "D"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "T", "D"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"D"}, new int[] {5}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"D"}, new int[] {5}, DataType.F32, 0.0)
            .workspace("workspace", 56, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 12})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 12})
            .entry(Entry.BACKWARD, new int[] {0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 2, 8, 9, 10, 11, 12})
            .range(Entry.FORWARD, "N", 2, 1, false, 1, 32, 0L, 0)
            .range(Entry.INFER, "N", 2, 1, false, 1, 32, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public MaskedLayerNorm_2_3_5_f32() {
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
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(5), bindings.offset(5),
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.floats(10), bindings.offset(10), bindings.floats(11), bindings.offset(11),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(8),
                bindings.offset(8), bindings.floats(9), bindings.offset(9), bindings.floats(10),
                bindings.offset(10), bindings.floats(11), bindings.offset(11), bindings.doubles(12),
                bindings.offset(12));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4), bindings.doubles(5),
                    bindings.offset(5), bindings.doubles(6), bindings.offset(6),
                    bindings.doubles(7), bindings.offset(7), bindings.doubles(12),
                    bindings.offset(12), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4),
                    bindings.doubles(12), bindings.offset(12), task, begin, end);
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
     * <p>Writes saved_1, saved_var, saved_mean, y. Arrays hold dense row-major tensors; offsets and sizes
     * are in elements.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=5]}, f32, 5 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2]}, f64, 2 elements: written
     * @param saved_1Offset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2]}, f64, 2 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2]}, f64, 2 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                saved_1, saved_1Offset, saved_var, saved_varOffset, saved_mean, saved_meanOffset,
                workspace, workspaceOffset);
        forwardPart(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                saved_1, saved_1Offset, saved_var, saved_varOffset, saved_mean, saved_meanOffset,
                workspace, workspaceOffset, 0, 2);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=5]}, f32, 5 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2]}, f64, 2 elements: written
     * @param saved_1Offset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2]}, f64, 2 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2]}, f64, 2 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, double[] workspace, int workspaceOffset, int task, int rangeBegin,
            int rangeEnd) {
        forwardChecks(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                saved_1, saved_1Offset, saved_var, saved_varOffset, saved_mean, saved_meanOffset,
                workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 2, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        forwardPart(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                saved_1, saved_1Offset, saved_var, saved_varOffset, saved_mean, saved_meanOffset,
                workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 8;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 2];
            workspace[gammaAtKeptBase + 2] = gammaAt;
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 3];
            workspace[gammaAtKeptBase + 3] = gammaAt;
            double betaAt = (double) beta[betaBase + 3];
            workspace[betaAtKeptBase + 3] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 4];
            workspace[gammaAtKeptBase + 4] = gammaAt;
            double betaAt = (double) beta[betaBase + 4];
            workspace[betaAtKeptBase + 4] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardCollectForMeanAndSaved1AndVarThenWriteY(x, xOffset, m, mOffset, gamma,
                    gammaOffset, beta, betaOffset, y, yOffset, saved_1, saved_1Offset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: keeps m in f64; collects the sum of where(m == 0, 0, m * x) along T, D for mean; the sum
     * of where(m == 0, 0, m) along T for saved_1; the sum along T, D for var; keeps 1 / sqrt(var + 1e-5) *
     * gamma; writes saved_1, saved_var, saved_mean, y.
     *
     * <p>Specification, line 5.
     */
    private static void forwardCollectForMeanAndSaved1AndVarThenWriteY(float[] x, int xOffset,
            float[] m, int mOffset, float[] gamma, int gammaOffset, float[] beta, int betaOffset,
            float[] y, int yOffset, double[] saved_1, int saved_1Offset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int mAtKeptBase = workspaceOffset + 16;
        int mBase = mOffset + 3 * iN;
        {
            double mAt = (double) m[mBase + 0];
            workspace[mAtKeptBase + 0] = mAt;
        }
        {
            double mAt = (double) m[mBase + 1];
            workspace[mAtKeptBase + 1] = mAt;
        }
        {
            double mAt = (double) m[mBase + 2];
            workspace[mAtKeptBase + 2] = mAt;
        }
        double sumTotal = 0.0;
        double sumError = 0.0;
        for (int iT = 0; iT < 3; iT++) {
            double mAt2 = workspace[workspaceOffset + 16 + iT];
            int xBase = xOffset + 15 * iN + 5 * iT;
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
            sumSum_0 = sumSum_0 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 0]));
            sumSum_1 = sumSum_1 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 1]));
            sumSum_2 = sumSum_2 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 2]));
            sumSum_3 = sumSum_3 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 3]));
            sumSum_4 = sumSum_4 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 4]));
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
            double added = sumSum;
            double next = sumTotal + added;
            double part = next - sumTotal;
            sumError = sumError + ((sumTotal - (next - part)) + (added - part));
            sumTotal = next;
        }
        double total = Sums.total(sumTotal, sumError);
        sumError = Sums.rest(sumTotal, sumError, total);
        sumTotal = total;
        double sumTotal2 = 0.0;
        int mAtKeptBase2 = workspaceOffset + 16;
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
            double mAt3 = workspace[mAtKeptBase2 + 0];
            sumSum2_0 = sumSum2_0 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 1];
            sumSum2_1 = sumSum2_1 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 2];
            sumSum2_2 = sumSum2_2 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
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
        sumTotal2 = sumSum2;
        double t = (sumTotal2 * 5.0);
        double meanValue = Sums.mean(sumTotal, sumError, (t == 0.0 ? 1.0 : t));
        double sumTotal3 = 0.0;
        double sumError2 = 0.0;
        for (int iT = 0; iT < 3; iT++) {
            double mAt4 = workspace[workspaceOffset + 16 + iT];
            int xBase2 = xOffset + 15 * iN + 5 * iT;
            double sumSum3_0 = 0.0;
            double sumSum3_1 = 0.0;
            double sumSum3_2 = 0.0;
            double sumSum3_3 = 0.0;
            double sumSum3_4 = 0.0;
            double sumSum3_5 = 0.0;
            double sumSum3_6 = 0.0;
            double sumSum3_7 = 0.0;
            double sumSum3_8 = 0.0;
            double sumSum3_9 = 0.0;
            double sumSum3_10 = 0.0;
            double sumSum3_11 = 0.0;
            double sumSum3_12 = 0.0;
            double sumSum3_13 = 0.0;
            double sumSum3_14 = 0.0;
            double sumSum3_15 = 0.0;
            {
                double t2 = ((double) x[xBase2 + 0] - meanValue);
                sumSum3_0 = sumSum3_0 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            sumSum3_0 = sumSum3_0 + sumSum3_8;
            sumSum3_1 = sumSum3_1 + sumSum3_9;
            sumSum3_2 = sumSum3_2 + sumSum3_10;
            sumSum3_3 = sumSum3_3 + sumSum3_11;
            sumSum3_4 = sumSum3_4 + sumSum3_12;
            sumSum3_5 = sumSum3_5 + sumSum3_13;
            sumSum3_6 = sumSum3_6 + sumSum3_14;
            sumSum3_7 = sumSum3_7 + sumSum3_15;
            sumSum3_0 = sumSum3_0 + sumSum3_4;
            sumSum3_1 = sumSum3_1 + sumSum3_5;
            sumSum3_2 = sumSum3_2 + sumSum3_6;
            sumSum3_3 = sumSum3_3 + sumSum3_7;
            sumSum3_0 = sumSum3_0 + sumSum3_2;
            sumSum3_1 = sumSum3_1 + sumSum3_3;
            sumSum3_0 = sumSum3_0 + sumSum3_1;
            double sumSum3 = sumSum3_0;
            double added2 = sumSum3;
            double next2 = sumTotal3 + added2;
            double part2 = next2 - sumTotal3;
            sumError2 = sumError2 + ((sumTotal3 - (next2 - part2)) + (added2 - part2));
            sumTotal3 = next2;
        }
        double total2 = Sums.total(sumTotal3, sumError2);
        sumError2 = Sums.rest(sumTotal3, sumError2, total2);
        sumTotal3 = total2;
        double t3 = (1.0 / Math.sqrt((Sums.mean(sumTotal3, sumError2, (t == 0.0 ? 1.0 : t)) + 1.0E-5)));
        int tKeptBase = workspaceOffset + 24;
        int gammaAtKeptBase = workspaceOffset;
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 0]);
            workspace[tKeptBase + 0] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 1]);
            workspace[tKeptBase + 1] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 2]);
            workspace[tKeptBase + 2] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 3]);
            workspace[tKeptBase + 3] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 4]);
            workspace[tKeptBase + 4] = t4;
        }
        saved_1[saved_1Offset + iN] = sumTotal2;
        double t5 = (t == 0.0 ? 1.0 : t);
        saved_var[saved_varOffset + iN] = Sums.mean(sumTotal3, sumError2, t5);
        saved_mean[saved_meanOffset + iN] = meanValue;
        for (int iT = 0; iT < 3; iT++) {
            int yBase = yOffset + 15 * iN + 5 * iT;
            int tKeptBase2 = workspaceOffset + 24;
            int xBase3 = xOffset + 15 * iN + 5 * iT;
            int betaAtKeptBase = workspaceOffset + 8;
            y[yBase + 0] = (float) ((workspace[tKeptBase2 + 0] * ((double) x[xBase3 + 0] - meanValue)) + workspace[betaAtKeptBase + 0]);
            y[yBase + 1] = (float) ((workspace[tKeptBase2 + 1] * ((double) x[xBase3 + 1] - meanValue)) + workspace[betaAtKeptBase + 1]);
            y[yBase + 2] = (float) ((workspace[tKeptBase2 + 2] * ((double) x[xBase3 + 2] - meanValue)) + workspace[betaAtKeptBase + 2]);
            y[yBase + 3] = (float) ((workspace[tKeptBase2 + 3] * ((double) x[xBase3 + 3] - meanValue)) + workspace[betaAtKeptBase + 3]);
            y[yBase + 4] = (float) ((workspace[tKeptBase2 + 4] * ((double) x[xBase3 + 4] - meanValue)) + workspace[betaAtKeptBase + 4]);
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("m", m.length, mOffset, 6);
        Arguments.range("gamma", gamma.length, gammaOffset, 5);
        Arguments.range("beta", beta.length, betaOffset, 5);
        Arguments.range("y", y.length, yOffset, 30);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 2);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 2);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 2);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("y", y, yOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("y", y, yOffset, 30, "m", m, mOffset, 6);
        Arguments.disjoint("y", y, yOffset, 30, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("y", y, yOffset, 30, "beta", beta, betaOffset, 5);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 2, "saved_var", saved_var, saved_varOffset, 2);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 2, "saved_mean", saved_mean, saved_meanOffset, 2);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 2, "workspace", workspace, workspaceOffset, 56);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 2, "saved_mean", saved_mean, saved_meanOffset, 2);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 2, "workspace", workspace, workspaceOffset, 56);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 2, "workspace", workspace, workspaceOffset, 56);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=5]}, f32, 5 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        inferChecks(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset);
        inferPart(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset, 0, 2);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=5]}, f32, 5 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 2, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        inferPart(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 8;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 2];
            workspace[gammaAtKeptBase + 2] = gammaAt;
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 3];
            workspace[gammaAtKeptBase + 3] = gammaAt;
            double betaAt = (double) beta[betaBase + 3];
            workspace[betaAtKeptBase + 3] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 4];
            workspace[gammaAtKeptBase + 4] = gammaAt;
            double betaAt = (double) beta[betaBase + 4];
            workspace[betaAtKeptBase + 4] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferMeanAndVarThenWriteY(x, xOffset, m, mOffset, gamma, gammaOffset, beta, betaOffset,
                    y, yOffset, workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: keeps m in f64; collects the sum of where(m == 0, 0, m * x) along T, D for mean; the sum
     * of where(m == 0, 0, m) along T for mean and var; the sum along T, D for var; keeps 1 / sqrt(var +
     * 1e-5) * gamma; writes y.
     *
     * <p>Specification, line 5.
     */
    private static void inferMeanAndVarThenWriteY(float[] x, int xOffset, float[] m, int mOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int iN) {
        int mAtKeptBase = workspaceOffset + 16;
        int mBase = mOffset + 3 * iN;
        {
            double mAt = (double) m[mBase + 0];
            workspace[mAtKeptBase + 0] = mAt;
        }
        {
            double mAt = (double) m[mBase + 1];
            workspace[mAtKeptBase + 1] = mAt;
        }
        {
            double mAt = (double) m[mBase + 2];
            workspace[mAtKeptBase + 2] = mAt;
        }
        double sumTotal = 0.0;
        double sumError = 0.0;
        for (int iT = 0; iT < 3; iT++) {
            double mAt2 = workspace[workspaceOffset + 16 + iT];
            int xBase = xOffset + 15 * iN + 5 * iT;
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
            sumSum_0 = sumSum_0 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 0]));
            sumSum_1 = sumSum_1 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 1]));
            sumSum_2 = sumSum_2 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 2]));
            sumSum_3 = sumSum_3 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 3]));
            sumSum_4 = sumSum_4 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 4]));
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
            double added = sumSum;
            double next = sumTotal + added;
            double part = next - sumTotal;
            sumError = sumError + ((sumTotal - (next - part)) + (added - part));
            sumTotal = next;
        }
        double total = Sums.total(sumTotal, sumError);
        sumError = Sums.rest(sumTotal, sumError, total);
        sumTotal = total;
        double sumTotal2 = 0.0;
        int mAtKeptBase2 = workspaceOffset + 16;
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
            double mAt3 = workspace[mAtKeptBase2 + 0];
            sumSum2_0 = sumSum2_0 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 1];
            sumSum2_1 = sumSum2_1 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 2];
            sumSum2_2 = sumSum2_2 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
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
        sumTotal2 = sumSum2;
        double t = (sumTotal2 * 5.0);
        double meanValue = Sums.mean(sumTotal, sumError, (t == 0.0 ? 1.0 : t));
        double sumTotal3 = 0.0;
        double sumError2 = 0.0;
        for (int iT = 0; iT < 3; iT++) {
            double mAt4 = workspace[workspaceOffset + 16 + iT];
            int xBase2 = xOffset + 15 * iN + 5 * iT;
            double sumSum3_0 = 0.0;
            double sumSum3_1 = 0.0;
            double sumSum3_2 = 0.0;
            double sumSum3_3 = 0.0;
            double sumSum3_4 = 0.0;
            double sumSum3_5 = 0.0;
            double sumSum3_6 = 0.0;
            double sumSum3_7 = 0.0;
            double sumSum3_8 = 0.0;
            double sumSum3_9 = 0.0;
            double sumSum3_10 = 0.0;
            double sumSum3_11 = 0.0;
            double sumSum3_12 = 0.0;
            double sumSum3_13 = 0.0;
            double sumSum3_14 = 0.0;
            double sumSum3_15 = 0.0;
            {
                double t2 = ((double) x[xBase2 + 0] - meanValue);
                sumSum3_0 = sumSum3_0 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            sumSum3_0 = sumSum3_0 + sumSum3_8;
            sumSum3_1 = sumSum3_1 + sumSum3_9;
            sumSum3_2 = sumSum3_2 + sumSum3_10;
            sumSum3_3 = sumSum3_3 + sumSum3_11;
            sumSum3_4 = sumSum3_4 + sumSum3_12;
            sumSum3_5 = sumSum3_5 + sumSum3_13;
            sumSum3_6 = sumSum3_6 + sumSum3_14;
            sumSum3_7 = sumSum3_7 + sumSum3_15;
            sumSum3_0 = sumSum3_0 + sumSum3_4;
            sumSum3_1 = sumSum3_1 + sumSum3_5;
            sumSum3_2 = sumSum3_2 + sumSum3_6;
            sumSum3_3 = sumSum3_3 + sumSum3_7;
            sumSum3_0 = sumSum3_0 + sumSum3_2;
            sumSum3_1 = sumSum3_1 + sumSum3_3;
            sumSum3_0 = sumSum3_0 + sumSum3_1;
            double sumSum3 = sumSum3_0;
            double added2 = sumSum3;
            double next2 = sumTotal3 + added2;
            double part2 = next2 - sumTotal3;
            sumError2 = sumError2 + ((sumTotal3 - (next2 - part2)) + (added2 - part2));
            sumTotal3 = next2;
        }
        double total2 = Sums.total(sumTotal3, sumError2);
        sumError2 = Sums.rest(sumTotal3, sumError2, total2);
        sumTotal3 = total2;
        double t3 = (1.0 / Math.sqrt((Sums.mean(sumTotal3, sumError2, (t == 0.0 ? 1.0 : t)) + 1.0E-5)));
        int tKeptBase = workspaceOffset + 24;
        int gammaAtKeptBase = workspaceOffset;
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 0]);
            workspace[tKeptBase + 0] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 1]);
            workspace[tKeptBase + 1] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 2]);
            workspace[tKeptBase + 2] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 3]);
            workspace[tKeptBase + 3] = t4;
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 4]);
            workspace[tKeptBase + 4] = t4;
        }
        for (int iT = 0; iT < 3; iT++) {
            int yBase = yOffset + 15 * iN + 5 * iT;
            int tKeptBase2 = workspaceOffset + 24;
            int xBase3 = xOffset + 15 * iN + 5 * iT;
            int betaAtKeptBase = workspaceOffset + 8;
            y[yBase + 0] = (float) ((workspace[tKeptBase2 + 0] * ((double) x[xBase3 + 0] - meanValue)) + workspace[betaAtKeptBase + 0]);
            y[yBase + 1] = (float) ((workspace[tKeptBase2 + 1] * ((double) x[xBase3 + 1] - meanValue)) + workspace[betaAtKeptBase + 1]);
            y[yBase + 2] = (float) ((workspace[tKeptBase2 + 2] * ((double) x[xBase3 + 2] - meanValue)) + workspace[betaAtKeptBase + 2]);
            y[yBase + 3] = (float) ((workspace[tKeptBase2 + 3] * ((double) x[xBase3 + 3] - meanValue)) + workspace[betaAtKeptBase + 3]);
            y[yBase + 4] = (float) ((workspace[tKeptBase2 + 4] * ((double) x[xBase3 + 4] - meanValue)) + workspace[betaAtKeptBase + 4]);
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("m", m.length, mOffset, 6);
        Arguments.range("gamma", gamma.length, gammaOffset, 5);
        Arguments.range("beta", beta.length, betaOffset, 5);
        Arguments.range("y", y.length, yOffset, 30);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("y", y, yOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("y", y, yOffset, 30, "m", m, mOffset, 6);
        Arguments.disjoint("y", y, yOffset, 30, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("y", y, yOffset, 30, "beta", beta, betaOffset, 5);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2]}, f64, 2 elements: read
     * @param saved_1Offset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2]}, f64, 2 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2]}, f64, 2 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=5]}, f32, 5 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=5]}, f32, 5 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, double[] saved_1, int saved_1Offset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, m, mOffset, gamma, gammaOffset, saved_1, saved_1Offset,
                saved_var, saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx,
                dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset);
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 2];
            workspace[gammaAtKeptBase + 2] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 3];
            workspace[gammaAtKeptBase + 3] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 4];
            workspace[gammaAtKeptBase + 4] = gammaAt;
        }
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 8 + iD] = 0.0;
        }
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardCollectForDbetaAndDgammaThenWriteDx(x, xOffset, m, mOffset, gamma, gammaOffset,
                    saved_1, saved_1Offset, saved_var, saved_varOffset, saved_mean,
                    saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                    dbetaOffset, workspace, workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) workspace[sumTotal2Base + 2];
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
        dgamma[dgammaBase + 3] = (float) workspace[sumTotal2Base + 3];
        dbeta[dbetaBase + 3] = (float) workspace[sumTotalBase + 3];
        dgamma[dgammaBase + 4] = (float) workspace[sumTotal2Base + 4];
        dbeta[dbetaBase + 4] = (float) workspace[sumTotalBase + 4];
    }

    /**
     * For one N: keeps 1 / sqrt(var + 1e-5) * gamma; collects the sum of dy along T for dbeta; the sum of
     * (x - mean) * dy along T for dgamma; the sum of sum[T](dy) along N for dbeta; the sum along N for
     * dgamma; the sum of gamma * sum[T](dy) along D for dx; and 1 more; writes dx.
     *
     * <p>Specification, lines 3, 7.
     */
    private static void backwardCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] m, int mOffset, float[] gamma, int gammaOffset, double[] saved_1,
            int saved_1Offset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        double t = (1.0 / Math.sqrt((saved_var[saved_varOffset + iN] + 1.0E-5)));
        int tKeptBase = workspaceOffset + 24;
        int gammaAtKeptBase = workspaceOffset;
        {
            double t2 = (t * workspace[gammaAtKeptBase + 0]);
            workspace[tKeptBase + 0] = t2;
        }
        {
            double t2 = (t * workspace[gammaAtKeptBase + 1]);
            workspace[tKeptBase + 1] = t2;
        }
        {
            double t2 = (t * workspace[gammaAtKeptBase + 2]);
            workspace[tKeptBase + 2] = t2;
        }
        {
            double t2 = (t * workspace[gammaAtKeptBase + 3]);
            workspace[tKeptBase + 3] = t2;
        }
        {
            double t2 = (t * workspace[gammaAtKeptBase + 4]);
            workspace[tKeptBase + 4] = t2;
        }
        double meanValue = saved_mean[saved_meanOffset + iN];
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 32 + iD] = 0.0;
        }
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 40 + iD] = 0.0;
        }
        for (int iT = 0; iT < 3; iT++) {
            int sumTotal3Base = workspaceOffset + 32;
            int sumTotal4Base = workspaceOffset + 40;
            int dyBase = dyOffset + 15 * iN + 5 * iT;
            int xBase = xOffset + 15 * iN + 5 * iT;
            {
                double dyAt = (double) dy[dyBase + 0];
                workspace[sumTotal3Base + 0] = workspace[sumTotal3Base + 0] + dyAt;
                workspace[sumTotal4Base + 0] = workspace[sumTotal4Base + 0] + (((double) x[xBase + 0] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 1];
                workspace[sumTotal3Base + 1] = workspace[sumTotal3Base + 1] + dyAt;
                workspace[sumTotal4Base + 1] = workspace[sumTotal4Base + 1] + (((double) x[xBase + 1] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 2];
                workspace[sumTotal3Base + 2] = workspace[sumTotal3Base + 2] + dyAt;
                workspace[sumTotal4Base + 2] = workspace[sumTotal4Base + 2] + (((double) x[xBase + 2] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 3];
                workspace[sumTotal3Base + 3] = workspace[sumTotal3Base + 3] + dyAt;
                workspace[sumTotal4Base + 3] = workspace[sumTotal4Base + 3] + (((double) x[xBase + 3] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 4];
                workspace[sumTotal3Base + 4] = workspace[sumTotal3Base + 4] + dyAt;
                workspace[sumTotal4Base + 4] = workspace[sumTotal4Base + 4] + (((double) x[xBase + 4] - meanValue) * dyAt);
            }
        }
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int sumTotal3Base2 = workspaceOffset + 32;
        int sumTotal4Base2 = workspaceOffset + 40;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + workspace[sumTotal3Base2 + 0];
        workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t * workspace[sumTotal4Base2 + 0]);
        workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + workspace[sumTotal3Base2 + 1];
        workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t * workspace[sumTotal4Base2 + 1]);
        workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + workspace[sumTotal3Base2 + 2];
        workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t * workspace[sumTotal4Base2 + 2]);
        workspace[sumTotalBase + 3] = workspace[sumTotalBase + 3] + workspace[sumTotal3Base2 + 3];
        workspace[sumTotal2Base + 3] = workspace[sumTotal2Base + 3] + (t * workspace[sumTotal4Base2 + 3]);
        workspace[sumTotalBase + 4] = workspace[sumTotalBase + 4] + workspace[sumTotal3Base2 + 4];
        workspace[sumTotal2Base + 4] = workspace[sumTotal2Base + 4] + (t * workspace[sumTotal4Base2 + 4]);
        double sumTotal5 = 0.0;
        double sumTotal6 = 0.0;
        int gammaAtKeptBase2 = workspaceOffset;
        int sumTotal3Base3 = workspaceOffset + 32;
        int sumTotal4Base3 = workspaceOffset + 40;
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
            double gammaAt2 = workspace[gammaAtKeptBase2 + 0];
            sumSum_0 = sumSum_0 + (gammaAt2 * workspace[sumTotal3Base3 + 0]);
            sumSum2_0 = sumSum2_0 + (gammaAt2 * workspace[sumTotal4Base3 + 0]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 1];
            sumSum_1 = sumSum_1 + (gammaAt2 * workspace[sumTotal3Base3 + 1]);
            sumSum2_1 = sumSum2_1 + (gammaAt2 * workspace[sumTotal4Base3 + 1]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 2];
            sumSum_2 = sumSum_2 + (gammaAt2 * workspace[sumTotal3Base3 + 2]);
            sumSum2_2 = sumSum2_2 + (gammaAt2 * workspace[sumTotal4Base3 + 2]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 3];
            sumSum_3 = sumSum_3 + (gammaAt2 * workspace[sumTotal3Base3 + 3]);
            sumSum2_3 = sumSum2_3 + (gammaAt2 * workspace[sumTotal4Base3 + 3]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 4];
            sumSum_4 = sumSum_4 + (gammaAt2 * workspace[sumTotal3Base3 + 4]);
            sumSum2_4 = sumSum2_4 + (gammaAt2 * workspace[sumTotal4Base3 + 4]);
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
        sumTotal5 = sumSum;
        sumTotal6 = sumSum2;
        double t3 = (saved_1[saved_1Offset + iN] * 5.0);
        double t4 = Math.sqrt((saved_var[saved_varOffset + iN] + 1.0E-5));
        double t5 = (1.0 / ((t3 == 0.0 ? 1.0 : t3) * t4));
        double t6 = (sumTotal6 / (t4 * t4));
        for (int iT = 0; iT < 3; iT++) {
            double mAt = (double) m[mOffset + 3 * iN + iT];
            double t7 = (t5 * mAt);
            int dxBase = dxOffset + 15 * iN + 5 * iT;
            int xBase2 = xOffset + 15 * iN + 5 * iT;
            int tKeptBase2 = workspaceOffset + 24;
            int dyBase2 = dyOffset + 15 * iN + 5 * iT;
            dx[dxBase + 0] = (float) ((mAt == 0.0 ? 0.0 : (t7 * ((-(t6 * ((double) x[xBase2 + 0] - meanValue))) - sumTotal5))) + (workspace[tKeptBase2 + 0] * (double) dy[dyBase2 + 0]));
            dx[dxBase + 1] = (float) ((mAt == 0.0 ? 0.0 : (t7 * ((-(t6 * ((double) x[xBase2 + 1] - meanValue))) - sumTotal5))) + (workspace[tKeptBase2 + 1] * (double) dy[dyBase2 + 1]));
            dx[dxBase + 2] = (float) ((mAt == 0.0 ? 0.0 : (t7 * ((-(t6 * ((double) x[xBase2 + 2] - meanValue))) - sumTotal5))) + (workspace[tKeptBase2 + 2] * (double) dy[dyBase2 + 2]));
            dx[dxBase + 3] = (float) ((mAt == 0.0 ? 0.0 : (t7 * ((-(t6 * ((double) x[xBase2 + 3] - meanValue))) - sumTotal5))) + (workspace[tKeptBase2 + 3] * (double) dy[dyBase2 + 3]));
            dx[dxBase + 4] = (float) ((mAt == 0.0 ? 0.0 : (t7 * ((-(t6 * ((double) x[xBase2 + 4] - meanValue))) - sumTotal5))) + (workspace[tKeptBase2 + 4] * (double) dy[dyBase2 + 4]));
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] m, int mOffset,
            float[] gamma, int gammaOffset, double[] saved_1, int saved_1Offset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("m", m.length, mOffset, 6);
        Arguments.range("gamma", gamma.length, gammaOffset, 5);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 2);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 2);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 2);
        Arguments.range("dy", dy.length, dyOffset, 30);
        Arguments.range("dx", dx.length, dxOffset, 30);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 5);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 5);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "m", m, mOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 30, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dgamma", dgamma, dgammaOffset, 5);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dbeta", dbeta, dbetaOffset, 5);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "x", x, xOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "m", m, mOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "dbeta", dbeta, dbetaOffset, 5);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "x", x, xOffset, 30);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "m", m, mOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "dy", dy, dyOffset, 30);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_1", saved_1, saved_1Offset, 2);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_var", saved_var, saved_varOffset, 2);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_mean", saved_mean, saved_meanOffset, 2);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param m mask {@code m[N=2, T=3]}, f32, 6 elements: read
     * @param mOffset where it begins in its array
     * @param gamma param {@code gamma[D=5]}, f32, 5 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, T=3, D=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, T=3, D=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=5]}, f32, 5 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=5]}, f32, 5 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] m, int mOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, m, mOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset);
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 2];
            workspace[gammaAtKeptBase + 2] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 3];
            workspace[gammaAtKeptBase + 3] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 4];
            workspace[gammaAtKeptBase + 4] = gammaAt;
        }
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 8 + iD] = 0.0;
        }
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardFrozenWriteDx(x, xOffset, m, mOffset, gamma, gammaOffset, dy, dyOffset, dx,
                    dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset,
                    iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) workspace[sumTotal2Base + 2];
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
        dgamma[dgammaBase + 3] = (float) workspace[sumTotal2Base + 3];
        dbeta[dbetaBase + 3] = (float) workspace[sumTotalBase + 3];
        dgamma[dgammaBase + 4] = (float) workspace[sumTotal2Base + 4];
        dbeta[dbetaBase + 4] = (float) workspace[sumTotalBase + 4];
    }

    /**
     * For one N: keeps m in f64; collects the sum of where(m == 0, 0, m * x) along T, D for mean; the sum
     * of dy along T for dbeta; the sum of where(m == 0, 0, m) along T for mean and var; the sum along T, D
     * for var; the sum of (x - mean) * dy along T for dgamma; and 5 more; writes dx.
     *
     * <p>Specification, lines 3, 5, 7.
     */
    private static void backwardFrozenWriteDx(float[] x, int xOffset, float[] m, int mOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int mAtKeptBase = workspaceOffset + 24;
        int mBase = mOffset + 3 * iN;
        {
            double mAt = (double) m[mBase + 0];
            workspace[mAtKeptBase + 0] = mAt;
        }
        {
            double mAt = (double) m[mBase + 1];
            workspace[mAtKeptBase + 1] = mAt;
        }
        {
            double mAt = (double) m[mBase + 2];
            workspace[mAtKeptBase + 2] = mAt;
        }
        double sumTotal3 = 0.0;
        double sumError = 0.0;
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 32 + iD] = 0.0;
        }
        for (int iT = 0; iT < 3; iT++) {
            double mAt2 = workspace[workspaceOffset + 24 + iT];
            int xBase = xOffset + 15 * iN + 5 * iT;
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
            sumSum_0 = sumSum_0 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 0]));
            sumSum_1 = sumSum_1 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 1]));
            sumSum_2 = sumSum_2 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 2]));
            sumSum_3 = sumSum_3 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 3]));
            sumSum_4 = sumSum_4 + (mAt2 == 0.0 ? 0.0 : (mAt2 * (double) x[xBase + 4]));
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
            double added = sumSum;
            double next = sumTotal3 + added;
            double part = next - sumTotal3;
            sumError = sumError + ((sumTotal3 - (next - part)) + (added - part));
            sumTotal3 = next;
            int sumTotal4Base = workspaceOffset + 32;
            int dyBase = dyOffset + 15 * iN + 5 * iT;
            workspace[sumTotal4Base + 0] = workspace[sumTotal4Base + 0] + (double) dy[dyBase + 0];
            workspace[sumTotal4Base + 1] = workspace[sumTotal4Base + 1] + (double) dy[dyBase + 1];
            workspace[sumTotal4Base + 2] = workspace[sumTotal4Base + 2] + (double) dy[dyBase + 2];
            workspace[sumTotal4Base + 3] = workspace[sumTotal4Base + 3] + (double) dy[dyBase + 3];
            workspace[sumTotal4Base + 4] = workspace[sumTotal4Base + 4] + (double) dy[dyBase + 4];
        }
        double total = Sums.total(sumTotal3, sumError);
        sumError = Sums.rest(sumTotal3, sumError, total);
        sumTotal3 = total;
        double sumTotal5 = 0.0;
        int mAtKeptBase2 = workspaceOffset + 24;
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
            double mAt3 = workspace[mAtKeptBase2 + 0];
            sumSum2_0 = sumSum2_0 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 1];
            sumSum2_1 = sumSum2_1 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
        {
            double mAt3 = workspace[mAtKeptBase2 + 2];
            sumSum2_2 = sumSum2_2 + (mAt3 == 0.0 ? 0.0 : mAt3);
        }
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
        sumTotal5 = sumSum2;
        double t = (sumTotal5 * 5.0);
        double meanValue = Sums.mean(sumTotal3, sumError, (t == 0.0 ? 1.0 : t));
        double sumTotal6 = 0.0;
        double sumError2 = 0.0;
        for (int iD = 0; iD < 5; iD++) {
            workspace[workspaceOffset + 40 + iD] = 0.0;
        }
        for (int iT = 0; iT < 3; iT++) {
            double mAt4 = workspace[workspaceOffset + 24 + iT];
            int xBase2 = xOffset + 15 * iN + 5 * iT;
            double sumSum3_0 = 0.0;
            double sumSum3_1 = 0.0;
            double sumSum3_2 = 0.0;
            double sumSum3_3 = 0.0;
            double sumSum3_4 = 0.0;
            double sumSum3_5 = 0.0;
            double sumSum3_6 = 0.0;
            double sumSum3_7 = 0.0;
            double sumSum3_8 = 0.0;
            double sumSum3_9 = 0.0;
            double sumSum3_10 = 0.0;
            double sumSum3_11 = 0.0;
            double sumSum3_12 = 0.0;
            double sumSum3_13 = 0.0;
            double sumSum3_14 = 0.0;
            double sumSum3_15 = 0.0;
            {
                double t2 = ((double) x[xBase2 + 0] - meanValue);
                sumSum3_0 = sumSum3_0 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            {
                double t2 = ((double) x[xBase2 + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (mAt4 == 0.0 ? 0.0 : (mAt4 * (t2 * t2)));
            }
            sumSum3_0 = sumSum3_0 + sumSum3_8;
            sumSum3_1 = sumSum3_1 + sumSum3_9;
            sumSum3_2 = sumSum3_2 + sumSum3_10;
            sumSum3_3 = sumSum3_3 + sumSum3_11;
            sumSum3_4 = sumSum3_4 + sumSum3_12;
            sumSum3_5 = sumSum3_5 + sumSum3_13;
            sumSum3_6 = sumSum3_6 + sumSum3_14;
            sumSum3_7 = sumSum3_7 + sumSum3_15;
            sumSum3_0 = sumSum3_0 + sumSum3_4;
            sumSum3_1 = sumSum3_1 + sumSum3_5;
            sumSum3_2 = sumSum3_2 + sumSum3_6;
            sumSum3_3 = sumSum3_3 + sumSum3_7;
            sumSum3_0 = sumSum3_0 + sumSum3_2;
            sumSum3_1 = sumSum3_1 + sumSum3_3;
            sumSum3_0 = sumSum3_0 + sumSum3_1;
            double sumSum3 = sumSum3_0;
            double added2 = sumSum3;
            double next2 = sumTotal6 + added2;
            double part2 = next2 - sumTotal6;
            sumError2 = sumError2 + ((sumTotal6 - (next2 - part2)) + (added2 - part2));
            sumTotal6 = next2;
            int sumTotal7Base = workspaceOffset + 40;
            int xBase3 = xOffset + 15 * iN + 5 * iT;
            int dyBase2 = dyOffset + 15 * iN + 5 * iT;
            workspace[sumTotal7Base + 0] = workspace[sumTotal7Base + 0] + (((double) x[xBase3 + 0] - meanValue) * (double) dy[dyBase2 + 0]);
            workspace[sumTotal7Base + 1] = workspace[sumTotal7Base + 1] + (((double) x[xBase3 + 1] - meanValue) * (double) dy[dyBase2 + 1]);
            workspace[sumTotal7Base + 2] = workspace[sumTotal7Base + 2] + (((double) x[xBase3 + 2] - meanValue) * (double) dy[dyBase2 + 2]);
            workspace[sumTotal7Base + 3] = workspace[sumTotal7Base + 3] + (((double) x[xBase3 + 3] - meanValue) * (double) dy[dyBase2 + 3]);
            workspace[sumTotal7Base + 4] = workspace[sumTotal7Base + 4] + (((double) x[xBase3 + 4] - meanValue) * (double) dy[dyBase2 + 4]);
        }
        double total2 = Sums.total(sumTotal6, sumError2);
        sumError2 = Sums.rest(sumTotal6, sumError2, total2);
        sumTotal6 = total2;
        double t3 = (1.0 / Math.sqrt((Sums.mean(sumTotal6, sumError2, (t == 0.0 ? 1.0 : t)) + 1.0E-5)));
        int tKeptBase = workspaceOffset + 48;
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int gammaAtKeptBase = workspaceOffset;
        int sumTotal4Base2 = workspaceOffset + 32;
        int sumTotal7Base2 = workspaceOffset + 40;
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 0]);
            workspace[tKeptBase + 0] = t4;
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + workspace[sumTotal4Base2 + 0];
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t3 * workspace[sumTotal7Base2 + 0]);
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 1]);
            workspace[tKeptBase + 1] = t4;
            workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + workspace[sumTotal4Base2 + 1];
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t3 * workspace[sumTotal7Base2 + 1]);
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 2]);
            workspace[tKeptBase + 2] = t4;
            workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + workspace[sumTotal4Base2 + 2];
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t3 * workspace[sumTotal7Base2 + 2]);
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 3]);
            workspace[tKeptBase + 3] = t4;
            workspace[sumTotalBase + 3] = workspace[sumTotalBase + 3] + workspace[sumTotal4Base2 + 3];
            workspace[sumTotal2Base + 3] = workspace[sumTotal2Base + 3] + (t3 * workspace[sumTotal7Base2 + 3]);
        }
        {
            double t4 = (t3 * workspace[gammaAtKeptBase + 4]);
            workspace[tKeptBase + 4] = t4;
            workspace[sumTotalBase + 4] = workspace[sumTotalBase + 4] + workspace[sumTotal4Base2 + 4];
            workspace[sumTotal2Base + 4] = workspace[sumTotal2Base + 4] + (t3 * workspace[sumTotal7Base2 + 4]);
        }
        double sumTotal8 = 0.0;
        double sumTotal9 = 0.0;
        int gammaAtKeptBase2 = workspaceOffset;
        int sumTotal4Base3 = workspaceOffset + 32;
        int sumTotal7Base3 = workspaceOffset + 40;
        double sumSum4_0 = 0.0;
        double sumSum4_1 = 0.0;
        double sumSum4_2 = 0.0;
        double sumSum4_3 = 0.0;
        double sumSum4_4 = 0.0;
        double sumSum4_5 = 0.0;
        double sumSum4_6 = 0.0;
        double sumSum4_7 = 0.0;
        double sumSum4_8 = 0.0;
        double sumSum4_9 = 0.0;
        double sumSum4_10 = 0.0;
        double sumSum4_11 = 0.0;
        double sumSum4_12 = 0.0;
        double sumSum4_13 = 0.0;
        double sumSum4_14 = 0.0;
        double sumSum4_15 = 0.0;
        double sumSum5_0 = 0.0;
        double sumSum5_1 = 0.0;
        double sumSum5_2 = 0.0;
        double sumSum5_3 = 0.0;
        double sumSum5_4 = 0.0;
        double sumSum5_5 = 0.0;
        double sumSum5_6 = 0.0;
        double sumSum5_7 = 0.0;
        double sumSum5_8 = 0.0;
        double sumSum5_9 = 0.0;
        double sumSum5_10 = 0.0;
        double sumSum5_11 = 0.0;
        double sumSum5_12 = 0.0;
        double sumSum5_13 = 0.0;
        double sumSum5_14 = 0.0;
        double sumSum5_15 = 0.0;
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 0];
            sumSum4_0 = sumSum4_0 + (gammaAt2 * workspace[sumTotal4Base3 + 0]);
            sumSum5_0 = sumSum5_0 + (gammaAt2 * workspace[sumTotal7Base3 + 0]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 1];
            sumSum4_1 = sumSum4_1 + (gammaAt2 * workspace[sumTotal4Base3 + 1]);
            sumSum5_1 = sumSum5_1 + (gammaAt2 * workspace[sumTotal7Base3 + 1]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 2];
            sumSum4_2 = sumSum4_2 + (gammaAt2 * workspace[sumTotal4Base3 + 2]);
            sumSum5_2 = sumSum5_2 + (gammaAt2 * workspace[sumTotal7Base3 + 2]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 3];
            sumSum4_3 = sumSum4_3 + (gammaAt2 * workspace[sumTotal4Base3 + 3]);
            sumSum5_3 = sumSum5_3 + (gammaAt2 * workspace[sumTotal7Base3 + 3]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 4];
            sumSum4_4 = sumSum4_4 + (gammaAt2 * workspace[sumTotal4Base3 + 4]);
            sumSum5_4 = sumSum5_4 + (gammaAt2 * workspace[sumTotal7Base3 + 4]);
        }
        sumSum4_0 = sumSum4_0 + sumSum4_8;
        sumSum4_1 = sumSum4_1 + sumSum4_9;
        sumSum4_2 = sumSum4_2 + sumSum4_10;
        sumSum4_3 = sumSum4_3 + sumSum4_11;
        sumSum4_4 = sumSum4_4 + sumSum4_12;
        sumSum4_5 = sumSum4_5 + sumSum4_13;
        sumSum4_6 = sumSum4_6 + sumSum4_14;
        sumSum4_7 = sumSum4_7 + sumSum4_15;
        sumSum4_0 = sumSum4_0 + sumSum4_4;
        sumSum4_1 = sumSum4_1 + sumSum4_5;
        sumSum4_2 = sumSum4_2 + sumSum4_6;
        sumSum4_3 = sumSum4_3 + sumSum4_7;
        sumSum4_0 = sumSum4_0 + sumSum4_2;
        sumSum4_1 = sumSum4_1 + sumSum4_3;
        sumSum4_0 = sumSum4_0 + sumSum4_1;
        double sumSum4 = sumSum4_0;
        sumSum5_0 = sumSum5_0 + sumSum5_8;
        sumSum5_1 = sumSum5_1 + sumSum5_9;
        sumSum5_2 = sumSum5_2 + sumSum5_10;
        sumSum5_3 = sumSum5_3 + sumSum5_11;
        sumSum5_4 = sumSum5_4 + sumSum5_12;
        sumSum5_5 = sumSum5_5 + sumSum5_13;
        sumSum5_6 = sumSum5_6 + sumSum5_14;
        sumSum5_7 = sumSum5_7 + sumSum5_15;
        sumSum5_0 = sumSum5_0 + sumSum5_4;
        sumSum5_1 = sumSum5_1 + sumSum5_5;
        sumSum5_2 = sumSum5_2 + sumSum5_6;
        sumSum5_3 = sumSum5_3 + sumSum5_7;
        sumSum5_0 = sumSum5_0 + sumSum5_2;
        sumSum5_1 = sumSum5_1 + sumSum5_3;
        sumSum5_0 = sumSum5_0 + sumSum5_1;
        double sumSum5 = sumSum5_0;
        sumTotal8 = sumSum4;
        sumTotal9 = sumSum5;
        double t5 = (t == 0.0 ? 1.0 : t);
        double t6 = Math.sqrt((Sums.mean(sumTotal6, sumError2, t5) + 1.0E-5));
        double t7 = (1.0 / (t5 * t6));
        double t8 = (sumTotal9 / (t6 * t6));
        for (int iT = 0; iT < 3; iT++) {
            double mAt5 = workspace[workspaceOffset + 24 + iT];
            double t9 = (t7 * mAt5);
            int dxBase = dxOffset + 15 * iN + 5 * iT;
            int xBase4 = xOffset + 15 * iN + 5 * iT;
            int tKeptBase2 = workspaceOffset + 48;
            int dyBase3 = dyOffset + 15 * iN + 5 * iT;
            dx[dxBase + 0] = (float) ((mAt5 == 0.0 ? 0.0 : (t9 * ((-(t8 * ((double) x[xBase4 + 0] - meanValue))) - sumTotal8))) + (workspace[tKeptBase2 + 0] * (double) dy[dyBase3 + 0]));
            dx[dxBase + 1] = (float) ((mAt5 == 0.0 ? 0.0 : (t9 * ((-(t8 * ((double) x[xBase4 + 1] - meanValue))) - sumTotal8))) + (workspace[tKeptBase2 + 1] * (double) dy[dyBase3 + 1]));
            dx[dxBase + 2] = (float) ((mAt5 == 0.0 ? 0.0 : (t9 * ((-(t8 * ((double) x[xBase4 + 2] - meanValue))) - sumTotal8))) + (workspace[tKeptBase2 + 2] * (double) dy[dyBase3 + 2]));
            dx[dxBase + 3] = (float) ((mAt5 == 0.0 ? 0.0 : (t9 * ((-(t8 * ((double) x[xBase4 + 3] - meanValue))) - sumTotal8))) + (workspace[tKeptBase2 + 3] * (double) dy[dyBase3 + 3]));
            dx[dxBase + 4] = (float) ((mAt5 == 0.0 ? 0.0 : (t9 * ((-(t8 * ((double) x[xBase4 + 4] - meanValue))) - sumTotal8))) + (workspace[tKeptBase2 + 4] * (double) dy[dyBase3 + 4]));
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] m, int mOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("m", m.length, mOffset, 6);
        Arguments.range("gamma", gamma.length, gammaOffset, 5);
        Arguments.range("dy", dy.length, dyOffset, 30);
        Arguments.range("dx", dx.length, dxOffset, 30);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 5);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 5);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "m", m, mOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 30, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dgamma", dgamma, dgammaOffset, 5);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dbeta", dbeta, dbetaOffset, 5);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "x", x, xOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "m", m, mOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 5, "dbeta", dbeta, dbetaOffset, 5);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "x", x, xOffset, 30);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "m", m, mOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "gamma", gamma, gammaOffset, 5);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 5, "dy", dy, dyOffset, 30);
    }
}
