package dev.normc.runtime.math;

/**
 * The series that {@code log}, {@code log1p} and {@code softplus} share: {@code log(1 + f) = 2 atanh(f / (2 + f))}.
 *
 * <p>The argument f and the number to which the logarithm is added are unevaluated sums of two doubles, so that only
 * the last addition rounds visibly.
 */
public final class Logarithm {
    /** The bits of sqrt(1/2), rounded: mantissas are taken from [sqrt(1/2), sqrt(2)). */
    public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    // Near-minimax polynomial for 2 (atanh(s)/s - 1) / s^2 in s^2 on [0, 0.02945] (interpolation at Chebyshev points,
    // mpmath chebyfit, 60 digits, then rounded). Its error is below 2^-60.6 of 2 atanh(s).
    public static final double C3 = 0x1.5555555555555p-1;
    public static final double C5 = 0x1.9999999999a38p-2;
    public static final double C7 = 0x1.2492492476c87p-2;
    public static final double C9 = 0x1.c71c720160b47p-3;
    public static final double C11 = 0x1.745cf901605f7p-3;
    public static final double C13 = 0x1.3b1c360763b8ap-3;
    public static final double C15 = 0x1.0fbe83c2cbcf3p-3;
    public static final double C17 = 0x1.0c04595972ab8p-3;

    private Logarithm() {}

    /** The k for which {@code x 2^-k} is in [sqrt(1/2), sqrt(2)); x is positive, normal and finite. */
    static int exponent(double x) {
        return (int) ((Double.doubleToRawLongBits(x) - SQRT_HALF_BITS) >> 52);
    }

    /** {@code x 2^-exponent}, exactly; also where 2<sup>-exponent</sup> is not a double. */
    static double mantissa(double x, int exponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - ((long) exponent << 52));
    }

    /**
     * {@code baseHigh + baseLow + log(1 + high + low)}.
     *
     * @param baseHigh 0, or at least 1/3 in absolute value and larger than the logarithm
     * @param high from sqrt(1/2) - 1 to sqrt(2) - 1, not subnormal
     */
    static double onePlus(double baseHigh, double baseLow, double high, double low) {
        double denominator = 2.0 + high;
        double denominatorLow = (2.0 - denominator) + high + low;
        double inverse = 1.0 / denominator;
        double s = high * inverse;
        double remainder = Math.fma(-s, denominator, high) + Math.fma(-s, denominatorLow, low);
        double sLow = remainder * inverse;
        double square = s * s;
        double sum = baseHigh + 2.0 * s;
        double sumLow = (baseHigh - sum) + 2.0 * s;
        // The derivative of 2 atanh(s) is 2 + 2 s^2 + ...
        double small = Math.fma(sLow, Math.fma(2.0, square, 2.0), baseLow);
        return sum + (sumLow + Math.fma(s * square, cubicFactor(square), small));
    }

    /** {@code 2 (atanh(s) - s) / s^3} from {@code z = s^2}; even and odd terms apart, as two short chains. */
    private static double cubicFactor(double z) {
        double w = z * z;
        double even = Math.fma(w, Math.fma(w, Math.fma(w, C15, C11), C7), C3);
        double odd = Math.fma(w, Math.fma(w, Math.fma(w, C17, C13), C9), C5);
        return Math.fma(z, odd, even);
    }
}
