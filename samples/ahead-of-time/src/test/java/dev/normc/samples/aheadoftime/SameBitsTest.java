package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven compiled computes what the JIT compiles now, bit for bit. */
class SameBitsTest {
    private static final Path SPECIFICATIONS = Path.of("src/main/norm");
    private static final int EXTENT = 4;

    static Stream<Arguments> kernels() {
        CompileOptions f64 = CompileOptions.DEFAULT.withType(DataType.F64);
        return Stream.of(
                Arguments.of("LayerNorm96", Normc.compile(SPECIFICATIONS.resolve("layer_norm.norm"), "N=?, D=96")),
                Arguments.of(
                        "BatchNorm8", Normc.compile(SPECIFICATIONS.resolve("batch_norm.norm"), "N=?, C=8, H=7, W=5")),
                Arguments.of("GroupNorm64", Normc.zoo("GroupNorm", "N=3, C=64, H=5, W=6")),
                Arguments.of("RMSNorm33", Normc.zoo("RMSNorm", "N=?, D=33", f64)));
    }

    private static Bindings bindings(NormKernel kernel) {
        Bindings bindings = kernel.signature().dynamicAxis().isPresent() ? kernel.bindings(EXTENT) : kernel.bindings();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given = buffer.role() == BufferRole.INPUT
                    || buffer.role() == BufferRole.PARAM
                    || buffer.role() == BufferRole.COTANGENT;
            SplittableRandom random = new SplittableRandom(buffer.name().hashCode());
            int elements = bindings.elements(buffer.name());
            if (given && buffer.type() == DataType.F32) {
                float[] values = new float[elements];
                for (int i = 0; i < elements; i++) {
                    values[i] = (float) random.nextDouble(-3, 5);
                }
                bindings.set(buffer.name(), values);
            } else if (given) {
                bindings.set(buffer.name(), random.doubles(elements, -3, 5).toArray());
            }
        }
        return bindings;
    }

    private static void assertSameBits(
            NormKernel expected, NormKernel actual, BiConsumer<NormKernel, Bindings> entries) {
        Bindings one = bindings(expected);
        Bindings other = bindings(actual);
        entries.accept(expected, one);
        entries.accept(actual, other);
        int compared = 0;
        for (BufferSpec buffer : actual.signature().buffers()) {
            String name = buffer.name();
            boolean result = buffer.role() == BufferRole.OUTPUT
                    || buffer.role() == BufferRole.STATE
                    || buffer.role() == BufferRole.GRADIENT;
            if (result && buffer.type() == DataType.F32) {
                assertThat(other.floats(name)).as(name).isEqualTo(one.floats(name)); // compares bits
                compared++;
            } else if (result) {
                assertThat(other.doubles(name)).as(name).isEqualTo(one.doubles(name));
                compared++;
            }
        }
        assertThat(compared).as("results").isGreaterThanOrEqualTo(3);
        assertThat(nonZero(other, "dx")).as("gradients that are not 0").isPositive();
    }

    private static long nonZero(Bindings bindings, String name) {
        boolean single = bindings.signature().buffer(name).type() == DataType.F32;
        int elements = bindings.elements(name);
        long count = 0;
        for (int i = 0; i < elements; i++) {
            count += (single ? bindings.floats(name)[i] : bindings.doubles(name)[i]) != 0 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void forwardAndBackwardAreThoseOfTheJit(String name, NormKernel expected) {
        NormKernel actual = GeneratedKernels.named(name);
        assertThat(expected.getClass()).isNotEqualTo(actual.getClass());
        assertSameBits(expected, actual, (kernel, bindings) -> {
            kernel.forward(bindings);
            kernel.backward(bindings);
        });
    }

    @Test
    void inferAndItsBackwardAreThoseOfTheJit() {
        NormKernel expected = Normc.compile(SPECIFICATIONS.resolve("batch_norm.norm"), "N=?, C=8, H=7, W=5");
        assertSameBits(expected, GeneratedKernels.named("BatchNorm8"), (kernel, bindings) -> {
            kernel.forward(bindings);
            kernel.infer(bindings);
            kernel.backwardFrozen(bindings);
        });
    }
}
