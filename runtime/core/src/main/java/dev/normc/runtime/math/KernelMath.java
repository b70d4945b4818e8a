package dev.normc.runtime.math;

/**
 * The elementary functions of kernels in f64, the same bits on every JVM.
 *
 * <p>They are fixed sequences of {@code + - * /}, {@code fma}, comparisons and moves of bits, each of which Java rounds
 * exactly as IEEE 754 says; {@code java.lang.Math} leaves its own functions a freedom of 1 ulp that JDK releases use.
 * Intermediate results that would lose too much are kept as unevaluated sums of two doubles. NaN gives NaN (some NaN:
 * its payload is not fixed); no function throws or allocates.
 *
 * <p>Promised is an error of at most 1 ulp. The smaller bounds below are measured and rounded up, not proved: the
 * largest error against libquadmath (113 bits) at five million random points or more per function, in five ranges
 * around its awkward places. One ulp is the spacing of the doubles at the exact result, subnormal results included.
 */
public final class KernelMath {
    /** Below it, a function with series {@code x + c x^2} rounds to x, signed zero and subnormals included. */
    private static final double LINEAR = 0x1p-60;

    /** Below it, {@code tanh(x) = x - x^3/3} rounds to x. */
    private static final double TANH_LINEAR = 0x1p-29;

    /** From here on tanh(x/2) and expm1(-x) round to 1 and -1. */
    private static final double SATURATION = 45.0;

    /** From here on {@code exp(-x)} does not change 1 or x. */
    private static final double NEGLIGIBLE = 40.0;

    private static final double SQRT_2_MINUS_1 = 0x1.a827999fcef32p-2;

    private KernelMath() {}

    /**
     * {@code e^x}; 0 for negative and infinity for positive infinity.
     *
     * <p>{@code 2^k exp(r)} with {@code |r| <= ln(2)/2}, a polynomial of degree 12. Error at most 0.54 ulp.
     */
    public static double exp(double x) {
        return Exponential.exp(Exponential.clamp(x), 0.0);
    }

    /**
     * {@code e^x - 1}, also for small x; -0.0 for -0.0, -1 for negative infinity.
     *
     * <p>{@code 2^k ((1 - 2^-k) + (exp(r) - 1))}, reduced as {@link #exp}. Error at most 0.63 ulp.
     */
    public static double expm1(double x) {
        double notBelow = x < -SATURATION ? -SATURATION : x;
        double clamped = Exponential.clamp(notBelow);
        double whole = Exponential.whole(clamped);
        double r = Exponential.reduced(clamped, 0.0, whole);
        double error = Exponential.reductionError(clamped, 0.0, whole);
        double base = minusOne(whole);
        double tail = Exponential.tail(base, r, error) + minusOneLow(whole);
        double result = Exponential.scale(Exponential.head(base, r), tail, (int) whole);
        return x < LINEAR && x > -LINEAR ? x : result;
    }

    // (2^k - 1) 2^-k. For k over 1000 it is 1 in any case, and 2^-k might not be normal.
    private static double minusOne(double whole) {
        return 1.0 - Exponential.powerOfTwo(whole > 1000.0 ? -1000 : -(int) whole);
    }

    private static double minusOneLow(double whole) {
        double subtrahend = Exponential.powerOfTwo(whole > 1000.0 ? -1000 : -(int) whole);
        double difference = 1.0 - subtrahend;
        double subtracted = 1.0 - difference;
        return (1.0 - (difference + subtracted)) + (subtracted - subtrahend);
    }

    /**
     * The natural logarithm; NaN below zero, negative infinity for either zero.
     *
     * <p>{@code k ln(2) + log(m)} with m from sqrt(1/2) to sqrt(2), {@code log(m) = 2 atanh((m - 1) / (m + 1))}. Error
     * at most 0.52 ulp.
     */
    public static double log(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        double normal = subnormal ? x * 0x1p54 : x;
        int exponent = Logarithm.exponent(normal);
        double f = Logarithm.mantissa(normal, exponent) - 1.0; // exact
        double whole = exponent - (subnormal ? 54.0 : 0.0);
        double result = Logarithm.onePlus(whole * Exponential.LN2_HIGH, whole * Exponential.LN2_LOW, f, 0.0);
        return x > 0.0 && x <= Double.MAX_VALUE ? result : logAtEdge(x);
    }

