package dev.normc.runtime.vector;

import dev.normc.runtime.math.Exponential;
import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.Logarithm;
import dev.normc.runtime.math.Power;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The whole vectors of {@code pow}; {@link Layout} says how they are written.
 *
 * <p>Some elements at a time, in three steps that hand their results on in an array: so much in one loop, and JDK 17 makes
 * objects of the vectors.
 *
 * <p>The size of a result is first computed times 2<sup>200</sup> where it is below 1 and 2<sup>-200</sup> elsewhere,
 * so that it is normal and finite.
 */
final class PowerVectors {
    /** Elements of a chunk, which every width divides. */
    private static final int CHUNK = 128;

    /** Where the low parts of logarithms and products stand, and the signs of results. */
    private static final int LOW = CHUNK;

    private static final int SIGNS = 2 * CHUNK;

    /** What the steps hand on; nothing of it is read again. */
    private static final ThreadLocal<double[]> SCRATCH = ThreadLocal.withInitial(() -> new double[3 * CHUNK]);

    private static final int AWAY = 200;

    /** The bits of 2<sup>201</sup>: less those of 2<sup>whole - 1 + 200</sup>, those of 2<sup>-1021 - whole</sup>. */
    private static final long PLACE = (1023L + AWAY + 1) << Layout.MANTISSA_BITS;

    /** From here on every double is an integer. */
    private static final double ALL_INTEGER = 0x1p52;

    /** From here on every double is an even integer. */
    private static final double ALL_EVEN = 0x1p53;

    private PowerVectors() {}

    /**
     * As {@link KernelMath#pow}.
     *
     * @param exponents for each base its exponent, if they are {@code listed}; otherwise only read
     * @param length a multiple of the width
     * @param constant the exponent of every base, if they are not listed
     */
    static void pow(
            double[] bases,
            int basesFrom,
            double[] exponents,
            int exponentsFrom,
            int length,
            double constant,
            boolean listed) {
        if (length == 0) {
            return;
        }
        double[] scratch = SCRATCH.get();
        for (int i = 0; i < length; i += CHUNK) {
            int count = Math.min(CHUNK, length - i);
            logarithm(bases, basesFrom + i, count, scratch);
            product(bases, basesFrom + i, exponents, exponentsFrom + i, count, constant, listed, scratch);
            exponential(bases, basesFrom + i, count, scratch);
        }
    }

