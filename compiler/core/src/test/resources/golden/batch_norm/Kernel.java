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
 * BatchNorm for N=2, C=3, L=5, eps=1e-5, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, C, ..]
 * line 6: param  gamma[C] = 1
 * line 6: param  beta[C] = 0
 * line 4:        mean = mean[N, ..](x)
 * line 4:        var = var[N, ..](x)
 * line 4: output y = gamma * ((x - mean) / sqrt(var + eps)) + beta
 * line 7: track  mean as running_mean[C] = 0 decay 0.9
 * line 7: track  var as running_var[C] = 1 decay 0.9 unbiased
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each C, shared along N, L
 *     N  C  | L
 *     0  0  | a a ..
 *        1  | b b ..
 *     1  0  | a a ..
 *        1  | b b ..
 *        ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(var + 1e-5)
 * c = x - mean
 * sum = sum[N, L](c * dy)
 * sum2 = sum[N, L](dy)
 * dx = gamma / s * (dy - sum / size[N, L] / (s^2) * c - sum2 / size[N, L])
 * dgamma = sum / s
 * dbeta = sum2
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class BatchNorm_2_3_5_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("BatchNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "C", "L"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_mean", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_var", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "C", "L"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "C", "L"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "C", "L"}, new int[] {2, 3, 5}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .workspace("workspace", 64, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 12})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 5, 12})
            .entry(Entry.BACKWARD, new int[] {0, 1, 6, 7, 8, 9, 10, 11, 12})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 3, 4, 8, 9, 10, 11, 12})
            .range(Entry.FORWARD, "C", 3, 1, false, 1, 64, 0L, 0)
            .range(Entry.INFER, "C", 3, 1, false, 1, 8, 0L, 0)
            .range(Entry.BACKWARD, "C", 3, 1, false, 1, 56, 0L, 0)
            .range(Entry.BACKWARD_FROZEN, "C", 3, 1, false, 1, 40, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public BatchNorm_2_3_5_f32() {
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
                bindings.floats(4), bindings.offset(4), bindings.floats(5), bindings.offset(5),
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
                bindings.floats(4), bindings.offset(4), bindings.floats(5), bindings.offset(5),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD)) {
            return;
        }
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.floats(10), bindings.offset(10), bindings.floats(11), bindings.offset(11),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.BACKWARD_FROZEN)) {
            return;
        }
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(3), bindings.offset(3), bindings.floats(4),
                bindings.offset(4), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                bindings.offset(9), bindings.floats(10), bindings.offset(10), bindings.floats(11),
                bindings.offset(11), bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                    bindings.offset(5), bindings.doubles(6), bindings.offset(6),
                    bindings.doubles(7), bindings.offset(7), bindings.doubles(12),
                    bindings.offset(12), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                    bindings.offset(5), bindings.doubles(12), bindings.offset(12), task, begin,
                    end);
            return;
        }
        if (entry == Entry.BACKWARD) {
            backwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.doubles(6), bindings.offset(6),
                    bindings.doubles(7), bindings.offset(7), bindings.floats(8), bindings.offset(8),
                    bindings.floats(9), bindings.offset(9), bindings.floats(10),
                    bindings.offset(10), bindings.floats(11), bindings.offset(11),
                    bindings.doubles(12), bindings.offset(12), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            backwardFrozenRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(3), bindings.offset(3), bindings.floats(4),
                    bindings.offset(4), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                    bindings.offset(9), bindings.floats(10), bindings.offset(10),
                    bindings.floats(11), bindings.offset(11), bindings.doubles(12),
                    bindings.offset(12), task, begin, end);
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
     * Training forward: outputs and saved statistics, then states, with the statistics of this call.
     *
     * <p>Writes saved_mean, saved_var, y; updates running_mean, running_var. Arrays hold dense row-major
     * tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read and written
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read and written
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] y, int yOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read and written
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read and written
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 64);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + iC] = 0.0;
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            forwardMean(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total = Sums.total(workspace[workspaceOffset + iC], workspace[workspaceOffset + 8 + iC]);
            workspace[workspaceOffset + 8 + iC] = Sums.rest(workspace[workspaceOffset + iC], workspace[workspaceOffset + 8 + iC], total);
            workspace[workspaceOffset + iC] = total;
        }
        int meanValueKeptBase = workspaceOffset + 16;
        int tKeptBase = workspaceOffset + 24;
        int saved_meanBase = saved_meanOffset;
        int sumTotalBase = workspaceOffset;
        int sumErrorBase = workspaceOffset + 8;
        int running_meanBase = running_meanOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            double meanValue = Sums.mean(workspace[sumTotalBase + iC], workspace[sumErrorBase + iC], 10.0);
            workspace[meanValueKeptBase + iC] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + iC]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + iC] = t;
            saved_mean[saved_meanBase + iC] = meanValue;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 32 + iC] = 0.0;
            workspace[workspaceOffset + 40 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            forwardVar(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total2 = Sums.total(workspace[workspaceOffset + 32 + iC], workspace[workspaceOffset + 40 + iC]);
            workspace[workspaceOffset + 40 + iC] = Sums.rest(workspace[workspaceOffset + 32 + iC], workspace[workspaceOffset + 40 + iC], total2);
            workspace[workspaceOffset + 32 + iC] = total2;
        }
        double t3 = (1.0 / (10.0 - 1.0));
        int tKept2Base = workspaceOffset + 48;
        int tKept3Base = workspaceOffset + 56;
        int saved_varBase = saved_varOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int sumError2Base = workspaceOffset + 40;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        int end2 = rangeEnd;
        for (int iC = rangeBegin; iC < end2; iC++) {
            double varValue = Sums.mean(workspace[sumTotal2Base + iC], workspace[sumError2Base + iC], 10.0);
            double t4 = ((double) gamma[gammaBase + iC] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + iC] = t4;
            double t5 = ((0.9 * (double) running_var[running_varBase + iC]) + (t3 * ((0.09999999999999998 * varValue) * 10.0)));
            workspace[tKept3Base + iC] = t5;
            saved_var[saved_varBase + iC] = varValue;
        }
        for (int iN = 0; iN < 2; iN++) {
            forwardWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        int running_meanBase2 = running_meanOffset;
        int running_varBase2 = running_varOffset;
        int tKeptBase2 = workspaceOffset + 24;
        int tKept3Base2 = workspaceOffset + 56;
        int end3 = rangeEnd;
        for (int iC = rangeBegin; iC < end3; iC++) {
            running_mean[running_meanBase2 + iC] = (float) workspace[tKeptBase2 + iC];
            running_var[running_varBase2 + iC] = (float) workspace[tKept3Base2 + iC];
        }
    }

    /**
     * For one N: collects the sum of x along N, L for mean.
     *
     * <p>Specification, line 4.
     */
    private static void forwardMean(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            int xBase = xOffset + 15 * iN + 5 * iC;
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
            sumSum_0 = sumSum_0 + (double) x[xBase + 0];
            sumSum_1 = sumSum_1 + (double) x[xBase + 1];
            sumSum_2 = sumSum_2 + (double) x[xBase + 2];
            sumSum_3 = sumSum_3 + (double) x[xBase + 3];
            sumSum_4 = sumSum_4 + (double) x[xBase + 4];
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
            double next = workspace[workspaceOffset + iC] + added;
            double part = next - workspace[workspaceOffset + iC];
            workspace[workspaceOffset + 8 + iC] = workspace[workspaceOffset + 8 + iC] + ((workspace[workspaceOffset + iC] - (next - part)) + (added - part));
            workspace[workspaceOffset + iC] = next;
        }
    }

    /**
     * For one N: collects the sum of (x - mean)^2 along N, L for var.
     *
     * <p>Specification, line 4.
     */
    private static void forwardVar(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double meanValue2 = workspace[workspaceOffset + 16 + iC];
            int xBase = xOffset + 15 * iN + 5 * iC;
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
                double t2 = ((double) x[xBase + 0] - meanValue2);
                sumSum2_0 = sumSum2_0 + (t2 * t2);
            }
            {
                double t2 = ((double) x[xBase + 1] - meanValue2);
                sumSum2_1 = sumSum2_1 + (t2 * t2);
            }
            {
                double t2 = ((double) x[xBase + 2] - meanValue2);
                sumSum2_2 = sumSum2_2 + (t2 * t2);
            }
            {
                double t2 = ((double) x[xBase + 3] - meanValue2);
                sumSum2_3 = sumSum2_3 + (t2 * t2);
            }
            {
                double t2 = ((double) x[xBase + 4] - meanValue2);
                sumSum2_4 = sumSum2_4 + (t2 * t2);
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
            double added = sumSum2;
            double next = workspace[workspaceOffset + 32 + iC] + added;
            double part = next - workspace[workspaceOffset + 32 + iC];
            workspace[workspaceOffset + 40 + iC] = workspace[workspaceOffset + 40 + iC] + ((workspace[workspaceOffset + 32 + iC] - (next - part)) + (added - part));
            workspace[workspaceOffset + 32 + iC] = next;
        }
    }

    /**
     * For one N: writes y.
     *
     * <p>Specification, line 4.
     */
    private static void forwardWriteY(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double t6 = workspace[workspaceOffset + 48 + iC];
            double meanValue3 = workspace[workspaceOffset + 16 + iC];
            double betaAt = (double) beta[betaOffset + iC];
            int yBase = yOffset + 15 * iN + 5 * iC;
            int xBase = xOffset + 15 * iN + 5 * iC;
            y[yBase + 0] = (float) ((t6 * ((double) x[xBase + 0] - meanValue3)) + betaAt);
            y[yBase + 1] = (float) ((t6 * ((double) x[xBase + 1] - meanValue3)) + betaAt);
            y[yBase + 2] = (float) ((t6 * ((double) x[xBase + 2] - meanValue3)) + betaAt);
            y[yBase + 3] = (float) ((t6 * ((double) x[xBase + 3] - meanValue3)) + betaAt);
            y[yBase + 4] = (float) ((t6 * ((double) x[xBase + 4] - meanValue3)) + betaAt);
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 30);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 64);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "y", y, yOffset, 30);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "y", y, yOffset, 30);
        Arguments.disjoint("y", y, yOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("y", y, yOffset, 30, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 30, "beta", beta, betaOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "saved_mean", saved_mean, saved_meanOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "workspace", workspace, workspaceOffset, 64);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 3, "workspace", workspace, workspaceOffset, 64);
    }

    /**
     * Inference: no state changes, and tracked statistics are read.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 8);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            double t = ((double) gamma[gammaBase + iC] / Math.sqrt(((double) running_var[running_varBase + iC] + 1.0E-5)));
            workspace[tKeptBase + iC] = t;
        }
        for (int iN = 0; iN < 2; iN++) {
            inferWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                    workspaceOffset, rangeBegin, rangeEnd, iN);
        }
    }

    /**
     * For one N: writes y.
     *
     * <p>Specification, line 4.
     */
    private static void inferWriteY(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double t2 = workspace[workspaceOffset + iC];
            double running_meanAt = (double) running_mean[running_meanOffset + iC];
            double betaAt = (double) beta[betaOffset + iC];
            int yBase = yOffset + 15 * iN + 5 * iC;
            int xBase = xOffset + 15 * iN + 5 * iC;
            y[yBase + 0] = (float) ((t2 * ((double) x[xBase + 0] - running_meanAt)) + betaAt);
            y[yBase + 1] = (float) ((t2 * ((double) x[xBase + 1] - running_meanAt)) + betaAt);
            y[yBase + 2] = (float) ((t2 * ((double) x[xBase + 2] - running_meanAt)) + betaAt);
            y[yBase + 3] = (float) ((t2 * ((double) x[xBase + 3] - running_meanAt)) + betaAt);
            y[yBase + 4] = (float) ((t2 * ((double) x[xBase + 4] - running_meanAt)) + betaAt);
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 30);
        Arguments.range("workspace", workspace.length, workspaceOffset, 64);
        Arguments.disjoint("y", y, yOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("y", y, yOffset, 30, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 30, "beta", beta, betaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 30, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("y", y, yOffset, 30, "running_var", running_var, running_varOffset, 3);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dgamma, dbeta, dx. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
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
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
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
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 56);
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
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int saved_varBase = saved_varOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            double t = ((double) gamma[gammaBase + iC] / Math.sqrt((saved_var[saved_varBase + iC] + 1.0E-5)));
            workspace[tKeptBase + iC] = t;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 24 + iC] = 0.0;
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardCollectForDbetaAndDgamma(x, xOffset, gamma, gammaOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset,
                    rangeBegin, rangeEnd, iN);
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total = Sums.total(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC]);
            workspace[workspaceOffset + 16 + iC] = Sums.rest(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC], total);
            workspace[workspaceOffset + 8 + iC] = total;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total2 = Sums.total(workspace[workspaceOffset + 24 + iC], workspace[workspaceOffset + 32 + iC]);
            workspace[workspaceOffset + 32 + iC] = Sums.rest(workspace[workspaceOffset + 24 + iC], workspace[workspaceOffset + 32 + iC], total2);
            workspace[workspaceOffset + 24 + iC] = total2;
        }
        int tKept2Base = workspaceOffset + 40;
        int tKept3Base = workspaceOffset + 48;
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 24;
        int saved_varBase2 = saved_varOffset;
        int sumError2Base = workspaceOffset + 32;
        int sumTotalBase = workspaceOffset + 8;
        int sumErrorBase = workspaceOffset + 16;
        int end2 = rangeEnd;
        for (int iC = rangeBegin; iC < end2; iC++) {
            double sum = workspace[sumTotal2Base + iC];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + iC] + 1.0E-5));
            double t3 = (Sums.mean(sum, workspace[sumError2Base + iC], 10.0) / (t2 * t2));
            workspace[tKept2Base + iC] = t3;
            double sum2 = workspace[sumTotalBase + iC];
            double t4 = Sums.mean(sum2, workspace[sumErrorBase + iC], 10.0);
            workspace[tKept3Base + iC] = t4;
            dgamma[dgammaBase + iC] = (float) Sums.mean(sum, workspace[sumError2Base + iC], t2);
            dbeta[dbetaBase + iC] = (float) sum2;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardWriteDx(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                    saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                    dbetaOffset, workspace, workspaceOffset, rangeBegin, rangeEnd, iN);
        }
    }

    /**
     * For one N: collects the sum of dy along N, L for dbeta; the sum of (x - mean) * dy along N, L for
     * dgamma.
     *
     * <p>Specification, line 6.
     */
    private static void backwardCollectForDbetaAndDgamma(float[] x, int xOffset, float[] gamma,
            int gammaOffset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double meanValue = saved_mean[saved_meanOffset + iC];
            int dyBase = dyOffset + 15 * iN + 5 * iC;
            int xBase = xOffset + 15 * iN + 5 * iC;
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
            double added = sumSum;
            double next = workspace[workspaceOffset + 8 + iC] + added;
            double part = next - workspace[workspaceOffset + 8 + iC];
            workspace[workspaceOffset + 16 + iC] = workspace[workspaceOffset + 16 + iC] + ((workspace[workspaceOffset + 8 + iC] - (next - part)) + (added - part));
            workspace[workspaceOffset + 8 + iC] = next;
            double added2 = sumSum2;
            double next2 = workspace[workspaceOffset + 24 + iC] + added2;
            double part2 = next2 - workspace[workspaceOffset + 24 + iC];
            workspace[workspaceOffset + 32 + iC] = workspace[workspaceOffset + 32 + iC] + ((workspace[workspaceOffset + 24 + iC] - (next2 - part2)) + (added2 - part2));
            workspace[workspaceOffset + 24 + iC] = next2;
        }
    }

    /**
     * For one N: writes dx.
     *
     * <p>Specification, line 3.
     */
    private static void backwardWriteDx(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd, int iN) {
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double t5 = workspace[workspaceOffset + iC];
            double t6 = workspace[workspaceOffset + 40 + iC];
            double meanValue2 = saved_mean[saved_meanOffset + iC];
            double t7 = workspace[workspaceOffset + 48 + iC];
            int dxBase = dxOffset + 15 * iN + 5 * iC;
            int dyBase = dyOffset + 15 * iN + 5 * iC;
            int xBase = xOffset + 15 * iN + 5 * iC;
            dx[dxBase + 0] = (float) (t5 * (((double) dy[dyBase + 0] - (t6 * ((double) x[xBase + 0] - meanValue2))) - t7));
            dx[dxBase + 1] = (float) (t5 * (((double) dy[dyBase + 1] - (t6 * ((double) x[xBase + 1] - meanValue2))) - t7));
            dx[dxBase + 2] = (float) (t5 * (((double) dy[dyBase + 2] - (t6 * ((double) x[xBase + 2] - meanValue2))) - t7));
            dx[dxBase + 3] = (float) (t5 * (((double) dy[dyBase + 3] - (t6 * ((double) x[xBase + 3] - meanValue2))) - t7));
            dx[dxBase + 4] = (float) (t5 * (((double) dy[dyBase + 4] - (t6 * ((double) x[xBase + 4] - meanValue2))) - t7));
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 30);
        Arguments.range("dx", dx.length, dxOffset, 30);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 64);
        Arguments.disjoint("dx", dx, dxOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 30);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 64, "saved_var", saved_var, saved_varOffset, 3);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 64, "saved_mean", saved_mean, saved_meanOffset, 3);
    }

    /**
     * Gradients of infer: tracked statistics are constants.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                dbeta, dbetaOffset, workspace, workspaceOffset);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                dbeta, dbetaOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of C; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=3, L=5]}, f32, 30 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=3, L=5]}, f32, 30 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 64 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void backwardFrozenRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                dbeta, dbetaOffset, workspace, workspaceOffset);
        Arguments.part("C", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD_FROZEN, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 40);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, running_mean, running_meanOffset,
                running_var, running_varOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                dbeta, dbetaOffset, workspace, workspaceOffset + scratchOfTask, rangeBegin,
                rangeEnd);
    }

    /**
     * One range of C, from rangeBegin to rangeEnd.
     */
    private static void backwardFrozenPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        int end = rangeEnd;
        for (int iC = rangeBegin; iC < end; iC++) {
            double t = ((double) gamma[gammaBase + iC] / Math.sqrt(((double) running_var[running_varBase + iC] + 1.0E-5)));
            workspace[tKeptBase + iC] = t;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            workspace[workspaceOffset + 24 + iC] = 0.0;
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            for (int iC = rangeBegin; iC < rangeEnd; iC++) {
                backwardFrozenCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset,
                        running_mean, running_meanOffset, running_var, running_varOffset, dy,
                        dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                        workspaceOffset, iC, iN);
            }
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total = Sums.total(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC]);
            workspace[workspaceOffset + 16 + iC] = Sums.rest(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC], total);
            workspace[workspaceOffset + 8 + iC] = total;
        }
        for (int iC = rangeBegin; iC < rangeEnd; iC++) {
            double total2 = Sums.total(workspace[workspaceOffset + 24 + iC], workspace[workspaceOffset + 32 + iC]);
            workspace[workspaceOffset + 32 + iC] = Sums.rest(workspace[workspaceOffset + 24 + iC], workspace[workspaceOffset + 32 + iC], total2);
            workspace[workspaceOffset + 24 + iC] = total2;
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 24;
        int sumError2Base = workspaceOffset + 32;
        int running_varBase2 = running_varOffset;
        int sumTotalBase = workspaceOffset + 8;
        int end2 = rangeEnd;
        for (int iC = rangeBegin; iC < end2; iC++) {
            dgamma[dgammaBase + iC] = (float) Sums.mean(workspace[sumTotal2Base + iC], workspace[sumError2Base + iC], Math.sqrt(((double) running_var[running_varBase2 + iC] + 1.0E-5)));
            dbeta[dbetaBase + iC] = (float) workspace[sumTotalBase + iC];
        }
    }

    /**
     * For one C, N: collects the sum of dy along N, L for dbeta; the sum of (x - running_mean) * dy along
     * N, L for dgamma; writes dx.
     *
     * <p>Specification, lines 3, 6.
     */
    private static void backwardFrozenCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int iC, int iN) {
        double running_meanAt = (double) running_mean[running_meanOffset + iC];
        int dyBase = dyOffset + 15 * iN + 5 * iC;
        int xBase = xOffset + 15 * iN + 5 * iC;
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
            sumSum2_0 = sumSum2_0 + (((double) x[xBase + 0] - running_meanAt) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 1];
            sumSum_1 = sumSum_1 + dyAt;
            sumSum2_1 = sumSum2_1 + (((double) x[xBase + 1] - running_meanAt) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 2];
            sumSum_2 = sumSum_2 + dyAt;
            sumSum2_2 = sumSum2_2 + (((double) x[xBase + 2] - running_meanAt) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 3];
            sumSum_3 = sumSum_3 + dyAt;
            sumSum2_3 = sumSum2_3 + (((double) x[xBase + 3] - running_meanAt) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 4];
            sumSum_4 = sumSum_4 + dyAt;
            sumSum2_4 = sumSum2_4 + (((double) x[xBase + 4] - running_meanAt) * dyAt);
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
        double added = sumSum;
        double next = workspace[workspaceOffset + 8 + iC] + added;
        double part = next - workspace[workspaceOffset + 8 + iC];
        workspace[workspaceOffset + 16 + iC] = workspace[workspaceOffset + 16 + iC] + ((workspace[workspaceOffset + 8 + iC] - (next - part)) + (added - part));
        workspace[workspaceOffset + 8 + iC] = next;
        double added2 = sumSum2;
        double next2 = workspace[workspaceOffset + 24 + iC] + added2;
        double part2 = next2 - workspace[workspaceOffset + 24 + iC];
        workspace[workspaceOffset + 32 + iC] = workspace[workspaceOffset + 32 + iC] + ((workspace[workspaceOffset + 24 + iC] - (next2 - part2)) + (added2 - part2));
        workspace[workspaceOffset + 24 + iC] = next2;
        double t2 = workspace[workspaceOffset + iC];
        int dxBase = dxOffset + 15 * iN + 5 * iC;
        int dyBase2 = dyOffset + 15 * iN + 5 * iC;
        dx[dxBase + 0] = (float) (t2 * (double) dy[dyBase2 + 0]);
        dx[dxBase + 1] = (float) (t2 * (double) dy[dyBase2 + 1]);
        dx[dxBase + 2] = (float) (t2 * (double) dy[dyBase2 + 2]);
        dx[dxBase + 3] = (float) (t2 * (double) dy[dyBase2 + 3]);
        dx[dxBase + 4] = (float) (t2 * (double) dy[dyBase2 + 4]);
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 30);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 30);
        Arguments.range("dx", dx.length, dxOffset, 30);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 64);
        Arguments.disjoint("dx", dx, dxOffset, 30, "x", x, xOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 30, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 30);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 30);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 30);
    }
}
