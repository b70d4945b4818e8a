package com.acme.jit;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import java.util.Arrays;

/** Compiles the same layer norm from the norms that come with normc. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        NormKernel kernel = Normc.zoo("LayerNorm", "N=?, D=96");
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
        System.out.println(Normc.class.getModule());
        System.out.println(Arrays.hashCode(bindings.floats("y")) + " " + Arrays.hashCode(bindings.floats("dx")));
    }
}
