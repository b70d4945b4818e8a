package dev.normc.runtime.vector;

import dev.normc.runtime.math.Exponential;
import dev.normc.runtime.math.KernelMath;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The whole vectors of {@code expm1} and {@code tanh}, whose series have a base of {@code 1 - 2^-whole}; {@link Layout}
 * says how they are written.
 */
final class HyperbolicVectors {
    private static final double LINEAR = 0x1p-60;

    private static final double TANH_LINEAR = 0x1p-29;

    private static final double SATURATION = 45.0;

    private HyperbolicVectors() {}

    /** As {@link KernelMath#expm1}. */
    static void expm1(double[] values, int from, int to) {

        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            DoubleVector clamped = x.blend(-SATURATION, x.compare(VectorOperators.LT, -SATURATION));
            DoubleVector shifted = clamped.fma(Exponential.LOG2_E, Layout.SHIFT);
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Layout.MANTISSA_BITS);
            DoubleVector power = exponent.add(Layout.ONE).reinterpretAsDoubles();
            DoubleVector subtrahend = exponent.neg().add(Layout.ONE).reinterpretAsDoubles(); // 2^(1 - whole)
            DoubleVector whole = shifted.sub(Layout.SHIFT);
            DoubleVector nearly = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_HIGH, clamped);
            DoubleVector correction = whole.mul(-Exponential.LN2_LOW);
            DoubleVector r = nearly.add(correction);
            DoubleVector error = nearly.sub(r).add(correction);
            DoubleVector two = DoubleVector.broadcast(Width.SPECIES, 2.0);
            DoubleVector base = two.sub(subtrahend);
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
            DoubleVector linear = base.add(twice);
            DoubleVector linearLow = base.sub(linear).add(twice);
            DoubleVector squareLow = r.fma(r, square.neg());
            DoubleVector head = linear.add(square);
            DoubleVector headLow = linear.sub(head).add(square);
            DoubleVector rounding = error.fma(twice.add(2.0), headLow.add(linearLow.add(squareLow)));
            DoubleVector series = r.mul(square).fma(r.fma(odd, even), rounding);
            DoubleVector subtracted = two.sub(base);
            DoubleVector baseLow = two.sub(base.add(subtracted)).add(subtracted.sub(subtrahend));
            DoubleVector tail = series.add(baseLow);
            head.add(tail)
                    .mul(power)
                    .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Layout.HIGHEST))
                    .blend(x, x.abs().compare(VectorOperators.LT, LINEAR))
                    .intoArray(values, i);
        }
    }

    /** As {@link KernelMath#tanh}. */
    static void tanh(double[] values, int from, int to) {

        for (int i = from; i < to; i += Width.LANES) {
            DoubleVector x = DoubleVector.fromArray(Width.SPECIES, values, i);
            DoubleVector opposite = x.abs().mul(-2.0);
            DoubleVector clamped = opposite.blend(-SATURATION, opposite.compare(VectorOperators.LT, -SATURATION));
            DoubleVector shifted = clamped.fma(Exponential.LOG2_E, Layout.SHIFT);
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Layout.MANTISSA_BITS);
            DoubleVector power = exponent.add(Layout.ONE).reinterpretAsDoubles();
            DoubleVector subtrahend = exponent.neg().add(Layout.ONE).reinterpretAsDoubles(); // 2^(1 - whole)
            DoubleVector whole = shifted.sub(Layout.SHIFT);
            DoubleVector nearly = whole.lanewise(VectorOperators.FMA, -Exponential.LN2_HIGH, clamped);
            DoubleVector correction = whole.mul(-Exponential.LN2_LOW);
            DoubleVector r = nearly.add(correction);
            DoubleVector error = nearly.sub(r).add(correction);
            DoubleVector two = DoubleVector.broadcast(Width.SPECIES, 2.0);
            DoubleVector base = two.sub(subtrahend);
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
            DoubleVector linear = base.add(twice);
            DoubleVector linearLow = base.sub(linear).add(twice);
            DoubleVector squareLow = r.fma(r, square.neg());
            DoubleVector head = linear.add(square);
            DoubleVector headLow = linear.sub(head).add(square);
            DoubleVector rounding = error.fma(twice.add(2.0), headLow.add(linearLow.add(squareLow)));
            DoubleVector series = r.mul(square).fma(r.fma(odd, even), rounding);
            DoubleVector subtracted = two.sub(base);
            DoubleVector baseLow = two.sub(base.add(subtracted)).add(subtracted.sub(subtrahend));
            DoubleVector tail = series.add(baseLow);
            DoubleVector sum = head.add(tail);
            DoubleVector numerator = sum.mul(power);
            DoubleVector numeratorLow = head.sub(sum).add(tail).mul(power);
            DoubleVector denominator = two.add(numerator);
            DoubleVector denominatorLow = two.sub(denominator).add(numerator).add(numeratorLow);
            DoubleVector inverse = DoubleVector.broadcast(Width.SPECIES, 1.0).div(denominator);
            DoubleVector quotient = numerator.mul(inverse);
            DoubleVector minus = quotient.neg();
            DoubleVector remainder = minus.fma(denominator, numerator).add(minus.fma(denominatorLow, numeratorLow));
            DoubleVector result = remainder.fma(inverse, quotient);
            result.neg()
                    .blend(result, x.compare(VectorOperators.LT, 0.0))
                    .blend(x, x.abs().compare(VectorOperators.LT, TANH_LINEAR))
                    .intoArray(values, i);
        }
    }
}
