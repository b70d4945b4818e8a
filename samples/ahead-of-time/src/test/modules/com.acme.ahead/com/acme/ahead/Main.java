package com.acme.ahead;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.ArrayMath;
import dev.normc.runtime.math.VectorSupport;
import dev.normc.runtime.vector.VectorMath;
import java.util.Arrays;

/** Runs the kernel that the module provides, and prints what it is in and the bits of what it computes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        NormKernel kernel = GeneratedKernels.named("LayerNorm96");
        Bindings bindings = kernel.bindings(2);
        for (String given : new String[] {"x", "dy"}) {
            float[] values = new float[2 * 96];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i * 37 % 101) / 50f - 1;
            }
            bindings.set(given, values);
        }
        kernel.forward(bindings);
        kernel.backward(bindings);
        System.out.println(kernel.getClass().getModule() + " reads "
                + NormKernel.class.getModule().getDescriptor().toNameAndVersion());
        System.out.println(Arrays.hashCode(bindings.floats("y")) + " " + Arrays.hashCode(bindings.floats("dx")));
        if (VectorSupport.isPresent()) {
            double[] expected = {-2, -0.5, 0, 0.25, 1, 3, 40};
            double[] vectors = expected.clone();
            ArrayMath.tanh(expected, 0, expected.length);
            VectorMath.tanh(vectors, 0, vectors.length);
            System.out.println("vectors: " + (Arrays.equals(expected, vectors) ? "the same bits" : "other bits"));
        }
    }
}
