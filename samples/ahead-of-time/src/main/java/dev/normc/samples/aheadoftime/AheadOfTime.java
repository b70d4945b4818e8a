package dev.normc.samples.aheadoftime;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormLayer;
import dev.normc.samples.aheadoftime.norms.BatchNorm8;
import dev.normc.samples.aheadoftime.norms.LayerNorm96;
import java.util.Arrays;

/** Runs kernels that Maven compiled: as a class, in a layer, and found by name. */
public final class AheadOfTime {
    private static final int ROWS = 4;

    private AheadOfTime() {}

    /** Prints one line for each way. */
    public static void main(String[] args) {
        System.out.println("as a class: " + asClass());
        System.out.println("in a layer: " + inLayer());
        System.out.println("by name: " + byName());
    }

    /** Arrays of the caller, bound by name once. */
    private static String asClass() {
        NormKernel layerNorm = new LayerNorm96();
        Bindings bindings = layerNorm.bindings(ROWS).set("x", ramp(ROWS * 96)).set("dy", ramp(ROWS * 96));
        layerNorm.forward(bindings);
        layerNorm.backward(bindings);
        return "y[0] = " + bindings.floats("y")[0] + ", dgamma[0] = " + bindings.floats("dgamma")[0];
    }

    /** A layer owns its parameters, their gradients and the running statistics. */
    private static String inLayer() {
        NormLayer batchNorm = new NormLayer(new BatchNorm8());
        batchNorm.forward(ramp(ROWS * 8 * 7 * 5));
        return "running_mean = " + Arrays.toString(batchNorm.floats("running_mean"));
    }

    /** Whoever knows no more than a name asks for the kernel of that name. */
    private static String byName() {
        NormKernel groupNorm = GeneratedKernels.named("GroupNorm64");
        return groupNorm.signature().buffer("x") + ", one of "
                + GeneratedKernels.names().size();
    }

    private static float[] ramp(int elements) {
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = (i * 37 % 101) / 50f - 1;
        }
        return values;
    }
}
