package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The derived programs against differences of their definition, and the kernels against the derived programs: a wrong
 * rule fails the first, a wrong emission the second.
 *
 * <p>Differences are of the norm before any pass, so simplification is tested too. They are good to about 1e-11 of the
 * terms of the loss; 1e-7 of the largest gradient is demanded.
 */
class CentralDifferenceTest {
    private static final double SLOPE = 1e-7;
    private static final double SLOPE_ROUNDING = 1e-10;
    private static final double F64 = 1e-12;
    private static final double F32 = 1.5e-7;

    static Stream<Spec> specs() {
        return Spec.all().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_derived_backward_is_the_slope_of_the_forward(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F64);
        checkSlopes(subject, subject.compilation().specialized().train(), Entry.FORWARD, Entry.BACKWARD);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_derived_frozen_backward_is_the_slope_of_infer(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F64);
        checkSlopes(subject, subject.compilation().specialized().infer(), Entry.INFER, Entry.BACKWARD_FROZEN);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void f64_kernels_compute_what_the_derived_programs_say(Spec spec) {
        checkKernel(Subject.of(spec, DataType.F64), F64);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void f32_kernels_compute_what_the_derived_programs_say(Spec spec) {
        checkKernel(Subject.of(spec, DataType.F32), F32);
    }

    private static void checkSlopes(Subject subject, TensorProgram definition, Entry forward, Entry backward) {
        Map<String, double[]> values = subject.random(17);
        Map<String, double[]> defined = subject.interpret(definition, values);
        Map<String, double[]> simplified = subject.interpret(forward, values);
        defined.forEach((name, expected) ->
                Close.check(forward + " " + name, simplified.get(name), expected, F64 * Close.scale(expected)));

        Map<String, double[]> gradients = subject.reference(backward, values);
        Slopes slopes = new Slopes(definition, values);
        List<BufferSpec> differentiable = Stream.of(BufferRole.INPUT, BufferRole.PARAM)
                .flatMap(role -> subject.signature().buffers(role).stream())
                .toList();
        assertThat(gradients).hasSameSizeAs(differentiable);
        for (BufferSpec buffer : differentiable) {
            double[] expected = slopes.of(buffer.name());
            assertThat(Arrays.stream(expected).allMatch(Double::isFinite)).isTrue();
            double tolerance = SLOPE * Close.scale(expected) + SLOPE_ROUNDING * slopes.terms();
            Close.check(backward + " d" + buffer.name(), gradients.get("d" + buffer.name()), expected, tolerance);
        }
    }

    private static void checkKernel(Subject subject, double relative) {
        Map<String, double[]> values = subject.random(23);
        for (Entry entry : subject.compilation().programs().keySet()) {
            Map<String, double[]> computed = subject.run(entry, values);
            Map<String, double[]> expected = subject.reference(entry, values);
            assertThat(computed.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
            expected.values()
                    .forEach(elements -> assertThat(Arrays.stream(elements).allMatch(Double::isFinite))
                            .isTrue());
            expected.forEach((name, elements) -> Close.check(
                    entry + " " + name, computed.get(name), elements, relative * Close.scale(elements) + 1e-15));
        }
    }
}
