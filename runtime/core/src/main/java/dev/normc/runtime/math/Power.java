package dev.normc.runtime.math;

/**
 * {@code x^y = exp(y log(x))} with the logarithm and the product as unevaluated sums of two doubles.
 *
 * <p>An error of the logarithm is multiplied by up to 745, so it must be right to some 2<sup>-68</sup>:
 * {@code log(m) = 2 s + 2 s^3 (1/3 + s^2 (1/5 + s^2 P(s^2)))} with {@code s = (m - 1) / (m + 1)}, where only P is
 * computed in plain doubles. Each method hands its intermediate results to the next one; nothing is allocated.
 */
public final class Power {
    /** From here on every double is an even integer. */
    private static final double ALL_EVEN = 0x1p53;

    /** Beyond it {@code exp} overflows or underflows whatever the low part says. */
    public static final double EXPONENT_LIMIT = 800.0;

    public static final double THIRD = 0x1.5555555555555p-2;
    public static final double THIRD_LOW = 0x1.5555555555555p-56;
    public static final double FIFTH = 0x1.999999999999ap-3;
    public static final double FIFTH_LOW = -0x1.999999999999ap-57;

    // Near-minimax polynomial for (atanh(s) - s - s^3/3 - s^5/5) / s^7 in s^2 on [0, 0.02945] (interpolation at
    // Chebyshev points, mpmath chebyfit, 60 digits, then rounded). Its error is below 2^-72 of atanh(s).
    public static final double C7 = 0x1.2492492492492p-3;
    public static final double C9 = 0x1.c71c71c71c822p-4;
    public static final double C11 = 0x1.745d1745a3ef0p-4;
    public static final double C13 = 0x1.3b13b16b4b833p-4;
    public static final double C15 = 0x1.1110f80547523p-4;
    public static final double C17 = 0x1.e1effabc4b093p-5;
    public static final double C19 = 0x1.acf8448fda674p-5;
    public static final double C21 = 0x1.b2e0d3d38f395p-5;

    private Power() {}

    /** As {@link KernelMath#pow}. */
    static double pow(double x, double y) {
        if (y == 0.0) {
            return 1.0; // also for NaN
        }
        double magnitude = magnitude(x < 0.0 ? -x : x, y);
        if (Double.doubleToRawLongBits(x) < 0L) { // also -0.0
            return withSign(x, y, magnitude);
        }
        return magnitude;
    }

    private static double withSign(double x, double y, double magnitude) {
        double size = y < 0.0 ? -y : y;
        boolean representable = size < ALL_EVEN;
        long integer = representable ? (long) y : 0L;
        boolean isInteger = !representable || (double) integer == y; // NaN is caught by the magnitude
        if (!isInteger && x < 0.0 && x >= -Double.MAX_VALUE) {
            return Double.NaN;
        }
        boolean odd = isInteger && (integer & 1L) != 0L;
        return odd ? -magnitude : magnitude;
    }

    // x is not negative; it may be 0, infinite or NaN.
    private static double magnitude(double x, double y) {
        if (!(x > 0.0 && x <= Double.MAX_VALUE)) {
            double logarithm = x == 0.0 ? Double.NEGATIVE_INFINITY : x;
            return KernelMath.exp(y * logarithm);
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        double normal = subnormal ? x * 0x1p54 : x;
        int exponent = Logarithm.exponent(normal);
        double mantissa = Logarithm.mantissa(normal, exponent);
        return divide(subnormal ? exponent - 54.0 : exponent, mantissa, y);
    }

    private static double divide(double exponent, double mantissa, double y) {
        double numerator = mantissa - 1.0; // exact
        double denominator = mantissa + 1.0;
        double denominatorLow = mantissa - (denominator - 1.0);
        double inverse = 1.0 / denominator;
        double s = numerator * inverse;
        double remainder = Math.fma(-s, denominatorLow, Math.fma(-s, denominator, numerator));
        return series(exponent, s, remainder * inverse, y);
    }

    private static double series(double exponent, double s, double sLow, double y) {
        double square = s * s;
        double squareLow = Math.fma(2.0 * s, sLow, Math.fma(s, s, -square));
        double product = square * seventhFactor(square);
        double inner = FIFTH + product;
        double innerLow = ((FIFTH - inner) + product) + FIFTH_LOW;
        double outerProduct = square * inner;
        double outerProductLow =
                Math.fma(square, innerLow, Math.fma(squareLow, inner, Math.fma(square, inner, -outerProduct)));
        double outer = THIRD + outerProduct;
        double outerLow = ((THIRD - outer) + outerProduct) + (outerProductLow + THIRD_LOW);
        double cube = square * s;
        double cubeLow = Math.fma(square, sLow, Math.fma(squareLow, s, Math.fma(square, s, -cube)));
        double rest = cube * outer;
        double restLow = Math.fma(cube, outerLow, Math.fma(cubeLow, outer, Math.fma(cube, outer, -rest)));
        return combine(exponent, s, sLow, rest, restLow, y);
    }

    private static double seventhFactor(double z) {
        double w = z * z;
        double even = Math.fma(w, Math.fma(w, Math.fma(w, C19, C15), C11), C7);
        double odd = Math.fma(w, Math.fma(w, Math.fma(w, C21, C17), C13), C9);
        return Math.fma(z, odd, even);
    }

    // log(x) = exponent ln(2) + 2 (s + rest), each term larger than the next or zero.
    private static double combine(double exponent, double s, double sLow, double rest, double restLow, double y) {
        double base = exponent * Exponential.LN2_HIGH;
        double first = base + 2.0 * s;
        double firstLow = (base - first) + 2.0 * s;
        double second = first + 2.0 * rest;
        double secondLow = (first - second) + 2.0 * rest;
        double small = Math.fma(exponent, Exponential.LN2_LOW, 2.0 * (sLow + restLow)) + (firstLow + secondLow);
        double logarithm = second + small;
        double logarithmLow = (second - logarithm) + small;
        double product = y * logarithm;
        double productLow = Math.fma(y, logarithmLow, Math.fma(y, logarithm, -product));
        boolean inRange = product > -EXPONENT_LIMIT && product < EXPONENT_LIMIT;
        // Out of range, product may be infinite and productLow NaN. A NaN is never in range and stays one.
        return Exponential.exp(Exponential.clamp(product), inRange ? productLow : 0.0);
    }
}
