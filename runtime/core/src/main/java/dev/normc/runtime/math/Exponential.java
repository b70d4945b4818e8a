package dev.normc.runtime.math;

/**
 * The pieces of {@code exp} that {@link KernelMath} shares: reduction to {@code |r| <= ln(2) / 2}, the series of
 * {@code base + expm1(r)} as an unevaluated sum of two doubles, and the scaling by a power of two.
 *
 * <p>{@code x = whole ln(2) + r + error}, {@code exp(x) = 2^whole (head + tail)}. A pair is returned by two functions,
 * not by an object: the compiler merges their common expressions, and nothing is allocated. With base 1 the pair is
 * accurate to about 2<sup>-58.5</sup> of its value.
 */
public final class Exponential {
    /** 1 / ln(2), rounded (mpmath, 60 digits). */
    public static final double LOG2_E = 0x1.71547652b82fep+0;

    /** ln(2) to 42 bits, so that its product with an exponent of 11 bits is exact (mpmath, 60 digits). */
    public static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

    /** ln(2) - LN2_HIGH, rounded (mpmath, 60 digits). */
    public static final double LN2_LOW = 0x1.ef35793c76730p-45;

    /** Adding and subtracting it rounds to the nearest integer: its neighbours are 1 apart. */
    public static final double INTEGER_SHIFT = 0x1.8p52;

    /** Every exp below it rounds to 0. */
    public static final double UNDERFLOW = -746.0;

    /** Every exp above it overflows, and its own exponent still splits into two powers of two. */
    public static final double OVERFLOW = 720.0;

    // Near-minimax polynomial for (exp(r) - 1 - r - r^2/2) / r^3 on |r| <= ln(2)/2 (interpolation at Chebyshev points,
    // mpmath chebyfit, 60 digits, then rounded). Its error is below 2^-59.8 of exp(r).
    public static final double C3 = 0x1.5555555555556p-3;
    public static final double C4 = 0x1.5555555555555p-5;
    public static final double C5 = 0x1.11111111109b3p-7;
    public static final double C6 = 0x1.6c16c16c167e1p-10;
    public static final double C7 = 0x1.a01a01a7c41d5p-13;
    public static final double C8 = 0x1.a01a01a47b054p-16;
    public static final double C9 = 0x1.71de0dae63bb3p-19;
    public static final double C10 = 0x1.27e4e1f48534fp-22;
    public static final double C11 = 0x1.af38a9b0ec855p-26;
    public static final double C12 = 0x1.1f66df7fca49fp-29;

    private Exponential() {}

    /** The integer nearest to {@code x / ln(2)}, for {@code |x| <= 746}. */
    static double whole(double x) {
        return Math.fma(x, LOG2_E, INTEGER_SHIFT) - INTEGER_SHIFT;
    }

    /** {@code x + low - whole ln(2)}, rounded. */
    static double reduced(double x, double low, double whole) {
        return Math.fma(whole, -LN2_HIGH, x) + Math.fma(whole, -LN2_LOW, low);
    }

    /** What {@link #reduced} lost in its rounding. */
    static double reductionError(double x, double low, double whole) {
        double exact = Math.fma(whole, -LN2_HIGH, x);
        double small = Math.fma(whole, -LN2_LOW, low);
        return (exact - (exact + small)) + small;
    }

    /** {@code base + expm1(r + error)}, rounded; with {@link #low} a pair whose second part is below one ulp or two. */
    static double high(double base, double r, double error) {
        return head(base, r) + tail(base, r, error);
    }

    /** {@code base + expm1(r + error) - high(base, r, error)}. */
    static double low(double base, double r, double error) {
        double head = head(base, r);
        double tail = tail(base, r, error);
        return (head - (head + tail)) + tail;
    }

    /** {@code base + r + r^2/2}, rounded; base is 0 or in absolute value at least {@code |r|}. */
    static double head(double base, double r) {
        return (base + r) + 0.5 * r * r;
    }

    /** {@code base + expm1(r + error) - head(base, r)}. */
    static double tail(double base, double r, double error) {
        double linear = base + r;
        double linearLow = (base - linear) + r;
        double square = 0.5 * r * r;
        double squareLow = Math.fma(0.5 * r, r, -square);
        double headLow = (linear - (linear + square)) + square;
        double rounding = Math.fma(error, 1.0 + r, headLow + (linearLow + squareLow));
        return Math.fma(r * (r * r), cubicFactor(r), rounding);
    }

    /** {@code (exp(r) - 1 - r - r^2/2) / r^3}; even and odd terms apart, two short chains instead of a long one. */
    private static double cubicFactor(double r) {
        double z = r * r;
        double even = Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, C11, C9), C7), C5), C3);
        double odd = Math.fma(z, Math.fma(z, Math.fma(z, Math.fma(z, C12, C10), C8), C6), C4);
        return Math.fma(r, odd, even);
    }

    /** {@code exp(x + low)} for a clamped x and a low of at most some ulps of it; NaN stays NaN. */
    static double exp(double x, double low) {
        double whole = whole(x);
        double r = reduced(x, low, whole);
        double error = reductionError(x, low, whole);
        return scale(head(1.0, r), tail(1.0, r, error), (int) whole);
    }

    /** x, drawn into the range in which {@link #whole} and {@link #scale} work; NaN stays NaN. */
    static double clamp(double x) {
        double notBelow = x < UNDERFLOW ? UNDERFLOW : x;
        return notBelow > OVERFLOW ? OVERFLOW : notBelow;
    }

    /** 2<sup>exponent</sup> for an exponent of a normal number, from -1022 to 1023. */
    static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }

    /**
     * {@code (high + low) 2^exponent}, rounded once, also when it is subnormal.
     *
     * @param exponent from -1078 to 1040; below -1021 {@code high + low} is in [0.5, 2)
     */
    static double scale(double high, double low, int exponent) {
        double sum = high + low;
        if (exponent < -1022 || (exponent == -1022 && sum < 1.0)) {
            return scaleGradually(high, low, exponent);
        }
        int half = exponent >> 1; // 2^1024 itself is not a double
        return sum * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    // Rounds at the place where the subnormal result will end: adding 2^52 spacings leaves no bits below one spacing.
    private static double scaleGradually(double high, double low, int exponent) {
        double spacing = powerOfTwo(-1074 - exponent);
        double shift = 0x1p52 * spacing;
        double shifted = shift + high;
        double lost = (shift - shifted) + high;
        double rounded = (shifted + (lost + low)) - shift;
        int half = exponent >> 1;
        return rounded * powerOfTwo(half) * powerOfTwo(exponent - half);
    }
}
