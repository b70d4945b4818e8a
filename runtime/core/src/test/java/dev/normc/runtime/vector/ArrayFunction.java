package dev.normc.runtime.vector;

import dev.normc.runtime.math.ArrayMath;
import dev.normc.runtime.math.KernelMath;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A function of one operand: over an array, in vectors, and for one number. */
enum ArrayFunction {
    EXP(KernelMath::exp, ArrayMath::exp),
    EXPM1(KernelMath::expm1, ArrayMath::expm1),
    LOG(KernelMath::log, ArrayMath::log),
    TANH(KernelMath::tanh, ArrayMath::tanh),
    SIGMOID(KernelMath::sigmoid, ArrayMath::sigmoid),
    SOFTPLUS(KernelMath::softplus, ArrayMath::softplus),
    ERF(KernelMath::erf, ArrayMath::erf);

    interface OverArray {
        void apply(double[] values, int from, int length);
    }

    final DoubleUnaryOperator scalar;
    final OverArray array;

    ArrayFunction(DoubleUnaryOperator scalar, OverArray array) {
        this.scalar = scalar;
        this.array = array;
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
