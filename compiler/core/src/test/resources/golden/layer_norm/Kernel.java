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
 * LayerNorm for N=3, D=17, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, D]
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
public final class LayerNorm_3_17_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("LayerNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "D"}, new int[] {3, 17}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {17}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"D"}, new int[] {17}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "D"}, new int[] {3, 17}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"N"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"N"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "D"}, new int[] {3, 17}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "D"}, new int[] {3, 17}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"D"}, new int[] {17}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"D"}, new int[] {17}, DataType.F32, 0.0)
            .workspace("workspace", 192, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 10})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 10})
            .entry(Entry.BACKWARD, new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "N", 3, 1, false, 1, 96, 0L, 0)
            .range(Entry.INFER, "N", 3, 1, false, 1, 96, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public LayerNorm_3_17_f32() {
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
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(4), bindings.offset(4), bindings.doubles(5), bindings.offset(5),
                bindings.floats(6), bindings.offset(6), bindings.floats(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
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
     * <p>Writes saved_var, saved_mean, y. Arrays hold dense row-major tensors; offsets and sizes are in
     * elements.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=17]}, f32, 17 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=17]}, f32, 51 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=3]}, f64, 3 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=3]}, f64, 3 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=17]}, f32, 17 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=17]}, f32, 51 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=3]}, f64, 3 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=3]}, f64, 3 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 96);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 24;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        for (int iD = 0; iD < 17; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
            double betaAt = (double) beta[betaBase + iD];
            workspace[betaAtKeptBase + iD] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                    yOffset, saved_var, saved_varOffset, saved_mean, saved_meanOffset, workspace,
                    workspaceOffset, iN);
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
            double[] workspace, int workspaceOffset, int iN) {
        int xAtKeptBase = workspaceOffset + 48;
        int xBase = xOffset + 17 * iN;
        for (int iD = 0; iD < 17; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset + 48, 17);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 17.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 48;
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
        saved_var[saved_varOffset + iN] = (sumTotal2 / 17.0);
        saved_mean[saved_meanOffset + iN] = meanValue;
        double t2 = (1.0 / Math.sqrt(((sumTotal2 / 17.0) + 1.0E-5)));
        int yBase = yOffset + 17 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xAtKeptBase3 = workspaceOffset + 48;
        int betaAtKeptBase = workspaceOffset + 24;
        int stageBase = workspaceOffset + 72 + 0;
        for (int iD = 0; iD < 17; iD++) {
            workspace[stageBase + iD] = (((t2 * workspace[gammaAtKeptBase + iD]) * (workspace[xAtKeptBase3 + iD] - meanValue)) + workspace[betaAtKeptBase + iD]);
        }
        for (int iD = 0; iD < 17; iD++) {
            y[yBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 51);
        Arguments.range("gamma", gamma.length, gammaOffset, 17);
        Arguments.range("beta", beta.length, betaOffset, 17);
        Arguments.range("y", y.length, yOffset, 51);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 192);
        Arguments.disjoint("y", y, yOffset, 51, "x", x, xOffset, 51);
        Arguments.disjoint("y", y, yOffset, 51, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("y", y, yOffset, 51, "beta", beta, betaOffset, 17);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "saved_mean", saved_mean, saved_meanOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "workspace", workspace, workspaceOffset, 192);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 3, "workspace", workspace, workspaceOffset, 192);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=17]}, f32, 17 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=17]}, f32, 51 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=17]}, f32, 17 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=17]}, f32, 51 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 96);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 24;
        int gammaBase = gammaOffset;
        int betaBase = betaOffset;
        for (int iD = 0; iD < 17; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
            double betaAt = (double) beta[betaBase + iD];
            workspace[betaAtKeptBase + iD] = betaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                    workspace, workspaceOffset, iN);
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
            double[] workspace, int workspaceOffset, int iN) {
        int xAtKeptBase = workspaceOffset + 48;
        int xBase = xOffset + 17 * iN;
        for (int iD = 0; iD < 17; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
        }
        double sumTotal = 0.0;
        double sumSum = Lanes.sum(workspace, workspaceOffset + 48, 17);
        sumTotal = sumSum;
        double meanValue = (sumTotal / 17.0);
        double sumTotal2 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 48;
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
        double t2 = (1.0 / Math.sqrt(((sumTotal2 / 17.0) + 1.0E-5)));
        int yBase = yOffset + 17 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xAtKeptBase3 = workspaceOffset + 48;
        int betaAtKeptBase = workspaceOffset + 24;
        int stageBase = workspaceOffset + 72 + 0;
        for (int iD = 0; iD < 17; iD++) {
            workspace[stageBase + iD] = (((t2 * workspace[gammaAtKeptBase + iD]) * (workspace[xAtKeptBase3 + iD] - meanValue)) + workspace[betaAtKeptBase + iD]);
        }
        for (int iD = 0; iD < 17; iD++) {
            y[yBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 51);
        Arguments.range("gamma", gamma.length, gammaOffset, 17);
        Arguments.range("beta", beta.length, betaOffset, 17);
        Arguments.range("y", y.length, yOffset, 51);
        Arguments.range("workspace", workspace.length, workspaceOffset, 192);
        Arguments.disjoint("y", y, yOffset, 51, "x", x, xOffset, 51);
        Arguments.disjoint("y", y, yOffset, 51, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("y", y, yOffset, 51, "beta", beta, betaOffset, 17);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=3]}, f64, 3 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=3]}, f64, 3 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=17]}, f32, 51 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=17]}, f32, 51 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=17]}, f32, 17 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=17]}, f32, 17 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        for (int iD = 0; iD < 17; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
        }
        for (int iD = 0; iD < 17; iD++) {
            workspace[workspaceOffset + 24 + iD] = 0.0;
        }
        for (int iD = 0; iD < 17; iD++) {
            workspace[workspaceOffset + 48 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 48;
        int sumTotalBase = workspaceOffset + 24;
        int stageBase = workspaceOffset + 144 + 0;
        int stageBase2 = workspaceOffset + 144 + 24;
        for (int iD = 0; iD < 17; iD++) {
            workspace[stageBase + iD] = workspace[sumTotal2Base + iD];
            workspace[stageBase2 + iD] = workspace[sumTotalBase + iD];
        }
        for (int iD = 0; iD < 17; iD++) {
            dgamma[dgammaBase + iD] = (float) workspace[stageBase + iD];
        }
        for (int iD = 0; iD < 17; iD++) {
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
            double[] workspace, int workspaceOffset, int iN) {
        int xAtKeptBase = workspaceOffset + 72;
        int dyAtKeptBase = workspaceOffset + 96;
        int xBase = xOffset + 17 * iN;
        int dyBase = dyOffset + 17 * iN;
        for (int iD = 0; iD < 17; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
            double dyAt = (double) dy[dyBase + iD];
            workspace[dyAtKeptBase + iD] = dyAt;
        }
        double t = (1.0 / Math.sqrt((saved_var[saved_varOffset + iN] + 1.0E-5)));
        double meanValue = saved_mean[saved_meanOffset + iN];
        int sumTotalBase = workspaceOffset + 24;
        int sumTotal2Base = workspaceOffset + 48;
        int dyAtKeptBase2 = workspaceOffset + 96;
        int xAtKeptBase2 = workspaceOffset + 72;
        for (int iD = 0; iD < 17; iD++) {
            double dyAt2 = workspace[dyAtKeptBase2 + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt2;
            workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t * ((workspace[xAtKeptBase2 + iD] - meanValue) * dyAt2));
        }
        double sumTotal3 = 0.0;
        double sumTotal4 = 0.0;
        int gammaAtKeptBase = workspaceOffset;
        int dyAtKeptBase3 = workspaceOffset + 96;
        int xAtKeptBase3 = workspaceOffset + 72;
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
            double gammaAt2 = workspace[gammaAtKeptBase + 0];
            double dyAt3 = workspace[dyAtKeptBase3 + 0];
            sumSum_0 = sumSum_0 + (gammaAt2 * dyAt3);
            sumSum2_0 = sumSum2_0 + (gammaAt2 * ((workspace[xAtKeptBase3 + 0] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 1];
            double dyAt3 = workspace[dyAtKeptBase3 + 1];
            sumSum_1 = sumSum_1 + (gammaAt2 * dyAt3);
            sumSum2_1 = sumSum2_1 + (gammaAt2 * ((workspace[xAtKeptBase3 + 1] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 2];
            double dyAt3 = workspace[dyAtKeptBase3 + 2];
            sumSum_2 = sumSum_2 + (gammaAt2 * dyAt3);
            sumSum2_2 = sumSum2_2 + (gammaAt2 * ((workspace[xAtKeptBase3 + 2] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 3];
            double dyAt3 = workspace[dyAtKeptBase3 + 3];
            sumSum_3 = sumSum_3 + (gammaAt2 * dyAt3);
            sumSum2_3 = sumSum2_3 + (gammaAt2 * ((workspace[xAtKeptBase3 + 3] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 4];
            double dyAt3 = workspace[dyAtKeptBase3 + 4];
            sumSum_4 = sumSum_4 + (gammaAt2 * dyAt3);
            sumSum2_4 = sumSum2_4 + (gammaAt2 * ((workspace[xAtKeptBase3 + 4] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 5];
            double dyAt3 = workspace[dyAtKeptBase3 + 5];
            sumSum_5 = sumSum_5 + (gammaAt2 * dyAt3);
            sumSum2_5 = sumSum2_5 + (gammaAt2 * ((workspace[xAtKeptBase3 + 5] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 6];
            double dyAt3 = workspace[dyAtKeptBase3 + 6];
            sumSum_6 = sumSum_6 + (gammaAt2 * dyAt3);
            sumSum2_6 = sumSum2_6 + (gammaAt2 * ((workspace[xAtKeptBase3 + 6] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 7];
            double dyAt3 = workspace[dyAtKeptBase3 + 7];
            sumSum_7 = sumSum_7 + (gammaAt2 * dyAt3);
            sumSum2_7 = sumSum2_7 + (gammaAt2 * ((workspace[xAtKeptBase3 + 7] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 8];
            double dyAt3 = workspace[dyAtKeptBase3 + 8];
            sumSum_8 = sumSum_8 + (gammaAt2 * dyAt3);
            sumSum2_8 = sumSum2_8 + (gammaAt2 * ((workspace[xAtKeptBase3 + 8] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 9];
            double dyAt3 = workspace[dyAtKeptBase3 + 9];
            sumSum_9 = sumSum_9 + (gammaAt2 * dyAt3);
            sumSum2_9 = sumSum2_9 + (gammaAt2 * ((workspace[xAtKeptBase3 + 9] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 10];
            double dyAt3 = workspace[dyAtKeptBase3 + 10];
            sumSum_10 = sumSum_10 + (gammaAt2 * dyAt3);
            sumSum2_10 = sumSum2_10 + (gammaAt2 * ((workspace[xAtKeptBase3 + 10] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 11];
            double dyAt3 = workspace[dyAtKeptBase3 + 11];
            sumSum_11 = sumSum_11 + (gammaAt2 * dyAt3);
            sumSum2_11 = sumSum2_11 + (gammaAt2 * ((workspace[xAtKeptBase3 + 11] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 12];
            double dyAt3 = workspace[dyAtKeptBase3 + 12];
            sumSum_12 = sumSum_12 + (gammaAt2 * dyAt3);
            sumSum2_12 = sumSum2_12 + (gammaAt2 * ((workspace[xAtKeptBase3 + 12] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 13];
            double dyAt3 = workspace[dyAtKeptBase3 + 13];
            sumSum_13 = sumSum_13 + (gammaAt2 * dyAt3);
            sumSum2_13 = sumSum2_13 + (gammaAt2 * ((workspace[xAtKeptBase3 + 13] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 14];
            double dyAt3 = workspace[dyAtKeptBase3 + 14];
            sumSum_14 = sumSum_14 + (gammaAt2 * dyAt3);
            sumSum2_14 = sumSum2_14 + (gammaAt2 * ((workspace[xAtKeptBase3 + 14] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 15];
            double dyAt3 = workspace[dyAtKeptBase3 + 15];
            sumSum_15 = sumSum_15 + (gammaAt2 * dyAt3);
            sumSum2_15 = sumSum2_15 + (gammaAt2 * ((workspace[xAtKeptBase3 + 15] - meanValue) * dyAt3));
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 16];
            double dyAt3 = workspace[dyAtKeptBase3 + 16];
            sumSum_0 = sumSum_0 + (gammaAt2 * dyAt3);
            sumSum2_0 = sumSum2_0 + (gammaAt2 * ((workspace[xAtKeptBase3 + 16] - meanValue) * dyAt3));
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
        double t3 = ((sumTotal4 / 17.0) / (t2 * t2));
        double t4 = (sumTotal3 / 17.0);
        int dxBase = dxOffset + 17 * iN;
        int gammaAtKeptBase2 = workspaceOffset;
        int dyAtKeptBase4 = workspaceOffset + 96;
        int xAtKeptBase4 = workspaceOffset + 72;
        int stageBase = workspaceOffset + 120 + 0;
        for (int iD = 0; iD < 17; iD++) {
            workspace[stageBase + iD] = (t * (((workspace[gammaAtKeptBase2 + iD] * workspace[dyAtKeptBase4 + iD]) - (t3 * (workspace[xAtKeptBase4 + iD] - meanValue))) - t4));
        }
        for (int iD = 0; iD < 17; iD++) {
            dx[dxBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 51);
        Arguments.range("gamma", gamma.length, gammaOffset, 17);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 51);
        Arguments.range("dx", dx.length, dxOffset, 51);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 17);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 17);
        Arguments.range("workspace", workspace.length, workspaceOffset, 192);
        Arguments.disjoint("dx", dx, dxOffset, 51, "x", x, xOffset, 51);
        Arguments.disjoint("dx", dx, dxOffset, 51, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dy", dy, dyOffset, 51);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dgamma", dgamma, dgammaOffset, 17);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dbeta", dbeta, dbetaOffset, 17);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "x", x, xOffset, 51);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "dy", dy, dyOffset, 51);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "dbeta", dbeta, dbetaOffset, 17);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "x", x, xOffset, 51);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "dy", dy, dyOffset, 51);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 192, "saved_var", saved_var, saved_varOffset, 3);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 192, "saved_mean", saved_mean, saved_meanOffset, 3);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=17]}, f32, 51 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=17]}, f32, 17 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=17]}, f32, 51 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=17]}, f32, 51 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=17]}, f32, 17 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=17]}, f32, 17 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 192 elements: overwritten, holds nothing between calls
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
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        for (int iD = 0; iD < 17; iD++) {
            double gammaAt = (double) gamma[gammaBase + iD];
            workspace[gammaAtKeptBase + iD] = gammaAt;
        }
        for (int iD = 0; iD < 17; iD++) {
            workspace[workspaceOffset + 24 + iD] = 0.0;
        }
        for (int iD = 0; iD < 17; iD++) {
            workspace[workspaceOffset + 48 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardFrozenWriteDx(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 48;
        int sumTotalBase = workspaceOffset + 24;
        int stageBase = workspaceOffset + 144 + 0;
        int stageBase2 = workspaceOffset + 144 + 24;
        for (int iD = 0; iD < 17; iD++) {
            workspace[stageBase + iD] = workspace[sumTotal2Base + iD];
            workspace[stageBase2 + iD] = workspace[sumTotalBase + iD];
        }
        for (int iD = 0; iD < 17; iD++) {
            dgamma[dgammaBase + iD] = (float) workspace[stageBase + iD];
        }
        for (int iD = 0; iD < 17; iD++) {
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
            int workspaceOffset, int iN) {
        int xAtKeptBase = workspaceOffset + 72;
        int dyAtKeptBase = workspaceOffset + 96;
        int xBase = xOffset + 17 * iN;
        int dyBase = dyOffset + 17 * iN;
        for (int iD = 0; iD < 17; iD++) {
            double xAt = (double) x[xBase + iD];
            workspace[xAtKeptBase + iD] = xAt;
            double dyAt = (double) dy[dyBase + iD];
            workspace[dyAtKeptBase + iD] = dyAt;
        }
        double sumTotal3 = 0.0;
        double sumTotal4 = 0.0;
        int xAtKeptBase2 = workspaceOffset + 72;
        int gammaAtKeptBase = workspaceOffset;
        int dyAtKeptBase2 = workspaceOffset + 96;
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
        sumSum_0 = sumSum_0 + workspace[xAtKeptBase2 + 16];
        sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 16] * workspace[dyAtKeptBase2 + 16]);
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
        double meanValue = (sumTotal3 / 17.0);
        double sumTotal5 = 0.0;
        double sumTotal6 = 0.0;
        int xAtKeptBase3 = workspaceOffset + 72;
        int gammaAtKeptBase2 = workspaceOffset;
        int dyAtKeptBase3 = workspaceOffset + 96;
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
            double t = (workspace[xAtKeptBase3 + 0] - meanValue);
            sumSum3_0 = sumSum3_0 + (t * t);
            sumSum4_0 = sumSum4_0 + (workspace[gammaAtKeptBase2 + 0] * (t * workspace[dyAtKeptBase3 + 0]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 1] - meanValue);
            sumSum3_1 = sumSum3_1 + (t * t);
            sumSum4_1 = sumSum4_1 + (workspace[gammaAtKeptBase2 + 1] * (t * workspace[dyAtKeptBase3 + 1]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 2] - meanValue);
            sumSum3_2 = sumSum3_2 + (t * t);
            sumSum4_2 = sumSum4_2 + (workspace[gammaAtKeptBase2 + 2] * (t * workspace[dyAtKeptBase3 + 2]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 3] - meanValue);
            sumSum3_3 = sumSum3_3 + (t * t);
            sumSum4_3 = sumSum4_3 + (workspace[gammaAtKeptBase2 + 3] * (t * workspace[dyAtKeptBase3 + 3]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 4] - meanValue);
            sumSum3_4 = sumSum3_4 + (t * t);
            sumSum4_4 = sumSum4_4 + (workspace[gammaAtKeptBase2 + 4] * (t * workspace[dyAtKeptBase3 + 4]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 5] - meanValue);
            sumSum3_5 = sumSum3_5 + (t * t);
            sumSum4_5 = sumSum4_5 + (workspace[gammaAtKeptBase2 + 5] * (t * workspace[dyAtKeptBase3 + 5]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 6] - meanValue);
            sumSum3_6 = sumSum3_6 + (t * t);
            sumSum4_6 = sumSum4_6 + (workspace[gammaAtKeptBase2 + 6] * (t * workspace[dyAtKeptBase3 + 6]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 7] - meanValue);
            sumSum3_7 = sumSum3_7 + (t * t);
            sumSum4_7 = sumSum4_7 + (workspace[gammaAtKeptBase2 + 7] * (t * workspace[dyAtKeptBase3 + 7]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 8] - meanValue);
            sumSum3_8 = sumSum3_8 + (t * t);
            sumSum4_8 = sumSum4_8 + (workspace[gammaAtKeptBase2 + 8] * (t * workspace[dyAtKeptBase3 + 8]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 9] - meanValue);
            sumSum3_9 = sumSum3_9 + (t * t);
            sumSum4_9 = sumSum4_9 + (workspace[gammaAtKeptBase2 + 9] * (t * workspace[dyAtKeptBase3 + 9]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 10] - meanValue);
            sumSum3_10 = sumSum3_10 + (t * t);
            sumSum4_10 = sumSum4_10 + (workspace[gammaAtKeptBase2 + 10] * (t * workspace[dyAtKeptBase3 + 10]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 11] - meanValue);
            sumSum3_11 = sumSum3_11 + (t * t);
            sumSum4_11 = sumSum4_11 + (workspace[gammaAtKeptBase2 + 11] * (t * workspace[dyAtKeptBase3 + 11]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 12] - meanValue);
            sumSum3_12 = sumSum3_12 + (t * t);
            sumSum4_12 = sumSum4_12 + (workspace[gammaAtKeptBase2 + 12] * (t * workspace[dyAtKeptBase3 + 12]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 13] - meanValue);
            sumSum3_13 = sumSum3_13 + (t * t);
            sumSum4_13 = sumSum4_13 + (workspace[gammaAtKeptBase2 + 13] * (t * workspace[dyAtKeptBase3 + 13]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 14] - meanValue);
            sumSum3_14 = sumSum3_14 + (t * t);
            sumSum4_14 = sumSum4_14 + (workspace[gammaAtKeptBase2 + 14] * (t * workspace[dyAtKeptBase3 + 14]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 15] - meanValue);
            sumSum3_15 = sumSum3_15 + (t * t);
            sumSum4_15 = sumSum4_15 + (workspace[gammaAtKeptBase2 + 15] * (t * workspace[dyAtKeptBase3 + 15]));
        }
        {
            double t = (workspace[xAtKeptBase3 + 16] - meanValue);
            sumSum3_0 = sumSum3_0 + (t * t);
            sumSum4_0 = sumSum4_0 + (workspace[gammaAtKeptBase2 + 16] * (t * workspace[dyAtKeptBase3 + 16]));
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
        double t2 = Math.sqrt(((sumTotal5 / 17.0) + 1.0E-5));
        double t3 = (1.0 / t2);
        double t4 = ((sumTotal6 / 17.0) / (t2 * t2));
        double t5 = (sumTotal4 / 17.0);
        int sumTotalBase = workspaceOffset + 24;
        int sumTotal2Base = workspaceOffset + 48;
        int dxBase = dxOffset + 17 * iN;
        int dyAtKeptBase4 = workspaceOffset + 96;
        int xAtKeptBase4 = workspaceOffset + 72;
        int gammaAtKeptBase3 = workspaceOffset;
        int stageBase = workspaceOffset + 120 + 0;
        for (int iD = 0; iD < 17; iD++) {
            double dyAt2 = workspace[dyAtKeptBase4 + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt2;
            double t6 = (workspace[xAtKeptBase4 + iD] - meanValue);
            workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t3 * (t6 * dyAt2));
            workspace[stageBase + iD] = (t3 * (((workspace[gammaAtKeptBase3 + iD] * dyAt2) - (t4 * t6)) - t5));
        }
        for (int iD = 0; iD < 17; iD++) {
            dx[dxBase + iD] = (float) workspace[stageBase + iD];
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 51);
        Arguments.range("gamma", gamma.length, gammaOffset, 17);
        Arguments.range("dy", dy.length, dyOffset, 51);
        Arguments.range("dx", dx.length, dxOffset, 51);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 17);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 17);
        Arguments.range("workspace", workspace.length, workspaceOffset, 192);
        Arguments.disjoint("dx", dx, dxOffset, 51, "x", x, xOffset, 51);
        Arguments.disjoint("dx", dx, dxOffset, 51, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dy", dy, dyOffset, 51);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dgamma", dgamma, dgammaOffset, 17);
        Arguments.disjoint("dx", dx, dxOffset, 51, "dbeta", dbeta, dbetaOffset, 17);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "x", x, xOffset, 51);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "dy", dy, dyOffset, 51);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 17, "dbeta", dbeta, dbetaOffset, 17);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "x", x, xOffset, 51);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "gamma", gamma, gammaOffset, 17);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 17, "dy", dy, dyOffset, 51);
    }
}
