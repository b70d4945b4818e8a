package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.Chunks;
import dev.normc.runtime.math.Lanes;
import dev.normc.runtime.math.Sums;

/**
 * LayerNorm for N=?, D=33, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[.., D]
 * line 6: param  gamma[D] = 1
 * line 6: param  beta[D] = 0
 * line 4:        mean = mean[D](x)
 * line 4:        var = var[D](x)
 * line 4: output y = gamma * ((x - mean) / sqrt(var + 1e-5)) + beta
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each N, shared along D
 *     N  | D
 *     0  | a a ..
 *     1  | b b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(var + 1e-5)
 * r = 1 / s
 * u = gamma * dy
 * c = x - mean
 * t = c * dy
 * dx = r * (u - mean[D](gamma * t) / (s^2) * c - mean[D](u))
 * dgamma = sum[N](r * t)
 * dbeta = sum[N](dy)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class LayerNorm_N_33_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("LayerNorm", DataType.F32)
            .dynamicAxis("N")
            .tensor("x", BufferRole.INPUT, new String[] {"N", "D"}, new int[] {-1, 33}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {33}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"D"}, new int[] {33}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "D"}, new int[] {-1, 33}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"N"}, new int[] {-1}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"N"}, new int[] {-1}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "D"}, new int[] {-1, 33}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "D"}, new int[] {-1, 33}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"D"}, new int[] {33}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"D"}, new int[] {33}, DataType.F32, 0.0)
            .workspace("workspace", 2592, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 10})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 10})
            .entry(Entry.BACKWARD, new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "N", -1, 1, false, 1, 160, 0L, 0)
            .range(Entry.INFER, "N", -1, 1, false, 1, 160, 0L, 0)
            .range(Entry.BACKWARD, "N", -1, 64, true, 1, 320, 0L, 2272)
            .range(Entry.BACKWARD_FROZEN, "N", -1, 64, true, 1, 320, 0L, 2272)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public LayerNorm_N_33_f32() {
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
                bindings.doubles(10), bindings.offset(10), bindings.dynamicExtent());
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.doubles(10), bindings.offset(10), bindings.dynamicExtent());
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
                bindings.doubles(10), bindings.offset(10), bindings.dynamicExtent());
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
                bindings.offset(9), bindings.doubles(10), bindings.offset(10),
                bindings.dynamicExtent());
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.doubles(4), bindings.offset(4),
                    bindings.doubles(5), bindings.offset(5), bindings.doubles(10),
                    bindings.offset(10), bindings.dynamicExtent(), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.doubles(10), bindings.offset(10),
                    bindings.dynamicExtent(), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD) {
            backwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.doubles(4), bindings.offset(4),
                    bindings.doubles(5), bindings.offset(5), bindings.floats(6), bindings.offset(6),
                    bindings.floats(7), bindings.offset(7), bindings.floats(8), bindings.offset(8),
                    bindings.floats(9), bindings.offset(9), bindings.doubles(10),
                    bindings.offset(10), bindings.dynamicExtent(), task, begin, end);
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            backwardFrozenRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(6), bindings.offset(6), bindings.floats(7),
                    bindings.offset(7), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                    bindings.offset(9), bindings.doubles(10), bindings.offset(10),
                    bindings.dynamicExtent(), task, begin, end);
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
            if (done == 1) {
                backwardCombine(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                        bindings.offset(1), bindings.doubles(4), bindings.offset(4),
                        bindings.doubles(5), bindings.offset(5), bindings.floats(6),
                        bindings.offset(6), bindings.floats(7), bindings.offset(7),
                        bindings.floats(8), bindings.offset(8), bindings.floats(9),
                        bindings.offset(9), bindings.doubles(10), bindings.offset(10),
                        bindings.dynamicExtent());
            }
            return;
        }
        if (entry == Entry.BACKWARD_FROZEN) {
            if (done == 1) {
                backwardFrozenCombine(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                        bindings.offset(1), bindings.floats(6), bindings.offset(6),
                        bindings.floats(7), bindings.offset(7), bindings.floats(8),
                        bindings.offset(8), bindings.floats(9), bindings.offset(9),
                        bindings.doubles(10), bindings.offset(10), bindings.dynamicExtent());
            }
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
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=33]}, f32, 33 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=?, D=33]}, f32, 33 elements for each N: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=?]}, f64, 1 element for each N: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=?]}, f64, 1 element for each N: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                dynamicExtent);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                dynamicExtent, 0, dynamicExtent);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=33]}, f32, 33 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=?, D=33]}, f32, 33 elements for each N: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=?]}, f64, 1 element for each N: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=?]}, f64, 1 element for each N: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another,
     * if N is negative or a size does not fit an array; the message names it, and nothing has been written
     * then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset,
                dynamicExtent);
        Arguments.part("N", rangeBegin, rangeEnd, dynamicExtent, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, dynamicExtent);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 160);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace,
                workspaceOffset + scratchOfTask, dynamicExtent, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 40;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        for (int iD = 0; iD < 33; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
            double betaAt = (double) beta[betaBase + iD];
            workspace[betaAtKeptBase + iD] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                    yOffset, saved_var, saved_varOffset, saved_mean, saved_meanOffset, workspace,
                    workspaceOffset, dynamicExtent, iN);
        }
    }

    /**
     * For one N: keeps x in f64; collects the sum of x along D for mean; the sum of (x - mean)^2 along D
     * for var; writes saved_var, saved_mean, y.
     *
     * <p>Specification, line 4.
     */
    private static void forwardMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            double[] workspace, int workspaceOffset, int dynamicExtent, int iN) {
        int xAtKeptBase = workspaceOffset + 80;
        int xBase = xOffset + 33 * iN;
        for (int iD = 0; iD < 33; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset + 80, 33);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 33.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 80;
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
        {
            double t = (workspace[xAtKeptBase2 + 20] - meanValue);
            sumSum2_4 = sumSum2_4 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 21] - meanValue);
            sumSum2_5 = sumSum2_5 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 22] - meanValue);
            sumSum2_6 = sumSum2_6 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 23] - meanValue);
            sumSum2_7 = sumSum2_7 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 24] - meanValue);
            sumSum2_8 = sumSum2_8 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 25] - meanValue);
            sumSum2_9 = sumSum2_9 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 26] - meanValue);
            sumSum2_10 = sumSum2_10 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 27] - meanValue);
            sumSum2_11 = sumSum2_11 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 28] - meanValue);
            sumSum2_12 = sumSum2_12 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 29] - meanValue);
            sumSum2_13 = sumSum2_13 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 30] - meanValue);
            sumSum2_14 = sumSum2_14 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 31] - meanValue);
            sumSum2_15 = sumSum2_15 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 32] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
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
        saved_var[saved_varOffset + iN] = (sumTotal2 / 33.0);
        saved_mean[saved_meanOffset + iN] = meanValue;
        double t2 = (1.0 / Math.sqrt(((sumTotal2 / 33.0) + 1.0E-5)));
        int yBase = yOffset + 33 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xAtKeptBase3 = workspaceOffset + 80;
        int betaAtKeptBase = workspaceOffset + 40;
        int stageBase = workspaceOffset + 120 + 0;
        for (int iD = 0; iD < 33; iD++) {
            workspace[stageBase + iD] = (((t2 * workspace[gammaAtKeptBase + iD]) * (workspace[xAtKeptBase3 + iD] - meanValue)) + workspace[betaAtKeptBase + iD]);
        }
        for (int iD = 0; iD < 33; iD++) {
            y[yBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent) {
        Arguments.atLeast("N", dynamicExtent, 0, "an extent is not negative");
        Arguments.range("x", x.length, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.range("gamma", gamma.length, gammaOffset, 33);
        Arguments.range("beta", beta.length, betaOffset, 33);
        Arguments.range("y", y.length, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L));
        Arguments.range("saved_var", saved_var.length, saved_varOffset, Arguments.elements("saved_var", dynamicExtent, 1L, 0L));
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, Arguments.elements("saved_mean", dynamicExtent, 1L, 0L));
        Arguments.range("workspace", workspace.length, workspaceOffset, 2592);
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "beta", beta, betaOffset, 33);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, Arguments.elements("saved_var", dynamicExtent, 1L, 0L), "saved_mean", saved_mean, saved_meanOffset, Arguments.elements("saved_mean", dynamicExtent, 1L, 0L));
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, Arguments.elements("saved_var", dynamicExtent, 1L, 0L), "workspace", workspace, workspaceOffset, 2592);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, Arguments.elements("saved_mean", dynamicExtent, 1L, 0L), "workspace", workspace, workspaceOffset, 2592);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=33]}, f32, 33 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=?, D=33]}, f32, 33 elements for each N: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset, dynamicExtent);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset, dynamicExtent, 0, dynamicExtent);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=33]}, f32, 33 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=?, D=33]}, f32, 33 elements for each N: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another,
     * if N is negative or a size does not fit an array; the message names it, and nothing has been written
     * then
     */
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset, dynamicExtent);
        Arguments.part("N", rangeBegin, rangeEnd, dynamicExtent, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, dynamicExtent);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 160);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, dynamicExtent, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 40;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        for (int iD = 0; iD < 33; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
            double betaAt = (double) beta[betaBase + iD];
            workspace[betaAtKeptBase + iD] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                    workspace, workspaceOffset, dynamicExtent, iN);
        }
    }

    /**
     * For one N: keeps x in f64; collects the sum of x along D for mean; the sum of (x - mean)^2 along D
     * for var; writes y.
     *
     * <p>Specification, line 4.
     */
    private static void inferMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int dynamicExtent, int iN) {
        int xAtKeptBase = workspaceOffset + 80;
        int xBase = xOffset + 33 * iN;
        for (int iD = 0; iD < 33; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset + 80, 33);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 33.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 80;
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
        {
            double t = (workspace[xAtKeptBase2 + 20] - meanValue);
            sumSum2_4 = sumSum2_4 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 21] - meanValue);
            sumSum2_5 = sumSum2_5 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 22] - meanValue);
            sumSum2_6 = sumSum2_6 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 23] - meanValue);
            sumSum2_7 = sumSum2_7 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 24] - meanValue);
            sumSum2_8 = sumSum2_8 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 25] - meanValue);
            sumSum2_9 = sumSum2_9 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 26] - meanValue);
            sumSum2_10 = sumSum2_10 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 27] - meanValue);
            sumSum2_11 = sumSum2_11 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 28] - meanValue);
            sumSum2_12 = sumSum2_12 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 29] - meanValue);
            sumSum2_13 = sumSum2_13 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 30] - meanValue);
            sumSum2_14 = sumSum2_14 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 31] - meanValue);
            sumSum2_15 = sumSum2_15 + (t * t);
        }
        {
            double t = (workspace[xAtKeptBase2 + 32] - meanValue);
            sumSum2_0 = sumSum2_0 + (t * t);
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
        double t2 = (1.0 / Math.sqrt(((sumTotal2 / 33.0) + 1.0E-5)));
        int yBase = yOffset + 33 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xAtKeptBase3 = workspaceOffset + 80;
        int betaAtKeptBase = workspaceOffset + 40;
        int stageBase = workspaceOffset + 120 + 0;
        for (int iD = 0; iD < 33; iD++) {
            workspace[stageBase + iD] = (((t2 * workspace[gammaAtKeptBase + iD]) * (workspace[xAtKeptBase3 + iD] - meanValue)) + workspace[betaAtKeptBase + iD]);
        }
        for (int iD = 0; iD < 33; iD++) {
            y[yBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent) {
        Arguments.atLeast("N", dynamicExtent, 0, "an extent is not negative");
        Arguments.range("x", x.length, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.range("gamma", gamma.length, gammaOffset, 33);
        Arguments.range("beta", beta.length, betaOffset, 33);
        Arguments.range("y", y.length, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L));
        Arguments.range("workspace", workspace.length, workspaceOffset, 2592);
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("y", y, yOffset, Arguments.elements("y", dynamicExtent, 33L, 0L), "beta", beta, betaOffset, 33);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=?]}, f64, 1 element for each N: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=?]}, f64, 1 element for each N: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        backwardPart(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent, 0, dynamicExtent,
                workspaceOffset + 320);
        backwardRest(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent, workspaceOffset + 320);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time, and when all
     * are done, backwardCombine completes them.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=?]}, f64, 1 element for each N: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=?]}, f64, 1 element for each N: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another,
     * if N is negative or a size does not fit an array; the message names it, and nothing has been written
     * then
     */
    public static void backwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int task, int rangeBegin, int rangeEnd) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        Arguments.part("N", rangeBegin, rangeEnd, dynamicExtent, Chunks.length(dynamicExtent, 64));
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD, task, dynamicExtent);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 320);
        backwardPart(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset + scratchOfTask, dynamicExtent, rangeBegin,
                rangeEnd, workspaceOffset + 320);
    }

    /**
     * Completes {?code backward} when all of its ranges are done.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=?]}, f64, 1 element for each N: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=?]}, f64, 1 element for each N: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void backwardCombine(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        backwardRest(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset, dynamicExtent, workspaceOffset + 320);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void backwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int rangeBegin, int rangeEnd, int partialsOffset) {
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        for (int iD = 0; iD < 33; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
        }
        int rows = Chunks.length(dynamicExtent, 64);
        for (int chunkBegin = rangeBegin; chunkBegin < rangeEnd; chunkBegin += rows) {
            int chunk = chunkBegin / rows;
            int chunkEnd = Math.min(chunkBegin + rows, dynamicExtent);
            for (int iD = 0; iD < 33; iD++) {
                workspace[partialsOffset + 33 * chunk + iD] = 0.0;
                workspace[partialsOffset + 528 + 33 * chunk + iD] = 0.0;
            }
            for (int iD = 0; iD < 33; iD++) {
                workspace[partialsOffset + 1056 + 33 * chunk + iD] = 0.0;
                workspace[partialsOffset + 1584 + 33 * chunk + iD] = 0.0;
            }
            for (int blockN = chunkBegin; blockN < chunkEnd; blockN += 64) {
                for (int iD = 0; iD < 33; iD++) {
                    workspace[workspaceOffset + 40 + iD] = 0.0;
                }
                for (int iD = 0; iD < 33; iD++) {
                    workspace[workspaceOffset + 80 + iD] = 0.0;
                }
                int end = Math.min(blockN + 64, dynamicExtent);
                for (int iN = blockN; iN < end; iN++) {
                    backwardCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset,
                            saved_var, saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset,
                            dx, dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                            workspaceOffset, dynamicExtent, iN, partialsOffset);
                }
                for (int iD = 0; iD < 33; iD++) {
                    double added = workspace[workspaceOffset + 40 + iD];
                    double next = workspace[partialsOffset + 33 * chunk + iD] + added;
                    double part = next - workspace[partialsOffset + 33 * chunk + iD];
                    workspace[partialsOffset + 528 + 33 * chunk + iD] = workspace[partialsOffset + 528 + 33 * chunk + iD] + ((workspace[partialsOffset + 33 * chunk + iD] - (next - part)) + (added - part));
                    workspace[partialsOffset + 33 * chunk + iD] = next;
                }
                for (int iD = 0; iD < 33; iD++) {
                    double added2 = workspace[workspaceOffset + 80 + iD];
                    double next2 = workspace[partialsOffset + 1056 + 33 * chunk + iD] + added2;
                    double part2 = next2 - workspace[partialsOffset + 1056 + 33 * chunk + iD];
                    workspace[partialsOffset + 1584 + 33 * chunk + iD] = workspace[partialsOffset + 1584 + 33 * chunk + iD] + ((workspace[partialsOffset + 1056 + 33 * chunk + iD] - (next2 - part2)) + (added2 - part2));
                    workspace[partialsOffset + 1056 + 33 * chunk + iD] = next2;
                }
            }
        }
    }

    /**
     * Adds the sums of the chunks in their order, and computes what follows from them.
     */
    private static void backwardRest(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int partialsOffset) {
        for (int iD = 0; iD < 33; iD++) {
            workspace[partialsOffset + 2112 + iD] = 0.0;
            workspace[partialsOffset + 2152 + iD] = 0.0;
        }
        for (int iD = 0; iD < 33; iD++) {
            workspace[partialsOffset + 2192 + iD] = 0.0;
            workspace[partialsOffset + 2232 + iD] = 0.0;
        }
        int rows = Chunks.length(dynamicExtent, 64);
        for (int chunkBegin = 0; chunkBegin < dynamicExtent; chunkBegin += rows) {
            int chunk = chunkBegin / rows;
            int chunkEnd = Math.min(chunkBegin + rows, dynamicExtent);
            for (int iD = 0; iD < 33; iD++) {
                double added = workspace[partialsOffset + 33 * chunk + iD];
                double next = workspace[partialsOffset + 2112 + iD] + added;
                double part = next - workspace[partialsOffset + 2112 + iD];
                workspace[partialsOffset + 2152 + iD] = workspace[partialsOffset + 2152 + iD] + (workspace[partialsOffset + 528 + 33 * chunk + iD] + ((workspace[partialsOffset + 2112 + iD] - (next - part)) + (added - part)));
                workspace[partialsOffset + 2112 + iD] = next;
            }
            for (int iD = 0; iD < 33; iD++) {
                double added2 = workspace[partialsOffset + 1056 + 33 * chunk + iD];
                double next2 = workspace[partialsOffset + 2192 + iD] + added2;
                double part2 = next2 - workspace[partialsOffset + 2192 + iD];
                workspace[partialsOffset + 2232 + iD] = workspace[partialsOffset + 2232 + iD] + (workspace[partialsOffset + 1584 + 33 * chunk + iD] + ((workspace[partialsOffset + 2192 + iD] - (next2 - part2)) + (added2 - part2)));
                workspace[partialsOffset + 2192 + iD] = next2;
            }
        }
        for (int iD = 0; iD < 33; iD++) {
            double total = Sums.total(workspace[partialsOffset + 2112 + iD], workspace[partialsOffset + 2152 + iD]);
            workspace[partialsOffset + 2152 + iD] = Sums.rest(workspace[partialsOffset + 2112 + iD], workspace[partialsOffset + 2152 + iD], total);
            workspace[partialsOffset + 2112 + iD] = total;
        }
        for (int iD = 0; iD < 33; iD++) {
            double total2 = Sums.total(workspace[partialsOffset + 2192 + iD], workspace[partialsOffset + 2232 + iD]);
            workspace[partialsOffset + 2232 + iD] = Sums.rest(workspace[partialsOffset + 2192 + iD], workspace[partialsOffset + 2232 + iD], total2);
            workspace[partialsOffset + 2192 + iD] = total2;
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal6Base = partialsOffset + 2192;
        int sumTotal5Base = partialsOffset + 2112;
        int stageBase = workspaceOffset + 240 + 0;
        int stageBase2 = workspaceOffset + 240 + 40;
        for (int iD = 0; iD < 33; iD++) {
            workspace[stageBase + iD] = workspace[sumTotal6Base + iD];
            workspace[stageBase2 + iD] = workspace[sumTotal5Base + iD];
        }
        for (int iD = 0; iD < 33; iD++) {
            dgamma[dgammaBase + iD] = (float) workspace[stageBase + iD];
        }
        for (int iD = 0; iD < 33; iD++) {
            dbeta[dbetaBase + iD] = (float) workspace[stageBase2 + iD];
        }
    }

    /**
     * For one N: keeps x in f64; dy in f64; collects the sum of dy along N for dbeta; the sum of 1 /
     * sqrt(var + 1e-5) * (x - mean) * dy along N for dgamma; the sum of gamma * dy along D for dx; the sum
     * of gamma * (x - mean) * dy along D for dx; writes dx.
     *
     * <p>Specification, lines 3, 6.
     */
    private static void backwardCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int dynamicExtent, int iN,
            int partialsOffset) {
        int xAtKeptBase = workspaceOffset + 120;
        int dyAtKeptBase = workspaceOffset + 160;
        int xBase = xOffset + 33 * iN;
        int dyBase = dyOffset + 33 * iN;
        for (int iD = 0; iD < 33; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
            double dyAt = (double) dy[dyBase + iD];
            workspace[dyAtKeptBase + iD] = dyAt;
        }
        double t = (1.0 / Math.sqrt((saved_var[saved_varOffset + iN] + 1.0E-5)));
        double meanValue = saved_mean[saved_meanOffset + iN];
        int sumRowsBase = workspaceOffset + 40;
        int sumRows2Base = workspaceOffset + 80;
        int dyAtKeptBase2 = workspaceOffset + 160;
        int xAtKeptBase2 = workspaceOffset + 120;
        for (int iD = 0; iD < 33; iD++) {
            double dyAt2 = workspace[dyAtKeptBase2 + iD];
            workspace[sumRowsBase + iD] = workspace[sumRowsBase + iD] + dyAt2;
            workspace[sumRows2Base + iD] = workspace[sumRows2Base + iD] + (t * ((workspace[xAtKeptBase2 + iD] - meanValue) * dyAt2));
        }
        double sumTotal3 = 0.0;
        double sumTotal4 = 0.0;
        int gammaAtKeptBase = workspaceOffset;
        int dyAtKeptBase3 = workspaceOffset + 160;
        int xAtKeptBase3 = workspaceOffset + 120;
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
        for (int iD = 0; iD < 32; iD += 16) {
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD];
                double dyAt3 = workspace[dyAtKeptBase3 + iD];
                sumSum_0 = sumSum_0 + (gammaAt2 * dyAt3);
                sumSum2_0 = sumSum2_0 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 1];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 1];
                sumSum_1 = sumSum_1 + (gammaAt2 * dyAt3);
                sumSum2_1 = sumSum2_1 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 1] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 2];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 2];
                sumSum_2 = sumSum_2 + (gammaAt2 * dyAt3);
                sumSum2_2 = sumSum2_2 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 2] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 3];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 3];
                sumSum_3 = sumSum_3 + (gammaAt2 * dyAt3);
                sumSum2_3 = sumSum2_3 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 3] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 4];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 4];
                sumSum_4 = sumSum_4 + (gammaAt2 * dyAt3);
                sumSum2_4 = sumSum2_4 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 4] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 5];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 5];
                sumSum_5 = sumSum_5 + (gammaAt2 * dyAt3);
                sumSum2_5 = sumSum2_5 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 5] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 6];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 6];
                sumSum_6 = sumSum_6 + (gammaAt2 * dyAt3);
                sumSum2_6 = sumSum2_6 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 6] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 7];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 7];
                sumSum_7 = sumSum_7 + (gammaAt2 * dyAt3);
                sumSum2_7 = sumSum2_7 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 7] - meanValue) * dyAt3));
            }
        }
        for (int iD = 8; iD < 32; iD += 16) {
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD];
                double dyAt3 = workspace[dyAtKeptBase3 + iD];
                sumSum_8 = sumSum_8 + (gammaAt2 * dyAt3);
                sumSum2_8 = sumSum2_8 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 1];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 1];
                sumSum_9 = sumSum_9 + (gammaAt2 * dyAt3);
                sumSum2_9 = sumSum2_9 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 1] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 2];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 2];
                sumSum_10 = sumSum_10 + (gammaAt2 * dyAt3);
                sumSum2_10 = sumSum2_10 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 2] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 3];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 3];
                sumSum_11 = sumSum_11 + (gammaAt2 * dyAt3);
                sumSum2_11 = sumSum2_11 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 3] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 4];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 4];
                sumSum_12 = sumSum_12 + (gammaAt2 * dyAt3);
                sumSum2_12 = sumSum2_12 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 4] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 5];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 5];
                sumSum_13 = sumSum_13 + (gammaAt2 * dyAt3);
                sumSum2_13 = sumSum2_13 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 5] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 6];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 6];
                sumSum_14 = sumSum_14 + (gammaAt2 * dyAt3);
                sumSum2_14 = sumSum2_14 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 6] - meanValue) * dyAt3));
            }
            {
                double gammaAt2 = workspace[gammaAtKeptBase + iD + 7];
                double dyAt3 = workspace[dyAtKeptBase3 + iD + 7];
                sumSum_15 = sumSum_15 + (gammaAt2 * dyAt3);
                sumSum2_15 = sumSum2_15 + (gammaAt2 * ((workspace[xAtKeptBase3 + iD + 7] - meanValue) * dyAt3));
            }
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 32];
            double dyAt3 = workspace[dyAtKeptBase3 + 32];
            sumSum_0 = sumSum_0 + (gammaAt2 * dyAt3);
            sumSum2_0 = sumSum2_0 + (gammaAt2 * ((workspace[xAtKeptBase3 + 32] - meanValue) * dyAt3));
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
        sumTotal3 = sumSum;
        sumTotal4 = sumSum2;
        double t2 = Math.sqrt((saved_var[saved_varOffset + iN] + 1.0E-5));
        double t3 = ((sumTotal4 / 33.0) / (t2 * t2));
        double t4 = (sumTotal3 / 33.0);
        int dxBase = dxOffset + 33 * iN;
        int gammaAtKeptBase2 = workspaceOffset;
        int dyAtKeptBase4 = workspaceOffset + 160;
        int xAtKeptBase4 = workspaceOffset + 120;
        int stageBase = workspaceOffset + 200 + 0;
        for (int iD = 0; iD < 33; iD++) {
            workspace[stageBase + iD] = (t * (((workspace[gammaAtKeptBase2 + iD] * workspace[dyAtKeptBase4 + iD]) - (t3 * (workspace[xAtKeptBase4 + iD] - meanValue))) - t4));
        }
        for (int iD = 0; iD < 33; iD++) {
            dx[dxBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        Arguments.atLeast("N", dynamicExtent, 0, "an extent is not negative");
        Arguments.range("x", x.length, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.range("gamma", gamma.length, gammaOffset, 33);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, Arguments.elements("saved_var", dynamicExtent, 1L, 0L));
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, Arguments.elements("saved_mean", dynamicExtent, 1L, 0L));
        Arguments.range("dy", dy.length, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.range("dx", dx.length, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L));
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 33);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 33);
        Arguments.range("workspace", workspace.length, workspaceOffset, 2592);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dgamma", dgamma, dgammaOffset, 33);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dbeta", dbeta, dbetaOffset, 33);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "dbeta", dbeta, dbetaOffset, 33);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.disjoint("workspace", workspace, workspaceOffset, 2592, "saved_var", saved_var, saved_varOffset, Arguments.elements("saved_var", dynamicExtent, 1L, 0L));
        Arguments.disjoint("workspace", workspace, workspaceOffset, 2592, "saved_mean", saved_mean, saved_meanOffset, Arguments.elements("saved_mean", dynamicExtent, 1L, 0L));
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent, 0,
                dynamicExtent, workspaceOffset + 320);
        backwardFrozenRest(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent,
                workspaceOffset + 320);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time, and when all
     * are done, backwardFrozenCombine completes them.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another,
     * if N is negative or a size does not fit an array; the message names it, and nothing has been written
     * then
     */
    public static void backwardFrozenRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int task, int rangeBegin, int rangeEnd) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        Arguments.part("N", rangeBegin, rangeEnd, dynamicExtent, Chunks.length(dynamicExtent, 64));
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD_FROZEN, task, dynamicExtent);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 320);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset + scratchOfTask,
                dynamicExtent, rangeBegin, rangeEnd, workspaceOffset + 320);
    }

    /**
     * Completes {?code backwardFrozen} when all of its ranges are done.
     *
     * @param x input {@code x[N=?, D=33]}, f32, 33 elements for each N: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=33]}, f32, 33 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=?, D=33]}, f32, 33 elements for each N: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=?, D=33]}, f32, 33 elements for each N: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=33]}, f32, 33 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=33]}, f32, 33 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 2592 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param dynamicExtent the extent of N, not negative
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another, if N is negative or a size does
     * not fit an array; the message names it, and nothing has been written then
     */
    public static void backwardFrozenCombine(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent);
        backwardFrozenRest(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, dynamicExtent,
                workspaceOffset + 320);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void backwardFrozenPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int rangeBegin, int rangeEnd, int partialsOffset) {
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        for (int iD = 0; iD < 33; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
        }
        int rows = Chunks.length(dynamicExtent, 64);
        for (int chunkBegin = rangeBegin; chunkBegin < rangeEnd; chunkBegin += rows) {
            int chunk = chunkBegin / rows;
            int chunkEnd = Math.min(chunkBegin + rows, dynamicExtent);
            for (int iD = 0; iD < 33; iD++) {
                workspace[partialsOffset + 33 * chunk + iD] = 0.0;
                workspace[partialsOffset + 528 + 33 * chunk + iD] = 0.0;
            }
            for (int iD = 0; iD < 33; iD++) {
                workspace[partialsOffset + 1056 + 33 * chunk + iD] = 0.0;
                workspace[partialsOffset + 1584 + 33 * chunk + iD] = 0.0;
            }
            for (int blockN = chunkBegin; blockN < chunkEnd; blockN += 64) {
                for (int iD = 0; iD < 33; iD++) {
                    workspace[workspaceOffset + 40 + iD] = 0.0;
                }
                for (int iD = 0; iD < 33; iD++) {
                    workspace[workspaceOffset + 80 + iD] = 0.0;
                }
                int end = Math.min(blockN + 64, dynamicExtent);
                for (int iN = blockN; iN < end; iN++) {
                    backwardFrozenWriteDx(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx,
                            dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                            workspaceOffset, dynamicExtent, iN, partialsOffset);
                }
                for (int iD = 0; iD < 33; iD++) {
                    double added = workspace[workspaceOffset + 40 + iD];
                    double next = workspace[partialsOffset + 33 * chunk + iD] + added;
                    double part = next - workspace[partialsOffset + 33 * chunk + iD];
                    workspace[partialsOffset + 528 + 33 * chunk + iD] = workspace[partialsOffset + 528 + 33 * chunk + iD] + ((workspace[partialsOffset + 33 * chunk + iD] - (next - part)) + (added - part));
                    workspace[partialsOffset + 33 * chunk + iD] = next;
                }
                for (int iD = 0; iD < 33; iD++) {
                    double added2 = workspace[workspaceOffset + 80 + iD];
                    double next2 = workspace[partialsOffset + 1056 + 33 * chunk + iD] + added2;
                    double part2 = next2 - workspace[partialsOffset + 1056 + 33 * chunk + iD];
                    workspace[partialsOffset + 1584 + 33 * chunk + iD] = workspace[partialsOffset + 1584 + 33 * chunk + iD] + ((workspace[partialsOffset + 1056 + 33 * chunk + iD] - (next2 - part2)) + (added2 - part2));
                    workspace[partialsOffset + 1056 + 33 * chunk + iD] = next2;
                }
            }
        }
    }

    /**
     * Adds the sums of the chunks in their order, and computes what follows from them.
     */
    private static void backwardFrozenRest(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent, int partialsOffset) {
        for (int iD = 0; iD < 33; iD++) {
            workspace[partialsOffset + 2112 + iD] = 0.0;
            workspace[partialsOffset + 2152 + iD] = 0.0;
        }
        for (int iD = 0; iD < 33; iD++) {
            workspace[partialsOffset + 2192 + iD] = 0.0;
            workspace[partialsOffset + 2232 + iD] = 0.0;
        }
        int rows = Chunks.length(dynamicExtent, 64);
        for (int chunkBegin = 0; chunkBegin < dynamicExtent; chunkBegin += rows) {
            int chunk = chunkBegin / rows;
            int chunkEnd = Math.min(chunkBegin + rows, dynamicExtent);
            for (int iD = 0; iD < 33; iD++) {
                double added = workspace[partialsOffset + 33 * chunk + iD];
                double next = workspace[partialsOffset + 2112 + iD] + added;
                double part = next - workspace[partialsOffset + 2112 + iD];
                workspace[partialsOffset + 2152 + iD] = workspace[partialsOffset + 2152 + iD] + (workspace[partialsOffset + 528 + 33 * chunk + iD] + ((workspace[partialsOffset + 2112 + iD] - (next - part)) + (added - part)));
                workspace[partialsOffset + 2112 + iD] = next;
            }
            for (int iD = 0; iD < 33; iD++) {
                double added2 = workspace[partialsOffset + 1056 + 33 * chunk + iD];
                double next2 = workspace[partialsOffset + 2192 + iD] + added2;
                double part2 = next2 - workspace[partialsOffset + 2192 + iD];
                workspace[partialsOffset + 2232 + iD] = workspace[partialsOffset + 2232 + iD] + (workspace[partialsOffset + 1584 + 33 * chunk + iD] + ((workspace[partialsOffset + 2192 + iD] - (next2 - part2)) + (added2 - part2)));
                workspace[partialsOffset + 2192 + iD] = next2;
            }
        }
        for (int iD = 0; iD < 33; iD++) {
            double total = Sums.total(workspace[partialsOffset + 2112 + iD], workspace[partialsOffset + 2152 + iD]);
            workspace[partialsOffset + 2152 + iD] = Sums.rest(workspace[partialsOffset + 2112 + iD], workspace[partialsOffset + 2152 + iD], total);
            workspace[partialsOffset + 2112 + iD] = total;
        }
        for (int iD = 0; iD < 33; iD++) {
            double total2 = Sums.total(workspace[partialsOffset + 2192 + iD], workspace[partialsOffset + 2232 + iD]);
            workspace[partialsOffset + 2232 + iD] = Sums.rest(workspace[partialsOffset + 2192 + iD], workspace[partialsOffset + 2232 + iD], total2);
            workspace[partialsOffset + 2192 + iD] = total2;
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal8Base = partialsOffset + 2192;
        int sumTotal7Base = partialsOffset + 2112;
        int stageBase = workspaceOffset + 240 + 0;
        int stageBase2 = workspaceOffset + 240 + 40;
        for (int iD = 0; iD < 33; iD++) {
            workspace[stageBase + iD] = workspace[sumTotal8Base + iD];
            workspace[stageBase2 + iD] = workspace[sumTotal7Base + iD];
        }
        for (int iD = 0; iD < 33; iD++) {
            dgamma[dgammaBase + iD] = (float) workspace[stageBase + iD];
        }
        for (int iD = 0; iD < 33; iD++) {
            dbeta[dbetaBase + iD] = (float) workspace[stageBase2 + iD];
        }
    }

    /**
     * For one N: keeps x in f64; dy in f64; collects the sum of x along D for mean; the sum of gamma * dy
     * along D for dx; the sum of (x - mean)^2 along D for var; the sum of gamma * (x - mean) * dy along D
     * for dx; and 2 more; writes dx.
     *
     * <p>Specification, lines 3, 4, 6.
     */
    private static void backwardFrozenWriteDx(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int dynamicExtent, int iN, int partialsOffset) {
        int xAtKeptBase = workspaceOffset + 120;
        int dyAtKeptBase = workspaceOffset + 160;
        int xBase = xOffset + 33 * iN;
        int dyBase = dyOffset + 33 * iN;
        for (int iD = 0; iD < 33; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
            double dyAt = (double) dy[dyBase + iD];
            workspace[dyAtKeptBase + iD] = dyAt;
        }
        double sumTotal3 = 0.0;
        double sumTotal4 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 120;
        int gammaAtKeptBase = workspaceOffset;
        int dyAtKeptBase2 = workspaceOffset + 160;
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
        sumSum_0 = sumSum_0 + workspace[xAtKeptBase2 + 0];
        sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 0] * workspace[dyAtKeptBase2 + 0]);
        sumSum_1 = sumSum_1 + workspace[xAtKeptBase2 + 1];
        sumSum2_1 = sumSum2_1 + (workspace[gammaAtKeptBase + 1] * workspace[dyAtKeptBase2 + 1]);
        sumSum_2 = sumSum_2 + workspace[xAtKeptBase2 + 2];
        sumSum2_2 = sumSum2_2 + (workspace[gammaAtKeptBase + 2] * workspace[dyAtKeptBase2 + 2]);
        sumSum_3 = sumSum_3 + workspace[xAtKeptBase2 + 3];
        sumSum2_3 = sumSum2_3 + (workspace[gammaAtKeptBase + 3] * workspace[dyAtKeptBase2 + 3]);
        sumSum_4 = sumSum_4 + workspace[xAtKeptBase2 + 4];
        sumSum2_4 = sumSum2_4 + (workspace[gammaAtKeptBase + 4] * workspace[dyAtKeptBase2 + 4]);
        sumSum_5 = sumSum_5 + workspace[xAtKeptBase2 + 5];
        sumSum2_5 = sumSum2_5 + (workspace[gammaAtKeptBase + 5] * workspace[dyAtKeptBase2 + 5]);
        sumSum_6 = sumSum_6 + workspace[xAtKeptBase2 + 6];
        sumSum2_6 = sumSum2_6 + (workspace[gammaAtKeptBase + 6] * workspace[dyAtKeptBase2 + 6]);
        sumSum_7 = sumSum_7 + workspace[xAtKeptBase2 + 7];
        sumSum2_7 = sumSum2_7 + (workspace[gammaAtKeptBase + 7] * workspace[dyAtKeptBase2 + 7]);
        sumSum_0 = sumSum_0 + workspace[xAtKeptBase2 + 16];
        sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 16] * workspace[dyAtKeptBase2 + 16]);
        sumSum_1 = sumSum_1 + workspace[xAtKeptBase2 + 17];
        sumSum2_1 = sumSum2_1 + (workspace[gammaAtKeptBase + 17] * workspace[dyAtKeptBase2 + 17]);
        sumSum_2 = sumSum_2 + workspace[xAtKeptBase2 + 18];
        sumSum2_2 = sumSum2_2 + (workspace[gammaAtKeptBase + 18] * workspace[dyAtKeptBase2 + 18]);
        sumSum_3 = sumSum_3 + workspace[xAtKeptBase2 + 19];
        sumSum2_3 = sumSum2_3 + (workspace[gammaAtKeptBase + 19] * workspace[dyAtKeptBase2 + 19]);
        sumSum_4 = sumSum_4 + workspace[xAtKeptBase2 + 20];
        sumSum2_4 = sumSum2_4 + (workspace[gammaAtKeptBase + 20] * workspace[dyAtKeptBase2 + 20]);
        sumSum_5 = sumSum_5 + workspace[xAtKeptBase2 + 21];
        sumSum2_5 = sumSum2_5 + (workspace[gammaAtKeptBase + 21] * workspace[dyAtKeptBase2 + 21]);
        sumSum_6 = sumSum_6 + workspace[xAtKeptBase2 + 22];
        sumSum2_6 = sumSum2_6 + (workspace[gammaAtKeptBase + 22] * workspace[dyAtKeptBase2 + 22]);
        sumSum_7 = sumSum_7 + workspace[xAtKeptBase2 + 23];
        sumSum2_7 = sumSum2_7 + (workspace[gammaAtKeptBase + 23] * workspace[dyAtKeptBase2 + 23]);
        sumSum_8 = sumSum_8 + workspace[xAtKeptBase2 + 8];
        sumSum2_8 = sumSum2_8 + (workspace[gammaAtKeptBase + 8] * workspace[dyAtKeptBase2 + 8]);
        sumSum_9 = sumSum_9 + workspace[xAtKeptBase2 + 9];
        sumSum2_9 = sumSum2_9 + (workspace[gammaAtKeptBase + 9] * workspace[dyAtKeptBase2 + 9]);
        sumSum_10 = sumSum_10 + workspace[xAtKeptBase2 + 10];
        sumSum2_10 = sumSum2_10 + (workspace[gammaAtKeptBase + 10] * workspace[dyAtKeptBase2 + 10]);
        sumSum_11 = sumSum_11 + workspace[xAtKeptBase2 + 11];
        sumSum2_11 = sumSum2_11 + (workspace[gammaAtKeptBase + 11] * workspace[dyAtKeptBase2 + 11]);
        sumSum_12 = sumSum_12 + workspace[xAtKeptBase2 + 12];
        sumSum2_12 = sumSum2_12 + (workspace[gammaAtKeptBase + 12] * workspace[dyAtKeptBase2 + 12]);
        sumSum_13 = sumSum_13 + workspace[xAtKeptBase2 + 13];
        sumSum2_13 = sumSum2_13 + (workspace[gammaAtKeptBase + 13] * workspace[dyAtKeptBase2 + 13]);
        sumSum_14 = sumSum_14 + workspace[xAtKeptBase2 + 14];
        sumSum2_14 = sumSum2_14 + (workspace[gammaAtKeptBase + 14] * workspace[dyAtKeptBase2 + 14]);
        sumSum_15 = sumSum_15 + workspace[xAtKeptBase2 + 15];
        sumSum2_15 = sumSum2_15 + (workspace[gammaAtKeptBase + 15] * workspace[dyAtKeptBase2 + 15]);
        sumSum_8 = sumSum_8 + workspace[xAtKeptBase2 + 24];
        sumSum2_8 = sumSum2_8 + (workspace[gammaAtKeptBase + 24] * workspace[dyAtKeptBase2 + 24]);
        sumSum_9 = sumSum_9 + workspace[xAtKeptBase2 + 25];
        sumSum2_9 = sumSum2_9 + (workspace[gammaAtKeptBase + 25] * workspace[dyAtKeptBase2 + 25]);
        sumSum_10 = sumSum_10 + workspace[xAtKeptBase2 + 26];
        sumSum2_10 = sumSum2_10 + (workspace[gammaAtKeptBase + 26] * workspace[dyAtKeptBase2 + 26]);
        sumSum_11 = sumSum_11 + workspace[xAtKeptBase2 + 27];
        sumSum2_11 = sumSum2_11 + (workspace[gammaAtKeptBase + 27] * workspace[dyAtKeptBase2 + 27]);
        sumSum_12 = sumSum_12 + workspace[xAtKeptBase2 + 28];
        sumSum2_12 = sumSum2_12 + (workspace[gammaAtKeptBase + 28] * workspace[dyAtKeptBase2 + 28]);
        sumSum_13 = sumSum_13 + workspace[xAtKeptBase2 + 29];
        sumSum2_13 = sumSum2_13 + (workspace[gammaAtKeptBase + 29] * workspace[dyAtKeptBase2 + 29]);
        sumSum_14 = sumSum_14 + workspace[xAtKeptBase2 + 30];
        sumSum2_14 = sumSum2_14 + (workspace[gammaAtKeptBase + 30] * workspace[dyAtKeptBase2 + 30]);
        sumSum_15 = sumSum_15 + workspace[xAtKeptBase2 + 31];
        sumSum2_15 = sumSum2_15 + (workspace[gammaAtKeptBase + 31] * workspace[dyAtKeptBase2 + 31]);
        sumSum_0 = sumSum_0 + workspace[xAtKeptBase2 + 32];
        sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 32] * workspace[dyAtKeptBase2 + 32]);
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
        sumTotal3 = sumSum;
        sumTotal4 = sumSum2;
        double meanValue = (sumTotal3 / 33.0);
        double sumTotal5 = 0.0;
        double sumTotal6 = 0.0;
        int xAtKeptBase3 = workspaceOffset + 120;
        int gammaAtKeptBase2 = workspaceOffset;
        int dyAtKeptBase3 = workspaceOffset + 160;
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
        for (int iD = 0; iD < 32; iD += 16) {
            {
                double t = (workspace[xAtKeptBase3 + iD] - meanValue);
                sumSum3_0 = sumSum3_0 + (t * t);
                sumSum4_0 = sumSum4_0 + (workspace[gammaAtKeptBase2 + iD] * (t * workspace[dyAtKeptBase3 + iD]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (t * t);
                sumSum4_1 = sumSum4_1 + (workspace[gammaAtKeptBase2 + iD + 1] * (t * workspace[dyAtKeptBase3 + iD + 1]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (t * t);
                sumSum4_2 = sumSum4_2 + (workspace[gammaAtKeptBase2 + iD + 2] * (t * workspace[dyAtKeptBase3 + iD + 2]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (t * t);
                sumSum4_3 = sumSum4_3 + (workspace[gammaAtKeptBase2 + iD + 3] * (t * workspace[dyAtKeptBase3 + iD + 3]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (t * t);
                sumSum4_4 = sumSum4_4 + (workspace[gammaAtKeptBase2 + iD + 4] * (t * workspace[dyAtKeptBase3 + iD + 4]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 5] - meanValue);
                sumSum3_5 = sumSum3_5 + (t * t);
                sumSum4_5 = sumSum4_5 + (workspace[gammaAtKeptBase2 + iD + 5] * (t * workspace[dyAtKeptBase3 + iD + 5]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 6] - meanValue);
                sumSum3_6 = sumSum3_6 + (t * t);
                sumSum4_6 = sumSum4_6 + (workspace[gammaAtKeptBase2 + iD + 6] * (t * workspace[dyAtKeptBase3 + iD + 6]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 7] - meanValue);
                sumSum3_7 = sumSum3_7 + (t * t);
                sumSum4_7 = sumSum4_7 + (workspace[gammaAtKeptBase2 + iD + 7] * (t * workspace[dyAtKeptBase3 + iD + 7]));
            }
        }
        for (int iD = 8; iD < 32; iD += 16) {
            {
                double t = (workspace[xAtKeptBase3 + iD] - meanValue);
                sumSum3_8 = sumSum3_8 + (t * t);
                sumSum4_8 = sumSum4_8 + (workspace[gammaAtKeptBase2 + iD] * (t * workspace[dyAtKeptBase3 + iD]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 1] - meanValue);
                sumSum3_9 = sumSum3_9 + (t * t);
                sumSum4_9 = sumSum4_9 + (workspace[gammaAtKeptBase2 + iD + 1] * (t * workspace[dyAtKeptBase3 + iD + 1]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 2] - meanValue);
                sumSum3_10 = sumSum3_10 + (t * t);
                sumSum4_10 = sumSum4_10 + (workspace[gammaAtKeptBase2 + iD + 2] * (t * workspace[dyAtKeptBase3 + iD + 2]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 3] - meanValue);
                sumSum3_11 = sumSum3_11 + (t * t);
                sumSum4_11 = sumSum4_11 + (workspace[gammaAtKeptBase2 + iD + 3] * (t * workspace[dyAtKeptBase3 + iD + 3]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 4] - meanValue);
                sumSum3_12 = sumSum3_12 + (t * t);
                sumSum4_12 = sumSum4_12 + (workspace[gammaAtKeptBase2 + iD + 4] * (t * workspace[dyAtKeptBase3 + iD + 4]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 5] - meanValue);
                sumSum3_13 = sumSum3_13 + (t * t);
                sumSum4_13 = sumSum4_13 + (workspace[gammaAtKeptBase2 + iD + 5] * (t * workspace[dyAtKeptBase3 + iD + 5]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 6] - meanValue);
                sumSum3_14 = sumSum3_14 + (t * t);
                sumSum4_14 = sumSum4_14 + (workspace[gammaAtKeptBase2 + iD + 6] * (t * workspace[dyAtKeptBase3 + iD + 6]));
            }
            {
                double t = (workspace[xAtKeptBase3 + iD + 7] - meanValue);
                sumSum3_15 = sumSum3_15 + (t * t);
                sumSum4_15 = sumSum4_15 + (workspace[gammaAtKeptBase2 + iD + 7] * (t * workspace[dyAtKeptBase3 + iD + 7]));
            }
        }
        {
            double t = (workspace[xAtKeptBase3 + 32] - meanValue);
            sumSum3_0 = sumSum3_0 + (t * t);
            sumSum4_0 = sumSum4_0 + (workspace[gammaAtKeptBase2 + 32] * (t * workspace[dyAtKeptBase3 + 32]));
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
        sumTotal5 = sumSum3;
        sumTotal6 = sumSum4;
        double t2 = Math.sqrt(((sumTotal5 / 33.0) + 1.0E-5));
        double t3 = (1.0 / t2);
        double t4 = ((sumTotal6 / 33.0) / (t2 * t2));
        double t5 = (sumTotal4 / 33.0);
        int sumRowsBase = workspaceOffset + 40;
        int sumRows2Base = workspaceOffset + 80;
        int dxBase = dxOffset + 33 * iN;
        int dyAtKeptBase4 = workspaceOffset + 160;
        int xAtKeptBase4 = workspaceOffset + 120;
        int gammaAtKeptBase3 = workspaceOffset;
        int stageBase = workspaceOffset + 200 + 0;
        for (int iD = 0; iD < 33; iD++) {
            double dyAt2 = workspace[dyAtKeptBase4 + iD];
            workspace[sumRowsBase + iD] = workspace[sumRowsBase + iD] + dyAt2;
            double t6 = (workspace[xAtKeptBase4 + iD] - meanValue);
            workspace[sumRows2Base + iD] = workspace[sumRows2Base + iD] + (t3 * (t6 * dyAt2));
            workspace[stageBase + iD] = (t3 * (((workspace[gammaAtKeptBase3 + iD] * dyAt2) - (t4 * t6)) - t5));
        }
        for (int iD = 0; iD < 33; iD++) {
            dx[dxBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset,
            int dynamicExtent) {
        Arguments.atLeast("N", dynamicExtent, 0, "an extent is not negative");
        Arguments.range("x", x.length, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.range("gamma", gamma.length, gammaOffset, 33);
        Arguments.range("dy", dy.length, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.range("dx", dx.length, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L));
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 33);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 33);
        Arguments.range("workspace", workspace.length, workspaceOffset, 2592);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dgamma", dgamma, dgammaOffset, 33);
        Arguments.disjoint("dx", dx, dxOffset, Arguments.elements("dx", dynamicExtent, 33L, 0L), "dbeta", dbeta, dbetaOffset, 33);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 33, "dbeta", dbeta, dbetaOffset, 33);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "x", x, xOffset, Arguments.elements("x", dynamicExtent, 33L, 0L));
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "gamma", gamma, gammaOffset, 33);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 33, "dy", dy, dyOffset, Arguments.elements("dy", dynamicExtent, 33L, 0L));
    }
}
