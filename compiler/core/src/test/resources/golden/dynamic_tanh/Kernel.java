package dev.normc.generated;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.KernelMath;

/**
 * DyT for N=3, D=15, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[.., D]
 * line 4: param  alpha = 0.5
 * line 4: param  gamma[D] = 1
 * line 4: param  beta[D] = 0
 * line 5: output y = gamma * tanh(alpha * x) + beta
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * t = tanh(alpha * x)
 * t2 = 1 - t^2
 * dx = alpha * gamma * dy * t2
 * dalpha = sum[D](gamma * sum[N](x * dy * t2))
 * dgamma = sum[N](t * dy)
 * dbeta = sum[N](dy)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class DyT_3_15_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("DyT", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "D"}, new int[] {3, 15}, DataType.F32, 0.0)
            .tensor("alpha", BufferRole.PARAM, new String[] {}, new int[] {}, DataType.F32, 0.5)
            .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {15}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"D"}, new int[] {15}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "D"}, new int[] {3, 15}, DataType.F32, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "D"}, new int[] {3, 15}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "D"}, new int[] {3, 15}, DataType.F32, 0.0)
            .tensor("dalpha", BufferRole.GRADIENT, new String[] {}, new int[] {}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"D"}, new int[] {15}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"D"}, new int[] {15}, DataType.F32, 0.0)
            .workspace("workspace", 72, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 10})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3, 4, 10})
            .entry(Entry.BACKWARD, new int[] {0, 1, 2, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 2, 5, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "N", 3, 1, false, 1, 32, 0L, 0)
            .range(Entry.INFER, "N", 3, 1, false, 1, 32, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public DyT_3_15_f32() {
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
                bindings.floats(4), bindings.offset(4), bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3),
                bindings.floats(4), bindings.offset(4), bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void backward(Bindings bindings) {
        bindings.require(SIGNATURE);
        backward(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(5), bindings.offset(5),
                bindings.floats(6), bindings.offset(6), bindings.floats(7), bindings.offset(7),
                bindings.floats(8), bindings.offset(8), bindings.floats(9), bindings.offset(9),
                bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        bindings.require(SIGNATURE);
        backwardFrozen(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(5),
                bindings.offset(5), bindings.floats(6), bindings.offset(6), bindings.floats(7),
                bindings.offset(7), bindings.floats(8), bindings.offset(8), bindings.floats(9),
                bindings.offset(9), bindings.doubles(10), bindings.offset(10));
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        bindings.require(SIGNATURE);
        if (entry == Entry.FORWARD) {
            forwardRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4),
                    bindings.doubles(10), bindings.offset(10), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), bindings.floats(4), bindings.offset(4),
                    bindings.doubles(10), bindings.offset(10), task, begin, end);
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
     * Forward: outputs.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=15]}, f32, 15 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=15]}, f32, 45 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        forwardChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset);
        forwardPart(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=15]}, f32, 15 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=15]}, f32, 45 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.FORWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        forwardPart(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 16;
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
        {
            double gammaAt = (double) gamma[gammaBase + 5];
            workspace[gammaAtKeptBase + 5] = gammaAt;
            double betaAt = (double) beta[betaBase + 5];
            workspace[betaAtKeptBase + 5] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 6];
            workspace[gammaAtKeptBase + 6] = gammaAt;
            double betaAt = (double) beta[betaBase + 6];
            workspace[betaAtKeptBase + 6] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 7];
            workspace[gammaAtKeptBase + 7] = gammaAt;
            double betaAt = (double) beta[betaBase + 7];
            workspace[betaAtKeptBase + 7] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 8];
            workspace[gammaAtKeptBase + 8] = gammaAt;
            double betaAt = (double) beta[betaBase + 8];
            workspace[betaAtKeptBase + 8] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 9];
            workspace[gammaAtKeptBase + 9] = gammaAt;
            double betaAt = (double) beta[betaBase + 9];
            workspace[betaAtKeptBase + 9] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 10];
            workspace[gammaAtKeptBase + 10] = gammaAt;
            double betaAt = (double) beta[betaBase + 10];
            workspace[betaAtKeptBase + 10] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 11];
            workspace[gammaAtKeptBase + 11] = gammaAt;
            double betaAt = (double) beta[betaBase + 11];
            workspace[betaAtKeptBase + 11] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 12];
            workspace[gammaAtKeptBase + 12] = gammaAt;
            double betaAt = (double) beta[betaBase + 12];
            workspace[betaAtKeptBase + 12] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 13];
            workspace[gammaAtKeptBase + 13] = gammaAt;
            double betaAt = (double) beta[betaBase + 13];
            workspace[betaAtKeptBase + 13] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 14];
            workspace[gammaAtKeptBase + 14] = gammaAt;
            double betaAt = (double) beta[betaBase + 14];
            workspace[betaAtKeptBase + 14] = betaAt;
        }
        double alphaAt = (double) alpha[alphaOffset];
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            forwardWriteY(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                    yOffset, workspace, workspaceOffset, iN, alphaAt);
        }
    }

    /**
     * For one N: writes y.
     *
     * <p>Specification, line 5.
     */
    private static void forwardWriteY(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int iN, double alphaAt) {
        int yBase = yOffset + 15 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xBase = xOffset + 15 * iN;
        int betaAtKeptBase = workspaceOffset + 16;
        y[yBase + 0] = (float) ((workspace[gammaAtKeptBase + 0] * KernelMath.tanh((alphaAt * (double) x[xBase + 0]))) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[gammaAtKeptBase + 1] * KernelMath.tanh((alphaAt * (double) x[xBase + 1]))) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[gammaAtKeptBase + 2] * KernelMath.tanh((alphaAt * (double) x[xBase + 2]))) + workspace[betaAtKeptBase + 2]);
        y[yBase + 3] = (float) ((workspace[gammaAtKeptBase + 3] * KernelMath.tanh((alphaAt * (double) x[xBase + 3]))) + workspace[betaAtKeptBase + 3]);
        y[yBase + 4] = (float) ((workspace[gammaAtKeptBase + 4] * KernelMath.tanh((alphaAt * (double) x[xBase + 4]))) + workspace[betaAtKeptBase + 4]);
        y[yBase + 5] = (float) ((workspace[gammaAtKeptBase + 5] * KernelMath.tanh((alphaAt * (double) x[xBase + 5]))) + workspace[betaAtKeptBase + 5]);
        y[yBase + 6] = (float) ((workspace[gammaAtKeptBase + 6] * KernelMath.tanh((alphaAt * (double) x[xBase + 6]))) + workspace[betaAtKeptBase + 6]);
        y[yBase + 7] = (float) ((workspace[gammaAtKeptBase + 7] * KernelMath.tanh((alphaAt * (double) x[xBase + 7]))) + workspace[betaAtKeptBase + 7]);
        y[yBase + 8] = (float) ((workspace[gammaAtKeptBase + 8] * KernelMath.tanh((alphaAt * (double) x[xBase + 8]))) + workspace[betaAtKeptBase + 8]);
        y[yBase + 9] = (float) ((workspace[gammaAtKeptBase + 9] * KernelMath.tanh((alphaAt * (double) x[xBase + 9]))) + workspace[betaAtKeptBase + 9]);
        y[yBase + 10] = (float) ((workspace[gammaAtKeptBase + 10] * KernelMath.tanh((alphaAt * (double) x[xBase + 10]))) + workspace[betaAtKeptBase + 10]);
        y[yBase + 11] = (float) ((workspace[gammaAtKeptBase + 11] * KernelMath.tanh((alphaAt * (double) x[xBase + 11]))) + workspace[betaAtKeptBase + 11]);
        y[yBase + 12] = (float) ((workspace[gammaAtKeptBase + 12] * KernelMath.tanh((alphaAt * (double) x[xBase + 12]))) + workspace[betaAtKeptBase + 12]);
        y[yBase + 13] = (float) ((workspace[gammaAtKeptBase + 13] * KernelMath.tanh((alphaAt * (double) x[xBase + 13]))) + workspace[betaAtKeptBase + 13]);
        y[yBase + 14] = (float) ((workspace[gammaAtKeptBase + 14] * KernelMath.tanh((alphaAt * (double) x[xBase + 14]))) + workspace[betaAtKeptBase + 14]);
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 45);
        Arguments.range("alpha", alpha.length, alphaOffset, 1);
        Arguments.range("gamma", gamma.length, gammaOffset, 15);
        Arguments.range("beta", beta.length, betaOffset, 15);
        Arguments.range("y", y.length, yOffset, 45);
        Arguments.range("workspace", workspace.length, workspaceOffset, 72);
        Arguments.disjoint("y", y, yOffset, 45, "x", x, xOffset, 45);
        Arguments.disjoint("y", y, yOffset, 45, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("y", y, yOffset, 45, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("y", y, yOffset, 45, "beta", beta, betaOffset, 15);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=15]}, f32, 15 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=15]}, f32, 45 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] alpha, int alphaOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        inferChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset);
        inferPart(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset, 0, 3);
    }

    /**
     * The same for a range of N; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[D=15]}, f32, 15 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=3, D=15]}, f32, 45 elements: written
     * @param yOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int task, int rangeBegin, int rangeEnd) {
        inferChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                yOffset, workspace, workspaceOffset);
        Arguments.part("N", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.INFER, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 32);
        inferPart(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset,
                workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of N, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int rangeBegin, int rangeEnd) {
        int gammaAtKeptBase = workspaceOffset;
        int betaAtKeptBase = workspaceOffset + 16;
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
        {
            double gammaAt = (double) gamma[gammaBase + 5];
            workspace[gammaAtKeptBase + 5] = gammaAt;
            double betaAt = (double) beta[betaBase + 5];
            workspace[betaAtKeptBase + 5] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 6];
            workspace[gammaAtKeptBase + 6] = gammaAt;
            double betaAt = (double) beta[betaBase + 6];
            workspace[betaAtKeptBase + 6] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 7];
            workspace[gammaAtKeptBase + 7] = gammaAt;
            double betaAt = (double) beta[betaBase + 7];
            workspace[betaAtKeptBase + 7] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 8];
            workspace[gammaAtKeptBase + 8] = gammaAt;
            double betaAt = (double) beta[betaBase + 8];
            workspace[betaAtKeptBase + 8] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 9];
            workspace[gammaAtKeptBase + 9] = gammaAt;
            double betaAt = (double) beta[betaBase + 9];
            workspace[betaAtKeptBase + 9] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 10];
            workspace[gammaAtKeptBase + 10] = gammaAt;
            double betaAt = (double) beta[betaBase + 10];
            workspace[betaAtKeptBase + 10] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 11];
            workspace[gammaAtKeptBase + 11] = gammaAt;
            double betaAt = (double) beta[betaBase + 11];
            workspace[betaAtKeptBase + 11] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 12];
            workspace[gammaAtKeptBase + 12] = gammaAt;
            double betaAt = (double) beta[betaBase + 12];
            workspace[betaAtKeptBase + 12] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 13];
            workspace[gammaAtKeptBase + 13] = gammaAt;
            double betaAt = (double) beta[betaBase + 13];
            workspace[betaAtKeptBase + 13] = betaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 14];
            workspace[gammaAtKeptBase + 14] = gammaAt;
            double betaAt = (double) beta[betaBase + 14];
            workspace[betaAtKeptBase + 14] = betaAt;
        }
        double alphaAt = (double) alpha[alphaOffset];
        for (int iN = rangeBegin; iN < rangeEnd; iN++) {
            inferWriteY(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, beta, betaOffset, y,
                    yOffset, workspace, workspaceOffset, iN, alphaAt);
        }
    }

    /**
     * For one N: writes y.
     *
     * <p>Specification, line 5.
     */
    private static void inferWriteY(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset, int iN, double alphaAt) {
        int yBase = yOffset + 15 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int xBase = xOffset + 15 * iN;
        int betaAtKeptBase = workspaceOffset + 16;
        y[yBase + 0] = (float) ((workspace[gammaAtKeptBase + 0] * KernelMath.tanh((alphaAt * (double) x[xBase + 0]))) + workspace[betaAtKeptBase + 0]);
        y[yBase + 1] = (float) ((workspace[gammaAtKeptBase + 1] * KernelMath.tanh((alphaAt * (double) x[xBase + 1]))) + workspace[betaAtKeptBase + 1]);
        y[yBase + 2] = (float) ((workspace[gammaAtKeptBase + 2] * KernelMath.tanh((alphaAt * (double) x[xBase + 2]))) + workspace[betaAtKeptBase + 2]);
        y[yBase + 3] = (float) ((workspace[gammaAtKeptBase + 3] * KernelMath.tanh((alphaAt * (double) x[xBase + 3]))) + workspace[betaAtKeptBase + 3]);
        y[yBase + 4] = (float) ((workspace[gammaAtKeptBase + 4] * KernelMath.tanh((alphaAt * (double) x[xBase + 4]))) + workspace[betaAtKeptBase + 4]);
        y[yBase + 5] = (float) ((workspace[gammaAtKeptBase + 5] * KernelMath.tanh((alphaAt * (double) x[xBase + 5]))) + workspace[betaAtKeptBase + 5]);
        y[yBase + 6] = (float) ((workspace[gammaAtKeptBase + 6] * KernelMath.tanh((alphaAt * (double) x[xBase + 6]))) + workspace[betaAtKeptBase + 6]);
        y[yBase + 7] = (float) ((workspace[gammaAtKeptBase + 7] * KernelMath.tanh((alphaAt * (double) x[xBase + 7]))) + workspace[betaAtKeptBase + 7]);
        y[yBase + 8] = (float) ((workspace[gammaAtKeptBase + 8] * KernelMath.tanh((alphaAt * (double) x[xBase + 8]))) + workspace[betaAtKeptBase + 8]);
        y[yBase + 9] = (float) ((workspace[gammaAtKeptBase + 9] * KernelMath.tanh((alphaAt * (double) x[xBase + 9]))) + workspace[betaAtKeptBase + 9]);
        y[yBase + 10] = (float) ((workspace[gammaAtKeptBase + 10] * KernelMath.tanh((alphaAt * (double) x[xBase + 10]))) + workspace[betaAtKeptBase + 10]);
        y[yBase + 11] = (float) ((workspace[gammaAtKeptBase + 11] * KernelMath.tanh((alphaAt * (double) x[xBase + 11]))) + workspace[betaAtKeptBase + 11]);
        y[yBase + 12] = (float) ((workspace[gammaAtKeptBase + 12] * KernelMath.tanh((alphaAt * (double) x[xBase + 12]))) + workspace[betaAtKeptBase + 12]);
        y[yBase + 13] = (float) ((workspace[gammaAtKeptBase + 13] * KernelMath.tanh((alphaAt * (double) x[xBase + 13]))) + workspace[betaAtKeptBase + 13]);
        y[yBase + 14] = (float) ((workspace[gammaAtKeptBase + 14] * KernelMath.tanh((alphaAt * (double) x[xBase + 14]))) + workspace[betaAtKeptBase + 14]);
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 45);
        Arguments.range("alpha", alpha.length, alphaOffset, 1);
        Arguments.range("gamma", gamma.length, gammaOffset, 15);
        Arguments.range("beta", beta.length, betaOffset, 15);
        Arguments.range("y", y.length, yOffset, 45);
        Arguments.range("workspace", workspace.length, workspaceOffset, 72);
        Arguments.disjoint("y", y, yOffset, 45, "x", x, xOffset, 45);
        Arguments.disjoint("y", y, yOffset, 45, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("y", y, yOffset, 45, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("y", y, yOffset, 45, "beta", beta, betaOffset, 15);
    }

    /**
     * Gradients of forward.
     *
     * <p>Writes dx, dalpha, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in
     * elements.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=15]}, f32, 45 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=15]}, f32, 45 elements: written
     * @param dxOffset where it begins in its array
     * @param dalpha gradient of alpha {@code dalpha}, f32, 1 element: written
     * @param dalphaOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=15]}, f32, 15 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=15]}, f32, 15 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backward(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dalpha, int dalphaOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, dy, dyOffset, dx,
                dxOffset, dalpha, dalphaOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                workspaceOffset);
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
        {
            double gammaAt = (double) gamma[gammaBase + 5];
            workspace[gammaAtKeptBase + 5] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 6];
            workspace[gammaAtKeptBase + 6] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 7];
            workspace[gammaAtKeptBase + 7] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 8];
            workspace[gammaAtKeptBase + 8] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 9];
            workspace[gammaAtKeptBase + 9] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 10];
            workspace[gammaAtKeptBase + 10] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 11];
            workspace[gammaAtKeptBase + 11] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 12];
            workspace[gammaAtKeptBase + 12] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 13];
            workspace[gammaAtKeptBase + 13] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 14];
            workspace[gammaAtKeptBase + 14] = gammaAt;
        }
        double alphaAt = (double) alpha[alphaOffset];
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 32 + iD] = 0.0;
        }
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 48 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardCollectForDbetaAndDgammaAndDalphaThenWriteDx(x, xOffset, alpha, alphaOffset,
                    gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dalpha, dalphaOffset, dgamma,
                    dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN, alphaAt);
        }
        workspace[workspaceOffset + 64] = 0.0;
        int gammaAtKeptBase2 = workspaceOffset;
        int sumTotal3Base = workspaceOffset + 48;
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
        sumSum_0 = sumSum_0 + (workspace[gammaAtKeptBase2 + 0] * workspace[sumTotal3Base + 0]);
        sumSum_1 = sumSum_1 + (workspace[gammaAtKeptBase2 + 1] * workspace[sumTotal3Base + 1]);
        sumSum_2 = sumSum_2 + (workspace[gammaAtKeptBase2 + 2] * workspace[sumTotal3Base + 2]);
        sumSum_3 = sumSum_3 + (workspace[gammaAtKeptBase2 + 3] * workspace[sumTotal3Base + 3]);
        sumSum_4 = sumSum_4 + (workspace[gammaAtKeptBase2 + 4] * workspace[sumTotal3Base + 4]);
        sumSum_5 = sumSum_5 + (workspace[gammaAtKeptBase2 + 5] * workspace[sumTotal3Base + 5]);
        sumSum_6 = sumSum_6 + (workspace[gammaAtKeptBase2 + 6] * workspace[sumTotal3Base + 6]);
        sumSum_7 = sumSum_7 + (workspace[gammaAtKeptBase2 + 7] * workspace[sumTotal3Base + 7]);
        sumSum_8 = sumSum_8 + (workspace[gammaAtKeptBase2 + 8] * workspace[sumTotal3Base + 8]);
        sumSum_9 = sumSum_9 + (workspace[gammaAtKeptBase2 + 9] * workspace[sumTotal3Base + 9]);
        sumSum_10 = sumSum_10 + (workspace[gammaAtKeptBase2 + 10] * workspace[sumTotal3Base + 10]);
        sumSum_11 = sumSum_11 + (workspace[gammaAtKeptBase2 + 11] * workspace[sumTotal3Base + 11]);
        sumSum_12 = sumSum_12 + (workspace[gammaAtKeptBase2 + 12] * workspace[sumTotal3Base + 12]);
        sumSum_13 = sumSum_13 + (workspace[gammaAtKeptBase2 + 13] * workspace[sumTotal3Base + 13]);
        sumSum_14 = sumSum_14 + (workspace[gammaAtKeptBase2 + 14] * workspace[sumTotal3Base + 14]);
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
        workspace[workspaceOffset + 64] = sumSum;
        dalpha[dalphaOffset] = (float) workspace[workspaceOffset + 64];
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotalBase = workspaceOffset + 16;
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
        dgamma[dgammaBase + 5] = (float) workspace[sumTotal2Base + 5];
        dbeta[dbetaBase + 5] = (float) workspace[sumTotalBase + 5];
        dgamma[dgammaBase + 6] = (float) workspace[sumTotal2Base + 6];
        dbeta[dbetaBase + 6] = (float) workspace[sumTotalBase + 6];
        dgamma[dgammaBase + 7] = (float) workspace[sumTotal2Base + 7];
        dbeta[dbetaBase + 7] = (float) workspace[sumTotalBase + 7];
        dgamma[dgammaBase + 8] = (float) workspace[sumTotal2Base + 8];
        dbeta[dbetaBase + 8] = (float) workspace[sumTotalBase + 8];
        dgamma[dgammaBase + 9] = (float) workspace[sumTotal2Base + 9];
        dbeta[dbetaBase + 9] = (float) workspace[sumTotalBase + 9];
        dgamma[dgammaBase + 10] = (float) workspace[sumTotal2Base + 10];
        dbeta[dbetaBase + 10] = (float) workspace[sumTotalBase + 10];
        dgamma[dgammaBase + 11] = (float) workspace[sumTotal2Base + 11];
        dbeta[dbetaBase + 11] = (float) workspace[sumTotalBase + 11];
        dgamma[dgammaBase + 12] = (float) workspace[sumTotal2Base + 12];
        dbeta[dbetaBase + 12] = (float) workspace[sumTotalBase + 12];
        dgamma[dgammaBase + 13] = (float) workspace[sumTotal2Base + 13];
        dbeta[dbetaBase + 13] = (float) workspace[sumTotalBase + 13];
        dgamma[dgammaBase + 14] = (float) workspace[sumTotal2Base + 14];
        dbeta[dbetaBase + 14] = (float) workspace[sumTotalBase + 14];
    }

    /**
     * For one N: collects the sum of dy along N for dbeta; the sum of tanh(alpha * x) * dy along N for
     * dgamma; the sum along N for dalpha; writes dx.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardCollectForDbetaAndDgammaAndDalphaThenWriteDx(float[] x, int xOffset,
            float[] alpha, int alphaOffset, float[] gamma, int gammaOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dalpha, int dalphaOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN, double alphaAt) {
        int sumTotalBase = workspaceOffset + 16;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotal3Base = workspaceOffset + 48;
        int dxBase = dxOffset + 15 * iN;
        int dyBase = dyOffset + 15 * iN;
        int xBase = xOffset + 15 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int full = 15 - 15 % 4;
        for (int iD = 0; iD < full; iD += 4) {
            double wide_0 = (double) dy[dyBase + iD];
            double wide_1 = (double) dy[dyBase + iD + 1];
            double wide_2 = (double) dy[dyBase + iD + 2];
            double wide_3 = (double) dy[dyBase + iD + 3];
            double wide2_0 = (double) x[xBase + iD];
            double wide2_1 = (double) x[xBase + iD + 1];
            double wide2_2 = (double) x[xBase + iD + 2];
            double wide2_3 = (double) x[xBase + iD + 3];
            {
                double dyAt = wide_0;
                workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt;
                double xAt = wide2_0;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD] = workspace[sumTotal3Base + iD] + ((xAt * dyAt) * t2);
                dx[dxBase + iD] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD]) * (dyAt * t2));
            }
            {
                double dyAt = wide_1;
                workspace[sumTotalBase + iD + 1] = workspace[sumTotalBase + iD + 1] + dyAt;
                double xAt = wide2_1;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 1] = workspace[sumTotal2Base + iD + 1] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 1] = workspace[sumTotal3Base + iD + 1] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 1] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 1]) * (dyAt * t2));
            }
            {
                double dyAt = wide_2;
                workspace[sumTotalBase + iD + 2] = workspace[sumTotalBase + iD + 2] + dyAt;
                double xAt = wide2_2;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 2] = workspace[sumTotal2Base + iD + 2] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 2] = workspace[sumTotal3Base + iD + 2] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 2] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 2]) * (dyAt * t2));
            }
            {
                double dyAt = wide_3;
                workspace[sumTotalBase + iD + 3] = workspace[sumTotalBase + iD + 3] + dyAt;
                double xAt = wide2_3;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 3] = workspace[sumTotal2Base + iD + 3] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 3] = workspace[sumTotal3Base + iD + 3] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 3] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 3]) * (dyAt * t2));
            }
        }
        for (int iD = full; iD < 15; iD++) {
            double dyAt = (double) dy[dyBase + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt;
            double xAt = (double) x[xBase + iD];
            double t = KernelMath.tanh((alphaAt * xAt));
            workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t * dyAt);
            double t2 = (1.0 - (t * t));
            workspace[sumTotal3Base + iD] = workspace[sumTotal3Base + iD] + ((xAt * dyAt) * t2);
            dx[dxBase + iD] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD]) * (dyAt * t2));
        }
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dalpha, int dalphaOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 45);
        Arguments.range("alpha", alpha.length, alphaOffset, 1);
        Arguments.range("gamma", gamma.length, gammaOffset, 15);
        Arguments.range("dy", dy.length, dyOffset, 45);
        Arguments.range("dx", dx.length, dxOffset, 45);
        Arguments.range("dalpha", dalpha.length, dalphaOffset, 1);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 15);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 15);
        Arguments.range("workspace", workspace.length, workspaceOffset, 72);
        Arguments.disjoint("dx", dx, dxOffset, 45, "x", x, xOffset, 45);
        Arguments.disjoint("dx", dx, dxOffset, 45, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 45, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dalpha", dalpha, dalphaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dgamma", dgamma, dgammaOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "x", x, xOffset, 45);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dgamma", dgamma, dgammaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "x", x, xOffset, 45);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "x", x, xOffset, 45);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "dy", dy, dyOffset, 45);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dalpha, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in
     * elements.
     *
     * @param x input {@code x[N=3, D=15]}, f32, 45 elements: read
     * @param xOffset where it begins in its array
     * @param alpha param {@code alpha}, f32, 1 element: read
     * @param alphaOffset where it begins in its array
     * @param gamma param {@code gamma[D=15]}, f32, 15 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=3, D=15]}, f32, 45 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=3, D=15]}, f32, 45 elements: written
     * @param dxOffset where it begins in its array
     * @param dalpha gradient of alpha {@code dalpha}, f32, 1 element: written
     * @param dalphaOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[D=15]}, f32, 15 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[D=15]}, f32, 15 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 72 elements: overwritten, holds nothing between calls
     * @param workspaceOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void backwardFrozen(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dalpha, int dalphaOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        backwardFrozenChecks(x, xOffset, alpha, alphaOffset, gamma, gammaOffset, dy, dyOffset, dx,
                dxOffset, dalpha, dalphaOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                workspaceOffset);
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
        {
            double gammaAt = (double) gamma[gammaBase + 5];
            workspace[gammaAtKeptBase + 5] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 6];
            workspace[gammaAtKeptBase + 6] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 7];
            workspace[gammaAtKeptBase + 7] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 8];
            workspace[gammaAtKeptBase + 8] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 9];
            workspace[gammaAtKeptBase + 9] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 10];
            workspace[gammaAtKeptBase + 10] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 11];
            workspace[gammaAtKeptBase + 11] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 12];
            workspace[gammaAtKeptBase + 12] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 13];
            workspace[gammaAtKeptBase + 13] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 14];
            workspace[gammaAtKeptBase + 14] = gammaAt;
        }
        double alphaAt = (double) alpha[alphaOffset];
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 16 + iD] = 0.0;
        }
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 32 + iD] = 0.0;
        }
        for (int iD = 0; iD < 15; iD++) {
            workspace[workspaceOffset + 48 + iD] = 0.0;
        }
        for (int iN = 0; iN < 3; iN++) {
            backwardFrozenCollectForDbetaAndDgammaAndDalphaThenWriteDx(x, xOffset, alpha,
                    alphaOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dalpha,
                    dalphaOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                    workspaceOffset, iN, alphaAt);
        }
        workspace[workspaceOffset + 64] = 0.0;
        int gammaAtKeptBase2 = workspaceOffset;
        int sumTotal3Base = workspaceOffset + 48;
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
        sumSum_0 = sumSum_0 + (workspace[gammaAtKeptBase2 + 0] * workspace[sumTotal3Base + 0]);
        sumSum_1 = sumSum_1 + (workspace[gammaAtKeptBase2 + 1] * workspace[sumTotal3Base + 1]);
        sumSum_2 = sumSum_2 + (workspace[gammaAtKeptBase2 + 2] * workspace[sumTotal3Base + 2]);
        sumSum_3 = sumSum_3 + (workspace[gammaAtKeptBase2 + 3] * workspace[sumTotal3Base + 3]);
        sumSum_4 = sumSum_4 + (workspace[gammaAtKeptBase2 + 4] * workspace[sumTotal3Base + 4]);
        sumSum_5 = sumSum_5 + (workspace[gammaAtKeptBase2 + 5] * workspace[sumTotal3Base + 5]);
        sumSum_6 = sumSum_6 + (workspace[gammaAtKeptBase2 + 6] * workspace[sumTotal3Base + 6]);
        sumSum_7 = sumSum_7 + (workspace[gammaAtKeptBase2 + 7] * workspace[sumTotal3Base + 7]);
        sumSum_8 = sumSum_8 + (workspace[gammaAtKeptBase2 + 8] * workspace[sumTotal3Base + 8]);
        sumSum_9 = sumSum_9 + (workspace[gammaAtKeptBase2 + 9] * workspace[sumTotal3Base + 9]);
        sumSum_10 = sumSum_10 + (workspace[gammaAtKeptBase2 + 10] * workspace[sumTotal3Base + 10]);
        sumSum_11 = sumSum_11 + (workspace[gammaAtKeptBase2 + 11] * workspace[sumTotal3Base + 11]);
        sumSum_12 = sumSum_12 + (workspace[gammaAtKeptBase2 + 12] * workspace[sumTotal3Base + 12]);
        sumSum_13 = sumSum_13 + (workspace[gammaAtKeptBase2 + 13] * workspace[sumTotal3Base + 13]);
        sumSum_14 = sumSum_14 + (workspace[gammaAtKeptBase2 + 14] * workspace[sumTotal3Base + 14]);
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
        workspace[workspaceOffset + 64] = sumSum;
        dalpha[dalphaOffset] = (float) workspace[workspaceOffset + 64];
        int dgammaBase = dgammaOffset;
        int dbetaBase = dbetaOffset;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotalBase = workspaceOffset + 16;
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
        dgamma[dgammaBase + 5] = (float) workspace[sumTotal2Base + 5];
        dbeta[dbetaBase + 5] = (float) workspace[sumTotalBase + 5];
        dgamma[dgammaBase + 6] = (float) workspace[sumTotal2Base + 6];
        dbeta[dbetaBase + 6] = (float) workspace[sumTotalBase + 6];
        dgamma[dgammaBase + 7] = (float) workspace[sumTotal2Base + 7];
        dbeta[dbetaBase + 7] = (float) workspace[sumTotalBase + 7];
        dgamma[dgammaBase + 8] = (float) workspace[sumTotal2Base + 8];
        dbeta[dbetaBase + 8] = (float) workspace[sumTotalBase + 8];
        dgamma[dgammaBase + 9] = (float) workspace[sumTotal2Base + 9];
        dbeta[dbetaBase + 9] = (float) workspace[sumTotalBase + 9];
        dgamma[dgammaBase + 10] = (float) workspace[sumTotal2Base + 10];
        dbeta[dbetaBase + 10] = (float) workspace[sumTotalBase + 10];
        dgamma[dgammaBase + 11] = (float) workspace[sumTotal2Base + 11];
        dbeta[dbetaBase + 11] = (float) workspace[sumTotalBase + 11];
        dgamma[dgammaBase + 12] = (float) workspace[sumTotal2Base + 12];
        dbeta[dbetaBase + 12] = (float) workspace[sumTotalBase + 12];
        dgamma[dgammaBase + 13] = (float) workspace[sumTotal2Base + 13];
        dbeta[dbetaBase + 13] = (float) workspace[sumTotalBase + 13];
        dgamma[dgammaBase + 14] = (float) workspace[sumTotal2Base + 14];
        dbeta[dbetaBase + 14] = (float) workspace[sumTotalBase + 14];
    }

    /**
     * For one N: collects the sum of dy along N for dbeta; the sum of tanh(alpha * x) * dy along N for
     * dgamma; the sum along N for dalpha; writes dx.
     *
     * <p>Specification, lines 3, 4.
     */
    private static void backwardFrozenCollectForDbetaAndDgammaAndDalphaThenWriteDx(float[] x,
            int xOffset, float[] alpha, int alphaOffset, float[] gamma, int gammaOffset, float[] dy,
            int dyOffset, float[] dx, int dxOffset, float[] dalpha, int dalphaOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN, double alphaAt) {
        int sumTotalBase = workspaceOffset + 16;
        int sumTotal2Base = workspaceOffset + 32;
        int sumTotal3Base = workspaceOffset + 48;
        int dxBase = dxOffset + 15 * iN;
        int dyBase = dyOffset + 15 * iN;
        int xBase = xOffset + 15 * iN;
        int gammaAtKeptBase = workspaceOffset;
        int full = 15 - 15 % 4;
        for (int iD = 0; iD < full; iD += 4) {
            double wide_0 = (double) dy[dyBase + iD];
            double wide_1 = (double) dy[dyBase + iD + 1];
            double wide_2 = (double) dy[dyBase + iD + 2];
            double wide_3 = (double) dy[dyBase + iD + 3];
            double wide2_0 = (double) x[xBase + iD];
            double wide2_1 = (double) x[xBase + iD + 1];
            double wide2_2 = (double) x[xBase + iD + 2];
            double wide2_3 = (double) x[xBase + iD + 3];
            {
                double dyAt = wide_0;
                workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt;
                double xAt = wide2_0;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD] = workspace[sumTotal3Base + iD] + ((xAt * dyAt) * t2);
                dx[dxBase + iD] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD]) * (dyAt * t2));
            }
            {
                double dyAt = wide_1;
                workspace[sumTotalBase + iD + 1] = workspace[sumTotalBase + iD + 1] + dyAt;
                double xAt = wide2_1;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 1] = workspace[sumTotal2Base + iD + 1] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 1] = workspace[sumTotal3Base + iD + 1] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 1] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 1]) * (dyAt * t2));
            }
            {
                double dyAt = wide_2;
                workspace[sumTotalBase + iD + 2] = workspace[sumTotalBase + iD + 2] + dyAt;
                double xAt = wide2_2;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 2] = workspace[sumTotal2Base + iD + 2] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 2] = workspace[sumTotal3Base + iD + 2] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 2] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 2]) * (dyAt * t2));
            }
            {
                double dyAt = wide_3;
                workspace[sumTotalBase + iD + 3] = workspace[sumTotalBase + iD + 3] + dyAt;
                double xAt = wide2_3;
                double t = KernelMath.tanh((alphaAt * xAt));
                workspace[sumTotal2Base + iD + 3] = workspace[sumTotal2Base + iD + 3] + (t * dyAt);
                double t2 = (1.0 - (t * t));
                workspace[sumTotal3Base + iD + 3] = workspace[sumTotal3Base + iD + 3] + ((xAt * dyAt) * t2);
                dx[dxBase + iD + 3] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD + 3]) * (dyAt * t2));
            }
        }
        for (int iD = full; iD < 15; iD++) {
            double dyAt = (double) dy[dyBase + iD];
            workspace[sumTotalBase + iD] = workspace[sumTotalBase + iD] + dyAt;
            double xAt = (double) x[xBase + iD];
            double t = KernelMath.tanh((alphaAt * xAt));
            workspace[sumTotal2Base + iD] = workspace[sumTotal2Base + iD] + (t * dyAt);
            double t2 = (1.0 - (t * t));
            workspace[sumTotal3Base + iD] = workspace[sumTotal3Base + iD] + ((xAt * dyAt) * t2);
            dx[dxBase + iD] = (float) ((alphaAt * workspace[gammaAtKeptBase + iD]) * (dyAt * t2));
        }
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] alpha, int alphaOffset,
            float[] gamma, int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dalpha, int dalphaOffset, float[] dgamma, int dgammaOffset, float[] dbeta,
            int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 45);
        Arguments.range("alpha", alpha.length, alphaOffset, 1);
        Arguments.range("gamma", gamma.length, gammaOffset, 15);
        Arguments.range("dy", dy.length, dyOffset, 45);
        Arguments.range("dx", dx.length, dxOffset, 45);
        Arguments.range("dalpha", dalpha.length, dalphaOffset, 1);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 15);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 15);
        Arguments.range("workspace", workspace.length, workspaceOffset, 72);
        Arguments.disjoint("dx", dx, dxOffset, 45, "x", x, xOffset, 45);
        Arguments.disjoint("dx", dx, dxOffset, 45, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 45, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dalpha", dalpha, dalphaOffset, 1);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dgamma", dgamma, dgammaOffset, 15);
        Arguments.disjoint("dx", dx, dxOffset, 45, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "x", x, xOffset, 45);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dgamma", dgamma, dgammaOffset, 15);
        Arguments.disjoint("dalpha", dalpha, dalphaOffset, 1, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "x", x, xOffset, 45);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "dy", dy, dyOffset, 45);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 15, "dbeta", dbeta, dbetaOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "x", x, xOffset, 45);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "alpha", alpha, alphaOffset, 1);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "gamma", gamma, gammaOffset, 15);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 15, "dy", dy, dyOffset, 45);
    }
}
