package dev.normc.jit.founding;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The kernel of one norm, run on named arrays of doubles through the front door.
 *
 * @param extent of the dynamic axis; ignored where there is none
 */
record Norm(NormKernel kernel, int extent) {

    /** The f64 kernel of a specification. */
    static Norm of(String text, String shape) {
        return of(text, shape, DataType.F64);
    }

    /** The f64 kernel of the initial values that a specification takes from data. */
    static Norm initializer(String text, String shape) {
        CompileOptions options = CompileOptions.DEFAULT.withType(DataType.F64).withInitializer();
        return new Norm(Normc.compile("founding.norm", text, shape, options), 1);
    }

    static Norm of(String text, String shape, DataType type) {
        return new Norm(Normc.compile("founding.norm", text, shape, CompileOptions.DEFAULT.withType(type)), 1);
    }

    /** The same kernel at another extent of its dynamic axis. */
    Norm at(int other) {
        return new Norm(kernel, other);
    }

    /** What {@code forward} and then {@code backward} leave: outputs, states and gradients. */
    Map<String, double[]> train(Map<String, double[]> values) {
        Bindings bindings = bind(values);
        kernel.forward(bindings);
        kernel.backward(bindings);
        return results(bindings);
    }

    /** What {@code infer} and then {@code backwardFrozen} leave. */
    Map<String, double[]> frozen(Map<String, double[]> values) {
        Bindings bindings = bind(values);
        kernel.infer(bindings);
        kernel.backwardFrozen(bindings);
        return results(bindings);
    }

    /** Buffers that hold the values, rounded to their storage; what has none holds its initial value. */
    private Bindings bind(Map<String, double[]> values) {
        Bindings bindings = new Bindings(kernel.signature(), extent).allocateAll();
        values.forEach((name, elements) -> {
            int wanted = kernel.signature().buffer(name).elements(extent);
            if (wanted != elements.length) {
                throw new IllegalArgumentException(name + ": needs " + wanted + " elements, got " + elements.length);
            }
            if (kernel.signature().buffer(name).type() == DataType.F64) {
                System.arraycopy(elements, 0, bindings.doubles(name), 0, wanted);
            } else {
                for (int i = 0; i < wanted; i++) {
                    bindings.floats(name)[i] = (float) elements[i];
                }
            }
        });
        return bindings;
    }

    private Map<String, double[]> results(Bindings bindings) {
        Map<String, double[]> results = new LinkedHashMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean left =
                    switch (buffer.role()) {
                        case OUTPUT, STATE, GRADIENT -> true;
                        case INPUT, PARAM, MASK, COTANGENT, SAVED, STATISTIC, WORKSPACE -> false;
                    };
            if (left) {
                results.put(buffer.name(), read(bindings, buffer));
            }
        }
        return results;
    }

    private static double[] read(Bindings bindings, BufferSpec buffer) {
        return buffer.type() == DataType.F64
                ? bindings.doubles(buffer.name()).clone()
                : Vectors.widened(bindings.floats(buffer.name()));
    }

    /** Values of the storage type for all that a caller gives: states between 1/2 and 3/2, all else normal about 0.3. */
    Map<String, double[]> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given =
                    switch (buffer.role()) {
                        case INPUT, PARAM, MASK, STATE, COTANGENT -> true;
                        case OUTPUT, GRADIENT, SAVED, STATISTIC, WORKSPACE -> false;
                    };
            if (given) {
                values.put(buffer.name(), drawn(buffer, random));
            }
        }
        return values;
    }

    private double[] drawn(BufferSpec buffer, SplittableRandom random) {
        double[] elements = new double[buffer.elements(extent)];
        for (int i = 0; i < elements.length; i++) {
            boolean state = buffer.role() == BufferRole.STATE;
            double value = state ? 0.5 + random.nextDouble() : 0.3 + random.nextGaussian();
            elements[i] = buffer.type() == DataType.F32 ? (float) value : value;
        }
        return elements;
    }
}
