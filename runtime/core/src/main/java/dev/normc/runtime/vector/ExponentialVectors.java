package dev.normc.runtime.vector;

import dev.normc.runtime.math.Exponential;
import dev.normc.runtime.math.KernelMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The whole vectors of {@code exp} and {@code sigmoid}; {@link Layout} says how they are written.
 *
 * <p>Where a result may be subnormal the argument is left in its place. It is negative there and no result is, so that
 * the caller can tell which elements are left to do.
 */
final class ExponentialVectors {

    private ExponentialVectors() {}

    /** As {@link KernelMath#exp}; whether arguments are left. */
    static boolean exp(double[] values, int from, int to) {
        boolean left = false;
        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            DoubleVector shifted = x.fma(Exponential.LOG2_E, Layout.SHIFT);
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Layout.MANTISSA_BITS);
            DoubleVector power = exponent.add(Layout.ONE).reinterpretAsDoubles();
            DoubleVector whole = shifted.sub(Layout.SHIFT);
            DoubleVector nearly = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_HIGH, x);
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
            VectorMask<Double> low = x.compare(VectorOperators.LT, Layout.LOWEST);
            DoubleVector result = head.add(tail).mul(power);
            result.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Layout.HIGHEST))
                    .blend(x, low)
                    .intoArray(values, i);
            left |= low.anyTrue();
        }
        return left;
    }

    /** As {@link KernelMath#sigmoid}; whether arguments are left. */
    static boolean sigmoid(double[] values, int from, int to) {
        boolean left = false;
        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            DoubleVector opposite = x.abs().neg();
            DoubleVector negative = opposite.blend(Layout.LOWEST, opposite.compare(VectorOperators.LT, Layout.LOWEST));
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
            DoubleVector high = head.add(tail);
            DoubleVector low = head.sub(high).add(tail);
            DoubleVector one = DoubleVector.broadcast(Width.SPECIES, 1.0);
            DoubleVector scaled = high.mul(power);
            DoubleVector denominator = one.add(scaled);
            DoubleVector denominatorLow = one.sub(denominator).add(scaled).add(low.mul(power));
            VectorMask<Double> below = x.compare(VectorOperators.LT, 0.0);
            DoubleVector numerator = two.blend(high, below);
            DoubleVector numeratorLow = DoubleVector.zero(Width.SPECIES).blend(low, below);
            DoubleVector inverse = one.div(denominator);
            DoubleVector quotient = numerator.mul(inverse);
            DoubleVector minus = quotient.neg();
            DoubleVector remainder = minus.fma(denominator, numerator).add(minus.fma(denominatorLow, numeratorLow));
            DoubleVector scale = DoubleVector.broadcast(Width.SPECIES, 0.5).blend(power, below);
            VectorMask<Double> tiny = x.compare(VectorOperators.LT, Layout.LOWEST);
            quotient.add(remainder.mul(inverse)).mul(scale).blend(x, tiny).intoArray(values, i);
            left |= tiny.anyTrue();
        }
        return left;
    }
}
