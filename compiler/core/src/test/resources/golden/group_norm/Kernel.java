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
 * GroupNorm for N=2, G=3, K=2, H=1, W=7, f32 storage.
 *
 * <p>The specification, which declares it at line 2, means:
 *
 * <pre>
 * line 3: input  x[N, C = G*K, ..]
 * line 7: param  gamma[C] = 1
 * line 7: param  beta[C] = 0
 * line 5:        mean = mean[K, ..](x)
 * line 5:        var = var[K, ..](x)
 * line 5: output y = gamma * ((x - mean) / sqrt(var + 1e-5)) + beta
 * </pre>
 *
 * <p>Statistics; in a picture, elements of one letter share a value:
 *
 * <pre>
 * mean, var: one value for each N, G, shared along K, H, W
 *     N, G | K, H, W
 *     0    | a a ..
 *     1    | b b ..
 *     ..
 * </pre>
 *
 * <p>The gradient that follows from it:
 *
 * <pre>
 * s = sqrt(var + 1e-5)
 * r = 1 / s
 * c = x - mean
 * sum = sum[H, W](c * dy)
 * sum2 = sum[H, W](dy)
 * dx = r * (gamma * dy - sum[K](gamma * sum) / (s^2 * size[K, H, W]) * c - sum[K](gamma * sum2) / size[K, H, W])
 * dgamma = sum[N](r * sum)
 * dbeta = sum[N](sum2)
 * </pre>
 *
 * <p>Arrays are row-major; offsets are in elements.
 * Sums, statistics and the result are computed in f64 and rounded once.
 */
public final class GroupNorm_2_3_2_1_7_f32 implements NormKernel {
    /**
     * Every buffer in slot order, and which of them each entry takes.
     */
    public static final KernelSignature SIGNATURE = KernelSignature.builder("GroupNorm", DataType.F32)
            .tensor("x", BufferRole.INPUT, new String[] {"N", "C", "H", "W"}, new int[] {2, 6, 1, 7}, DataType.F32, 0.0)
            .tensor("gamma", BufferRole.PARAM, new String[] {"C"}, new int[] {6}, DataType.F32, 1.0)
            .tensor("beta", BufferRole.PARAM, new String[] {"C"}, new int[] {6}, DataType.F32, 0.0)
            .tensor("y", BufferRole.OUTPUT, new String[] {"N", "C", "H", "W"}, new int[] {2, 6, 1, 7}, DataType.F32, 0.0)
            .tensor("saved_var", BufferRole.SAVED, new String[] {"N", "G"}, new int[] {2, 3}, DataType.F64, 0.0)
            .tensor("saved_mean", BufferRole.SAVED, new String[] {"N", "G"}, new int[] {2, 3}, DataType.F64, 0.0)
            .tensor("dy", BufferRole.COTANGENT, new String[] {"N", "C", "H", "W"}, new int[] {2, 6, 1, 7}, DataType.F32, 0.0)
            .tensor("dx", BufferRole.GRADIENT, new String[] {"N", "C", "H", "W"}, new int[] {2, 6, 1, 7}, DataType.F32, 0.0)
            .tensor("dgamma", BufferRole.GRADIENT, new String[] {"C"}, new int[] {6}, DataType.F32, 0.0)
            .tensor("dbeta", BufferRole.GRADIENT, new String[] {"C"}, new int[] {6}, DataType.F32, 0.0)
            .workspace("workspace", 40, 0L)
            .entry(Entry.FORWARD, new int[] {0, 1, 2, 3, 4, 5})
            .entry(Entry.INFER, new int[] {0, 1, 2, 3})
            .entry(Entry.BACKWARD, new int[] {0, 1, 4, 5, 6, 7, 8, 9, 10})
            .entry(Entry.BACKWARD_FROZEN, new int[] {0, 1, 6, 7, 8, 9, 10})
            .range(Entry.FORWARD, "G", 3, 1, false, 1, 0, 0L, 0)
            .range(Entry.INFER, "G", 3, 1, false, 1, 0, 0L, 0)
            .range(Entry.BACKWARD, "G", 3, 1, false, 1, 40, 0L, 0)
            .range(Entry.BACKWARD_FROZEN, "G", 3, 1, false, 1, 40, 0L, 0)
            .build();

