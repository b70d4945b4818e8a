package dev.normc.runtime.math;

/**
 * Numbers of 16 bits: bfloat16 (8 bits of exponent, 7 of fraction) and IEEE 754 binary16 (5 and 10).
 *
 * <p>Widening is exact. Rounding goes from binary64 to the nearest number of the format at once, to the even one of two
 * that are equally near: subnormal numbers are rounded like all others, what is beyond the largest number by half a step
 * or more becomes infinity, and every NaN becomes the same quiet NaN. By way of {@code float} some results would be
 * rounded twice.
 */
public final class ShortFormats {
    private static final int SIGN = 0x8000;
    private static final int MAGNITUDE = 0x7fff;
    private static final int WIDE_FRACTION_BITS = 52;
    private static final long EXPONENT = 0x7ffL << WIDE_FRACTION_BITS;

    /** The exponent field of binary64 for the smallest normal number of a format, 2 to the power of -126 and -14. */
    private static final int BF16_LEAST_EXPONENT = 1023 - 126;

    private static final int F16_LEAST_EXPONENT = 1023 - 14;

    /** Exponent fields count from 15 in binary16 and from 127 in binary32. */
    private static final int F16_TO_F32 = 127 - 15;

    private static final int BF16_FRACTION_BITS = 7;
    private static final int F16_FRACTION_BITS = 10;
    private static final int BF16_INFINITY = 0x7f80;
    private static final int F16_INFINITY = 0x7c00;
    private static final short BF16_NAN = 0x7fc0;
    private static final short F16_NAN = 0x7e00;

    private ShortFormats() {}

    /** The number with these bits of bfloat16. */
    public static double widenBf16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** The bits of the bfloat16 number nearest to a value. */
    public static short roundToBf16(double value) {
        float single = (float) value;
        int bits = Float.floatToRawIntBits(single);
        // Rounding twice differs only where the first time ends on the middle between two numbers of the format.
        if ((bits & 0xffff) != 0x8000 && single == single) {
            return (short) (bits + 0x8000 >>> 16);
        }
        return value == value
                ? (short) nearest(value, BF16_LEAST_EXPONENT, BF16_FRACTION_BITS, BF16_INFINITY)
                : BF16_NAN;
    }

    /** The number with these bits of binary16. */
    public static double widenF16(short bits) {
        int magnitude = bits & MAGNITUDE;
        int wide = (magnitude << 13) + (F16_TO_F32 << 23);
        float result = Float.intBitsToFloat(wide);
        if (magnitude < 0x400) {
            result = result + result - 0x1p-14f;
        } else if (magnitude >= F16_INFINITY) {
            result = Float.intBitsToFloat(wide | 0x7f800000);
        }
        return Float.intBitsToFloat(Float.floatToRawIntBits(result) | (bits & SIGN) << 16);
    }

    /** The bits of the binary16 number nearest to a value. */
    public static short roundToF16(double value) {
        int bits = Float.floatToRawIntBits((float) value);
        int magnitude = bits & Integer.MAX_VALUE;
        // As above, for results that are normal, or infinity by less than a step.
        if ((bits & 0x1fff) != 0x1000 && magnitude >= (F16_TO_F32 + 1) << 23 && magnitude < (F16_TO_F32 + 31) << 23) {
            return (short) (magnitude - (F16_TO_F32 << 23) + 0x1000 >>> 13 | bits >>> 16 & SIGN);
        }
        return value == value ? (short) nearest(value, F16_LEAST_EXPONENT, F16_FRACTION_BITS, F16_INFINITY) : F16_NAN;
    }

    /**
     * A value is added to the power of two at which binary64 numbers are as far apart as those of the format are at the
     * value: the hardware rounds that sum to a multiple of the step, ties to even, and its fraction counts the steps.
     */
    private static int nearest(double value, long leastExponent, int fractionBits, long infinity) {
        long bits = Double.doubleToRawLongBits(value);
        long least = leastExponent << WIDE_FRACTION_BITS;
        long beyond = least + (infinity << WIDE_FRACTION_BITS - fractionBits) - (1L << WIDE_FRACTION_BITS);
        long magnitude = Math.min(bits & Long.MAX_VALUE, beyond);
        long exponent = Math.max(magnitude & EXPONENT, least);
        long grid = exponent + ((long) (WIDE_FRACTION_BITS - fractionBits) << WIDE_FRACTION_BITS);
        double sum = Double.longBitsToDouble(magnitude) + Double.longBitsToDouble(grid);
        long steps = Double.doubleToRawLongBits(sum) - grid;
        long nearest = steps + (exponent - least >>> WIDE_FRACTION_BITS - fractionBits);
        return (int) (nearest | bits >>> 48 & SIGN);
    }
}
