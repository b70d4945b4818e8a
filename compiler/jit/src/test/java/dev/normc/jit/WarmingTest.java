package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.math.VectorSupport;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A kernel goes over from plain Java to hardware vectors while it is used. */
class WarmingTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Test
    void a_kernel_in_use_goes_over_to_vectors_and_keeps_its_bits() {
        assumeThat(VectorSupport.worthwhileBits()).as("vectors here").isPositive();
        NormKernel kernel = Normc.zoo("LayerNorm", "N=200, D=333");
        Bindings bindings = kernel.bindings();
        Random random = new Random(3);
        float[] x = bindings.floats("x");
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        kernel.forward(bindings);
        float[] first = bindings.floats("y").clone();
        assertThat(kernel.source()).doesNotContain("DoubleVector");

        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!kernel.source().contains("DoubleVector") && System.nanoTime() < end) {
            kernel.forward(bindings);
        }

        assertThat(kernel.source()).contains("DoubleVector");
        Arrays.fill(bindings.floats("y"), 0);
        kernel.forward(bindings);
        assertThat(Arrays.equals(bindings.floats("y"), first)).isTrue();
    }
}