    /**
     * A kernel for callers that know names; it holds no state.
     */
    public GroupNorm_2_3_2_1_7_f32() {
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
                bindings.doubles(4), bindings.offset(4), bindings.doubles(5), bindings.offset(5));
    }

    @Override
    public void infer(Bindings bindings) {
        bindings.require(SIGNATURE);
        if (bindings.inParallel(this, Entry.INFER)) {
            return;
        }
        infer(bindings.floats(0), bindings.offset(0), bindings.floats(1), bindings.offset(1),
                bindings.floats(2), bindings.offset(2), bindings.floats(3), bindings.offset(3));
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
                    bindings.doubles(5), bindings.offset(5), task, begin, end);
            return;
        }
        if (entry == Entry.INFER) {
            inferRange(bindings.floats(0), bindings.offset(0), bindings.floats(1),
                    bindings.offset(1), bindings.floats(2), bindings.offset(2), bindings.floats(3),
                    bindings.offset(3), task, begin, end);
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
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=6]}, f32, 6 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, G=3]}, f64, 6 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, G=3]}, f64, 6 elements: written
     * @param saved_meanOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void forward(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, 0, 3);
    }

    /**
     * The same for a range of G; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=6]}, f32, 6 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param yOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, G=3]}, f64, 6 elements: written
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, G=3]}, f64, 6 elements: written
     * @param saved_meanOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void forwardRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, int task,
            int rangeBegin, int rangeEnd) {
        forwardChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset);
        Arguments.part("G", rangeBegin, rangeEnd, 3, 1);
        forwardPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, saved_var,
                saved_varOffset, saved_mean, saved_meanOffset, rangeBegin, rangeEnd);
    }

    /**
     * One range of G, from rangeBegin to rangeEnd.
     */
    private static void forwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset, int rangeBegin,
            int rangeEnd) {
        for (int iN = 0; iN < 2; iN++) {
            for (int iG = rangeBegin; iG < rangeEnd; iG++) {
                forwardMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                        yOffset, saved_var, saved_varOffset, saved_mean, saved_meanOffset, iN, iG);
            }
        }
    }

    /**
     * For one N, G: collects the sum of x along K, HW for mean; the sum of (x - mean)^2 along K, HW for
     * var; writes saved_var, saved_mean, y.
     *
     * <p>Specification, line 5.
     */
    private static void forwardMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            int iN, int iG) {
        double sumTotal = 0.0;
        double sumError = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            int xBase = xOffset + 42 * iN + 14 * iG + 7 * iK;
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
            sumSum_5 = sumSum_5 + (double) x[xBase + 5];
            sumSum_6 = sumSum_6 + (double) x[xBase + 6];
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
        double meanValue = Sums.mean(sumTotal, sumError, 14.0);
        double sumTotal2 = 0.0;
        double sumError2 = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            int xBase2 = xOffset + 42 * iN + 14 * iG + 7 * iK;
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
                double t = ((double) x[xBase2 + 0] - meanValue);
                sumSum2_0 = sumSum2_0 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 1] - meanValue);
                sumSum2_1 = sumSum2_1 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 2] - meanValue);
                sumSum2_2 = sumSum2_2 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 3] - meanValue);
                sumSum2_3 = sumSum2_3 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 4] - meanValue);
                sumSum2_4 = sumSum2_4 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 5] - meanValue);
                sumSum2_5 = sumSum2_5 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 6] - meanValue);
                sumSum2_6 = sumSum2_6 + (t * t);
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
            double added2 = sumSum2;
            double next2 = sumTotal2 + added2;
            double part2 = next2 - sumTotal2;
            sumError2 = sumError2 + ((sumTotal2 - (next2 - part2)) + (added2 - part2));
            sumTotal2 = next2;
        }
        double total2 = Sums.total(sumTotal2, sumError2);
        sumError2 = Sums.rest(sumTotal2, sumError2, total2);
        sumTotal2 = total2;
        saved_var[saved_varOffset + 3 * iN + iG] = Sums.mean(sumTotal2, sumError2, 14.0);
        saved_mean[saved_meanOffset + 3 * iN + iG] = meanValue;
        double t2 = (1.0 / Math.sqrt((Sums.mean(sumTotal2, sumError2, 14.0) + 1.0E-5)));
        for (int iK = 0; iK < 2; iK++) {
            double t3 = (t2 * (double) gamma[gammaOffset + 2 * iG + iK]);
            double betaAt = (double) beta[betaOffset + 2 * iG + iK];
            int yBase = yOffset + 42 * iN + 14 * iG + 7 * iK;
            int xBase3 = xOffset + 42 * iN + 14 * iG + 7 * iK;
            y[yBase + 0] = (float) ((t3 * ((double) x[xBase3 + 0] - meanValue)) + betaAt);
            y[yBase + 1] = (float) ((t3 * ((double) x[xBase3 + 1] - meanValue)) + betaAt);
            y[yBase + 2] = (float) ((t3 * ((double) x[xBase3 + 2] - meanValue)) + betaAt);
            y[yBase + 3] = (float) ((t3 * ((double) x[xBase3 + 3] - meanValue)) + betaAt);
            y[yBase + 4] = (float) ((t3 * ((double) x[xBase3 + 4] - meanValue)) + betaAt);
            y[yBase + 5] = (float) ((t3 * ((double) x[xBase3 + 5] - meanValue)) + betaAt);
            y[yBase + 6] = (float) ((t3 * ((double) x[xBase3 + 6] - meanValue)) + betaAt);
        }
    }

    /**
     * Checks every argument of {@code forward}, before anything is written.
     */
    private static void forwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, double[] saved_var,
            int saved_varOffset, double[] saved_mean, int saved_meanOffset) {
        Arguments.range("x", x.length, xOffset, 84);
        Arguments.range("gamma", gamma.length, gammaOffset, 6);
        Arguments.range("beta", beta.length, betaOffset, 6);
        Arguments.range("y", y.length, yOffset, 84);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 6);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 6);
        Arguments.disjoint("y", y, yOffset, 84, "x", x, xOffset, 84);
        Arguments.disjoint("y", y, yOffset, 84, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("y", y, yOffset, 84, "beta", beta, betaOffset, 6);
        Arguments.disjoint("saved_var", saved_var, saved_varOffset, 6, "saved_mean", saved_mean, saved_meanOffset, 6);
    }

    /**
     * Outputs alone.
     *
     * <p>Writes y. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=6]}, f32, 6 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param yOffset where it begins in its array
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, or one that is written shares elements with another; the message names it, and
     * nothing has been written then
     */
    public static void infer(float[] x, int xOffset, float[] gamma, int gammaOffset, float[] beta,
            int betaOffset, float[] y, int yOffset) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, 0, 3);
    }

    /**
     * The same for a range of G; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param beta param {@code beta[C=6]}, f32, 6 elements: read
     * @param betaOffset where it begins in its array
     * @param y output {@code y[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param yOffset where it begins in its array
     * @param task number of the task, from 0: which scratch it overwrites
     * @param rangeBegin first position, a multiple of the signature's unit
     * @param rangeEnd behind the last position
     * @throws IllegalArgumentException if an offset is negative, an array has fewer elements from there on
     * than its size, the range is none of the axis, or one that is written shares elements with another;
     * the message names it, and nothing has been written then
     */
    public static void inferRange(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, int task, int rangeBegin,
            int rangeEnd) {
        inferChecks(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset);
        Arguments.part("G", rangeBegin, rangeEnd, 3, 1);
        inferPart(x, xOffset, gamma, gammaOffset, beta, betaOffset, y, yOffset, rangeBegin,
                rangeEnd);
    }

    /**
     * One range of G, from rangeBegin to rangeEnd.
     */
    private static void inferPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset, int rangeBegin, int rangeEnd) {
        for (int iN = 0; iN < 2; iN++) {
            for (int iG = rangeBegin; iG < rangeEnd; iG++) {
                inferMeanAndVarThenWriteY(x, xOffset, gamma, gammaOffset, beta, betaOffset, y,
                        yOffset, iN, iG);
            }
        }
    }

    /**
     * For one N, G: collects the sum of x along K, HW for mean; the sum of (x - mean)^2 along K, HW for
     * var; writes y.
     *
     * <p>Specification, line 5.
     */
    private static void inferMeanAndVarThenWriteY(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] beta, int betaOffset, float[] y, int yOffset, int iN, int iG) {
        double sumTotal = 0.0;
        double sumError = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            int xBase = xOffset + 42 * iN + 14 * iG + 7 * iK;
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
            sumSum_5 = sumSum_5 + (double) x[xBase + 5];
            sumSum_6 = sumSum_6 + (double) x[xBase + 6];
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
        double meanValue = Sums.mean(sumTotal, sumError, 14.0);
        double sumTotal2 = 0.0;
        double sumError2 = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            int xBase2 = xOffset + 42 * iN + 14 * iG + 7 * iK;
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
                double t = ((double) x[xBase2 + 0] - meanValue);
                sumSum2_0 = sumSum2_0 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 1] - meanValue);
                sumSum2_1 = sumSum2_1 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 2] - meanValue);
                sumSum2_2 = sumSum2_2 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 3] - meanValue);
                sumSum2_3 = sumSum2_3 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 4] - meanValue);
                sumSum2_4 = sumSum2_4 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 5] - meanValue);
                sumSum2_5 = sumSum2_5 + (t * t);
            }
            {
                double t = ((double) x[xBase2 + 6] - meanValue);
                sumSum2_6 = sumSum2_6 + (t * t);
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
            double added2 = sumSum2;
            double next2 = sumTotal2 + added2;
            double part2 = next2 - sumTotal2;
            sumError2 = sumError2 + ((sumTotal2 - (next2 - part2)) + (added2 - part2));
            sumTotal2 = next2;
        }
        double total2 = Sums.total(sumTotal2, sumError2);
        sumError2 = Sums.rest(sumTotal2, sumError2, total2);
        sumTotal2 = total2;
        double t2 = (1.0 / Math.sqrt((Sums.mean(sumTotal2, sumError2, 14.0) + 1.0E-5)));
        for (int iK = 0; iK < 2; iK++) {
            double t3 = (t2 * (double) gamma[gammaOffset + 2 * iG + iK]);
            double betaAt = (double) beta[betaOffset + 2 * iG + iK];
            int yBase = yOffset + 42 * iN + 14 * iG + 7 * iK;
            int xBase3 = xOffset + 42 * iN + 14 * iG + 7 * iK;
            y[yBase + 0] = (float) ((t3 * ((double) x[xBase3 + 0] - meanValue)) + betaAt);
            y[yBase + 1] = (float) ((t3 * ((double) x[xBase3 + 1] - meanValue)) + betaAt);
            y[yBase + 2] = (float) ((t3 * ((double) x[xBase3 + 2] - meanValue)) + betaAt);
            y[yBase + 3] = (float) ((t3 * ((double) x[xBase3 + 3] - meanValue)) + betaAt);
            y[yBase + 4] = (float) ((t3 * ((double) x[xBase3 + 4] - meanValue)) + betaAt);
            y[yBase + 5] = (float) ((t3 * ((double) x[xBase3 + 5] - meanValue)) + betaAt);
            y[yBase + 6] = (float) ((t3 * ((double) x[xBase3 + 6] - meanValue)) + betaAt);
        }
    }

    /**
     * Checks every argument of {@code infer}, before anything is written.
     */
    private static void inferChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] beta, int betaOffset, float[] y, int yOffset) {
        Arguments.range("x", x.length, xOffset, 84);
        Arguments.range("gamma", gamma.length, gammaOffset, 6);
        Arguments.range("beta", beta.length, betaOffset, 6);
        Arguments.range("y", y.length, yOffset, 84);
        Arguments.disjoint("y", y, yOffset, 84, "x", x, xOffset, 84);
        Arguments.disjoint("y", y, yOffset, 84, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("y", y, yOffset, 84, "beta", beta, betaOffset, 6);
    }

    /**
     * Gradients of forward, with what it saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, G=3]}, f64, 6 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, G=3]}, f64, 6 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=6]}, f32, 6 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=6]}, f32, 6 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 40 elements: overwritten, holds nothing between calls
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
     * The same for a range of G; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param saved_var saved statistic {@code saved_var[N=2, G=3]}, f64, 6 elements: read
     * @param saved_varOffset where it begins in its array
     * @param saved_mean saved statistic {@code saved_mean[N=2, G=3]}, f64, 6 elements: read
     * @param saved_meanOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=6]}, f32, 6 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=6]}, f32, 6 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 40 elements: overwritten, holds nothing between calls
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
        Arguments.part("G", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 40);
        backwardPart(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset, saved_mean,
                saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset, dbeta,
                dbetaOffset, workspace, workspaceOffset + scratchOfTask, rangeBegin, rangeEnd);
    }

    /**
     * One range of G, from rangeBegin to rangeEnd.
     */
    private static void backwardPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardPrepareGamma(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset,
                    saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                    dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardStartDbeta(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset,
                    saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                    dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardStartDgamma(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset,
                    saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                    dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iN = 0; iN < 2; iN++) {
            for (int iG = rangeBegin; iG < rangeEnd; iG++) {
                backwardCollectForDbetaAndDgammaThenWriteDx(x, xOffset, gamma, gammaOffset,
                        saved_var, saved_varOffset, saved_mean, saved_meanOffset, dy, dyOffset, dx,
                        dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace,
                        workspaceOffset, iN, iG);
            }
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardWriteDgammaAndDbeta(x, xOffset, gamma, gammaOffset, saved_var, saved_varOffset,
                    saved_mean, saved_meanOffset, dy, dyOffset, dx, dxOffset, dgamma, dgammaOffset,
                    dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
    }

    /**
     * For one G: keeps gamma in f64.
     */
    private static void backwardPrepareGamma(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iG) {
        int gammaAtKeptBase = workspaceOffset + 2 * iG;
        int gammaBase = gammaOffset + 2 * iG;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
        }
    }

    /**
     * For one G: starts the sum of sum[HW](dy) along N for dbeta.
     *
     * <p>Specification, line 7.
     */
    private static void backwardStartDbeta(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iG) {
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 8 + 2 * iG + iK] = 0.0;
        }
    }

    /**
     * For one G: starts the sum along N for dgamma.
     *
     * <p>Specification, line 7.
     */
    private static void backwardStartDgamma(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int iG) {
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 16 + 2 * iG + iK] = 0.0;
        }
    }

    /**
     * For one N, G: collects the sum of dy along HW for dbeta; the sum of (x - mean) * dy along HW for
     * dgamma; the sum of sum[HW](dy) along N for dbeta; the sum along N for dgamma; the sum of gamma *
     * sum[HW](dy) along K for dx; the sum of gamma * sum[HW]((x - mean) * dy) along K for dx; writes dx.
     *
     * <p>Specification, lines 3, 7.
     */
    private static void backwardCollectForDbetaAndDgammaThenWriteDx(float[] x, int xOffset,
            float[] gamma, int gammaOffset, double[] saved_var, int saved_varOffset,
            double[] saved_mean, int saved_meanOffset, float[] dy, int dyOffset, float[] dx,
            int dxOffset, float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset,
            double[] workspace, int workspaceOffset, int iN, int iG) {
        double meanValue = saved_mean[saved_meanOffset + 3 * iN + iG];
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 24 + iK] = 0.0;
            workspace[workspaceOffset + 32 + iK] = 0.0;
            int dyBase = dyOffset + 42 * iN + 14 * iG + 7 * iK;
            int xBase = xOffset + 42 * iN + 14 * iG + 7 * iK;
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
            workspace[workspaceOffset + 24 + iK] = sumSum;
            workspace[workspaceOffset + 32 + iK] = sumSum2;
        }
        double t = (1.0 / Math.sqrt((saved_var[saved_varOffset + 3 * iN + iG] + 1.0E-5)));
        int sumTotalBase = workspaceOffset + 8 + 2 * iG;
        int sumTotal2Base = workspaceOffset + 16 + 2 * iG;
        int sumTotal3Base = workspaceOffset + 24;
        int sumTotal4Base = workspaceOffset + 32;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + workspace[sumTotal3Base + 0];
        workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t * workspace[sumTotal4Base + 0]);
        workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + workspace[sumTotal3Base + 1];
        workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t * workspace[sumTotal4Base + 1]);
        double sumTotal5 = 0.0;
        double sumTotal6 = 0.0;
        int gammaAtKeptBase = workspaceOffset + 2 * iG;
        int sumTotal3Base2 = workspaceOffset + 24;
        int sumTotal4Base2 = workspaceOffset + 32;
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
            double gammaAt2 = workspace[gammaAtKeptBase + 0];
            sumSum3_0 = sumSum3_0 + (gammaAt2 * workspace[sumTotal3Base2 + 0]);
            sumSum4_0 = sumSum4_0 + (gammaAt2 * workspace[sumTotal4Base2 + 0]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 1];
            sumSum3_1 = sumSum3_1 + (gammaAt2 * workspace[sumTotal3Base2 + 1]);
            sumSum4_1 = sumSum4_1 + (gammaAt2 * workspace[sumTotal4Base2 + 1]);
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
        double t2 = Math.sqrt((saved_var[saved_varOffset + 3 * iN + iG] + 1.0E-5));
        double t3 = (sumTotal6 / ((t2 * t2) * 14.0));
        double t4 = (sumTotal5 / 14.0);
        for (int iK = 0; iK < 2; iK++) {
            double gammaAt3 = workspace[workspaceOffset + 2 * iG + iK];
            int dxBase = dxOffset + 42 * iN + 14 * iG + 7 * iK;
            int dyBase2 = dyOffset + 42 * iN + 14 * iG + 7 * iK;
            int xBase2 = xOffset + 42 * iN + 14 * iG + 7 * iK;
            dx[dxBase + 0] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 0]) - (t3 * ((double) x[xBase2 + 0] - meanValue))) - t4));
            dx[dxBase + 1] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 1]) - (t3 * ((double) x[xBase2 + 1] - meanValue))) - t4));
            dx[dxBase + 2] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 2]) - (t3 * ((double) x[xBase2 + 2] - meanValue))) - t4));
            dx[dxBase + 3] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 3]) - (t3 * ((double) x[xBase2 + 3] - meanValue))) - t4));
            dx[dxBase + 4] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 4]) - (t3 * ((double) x[xBase2 + 4] - meanValue))) - t4));
            dx[dxBase + 5] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 5]) - (t3 * ((double) x[xBase2 + 5] - meanValue))) - t4));
            dx[dxBase + 6] = (float) (t * (((gammaAt3 * (double) dy[dyBase2 + 6]) - (t3 * ((double) x[xBase2 + 6] - meanValue))) - t4));
        }
    }

    /**
     * For one G: writes dgamma, dbeta.
     *
     * <p>Specification, line 7.
     */
    private static void backwardWriteDgammaAndDbeta(float[] x, int xOffset, float[] gamma,
            int gammaOffset, double[] saved_var, int saved_varOffset, double[] saved_mean,
            int saved_meanOffset, float[] dy, int dyOffset, float[] dx, int dxOffset,
            float[] dgamma, int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iG) {
        int dgammaBase = dgammaOffset + 2 * iG;
        int dbetaBase = dbetaOffset + 2 * iG;
        int sumTotal2Base = workspaceOffset + 16 + 2 * iG;
        int sumTotalBase = workspaceOffset + 8 + 2 * iG;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
    }

    /**
     * Checks every argument of {@code backward}, before anything is written.
     */
    private static void backwardChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            double[] saved_var, int saved_varOffset, double[] saved_mean, int saved_meanOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 84);
        Arguments.range("gamma", gamma.length, gammaOffset, 6);
        Arguments.range("saved_var", saved_var.length, saved_varOffset, 6);
        Arguments.range("saved_mean", saved_mean.length, saved_meanOffset, 6);
        Arguments.range("dy", dy.length, dyOffset, 84);
        Arguments.range("dx", dx.length, dxOffset, 84);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 6);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 6);
        Arguments.range("workspace", workspace.length, workspaceOffset, 40);
        Arguments.disjoint("dx", dx, dxOffset, 84, "x", x, xOffset, 84);
        Arguments.disjoint("dx", dx, dxOffset, 84, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dy", dy, dyOffset, 84);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dgamma", dgamma, dgammaOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dbeta", dbeta, dbetaOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "x", x, xOffset, 84);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "dy", dy, dyOffset, 84);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "dbeta", dbeta, dbetaOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "x", x, xOffset, 84);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "dy", dy, dyOffset, 84);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 40, "saved_var", saved_var, saved_varOffset, 6);
        Arguments.disjoint("workspace", workspace, workspaceOffset, 40, "saved_mean", saved_mean, saved_meanOffset, 6);
    }

    /**
     * Gradients of infer, with nothing saved.
     *
     * <p>Writes dx, dgamma, dbeta. Arrays hold dense row-major tensors; offsets and sizes are in elements.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=6]}, f32, 6 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=6]}, f32, 6 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 40 elements: overwritten, holds nothing between calls
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
     * The same for a range of G; ranges that do not overlap may be computed at the same time.
     *
     * @param x input {@code x[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param xOffset where it begins in its array
     * @param gamma param {@code gamma[C=6]}, f32, 6 elements: read
     * @param gammaOffset where it begins in its array
     * @param dy cotangent of y {@code dy[N=2, C=6, H=1, W=7]}, f32, 84 elements: read
     * @param dyOffset where it begins in its array
     * @param dx gradient of x {@code dx[N=2, C=6, H=1, W=7]}, f32, 84 elements: written
     * @param dxOffset where it begins in its array
     * @param dgamma gradient of gamma {@code dgamma[C=6]}, f32, 6 elements: written
     * @param dgammaOffset where it begins in its array
     * @param dbeta gradient of beta {@code dbeta[C=6]}, f32, 6 elements: written
     * @param dbetaOffset where it begins in its array
     * @param workspace scratch {@code workspace}, f64, 40 elements: overwritten, holds nothing between calls
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
        Arguments.part("G", rangeBegin, rangeEnd, 3, 1);
        int scratchOfTask = SIGNATURE.scratchOf(Entry.BACKWARD_FROZEN, task, 1);
        Arguments.range("workspace", workspace.length, workspaceOffset + scratchOfTask, 40);
        backwardFrozenPart(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset, dgamma,
                dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset + scratchOfTask,
                rangeBegin, rangeEnd);
    }

    /**
     * One range of G, from rangeBegin to rangeEnd.
     */
    private static void backwardFrozenPart(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset, int rangeBegin,
            int rangeEnd) {
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardFrozenPrepareGamma(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardFrozenStartDbeta(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardFrozenStartDgamma(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                    dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iG);
        }
        for (int iN = 0; iN < 2; iN++) {
            for (int iG = rangeBegin; iG < rangeEnd; iG++) {
                backwardFrozenWriteDx(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx, dxOffset,
                        dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset, iN,
                        iG);
            }
        }
        for (int iG = rangeBegin; iG < rangeEnd; iG++) {
            backwardFrozenWriteDgammaAndDbeta(x, xOffset, gamma, gammaOffset, dy, dyOffset, dx,
                    dxOffset, dgamma, dgammaOffset, dbeta, dbetaOffset, workspace, workspaceOffset,
                    iG);
        }
    }

    /**
     * For one G: keeps gamma in f64.
     */
    private static void backwardFrozenPrepareGamma(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iG) {
        int gammaAtKeptBase = workspaceOffset + 2 * iG;
        int gammaBase = gammaOffset + 2 * iG;
        {
            double gammaAt = (double) gamma[gammaBase + 0];
            workspace[gammaAtKeptBase + 0] = gammaAt;
        }
        {
            double gammaAt = (double) gamma[gammaBase + 1];
            workspace[gammaAtKeptBase + 1] = gammaAt;
        }
    }

    /**
     * For one G: starts the sum of sum[HW](dy) along N for dbeta.
     *
     * <p>Specification, line 7.
     */
    private static void backwardFrozenStartDbeta(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iG) {
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 8 + 2 * iG + iK] = 0.0;
        }
    }

    /**
     * For one G: starts the sum along N for dgamma.
     *
     * <p>Specification, line 7.
     */
    private static void backwardFrozenStartDgamma(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iG) {
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 16 + 2 * iG + iK] = 0.0;
        }
    }

    /**
     * For one N, G: collects the sum of x along K, HW for mean; the sum of dy along HW for dbeta; the sum
     * of (x - mean)^2 along K, HW for var; the sum of (x - mean) * dy along HW for dgamma; the sum of
     * sum[HW](dy) along N for dbeta; the sum along N for dgamma; and 2 more; writes dx.
     *
     * <p>Specification, lines 3, 5, 7.
     */
    private static void backwardFrozenWriteDx(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iN, int iG) {
        double sumTotal3 = 0.0;
        double sumError = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 24 + iK] = 0.0;
            int xBase = xOffset + 42 * iN + 14 * iG + 7 * iK;
            int dyBase = dyOffset + 42 * iN + 14 * iG + 7 * iK;
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
            sumSum_0 = sumSum_0 + (double) x[xBase + 0];
            sumSum2_0 = sumSum2_0 + (double) dy[dyBase + 0];
            sumSum_1 = sumSum_1 + (double) x[xBase + 1];
            sumSum2_1 = sumSum2_1 + (double) dy[dyBase + 1];
            sumSum_2 = sumSum_2 + (double) x[xBase + 2];
            sumSum2_2 = sumSum2_2 + (double) dy[dyBase + 2];
            sumSum_3 = sumSum_3 + (double) x[xBase + 3];
            sumSum2_3 = sumSum2_3 + (double) dy[dyBase + 3];
            sumSum_4 = sumSum_4 + (double) x[xBase + 4];
            sumSum2_4 = sumSum2_4 + (double) dy[dyBase + 4];
            sumSum_5 = sumSum_5 + (double) x[xBase + 5];
            sumSum2_5 = sumSum2_5 + (double) dy[dyBase + 5];
            sumSum_6 = sumSum_6 + (double) x[xBase + 6];
            sumSum2_6 = sumSum2_6 + (double) dy[dyBase + 6];
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
            double next = sumTotal3 + added;
            double part = next - sumTotal3;
            sumError = sumError + ((sumTotal3 - (next - part)) + (added - part));
            sumTotal3 = next;
            workspace[workspaceOffset + 24 + iK] = sumSum2;
        }
        double total = Sums.total(sumTotal3, sumError);
        sumError = Sums.rest(sumTotal3, sumError, total);
        sumTotal3 = total;
        double meanValue = Sums.mean(sumTotal3, sumError, 14.0);
        double sumTotal5 = 0.0;
        double sumError2 = 0.0;
        for (int iK = 0; iK < 2; iK++) {
            workspace[workspaceOffset + 32 + iK] = 0.0;
            int xBase2 = xOffset + 42 * iN + 14 * iG + 7 * iK;
            int dyBase2 = dyOffset + 42 * iN + 14 * iG + 7 * iK;
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
                double t = ((double) x[xBase2 + 0] - meanValue);
                sumSum3_0 = sumSum3_0 + (t * t);
                sumSum4_0 = sumSum4_0 + (t * (double) dy[dyBase2 + 0]);
            }
            {
                double t = ((double) x[xBase2 + 1] - meanValue);
                sumSum3_1 = sumSum3_1 + (t * t);
                sumSum4_1 = sumSum4_1 + (t * (double) dy[dyBase2 + 1]);
            }
            {
                double t = ((double) x[xBase2 + 2] - meanValue);
                sumSum3_2 = sumSum3_2 + (t * t);
                sumSum4_2 = sumSum4_2 + (t * (double) dy[dyBase2 + 2]);
            }
            {
                double t = ((double) x[xBase2 + 3] - meanValue);
                sumSum3_3 = sumSum3_3 + (t * t);
                sumSum4_3 = sumSum4_3 + (t * (double) dy[dyBase2 + 3]);
            }
            {
                double t = ((double) x[xBase2 + 4] - meanValue);
                sumSum3_4 = sumSum3_4 + (t * t);
                sumSum4_4 = sumSum4_4 + (t * (double) dy[dyBase2 + 4]);
            }
            {
                double t = ((double) x[xBase2 + 5] - meanValue);
                sumSum3_5 = sumSum3_5 + (t * t);
                sumSum4_5 = sumSum4_5 + (t * (double) dy[dyBase2 + 5]);
            }
            {
                double t = ((double) x[xBase2 + 6] - meanValue);
                sumSum3_6 = sumSum3_6 + (t * t);
                sumSum4_6 = sumSum4_6 + (t * (double) dy[dyBase2 + 6]);
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
            double added2 = sumSum3;
            double next2 = sumTotal5 + added2;
            double part2 = next2 - sumTotal5;
            sumError2 = sumError2 + ((sumTotal5 - (next2 - part2)) + (added2 - part2));
            sumTotal5 = next2;
            workspace[workspaceOffset + 32 + iK] = sumSum4;
        }
        double total2 = Sums.total(sumTotal5, sumError2);
        sumError2 = Sums.rest(sumTotal5, sumError2, total2);
        sumTotal5 = total2;
        double t2 = (1.0 / Math.sqrt((Sums.mean(sumTotal5, sumError2, 14.0) + 1.0E-5)));
        int sumTotalBase = workspaceOffset + 8 + 2 * iG;
        int sumTotal2Base = workspaceOffset + 16 + 2 * iG;
        int sumTotal4Base = workspaceOffset + 24;
        int sumTotal6Base = workspaceOffset + 32;
        workspace[sumTotalBase + 0] = workspace[sumTotalBase + 0] + workspace[sumTotal4Base + 0];
        workspace[sumTotal2Base + 0] = workspace[sumTotal2Base + 0] + (t2 * workspace[sumTotal6Base + 0]);
        workspace[sumTotalBase + 1] = workspace[sumTotalBase + 1] + workspace[sumTotal4Base + 1];
        workspace[sumTotal2Base + 1] = workspace[sumTotal2Base + 1] + (t2 * workspace[sumTotal6Base + 1]);
        double sumTotal7 = 0.0;
        double sumTotal8 = 0.0;
        int gammaAtKeptBase = workspaceOffset + 2 * iG;
        int sumTotal4Base2 = workspaceOffset + 24;
        int sumTotal6Base2 = workspaceOffset + 32;
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
        double sumSum6_0 = 0.0;
        double sumSum6_1 = 0.0;
        double sumSum6_2 = 0.0;
        double sumSum6_3 = 0.0;
        double sumSum6_4 = 0.0;
        double sumSum6_5 = 0.0;
        double sumSum6_6 = 0.0;
        double sumSum6_7 = 0.0;
        double sumSum6_8 = 0.0;
        double sumSum6_9 = 0.0;
        double sumSum6_10 = 0.0;
        double sumSum6_11 = 0.0;
        double sumSum6_12 = 0.0;
        double sumSum6_13 = 0.0;
        double sumSum6_14 = 0.0;
        double sumSum6_15 = 0.0;
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 0];
            sumSum5_0 = sumSum5_0 + (gammaAt2 * workspace[sumTotal4Base2 + 0]);
            sumSum6_0 = sumSum6_0 + (gammaAt2 * workspace[sumTotal6Base2 + 0]);
        }
        {
            double gammaAt2 = workspace[gammaAtKeptBase + 1];
            sumSum5_1 = sumSum5_1 + (gammaAt2 * workspace[sumTotal4Base2 + 1]);
            sumSum6_1 = sumSum6_1 + (gammaAt2 * workspace[sumTotal6Base2 + 1]);
        }
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
        sumSum6_0 = sumSum6_0 + sumSum6_8;
        sumSum6_1 = sumSum6_1 + sumSum6_9;
        sumSum6_2 = sumSum6_2 + sumSum6_10;
        sumSum6_3 = sumSum6_3 + sumSum6_11;
        sumSum6_4 = sumSum6_4 + sumSum6_12;
        sumSum6_5 = sumSum6_5 + sumSum6_13;
        sumSum6_6 = sumSum6_6 + sumSum6_14;
        sumSum6_7 = sumSum6_7 + sumSum6_15;
        sumSum6_0 = sumSum6_0 + sumSum6_4;
        sumSum6_1 = sumSum6_1 + sumSum6_5;
        sumSum6_2 = sumSum6_2 + sumSum6_6;
        sumSum6_3 = sumSum6_3 + sumSum6_7;
        sumSum6_0 = sumSum6_0 + sumSum6_2;
        sumSum6_1 = sumSum6_1 + sumSum6_3;
        sumSum6_0 = sumSum6_0 + sumSum6_1;
        double sumSum6 = sumSum6_0;
        sumTotal7 = sumSum5;
        sumTotal8 = sumSum6;
        double t3 = Math.sqrt((Sums.mean(sumTotal5, sumError2, 14.0) + 1.0E-5));
        double t4 = (sumTotal8 / ((t3 * t3) * 14.0));
        double t5 = (sumTotal7 / 14.0);
        for (int iK = 0; iK < 2; iK++) {
            double gammaAt3 = workspace[workspaceOffset + 2 * iG + iK];
            int dxBase = dxOffset + 42 * iN + 14 * iG + 7 * iK;
            int dyBase3 = dyOffset + 42 * iN + 14 * iG + 7 * iK;
            int xBase3 = xOffset + 42 * iN + 14 * iG + 7 * iK;
            dx[dxBase + 0] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 0]) - (t4 * ((double) x[xBase3 + 0] - meanValue))) - t5));
            dx[dxBase + 1] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 1]) - (t4 * ((double) x[xBase3 + 1] - meanValue))) - t5));
            dx[dxBase + 2] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 2]) - (t4 * ((double) x[xBase3 + 2] - meanValue))) - t5));
            dx[dxBase + 3] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 3]) - (t4 * ((double) x[xBase3 + 3] - meanValue))) - t5));
            dx[dxBase + 4] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 4]) - (t4 * ((double) x[xBase3 + 4] - meanValue))) - t5));
            dx[dxBase + 5] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 5]) - (t4 * ((double) x[xBase3 + 5] - meanValue))) - t5));
            dx[dxBase + 6] = (float) (t2 * (((gammaAt3 * (double) dy[dyBase3 + 6]) - (t4 * ((double) x[xBase3 + 6] - meanValue))) - t5));
        }
    }

    /**
     * For one G: writes dgamma, dbeta.
     *
     * <p>Specification, line 7.
     */
    private static void backwardFrozenWriteDgammaAndDbeta(float[] x, int xOffset, float[] gamma,
            int gammaOffset, float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma,
            int dgammaOffset, float[] dbeta, int dbetaOffset, double[] workspace,
            int workspaceOffset, int iG) {
        int dgammaBase = dgammaOffset + 2 * iG;
        int dbetaBase = dbetaOffset + 2 * iG;
        int sumTotal2Base = workspaceOffset + 16 + 2 * iG;
        int sumTotalBase = workspaceOffset + 8 + 2 * iG;
        dgamma[dgammaBase + 0] = (float) workspace[sumTotal2Base + 0];
        dbeta[dbetaBase + 0] = (float) workspace[sumTotalBase + 0];
        dgamma[dgammaBase + 1] = (float) workspace[sumTotal2Base + 1];
        dbeta[dbetaBase + 1] = (float) workspace[sumTotalBase + 1];
    }

    /**
     * Checks every argument of {@code backwardFrozen}, before anything is written.
     */
    private static void backwardFrozenChecks(float[] x, int xOffset, float[] gamma, int gammaOffset,
            float[] dy, int dyOffset, float[] dx, int dxOffset, float[] dgamma, int dgammaOffset,
            float[] dbeta, int dbetaOffset, double[] workspace, int workspaceOffset) {
        Arguments.range("x", x.length, xOffset, 84);
        Arguments.range("gamma", gamma.length, gammaOffset, 6);
        Arguments.range("dy", dy.length, dyOffset, 84);
        Arguments.range("dx", dx.length, dxOffset, 84);
        Arguments.range("dgamma", dgamma.length, dgammaOffset, 6);
        Arguments.range("dbeta", dbeta.length, dbetaOffset, 6);
        Arguments.range("workspace", workspace.length, workspaceOffset, 40);
        Arguments.disjoint("dx", dx, dxOffset, 84, "x", x, xOffset, 84);
        Arguments.disjoint("dx", dx, dxOffset, 84, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dy", dy, dyOffset, 84);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dgamma", dgamma, dgammaOffset, 6);
        Arguments.disjoint("dx", dx, dxOffset, 84, "dbeta", dbeta, dbetaOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "x", x, xOffset, 84);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "dy", dy, dyOffset, 84);
        Arguments.disjoint("dgamma", dgamma, dgammaOffset, 6, "dbeta", dbeta, dbetaOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "x", x, xOffset, 84);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "gamma", gamma, gammaOffset, 6);
        Arguments.disjoint("dbeta", dbeta, dbetaOffset, 6, "dy", dy, dyOffset, 84);
    }
}
