package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.differentiate.Differentiator;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivative of the backward against differences of the backward, never twice of the forward. */
class SecondDerivativeTest {
    private static final double SLOPE = 1e-7;
    private static final double SLOPE_ROUNDING = 1e-10;
    private static final double F64 = 1e-12;
    private static final double F32 = 1.5e-7;

    static Stream<Spec> specs() {
        return Spec.all().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_second_derivative_is_the_slope_of_the_backward(Spec spec) {
        Subject subject = Subject.ofOrderTwo(spec, DataType.F64);
        checkSlopes(
                subject, subject.random(31), subject.compilation().specialized().train(), Entry.BACKWARD2);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_frozen_second_derivative_is_the_slope_of_the_frozen_backward(Spec spec) {
        Subject subject = Subject.ofOrderTwo(spec, DataType.F64);
        checkSlopes(
                subject, subject.random(31), subject.compilation().specialized().infer(), Entry.BACKWARD_FROZEN2);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void kernels_of_every_type_compute_what_the_second_derivative_says(Spec spec) {
        // Without f16, whose range some of these leave.
        for (DataType type : List.of(DataType.F32, DataType.F64, DataType.BF16)) {
            Subject subject = Subject.ofOrderTwo(spec, type);
            double tolerance =
                    switch (type) {
                        case F32 -> F32;
                        case F64 -> F64;
                        case BF16 -> F32 * 0x1p16;
                        case F16 -> throw new IllegalStateException("not tested");
                    };
            checkKernel(subject, subject.random(37), tolerance);
        }
    }

    @Test
    void a_kernel_of_order_one_says_how_to_get_the_second_derivative() {
        Subject subject = Subject.of(Spec.all().get(0), DataType.F32);
        assertThatThrownBy(() -> subject.kernel().backward2(subject.kernel().bindings()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("withOrder(2)");
    }

    static void checkSlopes(Subject subject, Map<String, double[]> values, TensorProgram forward, Entry entry) {
        Map<String, double[]> gradients = subject.reference(entry, values);
        Slopes slopes = new Slopes(Differentiator.differentiate(forward), BufferRole.GRADIENT, values);
        List<BufferSpec> differentiable = Stream.of(BufferRole.INPUT, BufferRole.PARAM, BufferRole.COTANGENT)
                .flatMap(role -> subject.signature().buffers(role).stream())
                .filter(buffer -> !buffer.name().startsWith("dd"))
                .toList();
        assertThat(gradients).hasSameSizeAs(differentiable);
        for (BufferSpec buffer : differentiable) {
            double[] expected = slopes.of(buffer.name());
            assertThat(Arrays.stream(expected).allMatch(Double::isFinite)).isTrue();
            double tolerance = SLOPE * Close.scale(expected) + SLOPE_ROUNDING * slopes.terms();
            Close.check(entry + " g2_" + buffer.name(), gradients.get("g2_" + buffer.name()), expected, tolerance);
        }
    }

    static void checkKernel(Subject subject, Map<String, double[]> values, double relative) {
        for (Entry entry : List.of(Entry.BACKWARD2, Entry.BACKWARD_FROZEN2)) {
            Map<String, double[]> computed = subject.run(entry, values);
            Map<String, double[]> expected = subject.reference(entry, values);
            assertThat(computed.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
            expected.forEach((name, elements) -> Close.check(
                    entry + " " + name, computed.get(name), elements, relative * Close.scale(elements) + 1e-15));
        }
    }
}
