package dev.normc.runtime.vector;

import dev.normc.runtime.math.Exponential;
import dev.normc.runtime.math.Logarithm;

/**
 * How the functions over vectors are written, and the constants that they share.
 *
 * <p>They are the sequences of {@link dev.normc.runtime.math.KernelMath}, in the same order, so they give the same bits.
 * Three things look different and change no bit:
 *
 * <ul>
 *   <li>Base, head and tail of {@code exp} are doubled; every operation on them is then exactly doubled, and
 *       {@code r^2/2} needs no multiplication by 1/2. The power of two is {@code 2^(whole - 1)} to make up for it,
 *       which is a double also for a whole of 1024.
 *   <li>Integers are moved into and out of the low bits of a double by adding a large number, as not every machine
 *       converts vectors of doubles to integers.
 *   <li>{@code c - a} for a constant c is {@code -(a - c)}.
 * </ul>
 *
 * <p>Each is one long method that calls nothing of ours, because vectors must not become objects. HotSpot stops
 * inlining our methods where a compilation has created 18,000 nodes, which is after some 40 operations on vectors
 * (those of the module it inlines in any case), and a method of more than 325 bytes is not inlined into a caller that
 * has used up its nodes itself. On JDK 17 the operation at that border must not be one that reads a vector's bits as
 * another type: such operations come early, or late.
 */
final class Layout {
    static final int MANTISSA_BITS = 52;

    static final int SIGN_BIT = 63;

    /** Below it, {@code exp} may be subnormal. */
    static final double LOWEST = -708.0;

    /** The largest x with a finite {@code e^x}. */
    static final double HIGHEST = 0x1.62e42fefa39efp+9;

    /** Added to a whole, it leaves whole - 1 in the low bits; it rounds to the nearest integer as well. */
    static final double SHIFT = Exponential.INTEGER_SHIFT - 1.0;

    /** The bits of 1; those of 2<sup>k</sup> are k in the exponent plus them. */
    static final long ONE = 0x3ff0_0000_0000_0000L;

    /** Added to the bits of a number, it parts them into a biased exponent and the rest of the mantissa. */
    static final long OFFSET = ONE - Logarithm.SQRT_HALF_BITS;

    static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

    /** The bits of 2<sup>52</sup>, to which a biased exponent is added as bits. */
    static final long INTEGER = 0x4330_0000_0000_0000L;

    /** What has then to be subtracted. */
    static final double INTEGER_BIAS = 0x1p52 + 1023.0;

    private Layout() {}
}
