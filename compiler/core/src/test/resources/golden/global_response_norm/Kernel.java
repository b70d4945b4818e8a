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
 * GRN for N=2, H=3, W=5, C=4, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, .., C]
 * line 4: param  gamma[C] = 0
 * line 4: param  beta[C] = 0
 * line 5:        g = norm2[..](x)
 * line 6: output y = gamma * x * g / (mean[C](g) + 1e-6) + beta + x
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * g: one value for each N, C, shared along H, W
 *     N  H, W | C
 *     0  0    | a b ..
 *        1    | a b ..
 *     1  0    | c d ..
 *        1    | c d ..
 *        ..
 * mean[C](g): one value for each N, shared along C
 *     N  | C
 *     0  | a a ..
 *     1  | b b ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * saved_1 = sum[H, W](x^2)
 * saved_2 = mean[C](g)
 * s = sqrt(saved_1)
 * t = saved_2 + 1e-6
 * r = 1 / t
 * sum = sum[H, W](x * dy)
 * t2 = s * sum
 * dx = where(s == 0, 0, r * (gamma * sum - mean[C](gamma * t2) / t) / s * x) + dy + r * gamma * s * dy
 * dgamma = sum[N](r * t2)
 * dbeta = sum[N, H, W](dy)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class GRN_2_3_5_4_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("GRN", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "H", "W", "C"}, new int[] {2, 3, 5, 4}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {4}, DataType.F32, 0.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {4}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "H", "W", "C"}, new int[] {2, 3, 5, 4}, DataType.F32, 0.0)
            .tensor("saved_1", BufferRole.SAVED, new String[] {"N", "C"}, new int[] {2, 4}, DataType.F64, 0.0)
            .tensor("saved_2", BufferRole.SAVED, new String[] {"N"}, new int[] {2}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "H", "W", "C"}, new int[] {2, 3, 5, 4}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "H", "W", "C"}, new int[] {2, 3, 5, 4}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {4}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {4}, DataType.F32, 0.0)
            .workspace("workspace", 80, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5, 10})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 10})
            .entry(Entry.BACKWARD, new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "N", 2, 1, false, 1, 32, 0L, 0)
            .range(Entry.INFER, "N", 2, 1, false, 1, 32, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public GRN_2_3_5_4_f32() {
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
     * <p>Writes saved_1, saved_2, y. Arrays hold dense row-major tensors; offsets and sizes are in
     * elements.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=4]}, f32, 4 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2, C=4]}, f64, 8 elements: written
     * @param saved_1Offset where it begins in its array
     * @param saved_2 saved statistic {@code saved_2[N=2]}, f64, 2 elements: written
     * @param saved_2Offset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] saved_1, int saved_1Offset,
            double[] saved_2, int saved_2Offset, double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_1,
                saved_1Offset, saved_2, saved_2Offset, workspace, workspaceOffset);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_1,
                saved_1Offset, saved_2, saved_2Offset, workspace, workspaceOffset, 0, 2);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=4]}, f32, 4 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2, C=4]}, f64, 8 elements: written
     * @param saved_1Offset where it begins in its array
     * @param saved_2 saved statistic {@code saved_2[N=2]}, f64, 2 elements: written
     * @param saved_2Offset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_2, int saved_2Offset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_1,
                saved_1Offset, saved_2, saved_2Offset, workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 2, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_1,
                saved_1Offset, saved_2, saved_2Offset, workspace, workspaceOffset + scratchOfTask,
                rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_2, int saved_2Offset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
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
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardCollectForSaved1AndSaved2ThenWriteY(x, xOffset, gamma, gammaOffset, beta,
                    betaOffset, y, yOffset, saved_1, saved_1Offset, saved_2, saved_2Offset,
                    workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: collects the sum of x^2 along HW for saved_1; the sum of g along C for saved_2; keeps 1 /
     * (mean[C](g) + 1e-6) * gamma * g; writes saved_1, saved_2, y.
     *
     * <p>Specification, line 6.
     */
    private static void forwardCollectForSaved1AndSaved2ThenWriteY(float[] x, int xOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] saved_1, int saved_1Offset, double[] saved_2, int saved_2Offset,
            double[] workspace, int workspaceOffset, int iN) {
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int sumTotalBase = workspaceOffset + 16;
            int xBase = xOffset + 60 * iN + 4 * iHW;
            {
                double xAt = (double) x[xBase + 0];
                workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 1];
                workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 2];
                workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 3];
                workspace[sumTotalBase + 3] = workspace[sumTotalBase + 3] + (xAt * xAt);
            }
        }
        double sumTotal2 = 0.0;
        int sumTotalBase2 = workspaceOffset + 16;
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
        sumSum_0 = sumSum_0 + Math.sqrt(workspace[sumTotalBase2 + 0]);
        sumSum_1 = sumSum_1 + Math.sqrt(workspace[sumTotalBase2 + 1]);
        sumSum_2 = sumSum_2 + Math.sqrt(workspace[sumTotalBase2 + 2]);
        sumSum_3 = sumSum_3 + Math.sqrt(workspace[sumTotalBase2 + 3]);
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
        double t = (1.0 / ((sumTotal2 / 4.0) + 1.0E-6));
        int tKeptBase = workspaceOffset + 24;
        int saved_1Base = saved_1Offset + 4 * iN;
        int sumTotalBase3 = workspaceOffset + 16;
        int gammaAtKeptBase = workspaceOffset;
        {
            double sum = workspace[sumTotalBase3 + 0];
            double t2 = ((t * workspace[gammaAtKeptBase + 0]) * Math.sqrt(sum));
            workspace[tKeptBase + 0] = t2;
            saved_1[saved_1Base + 0] = sum;
        }
        {
            double sum = workspace[sumTotalBase3 + 1];
            double t2 = ((t * workspace[gammaAtKeptBase + 1]) * Math.sqrt(sum));
            workspace[tKeptBase + 1] = t2;
            saved_1[saved_1Base + 1] = sum;
        }
        {
            double sum = workspace[sumTotalBase3 + 2];
            double t2 = ((t * workspace[gammaAtKeptBase + 2]) * Math.sqrt(sum));
            workspace[tKeptBase + 2] = t2;
            saved_1[saved_1Base + 2] = sum;
        }
        {
            double sum = workspace[sumTotalBase3 + 3];
            double t2 = ((t * workspace[gammaAtKeptBase + 3]) * Math.sqrt(sum));
            workspace[tKeptBase + 3] = t2;
            saved_1[saved_1Base + 3] = sum;
        }
        saved_2[saved_2Offset + iN] = (sumTotal2 / 4.0);
        for (int iHW = 0; iHW < 15; iHW++) {
            int yBase = yOffset + 60 * iN + 4 * iHW;
            int xBase2 = xOffset + 60 * iN + 4 * iHW;
            int tKeptBase2 = workspaceOffset + 24;
            int betaAtKeptBase = workspaceOffset + 8;
            {
                double xAt2 = (double) x[xBase2 + 0];
                y[yBase + 0] = (float) (((workspace[tKeptBase2 + 0] * xAt2) + workspace[betaAtKeptBase + 0]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 1];
                y[yBase + 1] = (float) (((workspace[tKeptBase2 + 1] * xAt2) + workspace[betaAtKeptBase + 1]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 2];
                y[yBase + 2] = (float) (((workspace[tKeptBase2 + 2] * xAt2) + workspace[betaAtKeptBase + 2]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 3];
                y[yBase + 3] = (float) (((workspace[tKeptBase2 + 3] * xAt2) + workspace[betaAtKeptBase + 3]) + xAt2);
            }
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_1,
            int saved_1Offset, double[] saved_2, int saved_2Offset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 4);
        Arguments.range("beta", beta.length, betaOffset, 4);
        Arguments.range("y", y.length, yOffset, 120);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 8);
        Arguments.range("saved_2", saved_2.length, saved_2Offset, 2);
        Arguments.range("workspace", workspace.length, workspaceOffset, 80);
        Arguments.disjoint("y", y, yOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("y", y, yOffset, 120, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("y", y, yOffset, 120, "beta", beta, betaOffset, 4);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 8, "saved_2", saved_2, saved_2Offset, 2);
        Arguments.disjoint("saved_1", saved_1, saved_1Offset, 8, "workspace", workspace, workspaceOffset, 80);
        Arguments.disjoint("saved_2", saved_2, saved_2Offset, 2, "workspace", workspace, workspaceOffset, 80);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=4]}, f32, 4 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
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
                workspaceOffset, 0, 2);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=4]}, f32, 4 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
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
        Arguments.part("N", rangeBegin, rangeEnd, 2, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
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
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferCollectForGThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                    workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: collects the sum of x^2 along HW for g; the sum of g along C for y; keeps 1 / (mean[C](g)
     * + 1e-6) * gamma * g; writes y.
     *
     * <p>Specification, lines 5, 6.
     */
    private static void inferCollectForGThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int iN) {
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int sumTotalBase = workspaceOffset + 16;
            int xBase = xOffset + 60 * iN + 4 * iHW;
            {
                double xAt = (double) x[xBase + 0];
                workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 1];
                workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 2];
                workspace[sumTotalBase + 2] = workspace[sumTotalBase + 2] + (xAt * xAt);
            }
            {
                double xAt = (double) x[xBase + 3];
                workspace[sumTotalBase + 3] = workspace[sumTotalBase + 3] + (xAt * xAt);
            }
        }
        double sumTotal2 = 0.0;
        int sumTotalBase2 = workspaceOffset + 16;
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
        sumSum_0 = sumSum_0 + Math.sqrt(workspace[sumTotalBase2 + 0]);
        sumSum_1 = sumSum_1 + Math.sqrt(workspace[sumTotalBase2 + 1]);
        sumSum_2 = sumSum_2 + Math.sqrt(workspace[sumTotalBase2 + 2]);
        sumSum_3 = sumSum_3 + Math.sqrt(workspace[sumTotalBase2 + 3]);
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
        double t = (1.0 / ((sumTotal2 / 4.0) + 1.0E-6));
        int tKeptBase = workspaceOffset + 24;
        int gammaAtKeptBase = workspaceOffset;
        int sumTotalBase3 = workspaceOffset + 16;
        {
            double t2 = ((t * workspace[gammaAtKeptBase + 0]) * Math.sqrt(workspace[sumTotalBase3 + 0]));
            workspace[tKeptBase + 0] = t2;
        }
        {
            double t2 = ((t * workspace[gammaAtKeptBase + 1]) * Math.sqrt(workspace[sumTotalBase3 + 1]));
            workspace[tKeptBase + 1] = t2;
        }
        {
            double t2 = ((t * workspace[gammaAtKeptBase + 2]) * Math.sqrt(workspace[sumTotalBase3 + 2]));
            workspace[tKeptBase + 2] = t2;
        }
        {
            double t2 = ((t * workspace[gammaAtKeptBase + 3]) * Math.sqrt(workspace[sumTotalBase3 + 3]));
            workspace[tKeptBase + 3] = t2;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int yBase = yOffset + 60 * iN + 4 * iHW;
            int xBase2 = xOffset + 60 * iN + 4 * iHW;
            int tKeptBase2 = workspaceOffset + 24;
            int betaAtKeptBase = workspaceOffset + 8;
            {
                double xAt2 = (double) x[xBase2 + 0];
                y[yBase + 0] = (float) (((workspace[tKeptBase2 + 0] * xAt2) + workspace[betaAtKeptBase + 0]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 1];
                y[yBase + 1] = (float) (((workspace[tKeptBase2 + 1] * xAt2) + workspace[betaAtKeptBase + 1]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 2];
                y[yBase + 2] = (float) (((workspace[tKeptBase2 + 2] * xAt2) + workspace[betaAtKeptBase + 2]) + xAt2);
            }
            {
                double xAt2 = (double) x[xBase2 + 3];
                y[yBase + 3] = (float) (((workspace[tKeptBase2 + 3] * xAt2) + workspace[betaAtKeptBase + 3]) + xAt2);
            }
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 4);
        Arguments.range("beta", beta.length, betaOffset, 4);
        Arguments.range("y", y.length, yOffset, 120);
        Arguments.range("workspace", workspace.length, workspaceOffset, 80);
        Arguments.disjoint("y", y, yOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("y", y, yOffset, 120, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("y", y, yOffset, 120, "beta", beta, betaOffset, 4);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_1 saved statistic {@code saved_1[N=2, C=4]}, f64, 8 elements: read
     * @param saved_1Offset where it begins in its array
     * @param saved_2 saved statistic {@code saved_2[N=2]}, f64, 2 elements: read
     * @param saved_2Offset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=4]}, f32, 4 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=4]}, f32, 4 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_1, int saved_1Offset, double[] saved_2, int saved_2Offset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_1, saved_1Offset, saved_2,
                saved_2Offset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset,
                workspace, workspaceOffset);
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
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardCollectForDgammaAndDbetaThenWriteDx(x, xOffset, gamma, gammaOffset, saved_1,
                    saved_1Offset, saved_2, saved_2Offset, dy, dyOffset, dx, dxOffset, dgamma,
                    dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN);
        }
        for (int iC = 0; iC < 4; iC++) {
            double total = Sums.total(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC]);
            workspace[workspaceOffset + 16 + iC] = Sums.rest(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC], total);
            workspace[workspaceOffset + 8 + iC] = total;
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) workspace[sumTotal2Base + 2];
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
        dgamma[dgammaBase + 3] = (float) workspace[sumTotal2Base + 3];
        dbeta[dbetaBase + 3] = (float) workspace[sumTotalBase + 3];
    }

    /**
     * For one N: keeps g; 1 / (saved_2 + 1e-6) * gamma * g; collects the sum of x * dy along HW for
     * dgamma; the sum of dy along N, HW for dbeta; the sum of gamma * g * sum[HW](x * dy) along C for dx;
     * the sum of 1 / (saved_2 + 1e-6) * g * sum[HW](x * dy) along N for dgamma; and 1 more; writes dx.
     *
     * <p>Specification, lines 3, 4, 5.
     */
    private static void backwardCollectForDgammaAndDbetaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, double[] saved_1, int saved_1Offset, double[] saved_2,
            int saved_2Offset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        double t = (1.0 / (saved_2[saved_2Offset + iN] + 1.0E-6));
        int gValueKeptBase = workspaceOffset + 40;
        int tKeptBase = workspaceOffset + 48;
        int saved_1Base = saved_1Offset + 4 * iN;
        int gammaAtKeptBase = workspaceOffset;
        {
            double gValue = Math.sqrt(saved_1[saved_1Base + 0]);
            workspace[gValueKeptBase + 0] = gValue;
            double t2 = ((t * workspace[gammaAtKeptBase + 0]) * gValue);
            workspace[tKeptBase + 0] = t2;
        }
        {
            double gValue = Math.sqrt(saved_1[saved_1Base + 1]);
            workspace[gValueKeptBase + 1] = gValue;
            double t2 = ((t * workspace[gammaAtKeptBase + 1]) * gValue);
            workspace[tKeptBase + 1] = t2;
        }
        {
            double gValue = Math.sqrt(saved_1[saved_1Base + 2]);
            workspace[gValueKeptBase + 2] = gValue;
            double t2 = ((t * workspace[gammaAtKeptBase + 2]) * gValue);
            workspace[tKeptBase + 2] = t2;
        }
        {
            double gValue = Math.sqrt(saved_1[saved_1Base + 3]);
            workspace[gValueKeptBase + 3] = gValue;
            double t2 = ((t * workspace[gammaAtKeptBase + 3]) * gValue);
            workspace[tKeptBase + 3] = t2;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 56 + iC] = 0.0;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 24 + iC] = 0.0;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int sumRowsBase = workspaceOffset + 24;
            int sumTotal3Base = workspaceOffset + 56;
            int dyBase = dyOffset + 60 * iN + 4 * iHW;
            int xBase = xOffset + 60 * iN + 4 * iHW;
            {
                double dyAt = (double) dy[dyBase + 0];
                workspace[sumRowsBase + 0] = workspace[sumRowsBase + 0] + dyAt;
                workspace[sumTotal3Base + 0] = workspace[sumTotal3Base + 0] + ((double) x[xBase + 0] * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 1];
                workspace[sumRowsBase + 1] = workspace[sumRowsBase + 1] + dyAt;
                workspace[sumTotal3Base + 1] = workspace[sumTotal3Base + 1] + ((double) x[xBase + 1] * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 2];
                workspace[sumRowsBase + 2] = workspace[sumRowsBase + 2] + dyAt;
                workspace[sumTotal3Base + 2] = workspace[sumTotal3Base + 2] + ((double) x[xBase + 2] * dyAt);
            }
            {
                double dyAt = (double) dy[dyBase + 3];
                workspace[sumRowsBase + 3] = workspace[sumRowsBase + 3] + dyAt;
                workspace[sumTotal3Base + 3] = workspace[sumTotal3Base + 3] + ((double) x[xBase + 3] * dyAt);
            }
        }
        for (int iC = 0; iC < 4; iC++) {
            double added = workspace[workspaceOffset + 24 + iC];
            double next = workspace[workspaceOffset + 8 + iC] + added;
            double part = next - workspace[workspaceOffset + 8 + iC];
            workspace[workspaceOffset + 16 + iC] = workspace[workspaceOffset + 16 + iC] + ((workspace[workspaceOffset + 8 + iC] - (next - part)) + (added - part));
            workspace[workspaceOffset + 8 + iC] = next;
        }
        double sumTotal4 = 0.0;
        int gammaAtKeptBase2 = workspaceOffset;
        int gValueKeptBase2 = workspaceOffset + 40;
        int sumTotal3Base2 = workspaceOffset + 56;
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
        sumSum_0 = sumSum_0 + (workspace[gammaAtKeptBase2 + 0] * (workspace[gValueKeptBase2 + 0] * workspace[sumTotal3Base2 + 0]));
        sumSum_1 = sumSum_1 + (workspace[gammaAtKeptBase2 + 1] * (workspace[gValueKeptBase2 + 1] * workspace[sumTotal3Base2 + 1]));
        sumSum_2 = sumSum_2 + (workspace[gammaAtKeptBase2 + 2] * (workspace[gValueKeptBase2 + 2] * workspace[sumTotal3Base2 + 2]));
        sumSum_3 = sumSum_3 + (workspace[gammaAtKeptBase2 + 3] * (workspace[gValueKeptBase2 + 3] * workspace[sumTotal3Base2 + 3]));
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
        sumTotal4 = sumSum;
        double t3 = (saved_2[saved_2Offset + iN] + 1.0E-6);
        double t4 = ((sumTotal4 / 4.0) / t3);
        int sumTotal2Base = workspaceOffset + 32;
        int tKept2Base = workspaceOffset + 64;
        int gValueKeptBase3 = workspaceOffset + 40;
        int sumTotal3Base3 = workspaceOffset + 56;
        int gammaAtKeptBase3 = workspaceOffset;
        {
            double gValue2 = workspace[gValueKeptBase3 + 0];
            double sum = workspace[sumTotal3Base3 + 0];
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t * (gValue2 * sum));
            double t5 = (t * (((workspace[gammaAtKeptBase3 + 0] * sum) - t4) / gValue2));
            workspace[tKept2Base + 0] = t5;
        }
        {
            double gValue2 = workspace[gValueKeptBase3 + 1];
            double sum = workspace[sumTotal3Base3 + 1];
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t * (gValue2 * sum));
            double t5 = (t * (((workspace[gammaAtKeptBase3 + 1] * sum) - t4) / gValue2));
            workspace[tKept2Base + 1] = t5;
        }
        {
            double gValue2 = workspace[gValueKeptBase3 + 2];
            double sum = workspace[sumTotal3Base3 + 2];
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t * (gValue2 * sum));
            double t5 = (t * (((workspace[gammaAtKeptBase3 + 2] * sum) - t4) / gValue2));
            workspace[tKept2Base + 2] = t5;
        }
        {
            double gValue2 = workspace[gValueKeptBase3 + 3];
            double sum = workspace[sumTotal3Base3 + 3];
            workspace[sumTotal2Base + 3] = workspace[sumTotal2Base + 3] + (t * (gValue2 * sum));
            double t5 = (t * (((workspace[gammaAtKeptBase3 + 3] * sum) - t4) / gValue2));
            workspace[tKept2Base + 3] = t5;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int dxBase = dxOffset + 60 * iN + 4 * iHW;
            int gValueKeptBase4 = workspaceOffset + 40;
            int dyBase2 = dyOffset + 60 * iN + 4 * iHW;
            int tKept2Base2 = workspaceOffset + 64;
            int xBase2 = xOffset + 60 * iN + 4 * iHW;
            int tKeptBase2 = workspaceOffset + 48;
            {
                double gValue3 = workspace[gValueKeptBase4 + 0];
                double dyAt2 = (double) dy[dyBase2 + 0];
                dx[dxBase + 0] = (float) (((gValue3 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 0] * (double) x[xBase2 + 0])) + dyAt2) + (workspace[tKeptBase2 + 0] * dyAt2));
            }
            {
                double gValue3 = workspace[gValueKeptBase4 + 1];
                double dyAt2 = (double) dy[dyBase2 + 1];
                dx[dxBase + 1] = (float) (((gValue3 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 1] * (double) x[xBase2 + 1])) + dyAt2) + (workspace[tKeptBase2 + 1] * dyAt2));
            }
            {
                double gValue3 = workspace[gValueKeptBase4 + 2];
                double dyAt2 = (double) dy[dyBase2 + 2];
                dx[dxBase + 2] = (float) (((gValue3 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 2] * (double) x[xBase2 + 2])) + dyAt2) + (workspace[tKeptBase2 + 2] * dyAt2));
            }
            {
                double gValue3 = workspace[gValueKeptBase4 + 3];
                double dyAt2 = (double) dy[dyBase2 + 3];
                dx[dxBase + 3] = (float) (((gValue3 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 3] * (double) x[xBase2 + 3])) + dyAt2) + (workspace[tKeptBase2 + 3] * dyAt2));
            }
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_1, int saved_1Offset, double[] saved_2, int saved_2Offset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 4);
        Arguments.range("saved_1", saved_1.length, saved_1Offset, 8);
        Arguments.range("saved_2", saved_2.length, saved_2Offset, 2);
        Arguments.range("dy", dy.length, dyOffset, 120);
        Arguments.range("dx", dx.length, dxOffset, 120);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 4);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 4);
        Arguments.range("workspace", workspace.length, workspaceOffset, 80);
        Arguments.disjoint("dx", dx, dxOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dgamma", dgamma, dgammaOffset, 4);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dbeta", dbeta, dbetaOffset, 4);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "x", x, xOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "dbeta", dbeta, dbetaOffset, 4);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "x", x, xOffset, 120);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "dy", dy, dyOffset, 120);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 80, "saved_1", saved_1, saved_1Offset, 8);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 80, "saved_2", saved_2, saved_2Offset, 2);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=4]}, f32, 4 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, H=3, W=5, C=4]}, f32, 120 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, H=3, W=5, C=4]}, f32, 120 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=4]}, f32, 4 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=4]}, f32, 4 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 80 elements: overwritten, holds nothing between calls
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
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 8 + iC] = 0.0;
            workspace[workspaceOffset + 16 + iC] = 0.0;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 32 + iC] = 0.0;
        }
        for (int iN = 0; iN < 2; iN++) {
            backwardFrozenCollectForGAndDgammaAndDbetaThenWriteDx(x, xOffset, gamma, gammaOffset,
                    dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                    workspaceOffset, iN);
        }
        for (int iC = 0; iC < 4; iC++) {
            double total = Sums.total(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC]);
            workspace[workspaceOffset + 16 + iC] = Sums.rest(workspace[workspaceOffset + 8 + iC], workspace[workspaceOffset + 16 + iC], total);
            workspace[workspaceOffset + 8 + iC] = total;
        }
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
        dgamma[dgammaBase + 2] = (float) workspace[sumTotal2Base + 2];
        dbeta[dbetaBase + 2] = (float) workspace[sumTotalBase + 2];
        dgamma[dgammaBase + 3] = (float) workspace[sumTotal2Base + 3];
        dbeta[dbetaBase + 3] = (float) workspace[sumTotalBase + 3];
    }

    /**
     * For one N: collects the sum of x^2 along HW for g; the sum of x * dy along HW for dgamma; the sum of
     * dy along N, HW for dbeta; keeps g; collects the sum of g along C for dgamma and dx; the sum of gamma
     * * g * sum[HW](x * dy) along C for dx; and 3 more; writes dx.
     *
     * <p>Specification, lines 3, 4, 5.
     */
    private static void backwardFrozenCollectForGAndDgammaAndDbetaThenWriteDx(float[] x,
            int xOffset, float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int iN) {
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 40 + iC] = 0.0;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 48 + iC] = 0.0;
        }
        for (int iC = 0; iC < 4; iC++) {
            workspace[workspaceOffset + 24 + iC] = 0.0;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int sumTotal3Base = workspaceOffset + 40;
            int sumRowsBase = workspaceOffset + 24;
            int sumTotal4Base = workspaceOffset + 48;
            int xBase = xOffset + 60 * iN + 4 * iHW;
            int dyBase = dyOffset + 60 * iN + 4 * iHW;
            {
                double xAt = (double) x[xBase + 0];
                workspace[sumTotal3Base + 0] = workspace[sumTotal3Base + 0] + (xAt * xAt);
                double dyAt = (double) dy[dyBase + 0];
                workspace[sumRowsBase + 0] = workspace[sumRowsBase + 0] + dyAt;
                workspace[sumTotal4Base + 0] = workspace[sumTotal4Base + 0] + (xAt * dyAt);
            }
            {
                double xAt = (double) x[xBase + 1];
                workspace[sumTotal3Base + 1] = workspace[sumTotal3Base + 1] + (xAt * xAt);
                double dyAt = (double) dy[dyBase + 1];
                workspace[sumRowsBase + 1] = workspace[sumRowsBase + 1] + dyAt;
                workspace[sumTotal4Base + 1] = workspace[sumTotal4Base + 1] + (xAt * dyAt);
            }
            {
                double xAt = (double) x[xBase + 2];
                workspace[sumTotal3Base + 2] = workspace[sumTotal3Base + 2] + (xAt * xAt);
                double dyAt = (double) dy[dyBase + 2];
                workspace[sumRowsBase + 2] = workspace[sumRowsBase + 2] + dyAt;
                workspace[sumTotal4Base + 2] = workspace[sumTotal4Base + 2] + (xAt * dyAt);
            }
            {
                double xAt = (double) x[xBase + 3];
                workspace[sumTotal3Base + 3] = workspace[sumTotal3Base + 3] + (xAt * xAt);
                double dyAt = (double) dy[dyBase + 3];
                workspace[sumRowsBase + 3] = workspace[sumRowsBase + 3] + dyAt;
                workspace[sumTotal4Base + 3] = workspace[sumTotal4Base + 3] + (xAt * dyAt);
            }
        }
        for (int iC = 0; iC < 4; iC++) {
            double added = workspace[workspaceOffset + 24 + iC];
            double next = workspace[workspaceOffset + 8 + iC] + added;
            double part = next - workspace[workspaceOffset + 8 + iC];
            workspace[workspaceOffset + 16 + iC] = workspace[workspaceOffset + 16 + iC] + ((workspace[workspaceOffset + 8 + iC] - (next - part)) + (added - part));
            workspace[workspaceOffset + 8 + iC] = next;
        }
        int gValueKeptBase = workspaceOffset + 56;
        int sumTotal3Base2 = workspaceOffset + 40;
        {
            double gValue = Math.sqrt(workspace[sumTotal3Base2 + 0]);
            workspace[gValueKeptBase + 0] = gValue;
        }
        {
            double gValue = Math.sqrt(workspace[sumTotal3Base2 + 1]);
            workspace[gValueKeptBase + 1] = gValue;
        }
        {
            double gValue = Math.sqrt(workspace[sumTotal3Base2 + 2]);
            workspace[gValueKeptBase + 2] = gValue;
        }
        {
            double gValue = Math.sqrt(workspace[sumTotal3Base2 + 3]);
            workspace[gValueKeptBase + 3] = gValue;
        }
        double sumTotal5 = 0.0;
        double sumTotal6 = 0.0;
        int gValueKeptBase2 = workspaceOffset + 56;
        int gammaAtKeptBase = workspaceOffset;
        int sumTotal4Base2 = workspaceOffset + 48;
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
            double gValue2 = workspace[gValueKeptBase2 + 0];
            sumSum_0 = sumSum_0 + gValue2;
            sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 0] * (gValue2 * workspace[sumTotal4Base2 + 0]));
        }
        {
            double gValue2 = workspace[gValueKeptBase2 + 1];
            sumSum_1 = sumSum_1 + gValue2;
            sumSum2_1 = sumSum2_1 + (workspace[gammaAtKeptBase + 1] * (gValue2 * workspace[sumTotal4Base2 + 1]));
        }
        {
            double gValue2 = workspace[gValueKeptBase2 + 2];
            sumSum_2 = sumSum_2 + gValue2;
            sumSum2_2 = sumSum2_2 + (workspace[gammaAtKeptBase + 2] * (gValue2 * workspace[sumTotal4Base2 + 2]));
        }
        {
            double gValue2 = workspace[gValueKeptBase2 + 3];
            sumSum_3 = sumSum_3 + gValue2;
            sumSum2_3 = sumSum2_3 + (workspace[gammaAtKeptBase + 3] * (gValue2 * workspace[sumTotal4Base2 + 3]));
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
        double t = ((sumTotal5 / 4.0) + 1.0E-6);
        double t2 = (1.0 / t);
        double t3 = ((sumTotal6 / 4.0) / t);
        int tKeptBase = workspaceOffset + 64;
        int sumTotal2Base = workspaceOffset + 32;
        int tKept2Base = workspaceOffset + 72;
        int gammaAtKeptBase2 = workspaceOffset;
        int gValueKeptBase3 = workspaceOffset + 56;
        int sumTotal4Base3 = workspaceOffset + 48;
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 0];
            double gValue3 = workspace[gValueKeptBase3 + 0];
            double t4 = ((t2 * gammaAt2) * gValue3);
            workspace[tKeptBase + 0] = t4;
            double sum = workspace[sumTotal4Base3 + 0];
            workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t2 * (gValue3 * sum));
            double t5 = (t2 * (((gammaAt2 * sum) - t3) / gValue3));
            workspace[tKept2Base + 0] = t5;
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 1];
            double gValue3 = workspace[gValueKeptBase3 + 1];
            double t4 = ((t2 * gammaAt2) * gValue3);
            workspace[tKeptBase + 1] = t4;
            double sum = workspace[sumTotal4Base3 + 1];
            workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t2 * (gValue3 * sum));
            double t5 = (t2 * (((gammaAt2 * sum) - t3) / gValue3));
            workspace[tKept2Base + 1] = t5;
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 2];
            double gValue3 = workspace[gValueKeptBase3 + 2];
            double t4 = ((t2 * gammaAt2) * gValue3);
            workspace[tKeptBase + 2] = t4;
            double sum = workspace[sumTotal4Base3 + 2];
            workspace[sumTotal2Base + 2] = workspace[sumTotal2Base + 2] + (t2 * (gValue3 * sum));
            double t5 = (t2 * (((gammaAt2 * sum) - t3) / gValue3));
            workspace[tKept2Base + 2] = t5;
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase2 + 3];
            double gValue3 = workspace[gValueKeptBase3 + 3];
            double t4 = ((t2 * gammaAt2) * gValue3);
            workspace[tKeptBase + 3] = t4;
            double sum = workspace[sumTotal4Base3 + 3];
            workspace[sumTotal2Base + 3] = workspace[sumTotal2Base + 3] + (t2 * (gValue3 * sum));
            double t5 = (t2 * (((gammaAt2 * sum) - t3) / gValue3));
            workspace[tKept2Base + 3] = t5;
        }
        for (int iHW = 0; iHW < 15; iHW++) {
            int dxBase = dxOffset + 60 * iN + 4 * iHW;
            int gValueKeptBase4 = workspaceOffset + 56;
            int dyBase2 = dyOffset + 60 * iN + 4 * iHW;
            int tKept2Base2 = workspaceOffset + 72;
            int xBase2 = xOffset + 60 * iN + 4 * iHW;
            int tKeptBase2 = workspaceOffset + 64;
            {
                double gValue4 = workspace[gValueKeptBase4 + 0];
                double dyAt2 = (double) dy[dyBase2 + 0];
                dx[dxBase + 0] = (float) (((gValue4 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 0] * (double) x[xBase2 + 0])) + dyAt2) + (workspace[tKeptBase2 + 0] * dyAt2));
            }
            {
                double gValue4 = workspace[gValueKeptBase4 + 1];
                double dyAt2 = (double) dy[dyBase2 + 1];
                dx[dxBase + 1] = (float) (((gValue4 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 1] * (double) x[xBase2 + 1])) + dyAt2) + (workspace[tKeptBase2 + 1] * dyAt2));
            }
            {
                double gValue4 = workspace[gValueKeptBase4 + 2];
                double dyAt2 = (double) dy[dyBase2 + 2];
                dx[dxBase + 2] = (float) (((gValue4 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 2] * (double) x[xBase2 + 2])) + dyAt2) + (workspace[tKeptBase2 + 2] * dyAt2));
            }
            {
                double gValue4 = workspace[gValueKeptBase4 + 3];
                double dyAt2 = (double) dy[dyBase2 + 3];
                dx[dxBase + 3] = (float) (((gValue4 == 0.0 ? 0.0 : (workspace[tKept2Base2 + 3] * (double) x[xBase2 + 3])) + dyAt2) + (workspace[tKeptBase2 + 3] * dyAt2));
            }
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 120);
        Arguments.range("gamma", gamma.length, gammaOffset, 4);
        Arguments.range("dy", dy.length, dyOffset, 120);
        Arguments.range("dx", dx.length, dxOffset, 120);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 4);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 4);
        Arguments.range("workspace", workspace.length, workspaceOffset, 80);
        Arguments.disjoint("dx", dx, dxOffset, 120, "x", x, xOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dgamma", dgamma, dgammaOffset, 4);
        Arguments.disjoint("dx", dx, dxOffset, 120, "dbeta", dbeta, dbetaOffset, 4);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "x", x, xOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "dy", dy, dyOffset, 120);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 4, "dbeta", dbeta, dbetaOffset, 4);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "x", x, xOffset, 120);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "gamma", gamma, gammaOffset, 4);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 4, "dy", dy, dyOffset, 120);
    }
}
