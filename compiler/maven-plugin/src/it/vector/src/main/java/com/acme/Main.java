package com.acme;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.WarmingKernel;
import java.util.Arrays;
import java.util.Random;

/** Uses a kernel that has vector twins until one of them serves, where there is one, and compares what comes out. */
public final class Main {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    public static void main(String[] args) {
        NormKernel plain = new LayerNorm77();
        NormKernel kernel = GeneratedKernels.named("LayerNorm77");
        if (GeneratedKernels.named("com.acme.LayerNorm77") != kernel) {
            throw new IllegalStateException("two kernels of one name");
        }
        Bindings expected = bindings(plain);
        plain.forward(expected);
        plain.backward(expected);

        Bindings actual = bindings(kernel);
        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            kernel.forward(actual);
            kernel.backward(actual);
        } while (isPlain(kernel) && System.nanoTime() < end);
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
            Arrays.fill(actual.floats(name), 0);
        }
        kernel.forward(actual);
        kernel.backward(actual);

        boolean same = true;
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
            same &= Arrays.equals(expected.floats(name), actual.floats(name));
        }
        String served = kernel instanceof WarmingKernel ? isPlain(kernel) ? "plain so far" : "vectors" : "plain";
        System.out.println(served + ", " + (same ? "the same bits" : "other bits"));
    }

    private static boolean isPlain(NormKernel kernel) {
        return kernel instanceof WarmingKernel warming
                && (warming.isPlain(Entry.FORWARD) || warming.isPlain(Entry.BACKWARD));
    }

    private static Bindings bindings(NormKernel kernel) {
        Bindings bindings = kernel.bindings(19);
        Random random = new Random(7);
        for (String name : new String[] {"x", "gamma", "beta", "dy"}) {
            float[] values = bindings.floats(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
        }
        return bindings;
    }
}
