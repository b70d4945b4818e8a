package dev.normc.runtime.vector;

import dev.normc.runtime.math.Exponential;
import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.Logarithm;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The whole vectors of {@code log} and {@code softplus}; {@link Layout} says how they are written. */
final class LogarithmVectors {
    private static final double NEGLIGIBLE = 40.0;

    private static final double SQRT_2_MINUS_1 = 0x1.a827999fcef32p-2;

    private LogarithmVectors() {}

    /** As {@link KernelMath#log}. */
    static void log(double[] values, int from, int to) {

        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            VectorMask<Double> subnormal = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
            DoubleVector normal = x.blend(x.mul(0x1p54), subnormal);
            LongVector bits = normal.reinterpretAsLongs().add(Layout.OFFSET);
            DoubleVector mantissa =
                    bits.and(Layout.MANTISSA).add(Logarithm.SQRT_HALF_BITS).reinterpretAsDoubles();
            DoubleVector integer = bits.lanewise(VectorOperators.LSHR, Layout.MANTISSA_BITS)
                    .add(Layout.INTEGER)
                    .reinterpretAsDoubles();
            DoubleVector biased = integer.sub(Layout.INTEGER_BIAS);
            DoubleVector exponent = biased.blend(biased.sub(54.0), subnormal);
            DoubleVector f = mantissa.sub(1.0);
            DoubleVector high = exponent.mul(Exponential.LN2_HIGH);
            DoubleVector low = exponent.mul(Exponential.LN2_LOW);
            DoubleVector divisor = f.add(2.0);
            DoubleVector divisorLow = divisor.sub(2.0).neg().add(f);
            DoubleVector inverse = DoubleVector.broadcast(Width.SPECIES, 1.0).div(divisor);
            DoubleVector s = f.mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector w = z.mul(z);
            DoubleVector evens = w.fma(Logarithm.C15, Logarithm.C11);
            DoubleVector odds = w.fma(Logarithm.C17, Logarithm.C13);
            evens = w.lanewise(VectorOperators.FMA, evens, Logarithm.C7);
            odds = w.lanewise(VectorOperators.FMA, odds, Logarithm.C9);
            evens = w.lanewise(VectorOperators.FMA, evens, Logarithm.C3);
            odds = w.lanewise(VectorOperators.FMA, odds, Logarithm.C5);
            DoubleVector minus = s.neg();
            DoubleVector remainder = minus.fma(divisor, f).add(minus.mul(divisorLow));
            DoubleVector small = remainder.mul(inverse).fma(z.fma(2.0, 2.0), low);
            DoubleVector twiceS = s.add(s);
            DoubleVector first = high.add(twiceS);
            DoubleVector firstLow = high.sub(first).add(twiceS);
            DoubleVector last = s.mul(z).fma(z.fma(odds, evens), small);
            x.blend(first.add(firstLow.add(last)), x.compare(VectorOperators.LE, Double.MAX_VALUE))
                    .blend(Double.NaN, x.compare(VectorOperators.LT, 0.0))
                    .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0.0))
                    .intoArray(values, i);
        }
    }

    /** As {@link KernelMath#softplus}; whether arguments are left, as in {@link ExponentialVectors}. */
    static boolean softplus(double[] values, int from, int to) {
        boolean left = false;
        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            DoubleVector negative = x.abs().neg();
            DoubleVector shifted = negative.fma(Exponential.LOG2_E, Layout.SHIFT);
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Layout.MANTISSA_BITS);
            DoubleVector power = exponent.add(Layout.ONE).reinterpretAsDoubles();
            DoubleVector whole = shifted.sub(Layout.SHIFT);
            DoubleVector nearly = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_HIGH, negative);
            DoubleVector correction = whole.mul(-Exponential.LN2_LOW);
            DoubleVector r = nearly.add(correction);
            DoubleVector error = nearly.sub(r).add(correction);
            DoubleVector two = DoubleVector.broadcast(Width.SPECIES, 2.0);
            DoubleVector square = r.mul(r);
            DoubleVector even = square.fma(2.0 * Exponential.C11, 2.0 * Exponential.C9);
            DoubleVector odd = square.fma(2.0 * Exponential.C12, 2.0 * Exponential.C10);
            even = square.lanewise(VectorOperators.FMA, even, 2.0 * Exponential.C7);
            odd = square.lanewise(VectorOperators.FMA, odd, 2.0 * Exponential.C8);
            even = square.lanewise(VectorOperators.FMA, even, 2.0 * Exponential.C5);
            odd = square.lanewise(VectorOperators.FMA, odd, 2.0 * Exponential.C6);
            even = square.lanewise(VectorOperators.FMA, even, 2.0 * Exponential.C3);
            odd = square.lanewise(VectorOperators.FMA, odd, 2.0 * Exponential.C4);
            DoubleVector twice = r.add(r);
            DoubleVector linear = two.add(twice);
            DoubleVector linearLow = two.sub(linear).add(twice);
            DoubleVector squareLow = r.fma(r, square.neg());
            DoubleVector head = linear.add(square);
            DoubleVector headLow = linear.sub(head).add(square);
            DoubleVector rounding = error.fma(linear, headLow.add(linearLow.add(squareLow)));
            DoubleVector tail = r.mul(square).fma(r.fma(odd, even), rounding);
            DoubleVector sum = head.add(tail);
            DoubleVector high = sum.mul(power);
            DoubleVector low = head.sub(sum).add(tail).mul(power);
            VectorMask<Double> halve = high.compare(VectorOperators.GT, SQRT_2_MINUS_1);
            DoubleVector less = high.sub(1.0);
            DoubleVector lessLow = low.add(less.add(1.0).neg().add(high));
            DoubleVector f = high.blend(less.mul(0.5), halve);
            DoubleVector fLow = low.blend(lessLow.mul(0.5), halve);
            DoubleVector zero = DoubleVector.zero(Width.SPECIES);
            DoubleVector positive = zero.blend(x, x.compare(VectorOperators.GT, 0.0));
            DoubleVector ln2 = zero.blend(Exponential.LN2_HIGH, halve);
            DoubleVector ln2Low = zero.blend(Exponential.LN2_LOW, halve);
            DoubleVector base = positive.add(ln2);
            DoubleVector added = base.sub(positive);
            DoubleVector baseLow =
                    positive.sub(base.sub(added)).add(ln2.sub(added)).add(ln2Low);
            DoubleVector divisor = f.add(2.0);
            DoubleVector divisorLow = divisor.sub(2.0).neg().add(f).add(fLow);
            DoubleVector inverse = DoubleVector.broadcast(Width.SPECIES, 1.0).div(divisor);
            DoubleVector s = f.mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector w = z.mul(z);
            DoubleVector evens = w.fma(Logarithm.C15, Logarithm.C11);
            DoubleVector odds = w.fma(Logarithm.C17, Logarithm.C13);
            evens = w.lanewise(VectorOperators.FMA, evens, Logarithm.C7);
            odds = w.lanewise(VectorOperators.FMA, odds, Logarithm.C9);
            evens = w.lanewise(VectorOperators.FMA, evens, Logarithm.C3);
            odds = w.lanewise(VectorOperators.FMA, odds, Logarithm.C5);
            DoubleVector minus = s.neg();
            DoubleVector remainder = minus.fma(divisor, f).add(minus.fma(divisorLow, fLow));
            DoubleVector small = remainder.mul(inverse).fma(z.fma(2.0, 2.0), baseLow);
            DoubleVector twiceS = s.add(s);
            DoubleVector first = base.add(twiceS);
            DoubleVector firstLow = base.sub(first).add(twiceS);
            DoubleVector last = s.mul(z).fma(z.fma(odds, evens), small);
            VectorMask<Double> tiny = x.compare(VectorOperators.LT, Layout.LOWEST);
            first.add(firstLow.add(last))
                    .blend(high, x.compare(VectorOperators.LT, -NEGLIGIBLE))
                    .blend(x, x.compare(VectorOperators.GT, NEGLIGIBLE))
                    .blend(x, tiny)
                    .intoArray(values, i);
            left |= tiny.anyTrue();
        }
        return left;
    }
}
