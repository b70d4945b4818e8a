package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * BatchNorm1d for N=5, C=3, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, C]
 * line 6: param  gamma[C] = 1
 * line 6: param  beta[C] = 0
 * line 4:        mean = mean[N](x)
 * line 4:        var = var[N](x)
 * line 4: output y = gamma * ((x - mean) / sqrt(var + 1e-5)) + beta
 * line 7: track  mean as running_mean[C] = 0 decay 0.9
 * line 7: track  var as running_var[C] = 1 decay 0.9
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each C, shared along N
 *     N  | C
 *     0  | a b ..
 *     1  | a b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(var + 1e-5)
 * c = x - mean
 * sum = sum[N](c * dy)
 * sum2 = sum[N](dy)
 * dx = gamma / s * (dy - sum / size[N] / (s^2) * c - sum2 / size[N])
 * dgamma = sum / s
 * dbeta = sum2
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class BatchNorm1d_5_3_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("BatchNorm1d", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_mean", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("running_var", BufferRole.STATE, new String[] {"C"}, new int[] {3}, DataType.F32, 1.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"C"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "C"}, new int[] {5, 3}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {3}, DataType.F32, 0.0)
            .workspace("workspace", 56, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 12})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 5, 12})
            .entry(Entry.BACKWARD, new int[] {0, 1, 6, 7, 8, 9, 10, 11, 12})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 3, 4, 8, 9, 10, 11, 12})
            .range(Entry.INFER, "N", 5, 1, false, 1, 16, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public BatchNorm1d_5_3_f32() {
    }

    @Override
    public KernelSignature signature() {
        return SIGNATURE;
    }

    @Override
    public void forward(Bindings bindings) {
        bindings.require(SIGNATURE);
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
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(6), bindings.offset(6), bindings.doubles(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.floats(10), bindings.offset(10), bindings.floats(11), bindings.offset(11),
                bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(3), bindings.offset(3), bindings.floats(4),
                bindings.offset(4), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                bindings.offset(9), bindings.floats(10), bindings.offset(10), bindings.floats(11),
                bindings.offset(11), bindings.doubles(12), bindings.offset(12));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                    bindings.offset(5), bindings.doubles(12), bindings.offset(12), task, begin,
                    end);
            return;
        }
        throw new UnsupportedOperationException(entry.method().concat(" cannot be cut into ranges"));
    }

    @Override
    public void combine(Entry entry, Bindings bindings, int done) {
        bindings.require(SIGNATURE);
        if (entry == Entry.INFER) {
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
     * @param x input {@code x[N=5, C=3]}, f32, 15 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read and written
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read and written
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=5, C=3]}, f32, 15 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
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
        int betaAtKeptBase = workspaceOffset;
        int betaBase = betaOffset;
        {
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
        }
        {
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
        }
        {
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardMean(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int meanValueKeptBase = workspaceOffset + 16;
        int tKeptBase = workspaceOffset + 24;
        int saved_meanBase = saved_meanOffset;
        int sumTotalBase = workspaceOffset + 8;
        int running_meanBase = running_meanOffset;
        {
            double meanValue = (workspace[sumTotalBase + 0] / 5.0);
            workspace[meanValueKeptBase + 0] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 0]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 0] = t;
            saved_mean[saved_meanBase + 0] = meanValue;
        }
        {
            double meanValue = (workspace[sumTotalBase + 1] / 5.0);
            workspace[meanValueKeptBase + 1] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 1]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 1] = t;
            saved_mean[saved_meanBase + 1] = meanValue;
        }
        {
            double meanValue = (workspace[sumTotalBase + 2] / 5.0);
            workspace[meanValueKeptBase + 2] = meanValue;
            double t = ((0.9 * (double) running_mean[running_meanBase + 2]) + (0.09999999999999998 * meanValue));
            workspace[tKeptBase + 2] = t;
            saved_mean[saved_meanBase + 2] = meanValue;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardVar(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int tKept2Base = workspaceOffset + 40;
        int tKept3Base = workspaceOffset + 48;
        int saved_varBase = saved_varOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double varValue = (workspace[sumTotal2Base + 0] / 5.0);
            double t3 = ((double) gamma[gammaBase + 0] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 0] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 0]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 0] = t4;
            saved_var[saved_varBase + 0] = varValue;
        }
        {
            double varValue = (workspace[sumTotal2Base + 1] / 5.0);
            double t3 = ((double) gamma[gammaBase + 1] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 1] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 1]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 1] = t4;
            saved_var[saved_varBase + 1] = varValue;
        }
        {
            double varValue = (workspace[sumTotal2Base + 2] / 5.0);
            double t3 = ((double) gamma[gammaBase + 2] / Math.sqrt((varValue + 1.0E-5)));
            workspace[tKept2Base + 2] = t3;
            double t4 = ((0.9 * (double) running_var[running_varBase + 2]) + (0.09999999999999998 * varValue));
            workspace[tKept3Base + 2] = t4;
            saved_var[saved_varBase + 2] = varValue;
        }
        for (int iN = 0; iN < 5; iN++) {
            forwardWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, workspace, workspaceOffset, iN);
        }
        int running_meanBase2 = running_meanOffset;
        int running_varBase2 = running_varOffset;
        int tKeptBase2 = workspaceOffset + 24;
        int tKept3Base2 = workspaceOffset + 48;
        running_mean[running_meanBase2 + 0] = (float) workspace[tKeptBase2 + 0];
        running_var[running_varBase2 + 0] = (float) workspace[tKept3Base2 + 0];
        running_mean[running_meanBase2 + 1] = (float) workspace[tKeptBase2 + 1];
        running_var[running_varBase2 + 1] = (float) workspace[tKept3Base2 + 1];
        running_mean[running_meanBase2 + 2] = (float) workspace[tKeptBase2 + 2];
        running_var[running_varBase2 + 2] = (float) workspace[tKept3Base2 + 2];
    }

    /**
     * For one N: collects the sum of x along N for mean.
     *
     * <p>Specification, line 4.
     */
    private static void forwardMean(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int xBase = xOffset + 3 * iN;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (double) x[xBase + 0];
        workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + (double) x[xBase + 1];
        workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + (double) x[xBase + 2];
    }

    /**
     * For one N: collects the sum of (x - mean)^2 along N for var.
     *
     * <p>Specification, line 4.
     */
    private static void forwardVar(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotal2Base = workspaceOffset + 32;
        int xBase = xOffset + 3 * iN;
        int meanValueKeptBase = workspaceOffset + 16;
        {
            double t2 = ((double) x[xBase + 0] - workspace[meanValueKeptBase + 0]);
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t2 * t2);
        }
        {
            double t2 = ((double) x[xBase + 1] - workspace[meanValueKeptBase + 1]);
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t2 * t2);
        }
        {
            double t2 = ((double) x[xBase + 2] - workspace[meanValueKeptBase + 2]);
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t2 * t2);
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
            int workspaceOffset, int iN) {
        int yBase = yOffset + 3 * iN;
        int tKept2Base = workspaceOffset + 40;
        int xBase = xOffset + 3 * iN;
        int meanValueKeptBase = workspaceOffset + 16;
        int betaAtKeptBase = workspaceOffset;
        y[yBase + 0] = (float) ((workspace[tKept2Base + 0] * ((double) x[xBase + 0] - workspace[meanValueKeptBase + 0])) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[tKept2Base + 1] * ((double) x[xBase + 1] - workspace[meanValueKeptBase + 1])) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[tKept2Base + 2] * ((double) x[xBase + 2] - workspace[meanValueKeptBase + 2])) + workspace[betaAtKeptBase + 2]);
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 15);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("running_mean", running_mean, running_meanOffset, 3, "y", y, yOffset, 15);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "beta", beta, betaOffset, 3);
        Arguments.disjoint("running_var", running_var, running_varOffset, 3, "y", y, yOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "beta", beta, betaOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "saved_mean", saved_mean, saved_meanOffset, 3);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 3, "workspace", workspace, workspaceOffset, 56);
        Arguments.disjoint("saved_mean", saved_mean, saved_meanOffset, 3, "workspace", workspace, workspaceOffset, 56);
    }

    /**
     * Inference: no state changes, and tracked statistics are read.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=5, C=3]}, f32, 15 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=5, C=3]}, f32, 15 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
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
                workspaceOffset, 0, 5);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=5, C=3]}, f32, 15 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=3]}, f32, 3 elements: read
     * @param betaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param y output {@code y[N=5, C=3]}, f32, 15 elements: written
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
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 5, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 16);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int betaAtKeptBase = workspaceOffset;
        int tKeptBase = workspaceOffset + 8;
        int betaBase = betaOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double betaAt = (double) beta[betaBase + 0];
            workspace[betaAtKeptBase + 0] = betaAt;
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt(((double) running_var[running_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double betaAt = (double) beta[betaBase + 1];
            workspace[betaAtKeptBase + 1] = betaAt;
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt(((double) running_var[running_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double betaAt = (double) beta[betaBase + 2];
            workspace[betaAtKeptBase + 2] = betaAt;
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt(((double) running_var[running_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, running_mean,
                    running_meanOffset, running_var, running_varOffset, y, yOffset, workspace,
                    workspaceOffset, iN);
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
            int workspaceOffset, int iN) {
        int yBase = yOffset + 3 * iN;
        int tKeptBase = workspaceOffset + 8;
        int xBase = xOffset + 3 * iN;
        int running_meanBase = running_meanOffset;
        int betaAtKeptBase = workspaceOffset;
        y[yBase + 0] = (float) ((workspace[tKeptBase + 0] * ((double) x[xBase + 0] - (double) running_mean[running_meanBase + 0])) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[tKeptBase + 1] * ((double) x[xBase + 1] - (double) running_mean[running_meanBase + 1])) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[tKeptBase + 2] * ((double) x[xBase + 2] - (double) running_mean[running_meanBase + 2])) + workspace[betaAtKeptBase + 2]);
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("beta", beta.length, betaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("y", y.length, yOffset, 15);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("y", y, yOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("y", y, yOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "beta", beta, betaOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("y", y, yOffset, 15, "running_var", running_var, running_varOffset, 3);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dgamma, dbeta, dx. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=5, C=3]}, f32, 15 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[C=3]}, f64, 3 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[C=3]}, f64, 3 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=5, C=3]}, f32, 15 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=5, C=3]}, f32, 15 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
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
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int saved_varBase = saved_varOffset;
        {
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt((saved_var[saved_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt((saved_var[saved_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt((saved_var[saved_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardCollectForDbetaAndDgamma(x, xOffset, gamma, gammaOffset, saved_var,
                    saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN);
        }
        int tKept2Base = workspaceOffset + 24;
        int tKept3Base = workspaceOffset + 32;
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int saved_varBase2 = saved_varOffset;
        int sumTotalBase = workspaceOffset + 8;
        {
            double sum = workspace[sumTotal2Base + 0];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 0] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 0] = t3;
            double sum2 = workspace[sumTotalBase + 0];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 0] = t4;
            dgamma[dgammaBase + 0] = (float) (sum / t2);
            dbeta[dbetaBase + 0] = (float) sum2;
        }
        {
            double sum = workspace[sumTotal2Base + 1];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 1] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 1] = t3;
            double sum2 = workspace[sumTotalBase + 1];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 1] = t4;
            dgamma[dgammaBase + 1] = (float) (sum / t2);
            dbeta[dbetaBase + 1] = (float) sum2;
        }
        {
            double sum = workspace[sumTotal2Base + 2];
            double t2 = Math.sqrt((saved_var[saved_varBase2 + 2] + 1.0E-5));
            double t3 = ((sum / 5.0) / (t2 * t2));
            workspace[tKept2Base + 2] = t3;
            double sum2 = workspace[sumTotalBase + 2];
            double t4 = (sum2 / 5.0);
            workspace[tKept3Base + 2] = t4;
            dgamma[dgammaBase + 2] = (float) (sum / t2);
            dbeta[dbetaBase + 2] = (float) sum2;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardWriteDx(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                    saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                    dbetaOffset, workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: collects the sum of dy along N for dbeta; the sum of (x - mean) * dy along N for dgamma.
     *
     * <p>Specification, line 6.
     */
    private static void backwardCollectForDbetaAndDgamma(float[] x, int xOffset, float[] gamma,
            int gammaOffset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int dyBase = dyOffset + 3 * iN;
        int xBase = xOffset + 3 * iN;
        int saved_meanBase = saved_meanOffset;
        {
            double dyAt = (double) dy[dyBase + 0];
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + dyAt;
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (((double) x[xBase + 0] - saved_mean[saved_meanBase + 0]) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 1];
            workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + dyAt;
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (((double) x[xBase + 1] - saved_mean[saved_meanBase + 1]) * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 2];
            workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + dyAt;
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (((double) x[xBase + 2] - saved_mean[saved_meanBase + 2]) * dyAt);
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
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iN) {
        int dxBase = dxOffset + 3 * iN;
        int tKeptBase = workspaceOffset;
        int dyBase = dyOffset + 3 * iN;
        int tKept2Base = workspaceOffset + 24;
        int xBase = xOffset + 3 * iN;
        int saved_meanBase = saved_meanOffset;
        int tKept3Base = workspaceOffset + 32;
        dx[dxBase + 0] = (float) (workspace[tKeptBase + 0] * (((double) dy[dyBase + 0] - (workspace[tKept2Base + 0] * ((double) x[xBase + 0] - saved_mean[saved_meanBase + 0]))) - workspace[tKept3Base + 0]));
        dx[dxBase + 1] = (float) (workspace[tKeptBase + 1] * (((double) dy[dyBase + 1] - (workspace[tKept2Base + 1] * ((double) x[xBase + 1] - saved_mean[saved_meanBase + 1]))) - workspace[tKept3Base + 1]));
        dx[dxBase + 2] = (float) (workspace[tKeptBase + 2] * (((double) dy[dyBase + 2] - (workspace[tKept2Base + 2] * ((double) x[xBase + 2] - saved_mean[saved_meanBase + 2]))) - workspace[tKept3Base + 2]));
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 3);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 15);
        Arguments.range("dx", dx.length, dxOffset, 15);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_var", saved_var, saved_varOffset, 3);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 56, "saved_mean", saved_mean, saved_meanOffset, 3);
    }

    /**
     * Gradients of infer: tracked statistics are constants.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=5, C=3]}, f32, 15 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=3]}, f32, 3 elements: read
     * @param gammaOffset where it begins in its array
     * @param running_mean state {@code running_mean[C=3]}, f32, 3 elements: read
     * @param running_meanOffset where it begins in its array
     * @param running_var state {@code running_var[C=3]}, f32, 3 elements: read
     * @param running_varOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=5, C=3]}, f32, 15 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=5, C=3]}, f32, 15 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=3]}, f32, 3 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=3]}, f32, 3 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 56 elements: overwritten, holds nothing between calls
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
        int tKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        int running_varBase = running_varOffset;
        {
            double t = ((double) gamma[gammaBase + 0] / Math.sqrt(((double) running_var[running_varBase + 0] + 1.0E-5)));
            workspace[tKeptBase + 0] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 1] / Math.sqrt(((double) running_var[running_varBase + 1] + 1.0E-5)));
            workspace[tKeptBase + 1] = t;
        }
        {
            double t = ((double) gamma[gammaBase + 2] / Math.sqrt(((double) running_var[running_varBase + 2] + 1.0E-5)));
            workspace[tKeptBase + 2] = t;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
        }
        for (int iC = 0; iC < 3; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iN = 0; iN < 5; iN++) {
            backwardFrozenCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset,
                    running_mean, running_meanOffset, running_var, running_varOffset, dy, dyOffset,
                    dx, dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                    workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 16;
        int running_varBase2 = running_varOffset;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) (workspace[sumTotal2Base + 0] / Math.sqrt(((double) running_var[running_varBase2 + 0] + 1.0E-5)));
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) (workspace[sumTotal2Base + 1] / Math.sqrt(((double) running_var[running_varBase2 + 1] + 1.0E-5)));
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) (workspace[sumTotal2Base + 2] / Math.sqrt(((double) running_var[running_varBase2 + 2] + 1.0E-5)));
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
    }

    /**
     * For one N: collects the sum of dy along N for dbeta; the sum of (x - running_mean) * dy along N for
     * dgamma; writes dx.
     *
     * <p>Specification, lines 3, 6.
     */
    private static void backwardFrozenCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, float[] running_mean, int running_meanOffset,
            float[] running_var, int running_varOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int iN) {
        int sumTotalBase = workspaceOffset + 8;
        int sumTotal2Base = workspaceOffset + 16;
        int dxBase = dxOffset + 3 * iN;
        int dyBase = dyOffset + 3 * iN;
        int xBase = xOffset + 3 * iN;
        int running_meanBase = running_meanOffset;
        int tKeptBase = workspaceOffset;
        {
            double dyAt = (double) dy[dyBase + 0];
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + dyAt;
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (((double) x[xBase + 0] - (double) running_mean[running_meanBase + 0]) * dyAt);
            dx[dxBase + 0] = (float) (workspace[tKeptBase + 0] * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 1];
            workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + dyAt;
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (((double) x[xBase + 1] - (double) running_mean[running_meanBase + 1]) * dyAt);
            dx[dxBase + 1] = (float) (workspace[tKeptBase + 1] * dyAt);
        }
        {
            double dyAt = (double) dy[dyBase + 2];
            workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + dyAt;
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (((double) x[xBase + 2] - (double) running_mean[running_meanBase + 2]) * dyAt);
            dx[dxBase + 2] = (float) (workspace[tKeptBase + 2] * dyAt);
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] running_mean, int running_meanOffset, float[] running_var,
            int running_varOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 15);
        Arguments.range("gamma", gamma.length, gammaOffset, 3);
        Arguments.range("running_mean", running_mean.length, running_meanOffset, 3);
        Arguments.range("running_var", running_var.length, running_varOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 15);
        Arguments.range("dx", dx.length, dxOffset, 15);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 3);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 56);
        Arguments.disjoint("dx", dx, dxOffset, 15, "x", x, xOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dgamma", dgamma, dgammaOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 15, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dy", dy, dyOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 3, "dbeta", dbeta, dbetaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "x", x, xOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "gamma", gamma, gammaOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_mean", running_mean, running_meanOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "running_var", running_var, running_varOffset, 3);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 3, "dy", dy, dyOffset, 15);
    }
}