    /** The logarithms of the sizes of some bases, each a sum of two doubles. */
    private static void logarithm(double[] bases, int from, int count, double[] scratch) {
        for (int i = 0; i < count; i += Width.LANES) {
            DoubleVector size =
                    DoubleVector.fromArray(Width.SPECIES, bases, from + i).abs();
            VectorMask<Double> subnormal = size.compare(VectorOperators.LT, Double.MIN_NORMAL);
            DoubleVector normal = size.blend(size.mul(0x1p54), subnormal);
            LongVector bits = normal.reinterpretAsLongs().add(Layout.OFFSET);
            DoubleVector mantissa =
                    bits.and(Layout.MANTISSA).add(Logarithm.SQRT_HALF_BITS).reinterpretAsDoubles();
            DoubleVector integer = bits.lanewise(VectorOperators.LSHR, Layout.MANTISSA_BITS)
                    .add(Layout.INTEGER)
                    .reinterpretAsDoubles();
            DoubleVector biased = integer.sub(Layout.INTEGER_BIAS);
            DoubleVector exponent = biased.blend(biased.sub(54.0), subnormal);
            DoubleVector numerator = mantissa.sub(1.0);
            DoubleVector denominator = mantissa.add(1.0);
            DoubleVector denominatorLow = mantissa.sub(denominator.sub(1.0));
            DoubleVector inverse = DoubleVector.broadcast(Width.SPECIES, 1.0).div(denominator);
            DoubleVector s = numerator.mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector w = z.mul(z);
            DoubleVector evens = w.fma(Power.C19, Power.C15);
            DoubleVector odds = w.fma(Power.C21, Power.C17);
            evens = w.lanewise(VectorOperators.FMA, evens, Power.C11);
            odds = w.lanewise(VectorOperators.FMA, odds, Power.C13);
            evens = w.lanewise(VectorOperators.FMA, evens, Power.C7);
            odds = w.lanewise(VectorOperators.FMA, odds, Power.C9);
            DoubleVector minus = s.neg();
            DoubleVector sLow =
                    minus.fma(denominatorLow, minus.fma(denominator, numerator)).mul(inverse);

            DoubleVector twiceS = s.add(s);
            DoubleVector zLow = twiceS.fma(sLow, s.fma(s, z.neg()));
            DoubleVector seventh = z.mul(z.fma(odds, evens));
            DoubleVector inner = seventh.add(Power.FIFTH);
            DoubleVector innerLow = inner.sub(Power.FIFTH).neg().add(seventh).add(Power.FIFTH_LOW);
            DoubleVector third = z.mul(inner);
            DoubleVector thirdLow = z.fma(innerLow, zLow.fma(inner, z.fma(inner, third.neg())));
            DoubleVector outer = third.add(Power.THIRD);
            DoubleVector outerLow = outer.sub(Power.THIRD).neg().add(third).add(thirdLow.add(Power.THIRD_LOW));
            DoubleVector cube = z.mul(s);
            DoubleVector cubeLow = z.fma(sLow, zLow.fma(s, z.fma(s, cube.neg())));
            DoubleVector rest = cube.mul(outer);
            DoubleVector restLow = cube.fma(outerLow, cubeLow.fma(outer, cube.fma(outer, rest.neg())));

            DoubleVector base = exponent.mul(Exponential.LN2_HIGH);
            DoubleVector first = base.add(twiceS);
            DoubleVector firstLow = base.sub(first).add(twiceS);
            DoubleVector twiceRest = rest.add(rest);
            DoubleVector second = first.add(twiceRest);
            DoubleVector secondLow = first.sub(second).add(twiceRest);
            DoubleVector lows = sLow.add(restLow);
            DoubleVector tiny = exponent.lanewise(VectorOperators.FMA, Exponential.LN2_LOW, lows.add(lows))
                    .add(firstLow.add(secondLow));
            DoubleVector finite = second.add(tiny);
            DoubleVector logarithmLow = second.sub(finite).add(tiny);
            DoubleVector positive = finite.blend(Double.NEGATIVE_INFINITY, size.compare(VectorOperators.EQ, 0.0));
            DoubleVector logarithm = size.blend(positive, size.compare(VectorOperators.LE, Double.MAX_VALUE));
            logarithm.intoArray(scratch, i);
            logarithmLow.intoArray(scratch, LOW + i);
        }
    }

    /** Those times the exponents, within what the exponential function takes, and the signs of the results. */
    private static void product(
            double[] bases,
            int basesFrom,
            double[] exponents,
            int exponentsFrom,
            int count,
            double constant,
            boolean listed,
            double[] scratch) {
        long mask = listed ? -1L : 0L;
        long constantBits = listed ? 0L : Double.doubleToRawLongBits(constant);
        for (int i = 0; i < count; i += Width.LANES) {
            DoubleVector y = DoubleVector.fromArray(Width.SPECIES, exponents, exponentsFrom + i)
                    .reinterpretAsLongs()
                    .and(mask)
                    .add(constantBits)
                    .reinterpretAsDoubles();
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, bases, basesFrom + i);
            LongVector signBits = x.reinterpretAsLongs();

            // Whether the exponent is odd, and whether it is no integer.
            DoubleVector extent = y.abs();
            DoubleVector integral = extent.add(ALL_INTEGER);
            VectorMask<Double> small = extent.compare(VectorOperators.LT, ALL_INTEGER);
            VectorMask<Double> fractional = integral.sub(ALL_INTEGER)
                    .compare(VectorOperators.NE, extent)
                    .and(small);
            DoubleVector parity = extent.blend(integral, small)
                    .blend(0.0, extent.compare(VectorOperators.GE, ALL_EVEN))
                    .blend(0.0, fractional);
            DoubleVector sign = parity.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Layout.SIGN_BIT)
                    .and(signBits)
                    .add(Layout.ONE)
                    .reinterpretAsDoubles();
            VectorMask<Double> negative =
                    x.compare(VectorOperators.LT, 0.0).and(x.compare(VectorOperators.GE, -Double.MAX_VALUE));

