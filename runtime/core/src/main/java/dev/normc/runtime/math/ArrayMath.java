package dev.normc.runtime.math;

import java.util.Objects;

/**
 * The elementary functions of {@link KernelMath} over arrays, element by element.
 *
 * <p>Each method replaces {@code length} elements from {@code from} on and leaves the others alone. Nothing is allocated.
 * {@code dev.normc.runtime.vector.VectorMath} has the same methods in vectors, where the JVM has the module for them.
 * Where an array has no such elements, each throws {@link IndexOutOfBoundsException} and has written nothing.
 */
public final class ArrayMath {
    private ArrayMath() {}

    /** {@link KernelMath#exp} of each element. */
    public static void exp(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.exp(values[i]);
        }
    }

    /** {@link KernelMath#expm1} of each element. */
    public static void expm1(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.expm1(values[i]);
        }
    }

    /** {@link KernelMath#log} of each element. */
    public static void log(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.log(values[i]);
        }
    }

    /** {@link KernelMath#tanh} of each element. */
    public static void tanh(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.tanh(values[i]);
        }
    }

    /** {@link KernelMath#sigmoid} of each element. */
    public static void sigmoid(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.sigmoid(values[i]);
        }
    }

    /** {@link KernelMath#softplus} of each element. */
    public static void softplus(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.softplus(values[i]);
        }
    }

    /** {@link KernelMath#erf} of each element. */
    public static void erf(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        for (int i = from; i < from + length; i++) {
            values[i] = KernelMath.erf(values[i]);
        }
    }

    /**
     * {@link KernelMath#pow} of each base and its exponent, in place of the bases. The ranges must not overlap, unless
     * they are the same.
     */
    public static void pow(double[] bases, int basesFrom, double[] exponents, int exponentsFrom, int length) {
        Objects.checkFromIndexSize(basesFrom, length, bases.length);
        Objects.checkFromIndexSize(exponentsFrom, length, exponents.length);
        for (int i = 0; i < length; i++) {
            bases[basesFrom + i] = KernelMath.pow(bases[basesFrom + i], exponents[exponentsFrom + i]);
        }
    }

    /** {@link KernelMath#pow} of each base and one exponent, in place of the bases. */
    public static void pow(double[] bases, int basesFrom, double exponent, int length) {
        Objects.checkFromIndexSize(basesFrom, length, bases.length);
        for (int i = basesFrom; i < basesFrom + length; i++) {
            bases[i] = KernelMath.pow(bases[i], exponent);
        }
    }
}