    private static double logAtEdge(double x) {
        return x == 0.0 ? Double.NEGATIVE_INFINITY : x > 0.0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /**
     * {@code log(1 + x)}, also for small x; NaN below -1, negative infinity for -1, -0.0 for -0.0.
     *
     * <p>As {@link #log}, with 1 + x as a sum of two doubles. Error at most 0.53 ulp.
     */
    public static double log1p(double x) {
        double sum = 1.0 + x;
        double added = sum - 1.0;
        double sumLow = (1.0 - (sum - added)) + (x - added);
        int exponent = Logarithm.exponent(sum);
        double high = Logarithm.mantissa(sum, exponent) - 1.0; // exact
        double low = sumLow * Exponential.powerOfTwo(exponent > 1000 ? -1000 : -exponent); // nothing for such sums
        double f = high + low;
        double fLow = (high - f) + low;
        double result = Logarithm.onePlus(exponent * Exponential.LN2_HIGH, exponent * Exponential.LN2_LOW, f, fLow);
        double finite = x < LINEAR && x > -LINEAR ? x : result;
        return x > -1.0 && x <= Double.MAX_VALUE ? finite : logAtEdge(sum);
    }

    /**
     * The hyperbolic tangent; -0.0 for -0.0, 1 and -1 for the infinities.
     *
     * <p>{@code -M / (2 + M)} with {@code M = expm1(-2 |x|)}, numerator and denominator as sums of two doubles. Error
     * at most 0.57 ulp.
     */
    public static double tanh(double x) {
        double twice = x < 0.0 ? 2.0 * x : -2.0 * x;
        double clamped = twice < -SATURATION ? -SATURATION : twice;
        double whole = Exponential.whole(clamped);
        double r = Exponential.reduced(clamped, 0.0, whole);
        double error = Exponential.reductionError(clamped, 0.0, whole);
        double base = minusOne(whole);
        double head = Exponential.head(base, r);
        double tail = Exponential.tail(base, r, error) + minusOneLow(whole);
        double scale = Exponential.powerOfTwo((int) whole);
        double numerator = (head + tail) * scale;
        double numeratorLow = ((head - (head + tail)) + tail) * scale;
        double denominator = 2.0 + numerator;
        double denominatorLow = ((2.0 - denominator) + numerator) + numeratorLow;
        double inverse = 1.0 / denominator;
        double quotient = numerator * inverse;
        double remainder =
                Math.fma(-quotient, denominator, numerator) + Math.fma(-quotient, denominatorLow, numeratorLow);
        double result = Math.fma(remainder, inverse, quotient);
        double signed = x < 0.0 ? result : -result;
        return x < TANH_LINEAR && x > -TANH_LINEAR ? x : signed;
    }

    /**
     * The logistic function {@code 1 / (1 + e^-x)}; 0 and 1 for the infinities.
     *
     * <p>{@code E / (1 + E)} for negative x, {@code 1 / (1 + E)} otherwise, with {@code E = exp(-|x|)} as a sum of two
     * doubles. Error at most 0.54 ulp.
     */
    public static double sigmoid(double x) {
        double negative = x < 0.0 ? x : -x;
        double clamped = Exponential.clamp(negative);
        double whole = Exponential.whole(clamped);
        double r = Exponential.reduced(clamped, 0.0, whole);
        double error = Exponential.reductionError(clamped, 0.0, whole);
        double high = Exponential.high(1.0, r, error);
        double low = Exponential.low(1.0, r, error);
        double scale = Exponential.powerOfTwo(whole < -1000.0 ? -1000 : (int) whole); // lost against 1 long before
        double denominator = 1.0 + high * scale;
        double denominatorLow = ((1.0 - denominator) + high * scale) + low * scale;
        double numerator = x < 0.0 ? high : 1.0;
        double numeratorLow = x < 0.0 ? low : 0.0;
        double inverse = 1.0 / denominator;
        double quotient = numerator * inverse;
        double remainder =
                Math.fma(-quotient, denominator, numerator) + Math.fma(-quotient, denominatorLow, numeratorLow);
        return Exponential.scale(quotient, remainder * inverse, x < 0.0 ? (int) whole : 0);
    }

    /**
     * {@code log(1 + e^x)}; 0 for negative and infinity for positive infinity.
     *
     * <p>{@code max(x, 0) + log(1 + exp(-|x|))}, with every part a sum of two doubles; beyond 40 it is x, below -40
     * {@code exp(x)}. Error at most 0.54 ulp.
     */
    public static double softplus(double x) {
        if (x > NEGLIGIBLE) {
            return x;
        }
        if (x < -NEGLIGIBLE) {
            return exp(x);
        }
        double negative = x < 0.0 ? x : -x;
        double whole = Exponential.whole(negative);
        double r = Exponential.reduced(negative, 0.0, whole);
        double error = Exponential.reductionError(negative, 0.0, whole);
        double scale = Exponential.powerOfTwo((int) whole);
        double high = Exponential.high(1.0, r, error) * scale;
        double low = Exponential.low(1.0, r, error) * scale;
        // log(1 + E) = ln(2) + log(1 + (E - 1)/2): the series wants an argument below sqrt(2) - 1.
        boolean halve = high > SQRT_2_MINUS_1;
        double f = halve ? 0.5 * (high - 1.0) : high;
        double fLow = halve ? 0.5 * (low + ((-1.0 - (high - 1.0)) + high)) : low;
        double positive = x > 0.0 ? x : 0.0;
        double ln2 = halve ? Exponential.LN2_HIGH : 0.0;
        double base = positive + ln2;
        double added = base - positive;
        double baseLow = ((positive - (base - added)) + (ln2 - added)) + (halve ? Exponential.LN2_LOW : 0.0);
        return Logarithm.onePlus(base, baseLow, f, fLow);
    }

    /**
     * The error function {@code 2/sqrt(pi)} times the integral of {@code exp(-t^2)} from 0 to x; -0.0 for -0.0, 1
     * and -1 for the infinities.
     *
     * <p>A Taylor series of degree 11 around the nearest multiple of 1/16, whose first two terms are sums of two
     * doubles. Error at most 0.51 ulp, for {@code |x|} below 2<sup>-1000</sup> 0.62 ulp.
     */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /**
     * {@code x^y}, with the special cases of {@link Math#pow}.
     *
     * <p>{@code exp(y log|x|)} with a logarithm good to 2<sup>-68</sup>; exact powers are exact. Error at most
     * 0.54 ulp.
     */
    public static double pow(double x, double y) {
        return Power.pow(x, y);
    }
}