            DoubleVector logarithm = DoubleVector.fromArray(Width.SPECIES, scratch, i);
            DoubleVector logarithmLow = DoubleVector.fromArray(Width.SPECIES, scratch, LOW + i);
            DoubleVector product = y.mul(logarithm);
            DoubleVector productLow = y.fma(logarithmLow, y.fma(logarithm, product.neg()));
            VectorMask<Double> inRange = product.abs().compare(VectorOperators.LT, Power.EXPONENT_LIMIT);
            DoubleVector low = DoubleVector.zero(Width.SPECIES).blend(productLow, inRange);
            DoubleVector notBelow =
                    product.blend(Exponential.UNDERFLOW, product.compare(VectorOperators.LT, Exponential.UNDERFLOW));
            DoubleVector clamped =
                    notBelow.blend(Exponential.OVERFLOW, product.compare(VectorOperators.GT, Exponential.OVERFLOW));
            VectorMask<Double> one = y.compare(VectorOperators.EQ, 0.0); // also of NaN
            clamped.blend(0.0, one).intoArray(scratch, i);
            low.blend(0.0, one).intoArray(scratch, LOW + i);
            sign.blend(Double.NaN, negative.and(fractional)).blend(1.0, one).intoArray(scratch, SIGNS + i);
        }
    }

    /** The exponential function of the products, with the signs. */
    private static void exponential(double[] results, int from, int count, double[] scratch) {
        for (int i = 0; i < count; i += Width.LANES) {
            DoubleVector clamped = DoubleVector.fromArray(Width.SPECIES, scratch, i);
            DoubleVector shifted = clamped.fma(Exponential.LOG2_E, Layout.SHIFT);
            DoubleVector whole = shifted.sub(Layout.SHIFT);
            VectorMask<Double> below = whole.compare(VectorOperators.LT, 0.0);
            DoubleVector shift =
                    DoubleVector.broadcast(Width.SPECIES, Layout.SHIFT - AWAY).blend(Layout.SHIFT + AWAY, below);
            LongVector powerBits = whole.add(shift)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Layout.MANTISSA_BITS)
                    .add(Layout.ONE);
            DoubleVector power = powerBits.reinterpretAsDoubles();
            // A subnormal result ends where the bits of this do.
            DoubleVector place = powerBits.neg().add(PLACE).reinterpretAsDoubles();
            DoubleVector low = DoubleVector.fromArray(Width.SPECIES, scratch, LOW + i);
            DoubleVector nearly = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_HIGH, clamped);
            DoubleVector correction = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_LOW, low);
            DoubleVector r = nearly.add(correction);
            DoubleVector error = nearly.sub(r).add(correction);
            DoubleVector two = DoubleVector.broadcast(Width.SPECIES, 2.0);
            DoubleVector square = r.mul(r);
            DoubleVector evenTerms = square.fma(2.0 * Exponential.C11, 2.0 * Exponential.C9);
            DoubleVector oddTerms = square.fma(2.0 * Exponential.C12, 2.0 * Exponential.C10);
            evenTerms = square.lanewise(VectorOperators.FMA, evenTerms, 2.0 * Exponential.C7);
            oddTerms = square.lanewise(VectorOperators.FMA, oddTerms, 2.0 * Exponential.C8);
            evenTerms = square.lanewise(VectorOperators.FMA, evenTerms, 2.0 * Exponential.C5);
            oddTerms = square.lanewise(VectorOperators.FMA, oddTerms, 2.0 * Exponential.C6);
            evenTerms = square.lanewise(VectorOperators.FMA, evenTerms, 2.0 * Exponential.C3);
            oddTerms = square.lanewise(VectorOperators.FMA, oddTerms, 2.0 * Exponential.C4);
            DoubleVector twice = r.add(r);
            DoubleVector linear = two.add(twice);
            DoubleVector linearLow = two.sub(linear).add(twice);
            DoubleVector squareLow = r.fma(r, square.neg());
            DoubleVector head = linear.add(square);
            DoubleVector headLow = linear.sub(head).add(square);
            DoubleVector rounding = error.fma(linear, headLow.add(linearLow.add(squareLow)));
            DoubleVector tail = r.mul(square).fma(r.fma(oddTerms, evenTerms), rounding);

            DoubleVector away = head.add(tail).mul(power);
            DoubleVector placed = place.add(head);
            DoubleVector lost = place.sub(placed).add(head);
            DoubleVector gradual = placed.add(lost.add(tail)).sub(place).mul(power);
            DoubleVector nearer = away.blend(gradual, away.compare(VectorOperators.LT, Double.MIN_NORMAL * 0x1p200));
            DoubleVector back = DoubleVector.broadcast(Width.SPECIES, 0x1p200).blend(0x1p-200, below);
            nearer.mul(back)
                    .mul(DoubleVector.fromArray(Width.SPECIES, scratch, SIGNS + i))
                    .intoArray(results, from + i);
        }
    }
}
