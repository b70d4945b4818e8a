package dev.normc.runtime.vector;

import dev.normc.runtime.math.ArrayMath;
import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.VectorSupport;
import java.util.Objects;

/**
 * The elementary functions of {@link KernelMath} over arrays, with the same bits as those, in vectors of the module
 * {@code jdk.incubator.vector}.
 *
 * <p>Each method replaces {@code length} elements from {@code from} on and leaves the others alone. Nothing is allocated
 * once the JIT compiler has seen a method, but some scratch of a thread for powers. A caller must know that the module is there
 * ({@link VectorSupport}); {@link ArrayMath} does the same without it. Where an array has no such
 * elements, each throws {@link IndexOutOfBoundsException} and has written nothing.
 */
public final class VectorMath {

    static {
        // The descriptor does not say so; see there. Nothing happens on the class path.
        ModuleLayer.boot().findModule(VectorSupport.MODULE).ifPresent(VectorMath.class.getModule()::addReads);
    }

    private VectorMath() {}

    /** {@link KernelMath#exp} of each element. */
    public static void exp(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        if (ExponentialVectors.exp(values, from, full)) {
            Remainder.exp(values, from, full);
        }
        ArrayMath.exp(values, full, from + length - full);
    }

    /** {@link KernelMath#expm1} of each element. */
    public static void expm1(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        HyperbolicVectors.expm1(values, from, full);
        ArrayMath.expm1(values, full, from + length - full);
    }

    /** {@link KernelMath#log} of each element. */
    public static void log(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        LogarithmVectors.log(values, from, full);
        ArrayMath.log(values, full, from + length - full);
    }

    /** {@link KernelMath#tanh} of each element. */
    public static void tanh(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        HyperbolicVectors.tanh(values, from, full);
        ArrayMath.tanh(values, full, from + length - full);
    }

    /** {@link KernelMath#sigmoid} of each element. */
    public static void sigmoid(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        if (ExponentialVectors.sigmoid(values, from, full)) {
            Remainder.sigmoid(values, from, full);
        }
        ArrayMath.sigmoid(values, full, from + length - full);
    }

    /** {@link KernelMath#softplus} of each element. */
    public static void softplus(double[] values, int from, int length) {
        int full = endOfVectors(values, from, length);
        if (LogarithmVectors.softplus(values, from, full)) {
            Remainder.exp(values, from, full);
        }
        ArrayMath.softplus(values, full, from + length - full);
    }

    /** {@link KernelMath#erf} of each element, one by one: gathering its table's rows costs more than it saves. */
    public static void erf(double[] values, int from, int length) {
        ArrayMath.erf(values, from, length);
    }

    /**
     * {@link KernelMath#pow} of each base and its exponent, in place of the bases. The ranges must not overlap, unless they
     * are the same.
     */
    public static void pow(double[] bases, int basesFrom, double[] exponents, int exponentsFrom, int length) {
        Objects.checkFromIndexSize(basesFrom, length, bases.length);
        Objects.checkFromIndexSize(exponentsFrom, length, exponents.length);
        int full = length - length % Width.LANES;
        PowerVectors.pow(bases, basesFrom, exponents, exponentsFrom, full, 0.0, true);
        ArrayMath.pow(bases, basesFrom + full, exponents, exponentsFrom + full, length - full);
    }

    /** {@link KernelMath#pow} of each base and one exponent, in place of the bases. */
    public static void pow(double[] bases, int basesFrom, double exponent, int length) {
        Objects.checkFromIndexSize(basesFrom, length, bases.length);
        int full = length - length % Width.LANES;
        PowerVectors.pow(bases, basesFrom, bases, basesFrom, full, exponent, false);
        ArrayMath.pow(bases, basesFrom + full, exponent, length - full);
    }

    private static int endOfVectors(double[] values, int from, int length) {
        Objects.checkFromIndexSize(from, length, values.length);
        return from + length - length % Width.LANES;
    }
}
