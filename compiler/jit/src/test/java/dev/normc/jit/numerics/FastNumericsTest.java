package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.Numerics;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code numerics = fast}: its stated bound, and bits that depend on little else. */
class FastNumericsTest {
    private static final double UNIT = 0x1p-24;
    private static final double EPS = 1e-5;

    @ParameterizedTest
    @CsvSource({"37, 0", "83, 3", "768, -20", "1024, 1000", "4096, 1", "5003, 100"})
    void a_layer_norm_is_within_the_stated_bound(int length, double mean) {
        int rows = 5;
        NormKernel kernel = Normc.zoo(
                "LayerNorm", "N=" + rows + ", D=" + length, CompileOptions.DEFAULT.withNumerics(Numerics.FAST));
        Bindings bindings = bound(kernel, mean);
        kernel.forward(bindings);
        float[] x = bindings.floats("x");
        float[] gamma = bindings.floats("gamma");
        float[] beta = bindings.floats("beta");
        float[] y = bindings.floats("y");
        for (int row = 0; row < rows; row++) {
            int from = row * length;
            double exactMean =
                    IntStream.range(0, length).mapToDouble(i -> x[from + i]).sum() / length;
            double variance = IntStream.range(0, length)
                            .mapToDouble(i -> (x[from + i] - exactMean) * (x[from + i] - exactMean))
                            .sum()
                    / length;
            double size = IntStream.range(0, length)
                            .mapToDouble(i -> Math.abs(x[from + i]))
                            .sum()
                    / length;
            double deviation = Math.sqrt(variance + EPS);
            for (int i = 0; i < length; i++) {
                double exact = gamma[i] * (x[from + i] - exactMean) / deviation + beta[i];
                double bound = 50 * UNIT * Math.abs(gamma[i]) * (Math.abs(x[from + i]) + size) / deviation
                        + UNIT * Math.abs(exact);
                assertThat((double) y[from + i])
                        .as("row %d, element %d", row, i)
                        .isCloseTo(exact, within(bound));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double bound) {
        return org.assertj.core.data.Offset.offset(bound);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=7, D=83",
                "LayerNorm | N=3, D=2100",
                "RMSNorm | N=5, D=290",
                "BatchNorm | N=3, C=5, H=7, W=13",
                "BatchNorm | N=70, C=40",
                "GroupNorm | N=3, C=8, H=9, W=15, G=2",
                "GRN | N=2, H=5, W=7, C=40",
                "FRN | N=2, C=3, H=9, W=11",
            })
    void the_bits_are_the_same_at_every_width(String norm, String shape) {
        Map<String, float[]> widest =
                results(kernel(norm, shape, Schedule.DEFAULT.inF32().withVectors(512)));
        for (int bits : new int[] {128, 256}) {
            Map<String, float[]> vectors =
                    results(kernel(norm, shape, Schedule.DEFAULT.inF32().withVectors(bits)));
            widest.forEach((name, elements) -> assertThat(vectors.get(name))
                    .as("%s at %d bits", name, bits)
                    .containsExactly(elements));
        }
    }

    @Test
    void gradients_stay_near_the_exact_ones() {
        Map<String, float[]> exact = results(kernel("LayerNorm", "N=33, D=768", Schedule.DEFAULT));
        Map<String, float[]> fast = results(kernel("LayerNorm", "N=33, D=768", Schedule.DEFAULT.inF32()));
        assertThat(fast.get("dx")).isNotEqualTo(exact.get("dx"));
        exact.forEach((name, elements) -> {
            double largest = IntStream.range(0, elements.length)
                    .mapToDouble(i -> Math.abs(elements[i]))
                    .max()
                    .orElse(0);
            for (int i = 0; i < elements.length; i++) {
                assertThat((double) fast.get(name)[i])
                        .as("%s[%d]", name, i)
                        .isCloseTo(elements[i], within(100 * UNIT * largest));
            }
        });
    }

    @Test
    void other_storage_than_f32_is_refused() {
        assertThatThrownBy(() -> CompileOptions.DEFAULT.withType(DataType.F64).withNumerics(Numerics.FAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numerics = fast")
                .hasMessageContaining("f64");
    }

    private static NormKernel kernel(String norm, String shape, Schedule schedule) {
        SourceFile source = Zoo.source(norm);
        return Jit.shared()
                .kernel(
                        new CompileRequest(source, Optional.empty(), shape, DataType.F32, schedule),
                        CompilerChoice.JANINO);
    }

    private static Map<String, float[]> results(NormKernel kernel) {
        Bindings bindings = bound(kernel, 2);
        kernel.forward(bindings);
        kernel.backward(bindings);
        Map<String, float[]> results = new TreeMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (buffer.role() == BufferRole.OUTPUT || buffer.role() == BufferRole.GRADIENT) {
                results.put(buffer.name(), bindings.floats(buffer.name()));
            }
        }
        return results;
    }

    /** Inputs around a mean with deviation 1; params and cotangents at random. */
    private static Bindings bound(NormKernel kernel, double mean) {
        Bindings bindings = kernel.bindings();
        Random random = new Random(11);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            double center = buffer.role() == BufferRole.INPUT ? mean : 0.25;
            boolean given = buffer.role() == BufferRole.INPUT
                    || buffer.role() == BufferRole.PARAM
                    || buffer.role() == BufferRole.COTANGENT;
            if (given) {
                float[] elements = bindings.floats(buffer.name());
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = (float) (center + random.nextGaussian());
                }
            }
        }
        return bindings;
    }
}
