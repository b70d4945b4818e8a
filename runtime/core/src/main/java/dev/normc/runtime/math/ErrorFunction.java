package dev.normc.runtime.math;

/**
 * {@code erf} by a Taylor series around the nearest multiple c of 1/16.
 *
 * <p>{@code erf(c + d) = erf(c) + g (d + b2 d^2 + b3 d^3 + ...)} with {@code g = 2/sqrt(pi) exp(-c^2)}. The bracket is
 * the integral of {@code a(d) = exp(-2 c d - d^2)}. From {@code a' = -2 (c + d) a} follow the coefficients
 * {@code a[n + 1] = -2 (c a[n] + a[n - 1]) / (n + 1)} and {@code b[n] = a[n - 1] / n}.
 */
final class ErrorFunction {
    private static final double STEPS = 16.0;

    private static final double STEP = 0.0625;

    /** erf(6) is 1 - 2.2e-17, which rounds to 1. */
    private static final double SATURATION = 6.0;

    /** Below it the cubic term is lost, and lower still the rest of the linear term would round a second time. */
    private static final double LINEAR = 0x1p-29;

    /** The highest power of d; the terms left out are below 2^-69 of the result. */
    private static final int DEGREE = 11;

    /** Value, its rest, derivative, its rest, then g b2 to g b11. */
    private static final int COLUMNS = ErrorFunctionTable.COLUMNS + DEGREE - 1;

    private static final double[] ROWS = rows();

    private ErrorFunction() {}

    // The series is small against the first two terms, so plain doubles are enough here.
    private static double[] rows() {
        double[] table = ErrorFunctionTable.rows();
        int count = table.length / ErrorFunctionTable.COLUMNS;
        double[] rows = new double[count * COLUMNS];
        for (int row = 0; row < count; row++) {
            int start = row * COLUMNS;
            System.arraycopy(table, row * ErrorFunctionTable.COLUMNS, rows, start, ErrorFunctionTable.COLUMNS);
            double center = row * STEP;
            double previous = rows[start + 2];
            double current = -2.0 * center * previous;
            for (int power = 2; power <= DEGREE; power++) {
                rows[start + 2 + power] = current / power;
                double next = -2.0 * Math.fma(center, current, previous) / power;
                previous = current;
                current = next;
            }
        }
        return rows;
    }

    /** As {@link KernelMath#erf}. */
    static double erf(double x) {
        double size = x < 0.0 ? -x : x;
        double inside = size > SATURATION ? SATURATION : size;
        int row = (int) Math.fma(inside, STEPS, 0.5); // 0 for NaN
        double d = Math.fma(row, -STEP, inside); // exact
        int start = row * COLUMNS;
        double derivative = ROWS[start + 2];
        double value = ROWS[start];
        double linear = derivative * d;
        double derivativeLow = ROWS[start + 3];
        double linearLow = Math.fma(derivativeLow, d, Math.fma(derivative, d, -linear));
        double sum = value + linear;
        double sumLow = (value - sum) + linear;
        double small = sumLow + (linearLow + ROWS[start + 1]);
        double series = sum + Math.fma(d * d, series(start, d), small);
        double result = size < LINEAR ? Math.fma(derivative, d, derivativeLow * d) : series;
        return x < 0.0 ? -result : result; // -0.0 has come through with its sign
    }

    /** {@code g (b2 + b3 d + ... + b11 d^9)}; even and odd terms apart, as two short chains. */
    private static double series(int start, double d) {
        double z = d * d;
        double even = Math.fma(z, ROWS[start + 12], ROWS[start + 10]);
        even = Math.fma(z, even, ROWS[start + 8]);
        even = Math.fma(z, even, ROWS[start + 6]);
        even = Math.fma(z, even, ROWS[start + 4]);
        double odd = Math.fma(z, ROWS[start + 13], ROWS[start + 11]);
        odd = Math.fma(z, odd, ROWS[start + 9]);
        odd = Math.fma(z, odd, ROWS[start + 7]);
        odd = Math.fma(z, odd, ROWS[start + 5]);
        return Math.fma(d, odd, even);
    }
}
