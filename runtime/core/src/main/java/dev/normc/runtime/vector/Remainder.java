package dev.normc.runtime.vector;

import dev.normc.runtime.math.KernelMath;

/** What {@link ExponentialVectors} has left: negative elements, which are still arguments. */
final class Remainder {
    /** Below it {@code exp}, {@code sigmoid} and {@code softplus} are 0, which needs no computing. */
    private static final double ZERO = -746.0;

    private Remainder() {}

    /** {@code exp}, which {@code softplus} is there as well. */
    static void exp(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] < 0.0) {
                values[i] = values[i] < ZERO ? 0.0 : KernelMath.exp(values[i]);
            }
        }
    }

    static void sigmoid(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] < 0.0) {
                values[i] = values[i] < ZERO ? 0.0 : KernelMath.sigmoid(values[i]);
            }
        }
    }
}
