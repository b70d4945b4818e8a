package dev.normc.runtime.math;

/**
 * What kernels do with a sum that is kept as a value and its rounding error.
 *
 * <p>Infinities and NaN stand in the value alone: an error beside them means nothing.
 */
public final class Sums {

    private Sums() {}

    /** The sum rounded once. */
    public static double total(double sum, double error) {
        double total = sum + error;
        // The error is not a number where the sum is infinite or not a number, or has overflowed on the way.
        return total - total == 0 ? total : sum;
    }

    /** What {@code total} leaves of the error (Fast2Sum; Dekker, 1971). */
    public static double rest(double sum, double error, double total) {
        double rest = error - (total - sum);
        return rest - rest == 0 ? rest : 0;
    }

    /**
     * The sum over a count, rounded once up to the last bits of the error: a mean of equal numbers is that number.
     *
     * @param count the number of elements, or the sum of weights
     */
    public static double mean(double sum, double error, double count) {
        double quotient = sum / count;
        double left = Math.fma(-quotient, count, sum) + error;
        double correction = left / count;
        return correction - correction == 0 ? quotient + correction : quotient;
    }

    /** What rounding took from {@link #mean}: the exact quotient less the returned one; 0 where that is not finite. */
    public static double meanRest(double sum, double error, double count) {
        double mean = mean(sum, error, count);
        double rest = (Math.fma(-mean, count, sum) + error) / count;
        return rest - rest == 0 ? rest : 0;
    }

    /** Adds {@code lanes} numbers from {@code from} on, pairs half the width apart, into the first of them. */
    public static double combine(double[] values, int from, int lanes) {
        for (int half = lanes / 2; half >= 1; half /= 2) {
            for (int lane = from; lane < from + half; lane++) {
                values[lane] = values[lane] + values[lane + half];
            }
        }
        return values[from];
    }

    /** The same with rounding errors kept: those of the numbers stand {@code lanes} places behind them. */
    public static double combineExactly(double[] values, int from, int lanes) {
        for (int half = lanes / 2; half >= 1; half /= 2) {
            for (int lane = from; lane < from + half; lane++) {
                double added = values[lane + half];
                double next = values[lane] + added;
                double part = next - values[lane];
                double lost = (values[lane] - (next - part)) + (added - part);
                values[lane + lanes] = values[lane + lanes] + (values[lane + half + lanes] + lost);
                values[lane] = next;
            }
        }
        return values[from];
    }
}
