package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.Lanes;

/**
 * InstanceNorm for N=2, C=3, H=4, W=5, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, C, ..]
 * line 6: param  gamma[C] = 1
 * line 6: param  beta[C] = 0
 * line 4:        mean = mean[..](x)
 * line 4:        var = var[..](x)
 * line 4: output y = gamma * ((x - mean) / sqrt(var + 1e-5)) + beta
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each N, C, shared along H, W
 *     N, C | H, W
 *     0    | a a ..
 *     1    | b b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(var + 1e-5)
 * c = x - mean
 * sum = sum[H, W](c * dy)
 * sum2 = sum[H, W](dy)
 * dx = gamma * 1 / s * (dy - sum / size[H, W] / (s^2) * c - sum2 / size[H, W])
 * dgamma = sum[N](sum / s)
 * dbeta = sum[N](sum2)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class InstanceNorm_2_3_4_5_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("InstanceNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "C", "H", "W"}, new int[] {2, 3, 4, 5}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "C", "H", "W"}, new int[] {2, 3, 4, 5}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"N", "C"}, new int[] {2, 3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"N", "C"}, new int[] {2, 3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "C", "H", "W"}, new int[] {2, 3, 4, 5}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "C", "H", "W"}, new int[] {2, 3, 4, 5}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .workspace("workspace", 112, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 10})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 10})
            .entry(Entry.BACKWARD, new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "C", 3, 1, false, 1, 48, 0L, 0)
            .range(Entry.INFER, "C", 3, 1, false, 1, 48, 0L, 0)
            .range(Entry.BACKWARD, "C", 3, 1, false, 1, 32, 0L, 0)
            .range(Entry.BACKWARD_FROZEN, "C", 3, 1, false, 1, 112, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public InstanceNorm_2_3_4_5_f32() {
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
                bindings.doubles(4), bindings.offset(4), bindings.doubles(5), bindings.offset(5),
                bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD)) {
            return;
        }
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(4), bindings.offset(4), bindings.doubles(5), bindings.offset(5),
                bindings.floats(6), bindings.offset(6), bindings.floats(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD_FROZEN)) {
            return;
        }
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(6), bindings.offset(6), bindings.floats(7),
                bindings.offset(7), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                bindings.offset(9), bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.doubles(4), bindings.offset(4),
                    bindings.doubles(5), bindings.offset(5), bindings.doubles(10),
                    bindings.offset(10), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.doubles(10), bindings.offset(10), task, begin,
                    end);
            return;
        }
        if (entry == Entry.BACKWARD) {
            backwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.doubles(4), bindings.offset(4),
                    bindings.doubles(5), bindings.offset(5), bindings.floats(6), bindings.offset(6),
                    bindings.floats(7), bindings.offset(7), bindings.floats(8), bindings.offset(8),
                    bindings.floats(9), bindings.offset(9), bindings.doubles(10),
                    bindings.offset(10), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            backwardFrozenRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(6), bindings.offset(6), bindings.floats(7),
                    bindings.offset(7), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                    bindings.offset(9), bindings.doubles(10), bindings.offset(10), task, begin,
                    end);
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
     * <p>Writes saved_var, saved_mean, y. Arrays hold dense row-major tensors; offsets and sizes are in
     * elements.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, C=3]}, f64, 6 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, C=3]}, f64, 6 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, C=3]}, f64, 6 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, C=3]}, f64, 6 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 48);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        for (int iN = 0; iN < 2; iN++) {
            for (int iC = rangeBegin; iC < rangeEnd; iC++) {
                forwardMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                        yOffset, saved_var, saved_varOffset, saved_mean, saved_meanOffset,
                        workspace, workspaceOffset, iN, iC);
            }
        }
    }

    /**
     * For one N, C: keeps x in f64; collects the sum of x along HW for mean; the sum of (x - mean)^2 along
     * HW for var; writes saved_var, saved_mean, y.
     *
     * <p>Specification, line 4.
     */
    private static void forwardMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            double[] workspace, int workspaceOffset, int iN, int iC) {
        int xAtKeptBase = workspaceOffset;
        int xBase = xOffset + 60 * iN + 20 * iC;
        for (int iHW = 0; iHW < 20; iHW++) {
            double xAt = (double) x[xBase + iHW];
            workspace[xAtKeptBase + iHW] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset, 20);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 20.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset;
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
            double t = (workspace[xAtKeptBase2 + 0] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 1] - meanValue);
            sumSum2_1 = sumSum2_1 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 2] - meanValue);
            sumSum2_2 = sumSum2_2 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 3] - meanValue);
            sumSum2_3 = sumSum2_3 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 4] - meanValue);
            sumSum2_4 = sumSum2_4 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 5] - meanValue);
            sumSum2_5 = sumSum2_5 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 6] - meanValue);
            sumSum2_6 = sumSum2_6 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 7] - meanValue);
            sumSum2_7 = sumSum2_7 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 8] - meanValue);
            sumSum2_8 = sumSum2_8 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 9] - meanValue);
            sumSum2_9 = sumSum2_9 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 10] - meanValue);
            sumSum2_10 = sumSum2_10 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 11] - meanValue);
            sumSum2_11 = sumSum2_11 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 12] - meanValue);
            sumSum2_12 = sumSum2_12 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 13] - meanValue);
            sumSum2_13 = sumSum2_13 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 14] - meanValue);
            sumSum2_14 = sumSum2_14 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 15] - meanValue);
            sumSum2_15 = sumSum2_15 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 16] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 17] - meanValue);
            sumSum2_1 = sumSum2_1 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 18] - meanValue);
            sumSum2_2 = sumSum2_2 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 19] - meanValue);
            sumSum2_3 = sumSum2_3 + (t * t);
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
        saved_var[saved_varOffset + 3 * iN + iC] = (sumTotal2 / 20.0);
        saved_mean[saved_meanOffset + 3 * iN + iC] = meanValue;
        double t2 = ((double) gamma[gammaOffset + iC] * (1.0 / Math.sqrt(((sumTotal2 / 20.0) + 1.0E-5))));
        double betaAt = (double) beta[betaOffset + iC];
        int yBase = yOffset + 60 * iN + 20 * iC;
        int xAtKeptBase3 = workspaceOffset;
        int stageBase = workspaceOffset + 24 + 0;
        for (int iHW = 0; iHW < 20; iHW++) {
            workspace[stageBase + iHW] = ((t2 * (workspace[xAtKeptBase3 + iHW] - meanValue)) + betaAt);
        }
        for (int iHW = 0; iHW < 20; iHW++) {
            y[yBase + iHW] = (float) workspace[stageBase + iHW];
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("y", y.length, yOffset, 120);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 6);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 6);
        Arguments.range("workspace", workspace.length, workspaceOffset, 112);
        Arguments.disjoint("y", y, yOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("y", y, yOffset, 120, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 120, "beta", beta, betaOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 6, "saved_mean", saved_mean, saved_meanOffset, 6);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 6, "workspace", workspace, workspaceOffset, 112);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 6, "workspace", workspace, workspaceOffset, 112);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] workspace, int workspaceOffset) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 48);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        for (int iN = 0; iN < 2; iN++) {
            for (int iC = rangeBegin; iC < rangeEnd; iC++) {
                inferMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                        yOffset, workspace, workspaceOffset, iN, iC);
            }
        }
    }

    /**
     * For one N, C: keeps x in f64; collects the sum of x along HW for mean; the sum of (x - mean)^2 along
     * HW for var; writes y.
     *
     * <p>Specification, line 4.
     */
    private static void inferMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int iN, int iC) {
        int xAtKeptBase = workspaceOffset;
        int xBase = xOffset + 60 * iN + 20 * iC;
        for (int iHW = 0; iHW < 20; iHW++) {
            double xAt = (double) x[xBase + iHW];
            workspace[xAtKeptBase + iHW] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset, 20);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 20.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset;
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
            double t = (workspace[xAtKeptBase2 + 0] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 1] - meanValue);
            sumSum2_1 = sumSum2_1 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 2] - meanValue);
            sumSum2_2 = sumSum2_2 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 3] - meanValue);
            sumSum2_3 = sumSum2_3 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 4] - meanValue);
            sumSum2_4 = sumSum2_4 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 5] - meanValue);
            sumSum2_5 = sumSum2_5 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 6] - meanValue);
            sumSum2_6 = sumSum2_6 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 7] - meanValue);
            sumSum2_7 = sumSum2_7 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 8] - meanValue);
            sumSum2_8 = sumSum2_8 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 9] - meanValue);
            sumSum2_9 = sumSum2_9 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 10] - meanValue);
            sumSum2_10 = sumSum2_10 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 11] - meanValue);
            sumSum2_11 = sumSum2_11 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 12] - meanValue);
            sumSum2_12 = sumSum2_12 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 13] - meanValue);
            sumSum2_13 = sumSum2_13 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 14] - meanValue);
            sumSum2_14 = sumSum2_14 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 15] - meanValue);
            sumSum2_15 = sumSum2_15 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 16] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 17] - meanValue);
            sumSum2_1 = sumSum2_1 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 18] - meanValue);
            sumSum2_2 = sumSum2_2 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 19] - meanValue);
            sumSum2_3 = sumSum2_3 + (t * t);
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
        double t2 = ((double) gamma[gammaOffset + iC] * (1.0 / Math.sqrt(((sumTotal2 / 20.0) + 1.0E-5))));
        double betaAt = (double) beta[betaOffset + iC];
        int yBase = yOffset + 60 * iN + 20 * iC;
        int xAtKeptBase3 = workspaceOffset;
        int stageBase = workspaceOffset + 24 + 0;
        for (int iHW = 0; iHW < 20; iHW++) {
            workspace[stageBase + iHW] = ((t2 * (workspace[xAtKeptBase3 + iHW] - meanValue)) + betaAt);
        }
        for (int iHW = 0; iHW < 20; iHW++) {
            y[yBase + iHW] = (float) workspace[stageBase + iHW];
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("y", y.length, yOffset, 120);
        Arguments.range("workspace", workspace.length, workspaceOffset, 112);
        Arguments.disjoint("y", y, yOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("y", y, yOffset, 120, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 120, "beta", beta, betaOffset, 3);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, C=3]}, f64, 6 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, C=3]}, f64, 6 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset);
        backwardPart(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, C=3]}, f64, 6 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, C=3]}, f64, 6 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void backwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int task,
            int rangeBegin, int rangeEnd) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        backwardPart(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void backwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + iC] = 0.0;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 8;
        int sumTotalBase = workspaceOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            dgamma[dgammaBase + iC] = (float) workspace[sumTotal2Base + iC];
            dbeta[dbetaBase + iC] = (float) workspace[sumTotalBase + iC];
        }
    }

    /**
     * For one N: collects the sum of dy along HW for dbeta; the sum of (x - mean) * dy along HW for
     * dgamma; the sum of sum[HW](dy) along N for dbeta; the sum of sum[HW]((x - mean) * dy) / sqrt(var +
     * 1e-5) along N for dgamma; writes dx.
     *
     * <p>Specification, lines 3, 6.
     */
    private static void backwardCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double meanValue = saved_mean[saved_meanOffset + 3 * iN + iC];
            workspace[workspaceOffset + 16 + iC] = 0.0;
            workspace[workspaceOffset + 24 + iC] = 0.0;
            int dyBase = dyOffset + 60 * iN + 20 * iC;
            int xBase = xOffset + 60 * iN + 20 * iC;
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
                double dyAt = (double) dy[dyBase + 0];
                sumSum_0 = sumSum_0 + dyAt;
                sumSum2_0 = sumSum2_0 + (((double) x[xBase + 0] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 1];
                sumSum_1 = sumSum_1 + dyAt;
                sumSum2_1 = sumSum2_1 + (((double) x[xBase + 1] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 2];
                sumSum_2 = sumSum_2 + dyAt;
                sumSum2_2 = sumSum2_2 + (((double) x[xBase + 2] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 3];
                sumSum_3 = sumSum_3 + dyAt;
                sumSum2_3 = sumSum2_3 + (((double) x[xBase + 3] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 4];
                sumSum_4 = sumSum_4 + dyAt;
                sumSum2_4 = sumSum2_4 + (((double) x[xBase + 4] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 5];
                sumSum_5 = sumSum_5 + dyAt;
                sumSum2_5 = sumSum2_5 + (((double) x[xBase + 5] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 6];
                sumSum_6 = sumSum_6 + dyAt;
                sumSum2_6 = sumSum2_6 + (((double) x[xBase + 6] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 7];
                sumSum_7 = sumSum_7 + dyAt;
                sumSum2_7 = sumSum2_7 + (((double) x[xBase + 7] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 8];
                sumSum_8 = sumSum_8 + dyAt;
                sumSum2_8 = sumSum2_8 + (((double) x[xBase + 8] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 9];
                sumSum_9 = sumSum_9 + dyAt;
                sumSum2_9 = sumSum2_9 + (((double) x[xBase + 9] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 10];
                sumSum_10 = sumSum_10 + dyAt;
                sumSum2_10 = sumSum2_10 + (((double) x[xBase + 10] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 11];
                sumSum_11 = sumSum_11 + dyAt;
                sumSum2_11 = sumSum2_11 + (((double) x[xBase + 11] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 12];
                sumSum_12 = sumSum_12 + dyAt;
                sumSum2_12 = sumSum2_12 + (((double) x[xBase + 12] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 13];
                sumSum_13 = sumSum_13 + dyAt;
                sumSum2_13 = sumSum2_13 + (((double) x[xBase + 13] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 14];
                sumSum_14 = sumSum_14 + dyAt;
                sumSum2_14 = sumSum2_14 + (((double) x[xBase + 14] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 15];
                sumSum_15 = sumSum_15 + dyAt;
                sumSum2_15 = sumSum2_15 + (((double) x[xBase + 15] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 16];
                sumSum_0 = sumSum_0 + dyAt;
                sumSum2_0 = sumSum2_0 + (((double) x[xBase + 16] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 17];
                sumSum_1 = sumSum_1 + dyAt;
                sumSum2_1 = sumSum2_1 + (((double) x[xBase + 17] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 18];
                sumSum_2 = sumSum_2 + dyAt;
                sumSum2_2 = sumSum2_2 + (((double) x[xBase + 18] - meanValue) * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 19];
                sumSum_3 = sumSum_3 + dyAt;
                sumSum2_3 = sumSum2_3 + (((double) x[xBase + 19] - meanValue) * dyAt);
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
            workspace[workspaceOffset + 16 + iC] = sumSum;
            workspace[workspaceOffset + 24 + iC] = sumSum2;
            double t = Math.sqrt((saved_var[saved_varOffset + 3 * iN + iC] + 1.0E-5));
            double t2 = ((double) gamma[gammaOffset + iC] * (1.0 / t));
            double t3 = ((workspace[workspaceOffset + 24 + iC] / 20.0) / (t * t));
            double t4 = (workspace[workspaceOffset + 16 + iC] / 20.0);
            int dxBase = dxOffset + 60 * iN + 20 * iC;
            int dyBase2 = dyOffset + 60 * iN + 20 * iC;
            int xBase2 = xOffset + 60 * iN + 20 * iC;
            int full = 20 - 20 % 4;
            for (int iHW = 0; iHW < full; iHW += 4) {
                double wide_0 = (double) dy[dyBase2 + iHW];
                double wide_1 = (double) dy[dyBase2 + iHW + 1];
                double wide_2 = (double) dy[dyBase2 + iHW + 2];
                double wide_3 = (double) dy[dyBase2 + iHW + 3];
                double wide2_0 = (double) x[xBase2 + iHW];
                double wide2_1 = (double) x[xBase2 + iHW + 1];
                double wide2_2 = (double) x[xBase2 + iHW + 2];
                double wide2_3 = (double) x[xBase2 + iHW + 3];
                {
                    dx[dxBase + iHW] = (float) (t2 * ((wide_0 - (t3 * (wide2_0 - meanValue))) - t4));
                }
                {
                    dx[dxBase + iHW + 1] = (float) (t2 * ((wide_1 - (t3 * (wide2_1 - meanValue))) - t4));
                }
                {
                    dx[dxBase + iHW + 2] = (float) (t2 * ((wide_2 - (t3 * (wide2_2 - meanValue))) - t4));
                }
                {
                    dx[dxBase + iHW + 3] = (float) (t2 * ((wide_3 - (t3 * (wide2_3 - meanValue))) - t4));
                }
            }
            for (int iHW = full; iHW < 20; iHW++) {
                dx[dxBase + iHW] = (float) (t2 * (((double) dy[dyBase2 + iHW] - (t3 * ((double) x[xBase2 + iHW] - meanValue))) - t4));
            }
        }
        int sumTotalBase = workspaceOffset;
        int sumTotal2Base = workspaceOffset + 8;
        int sumTotal3Base = workspaceOffset + 16;
        int sumTotal4Base = workspaceOffset + 24;
        int saved_varBase = saved_varOffset + 3 * iN;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            workspace[sumTotalBase + iC] = workspace[sumTotalBase + iC] + workspace[sumTotal3Base + iC];
            workspace[sumTotal2Base + iC] = workspace[sumTotal2Base + iC] + (workspace[sumTotal4Base + iC] / Math.sqrt((saved_var[saved_varBase + iC] + 1.0E-5)));
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 6);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 6);
        Arguments.range("dy", dy.length, dyOffset, 120);
        Arguments.range("dx", dx.length, dxOffset, 120);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 112);
        Arguments.disjoint("dx", dx, dxOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 120);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 120);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 112, "saved_var", saved_var, saved_varOffset, 6);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 112, "saved_mean", saved_mean, saved_meanOffset, 6);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, H=4, W=5]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, H=4, W=5]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 112 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void backwardFrozenRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int task,
            int rangeBegin, int rangeEnd) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD_FROZEN, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 112);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset + scratchOfTask,
                rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void backwardFrozenPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + iC] = 0.0;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardFrozenWriteDx(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 8;
        int sumTotalBase = workspaceOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            dgamma[dgammaBase + iC] = (float) workspace[sumTotal2Base + iC];
            dbeta[dbetaBase + iC] = (float) workspace[sumTotalBase + iC];
        }
    }

    /**
     * For one N: keeps x in f64; dy in f64; collects the sum of x along HW for mean; the sum of dy along
     * HW for dbeta; the sum of (x - mean)^2 along HW for var; the sum of (x - mean) * dy along HW for
     * dgamma; and 2 more; writes dx.
     *
     * <p>Specification, lines 3, 4, 6.
     */
    private static void backwardFrozenWriteDx(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            int xAtKeptBase = workspaceOffset + 16;
            int dyAtKeptBase = workspaceOffset + 40;
            int xBase = xOffset + 60 * iN + 20 * iC;
            int dyBase = dyOffset + 60 * iN + 20 * iC;
            for (int iHW = 0; iHW < 20; iHW++) {
                double xAt = (double) x[xBase + iHW];
                workspace[xAtKeptBase + iHW] = xAt;
                double dyAt = (double) dy[dyBase + iHW];
                workspace[dyAtKeptBase + iHW] = dyAt;
            }
            double sumTotal3 = 0.0;
            workspace[workspaceOffset + 64 + iC] = 0.0;
            double sumSum = Lanes.sum(workspace, workspaceOffset + 16, 20);
            double sumSum2 = Lanes.sum(workspace, workspaceOffset + 40, 20);
            sumTotal3 = sumSum;
            workspace[workspaceOffset + 64 + iC] = sumSum2;
            double meanValue = (sumTotal3 / 20.0);
            workspace[workspaceOffset + 72 + iC] = 0.0;
            workspace[workspaceOffset + 80 + iC] = 0.0;
            int xAtKeptBase2 = workspaceOffset + 16;
            int dyAtKeptBase2 = workspaceOffset + 40;
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
            {
                double t = (workspace[xAtKeptBase2 + 0] - meanValue);
                sumSum3_0 = sumSum3_0 + (t * t);
                sumSum4_0 = sumSum4_0 + (t * workspace[dyAtKeptBase2 + 0]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (t * t);
                sumSum4_1 = sumSum4_1 + (t * workspace[dyAtKeptBase2 + 1]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (t * t);
                sumSum4_2 = sumSum4_2 + (t * workspace[dyAtKeptBase2 + 2]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (t * t);
                sumSum4_3 = sumSum4_3 + (t * workspace[dyAtKeptBase2 + 3]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (t * t);
                sumSum4_4 = sumSum4_4 + (t * workspace[dyAtKeptBase2 + 4]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 5] - meanValue);
                sumSum3_5 = sumSum3_5 + (t * t);
                sumSum4_5 = sumSum4_5 + (t * workspace[dyAtKeptBase2 + 5]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 6] - meanValue);
                sumSum3_6 = sumSum3_6 + (t * t);
                sumSum4_6 = sumSum4_6 + (t * workspace[dyAtKeptBase2 + 6]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 7] - meanValue);
                sumSum3_7 = sumSum3_7 + (t * t);
                sumSum4_7 = sumSum4_7 + (t * workspace[dyAtKeptBase2 + 7]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 8] - meanValue);
                sumSum3_8 = sumSum3_8 + (t * t);
                sumSum4_8 = sumSum4_8 + (t * workspace[dyAtKeptBase2 + 8]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 9] - meanValue);
                sumSum3_9 = sumSum3_9 + (t * t);
                sumSum4_9 = sumSum4_9 + (t * workspace[dyAtKeptBase2 + 9]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 10] - meanValue);
                sumSum3_10 = sumSum3_10 + (t * t);
                sumSum4_10 = sumSum4_10 + (t * workspace[dyAtKeptBase2 + 10]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 11] - meanValue);
                sumSum3_11 = sumSum3_11 + (t * t);
                sumSum4_11 = sumSum4_11 + (t * workspace[dyAtKeptBase2 + 11]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 12] - meanValue);
                sumSum3_12 = sumSum3_12 + (t * t);
                sumSum4_12 = sumSum4_12 + (t * workspace[dyAtKeptBase2 + 12]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 13] - meanValue);
                sumSum3_13 = sumSum3_13 + (t * t);
                sumSum4_13 = sumSum4_13 + (t * workspace[dyAtKeptBase2 + 13]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 14] - meanValue);
                sumSum3_14 = sumSum3_14 + (t * t);
                sumSum4_14 = sumSum4_14 + (t * workspace[dyAtKeptBase2 + 14]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 15] - meanValue);
                sumSum3_15 = sumSum3_15 + (t * t);
                sumSum4_15 = sumSum4_15 + (t * workspace[dyAtKeptBase2 + 15]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 16] - meanValue);
                sumSum3_0 = sumSum3_0 + (t * t);
                sumSum4_0 = sumSum4_0 + (t * workspace[dyAtKeptBase2 + 16]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 17] - meanValue);
                sumSum3_1 = sumSum3_1 + (t * t);
                sumSum4_1 = sumSum4_1 + (t * workspace[dyAtKeptBase2 + 17]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 18] - meanValue);
                sumSum3_2 = sumSum3_2 + (t * t);
                sumSum4_2 = sumSum4_2 + (t * workspace[dyAtKeptBase2 + 18]);
            }
            {
                double t = (workspace[xAtKeptBase2 + 19] - meanValue);
                sumSum3_3 = sumSum3_3 + (t * t);
                sumSum4_3 = sumSum4_3 + (t * workspace[dyAtKeptBase2 + 19]);
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
            workspace[workspaceOffset + 72 + iC] = sumSum3;
            workspace[workspaceOffset + 80 + iC] = sumSum4;
            double t2 = Math.sqrt(((workspace[workspaceOffset + 72 + iC] / 20.0) + 1.0E-5));
            double t3 = ((double) gamma[gammaOffset + iC] * (1.0 / t2));
            double t4 = ((workspace[workspaceOffset + 80 + iC] / 20.0) / (t2 * t2));
            double t5 = (workspace[workspaceOffset + 64 + iC] / 20.0);
            int dxBase = dxOffset + 60 * iN + 20 * iC;
            int dyAtKeptBase3 = workspaceOffset + 40;
            int xAtKeptBase3 = workspaceOffset + 16;
            int stageBase = workspaceOffset + 88 + 0;
            for (int iHW = 0; iHW < 20; iHW++) {
                workspace[stageBase + iHW] = (t3 * ((workspace[dyAtKeptBase3 + iHW] - (t4 * (workspace[xAtKeptBase3 + iHW] - meanValue))) - t5));
            }
            for (int iHW = 0; iHW < 20; iHW++) {
                dx[dxBase + iHW] = (float) workspace[stageBase + iHW];
            }
        }
        int sumTotalBase = workspaceOffset;
        int sumTotal2Base = workspaceOffset + 8;
        int sumTotal4Base = workspaceOffset + 64;
        int sumTotal6Base = workspaceOffset + 80;
        int sumTotal5Base = workspaceOffset + 72;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            workspace[sumTotalBase + iC] = workspace[sumTotalBase + iC] + workspace[sumTotal4Base + iC];
            workspace[sumTotal2Base + iC] = workspace[sumTotal2Base + iC] + (workspace[sumTotal6Base + iC] / Math.sqrt(((workspace[sumTotal5Base + iC] / 20.0) + 1.0E-5)));
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 120);
        Arguments.range("dx", dx.length, dxOffset, 120);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 112);
        Arguments.disjoint("dx", dx, dxOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 120);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 120);
    }
}
