package dev.normc.samples.benchmarks;

import dev.normc.runtime.math.ArrayMath;
import dev.normc.runtime.vector.VectorMath;

/** The functions of a norm over arrays, as kernels call them. */
interface ElementaryFunctions {
    /** Replaces the first elements. */
    void apply(LoopCount.Elementary function, double[] values, int length);

    /** Those of plain Java, or of the vector module. */
    static ElementaryFunctions of(boolean inVectors) {
        return inVectors ? ElementaryFunctions::vectors : ElementaryFunctions::plain;
    }

    private static void plain(LoopCount.Elementary function, double[] values, int length) {
        switch (function.op()) {
            case EXP -> ArrayMath.exp(values, 0, length);
            case EXPM1 -> ArrayMath.expm1(values, 0, length);
            case LOG -> ArrayMath.log(values, 0, length);
            case TANH -> ArrayMath.tanh(values, 0, length);
            case SIGMOID -> ArrayMath.sigmoid(values, 0, length);
            case SOFTPLUS -> ArrayMath.softplus(values, 0, length);
            case ERF -> ArrayMath.erf(values, 0, length);
            case POWER -> ArrayMath.pow(values, 0, function.exponent(), length);
            default -> throw new IllegalArgumentException(function.op() + " is not elementary");
        }
    }

    private static void vectors(LoopCount.Elementary function, double[] values, int length) {
        switch (function.op()) {
            case EXP -> VectorMath.exp(values, 0, length);
            case EXPM1 -> VectorMath.expm1(values, 0, length);
            case LOG -> VectorMath.log(values, 0, length);
            case TANH -> VectorMath.tanh(values, 0, length);
            case SIGMOID -> VectorMath.sigmoid(values, 0, length);
            case SOFTPLUS -> VectorMath.softplus(values, 0, length);
            case ERF -> VectorMath.erf(values, 0, length);
            case POWER -> VectorMath.pow(values, 0, function.exponent(), length);
            default -> throw new IllegalArgumentException(function.op() + " is not elementary");
        }
    }
}
