package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;

/**
 * RMSNorm for N=3, D=1, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[.., D]
 * line 7: param  gamma[D] = 1
 * line 4:        ms = mean[D](x^2)
 * line 4: output y = gamma * (x / sqrt(ms + 1e-6))
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * ms: one value for each N, shared along D
 *     N  | D
 *     0  | a
 *     1  | b
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(ms + 1e-6)
 * r = 1 / s
 * t = x * dy
 * dx = r * (gamma * dy - mean[D](gamma * t) / (s^2) * x)
 * dgamma = sum[N](r * t)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class RMSNorm_3_1_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("RMSNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "D"}, new int[] {3, 1}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {1}, DataType.F32, 1.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "D"}, new int[] {3, 1}, DataType.F32, 0.0)
            .tensor("saved_ms", BufferRole.SAVED, new String[] {"N"}, new int[] {3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "D"}, new int[] {3, 1}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "D"}, new int[] {3, 1}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"D"}, new int[] {1}, DataType.F32, 0.0)
            .workspace("workspace", 32, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 7})
            .entry(Entry.INFER, new int[] {0, 1, 2, 7})
            .entry(Entry.BACKWARD, new int[] {0, 1, 3, 4, 5, 6, 7})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 4, 5, 6, 7})
            .range(Entry.FORWARD, "N", 3, 1, false, 1, 8, 0L, 0)
            .range(Entry.INFER, "N", 3, 1, false, 1, 8, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public RMSNorm_3_1_f32() {
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
                bindings.floats(2), bindings.offset(2), bindings.doubles(3), bindings.offset(3),
                bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.doubles(3), bindings.offset(3), bindings.floats(4), bindings.offset(4),
                bindings.floats(5), bindings.offset(5), bindings.floats(6), bindings.offset(6),
                bindings.doubles(7), bindings.offset(7));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(4), bindings.offset(4), bindings.floats(5),
                bindings.offset(5), bindings.floats(6), bindings.offset(6), bindings.doubles(7),
                bindings.offset(7));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.doubles(3),
                    bindings.offset(3), bindings.doubles(7), bindings.offset(7), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.doubles(7),
                    bindings.offset(7), task, begin, end);
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
     * <p>Writes saved_ms, y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param y output {@code y[N=3, D=1]}, f32, 3 elements: written
     * @param yOffset where it begins in its array
     * @param saved_ms saved statistic {@code saved_ms[N=3]}, f64, 3 elements: written
     * @param saved_msOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] y,
            int yOffset, double[] saved_ms, int saved_msOffset, double[] workspace,
            int workspaceOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, y, yOffset, saved_ms, saved_msOffset,
                workspace, workspaceOffset);
        forwardPart(x, xOffset, gamma, gammaOffset, y, yOffset, saved_ms, saved_msOffset, workspace,
                workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param y output {@code y[N=3, D=1]}, f32, 3 elements: written
     * @param yOffset where it begins in its array
     * @param saved_ms saved statistic {@code saved_ms[N=3]}, f64, 3 elements: written
     * @param saved_msOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] saved_ms, int saved_msOffset, double[] workspace,
            int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, y, yOffset, saved_ms, saved_msOffset,
                workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 8);
        forwardPart(x, xOffset, gamma, gammaOffset, y, yOffset, saved_ms, saved_msOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] saved_ms, int saved_msOffset, double[] workspace,
            int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardMsThenWriteY(x, xOffset, gamma, gammaOffset, y, yOffset, saved_ms,
                    saved_msOffset, workspace, workspaceOffset, iN);
        }
    }

    /**
     * For one N: collects the sum of x^2 along D for ms; writes saved_ms, y.
     *
     * <p>Specification, line 4.
     */
    private static void forwardMsThenWriteY(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] saved_ms, int saved_msOffset, double[] workspace,
            int workspaceOffset, int iN) {
        double sumTotal = 0.0;
        int xBase = xOffset + iN;
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
            double xAt = (double) x[xBase + 0];
            sumSum_0 = sumSum_0 + (xAt * xAt);
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
        saved_ms[saved_msOffset + iN] = (sumTotal / 1.0);
        double t = (1.0 / Math.sqrt(((sumTotal / 1.0) + 1.0E-6)));
        int yBase = yOffset + iN;
        int gammaAtKeptBase = workspaceOffset;
        int xBase2 = xOffset + iN;
        y[yBase + 0] = (float) ((t * workspace[gammaAtKeptBase + 0]) * (double) x[xBase2 + 0]);
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] saved_ms, int saved_msOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 3);
        Arguments.range("gamma", gamma.length, gammaOffset, 1);
        Arguments.range("y", y.length, yOffset, 3);
        Arguments.range("saved_ms", saved_ms.length, saved_msOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("y", y, yOffset, 3, "x", x, xOffset, 3);
        Arguments.disjoint("y", y, yOffset, 3, "gamma", gamma, gammaOffset, 1);
        Arguments.disjoint("saved_ms", saved_ms, saved_msOffset, 3, "workspace", workspace, workspaceOffset, 32);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param y output {@code y[N=3, D=1]}, f32, 3 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] y,
            int yOffset, double[] workspace, int workspaceOffset) {
        inferChecks(x, xOffset, gamma, gammaOffset, y, yOffset, workspace, workspaceOffset);
        inferPart(x, xOffset, gamma, gammaOffset, y, yOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param y output {@code y[N=3, D=1]}, f32, 3 elements: written
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
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] y,
            int yOffset, double[] workspace, int workspaceOffset, int task, int rangeBegin,
            int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, y, yOffset, workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 8);
        inferPart(x, xOffset, gamma, gammaOffset, y, yOffset, workspace,
                workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] y,
            int yOffset, double[] workspace, int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferMsThenWriteY(x, xOffset, gamma, gammaOffset, y, yOffset, workspace,
                    workspaceOffset, iN);
        }
    }

    /**
     * For one N: collects the sum of x^2 along D for ms; writes y.
     *
     * <p>Specification, line 4.
     */
    private static void inferMsThenWriteY(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] workspace, int workspaceOffset, int iN) {
        double sumTotal = 0.0;
        int xBase = xOffset + iN;
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
            double xAt = (double) x[xBase + 0];
            sumSum_0 = sumSum_0 + (xAt * xAt);
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
        double t = (1.0 / Math.sqrt(((sumTotal / 1.0) + 1.0E-6)));
        int yBase = yOffset + iN;
        int gammaAtKeptBase = workspaceOffset;
        int xBase2 = xOffset + iN;
        y[yBase + 0] = (float) ((t * workspace[gammaAtKeptBase + 0]) * (double) x[xBase2 + 0]);
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] y, int yOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 3);
        Arguments.range("gamma", gamma.length, gammaOffset, 1);
        Arguments.range("y", y.length, yOffset, 3);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("y", y, yOffset, 3, "x", x, xOffset, 3);
        Arguments.disjoint("y", y, yOffset, 3, "gamma", gamma, gammaOffset, 1);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param saved_ms saved statistic {@code saved_ms[N=3]}, f64, 3 elements: read
     * @param saved_msOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=1]}, f32, 3 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=1]}, f32, 3 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=1]}, f32, 1 element: written
     * @param dgammaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_ms, int saved_msOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, double[] workspace,
            int workspaceOffset) {
        backwardChecks(x, xOffset, gamma, gammaOffset, saved_ms, saved_msOffset, dy, dyOffset, dx,
                dxOffset, dgamma, dgammaOffset, workspace, workspaceOffset);
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        for (int iD = 0; iD < 1; iD++) {
            workspace[workspaceOffset + 8 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardCollectForDgammaThenWriteDx(x, xOffset, gamma, gammaOffset, saved_ms,
                    saved_msOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, workspace,
                    workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotalBase + 0];
    }

    /**
     * For one N: keeps x in f64; dy in f64; collects the sum of 1 / sqrt(ms + 1e-6) * x * dy along N for
     * dgamma; the sum of gamma * x * dy along D for dx; writes dx.
     *
     * <p>Specification, lines 3, 7.
     */
    private static void backwardCollectForDgammaThenWriteDx(float[] x, int xOffset, float[] gamma,
            int gammaOffset, double[] saved_ms, int saved_msOffset, float[] dy, int dyOffset,
            float[] dx, int dxOffset, float[] dgamma, int dgammaOffset, double[] workspace,
            int workspaceOffset, int iN) {
        int xAtKeptBase = workspaceOffset + 16;
        int dyAtKeptBase = workspaceOffset + 24;
        int xBase = xOffset + iN;
        int dyBase = dyOffset + iN;
        {
            double xAt = (double) x[xBase + 0];
            workspace[xAtKeptBase + 0] = xAt;
            double dyAt = (double) dy[dyBase + 0];
            workspace[dyAtKeptBase + 0] = dyAt;
        }
        double t = (1.0 / Math.sqrt((saved_ms[saved_msOffset + iN] + 1.0E-6)));
        int sumTotalBase = workspaceOffset + 8;
        int xAtKeptBase2 = workspaceOffset + 16;
        int dyAtKeptBase2 = workspaceOffset + 24;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (t * (workspace[xAtKeptBase2 + 0] * workspace[dyAtKeptBase2 + 0]));
        double sumTotal2 = 0.0;
        int gammaAtKeptBase = workspaceOffset;
        int xAtKeptBase3 = workspaceOffset + 16;
        int dyAtKeptBase3 = workspaceOffset + 24;
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
        sumSum_0 = sumSum_0 + (workspace[gammaAtKeptBase + 0] * (workspace[xAtKeptBase3 + 0] * workspace[dyAtKeptBase3 + 0]));
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
        double t2 = Math.sqrt((saved_ms[saved_msOffset + iN] + 1.0E-6));
        double t3 = ((sumTotal2 / 1.0) / (t2 * t2));
        int dxBase = dxOffset + iN;
        int gammaAtKeptBase2 = workspaceOffset;
        int dyAtKeptBase4 = workspaceOffset + 24;
        int xAtKeptBase4 = workspaceOffset + 16;
        dx[dxBase + 0] = (float) (t * ((workspace[gammaAtKeptBase2 + 0] * workspace[dyAtKeptBase4 + 0]) - (t3 * workspace[xAtKeptBase4 + 0])));
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_ms, int saved_msOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, double[] workspace,
            int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 3);
        Arguments.range("gamma", gamma.length, gammaOffset, 1);
        Arguments.range("saved_ms", saved_ms.length, saved_msOffset, 3);
        Arguments.range("dy", dy.length, dyOffset, 3);
        Arguments.range("dx", dx.length, dxOffset, 3);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("dx", dx, dxOffset, 3, "x", x, xOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 3, "gamma", gamma, gammaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 3, "dy", dy, dyOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 3, "dgamma", dgamma, dgammaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "x", x, xOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "gamma", gamma, gammaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "dy", dy, dyOffset, 3);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 32, "saved_ms", saved_ms, saved_msOffset, 3);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=1]}, f32, 3 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[D=1]}, f32, 1 element: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=1]}, f32, 3 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=1]}, f32, 3 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=1]}, f32, 1 element: written
     * @param dgammaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 32 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            double[] workspace, int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, workspace, workspaceOffset);
        int gammaAtKeptBase = workspaceOffset;
        int gammaBase = gammaOffset;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        for (int iD = 0; iD < 1; iD++) {
            workspace[workspaceOffset + 8 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardFrozenCollectForMsAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset, dy,
                    dyOffset, dx, dxOffset, dgamma, dgammaOffset, workspace, workspaceOffset, iN);
        }
        int dgammaBase = dgammaOffset;
        int sumTotalBase = workspaceOffset + 8;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotalBase + 0];
    }

    /**
     * For one N: collects the sum of x^2 along D for ms; the sum of gamma * x * dy along D for dx; the sum
     * of 1 / sqrt(ms + 1e-6) * x * dy along N for dgamma; writes dx.
     *
     * <p>Specification, lines 3, 4, 7.
     */
    private static void backwardFrozenCollectForMsAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, double[] workspace, int workspaceOffset, int iN) {
        double sumTotal2 = 0.0;
        double sumTotal3 = 0.0;
        int xBase = xOffset + iN;
        int gammaAtKeptBase = workspaceOffset;
        int dyBase = dyOffset + iN;
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
            double xAt = (double) x[xBase + 0];
            sumSum_0 = sumSum_0 + (xAt * xAt);
            sumSum2_0 = sumSum2_0 + (workspace[gammaAtKeptBase + 0] * (xAt * (double) dy[dyBase + 0]));
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
        double t = Math.sqrt(((sumTotal2 / 1.0) + 1.0E-6));
        double t2 = (1.0 / t);
        double t3 = ((sumTotal3 / 1.0) / (t * t));
        int sumTotalBase = workspaceOffset + 8;
        int dxBase = dxOffset + iN;
        int xBase2 = xOffset + iN;
        int dyBase2 = dyOffset + iN;
        int gammaAtKeptBase2 = workspaceOffset;
        {
            double xAt2 = (double) x[xBase2 + 0];
            double dyAt = (double) dy[dyBase2 + 0];
            workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + (t2 * (xAt2 * dyAt));
            dx[dxBase + 0] = (float) (t2 * ((workspace[gammaAtKeptBase2 + 0] * dyAt) - (t3 * xAt2)));
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 3);
        Arguments.range("gamma", gamma.length, gammaOffset, 1);
        Arguments.range("dy", dy.length, dyOffset, 3);
        Arguments.range("dx", dx.length, dxOffset, 3);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset, 32);
        Arguments.disjoint("dx", dx, dxOffset, 3, "x", x, xOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 3, "gamma", gamma, gammaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 3, "dy", dy, dyOffset, 3);
        Arguments.disjoint("dx", dx, dxOffset, 3, "dgamma", dgamma, dgammaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "x", x, xOffset, 3);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "gamma", gamma, gammaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 1, "dy", dy, dyOffset, 3);
    }
}
