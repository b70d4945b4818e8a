package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Derived programs against differences of their definition, and kernels against derived programs.
 *
 * <p>Differences are good to about 1e-11 of the terms of the loss; 1e-7 of the largest gradient is demanded.
 */
final class Derived {
    static final double F64 = 1e-12;
    static final double F32 = 1.5e-7;
    private static final double SLOPE = 1e-7;
    private static final double SLOPE_ROUNDING = 1e-10;

    private Derived() {}

    /** The backward of training and the frozen backward. */
    static void slopes(Subject subject, Map<String, double[]> values) {
        slopes(subject, values, subject.compilation().specialized().train(), Entry.FORWARD, Entry.BACKWARD);
        slopes(subject, values, subject.compilation().specialized().infer(), Entry.INFER, Entry.BACKWARD_FROZEN);
    }

    /**
     * A derived forward and backward against their definition.
     *
     * @param definition the norm before any pass
     */
    static void slopes(
            Subject subject, Map<String, double[]> values, TensorProgram definition, Entry forward, Entry backward) {
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

    /** Every entry of a kernel against the derived program, to a part of the largest element. */
    static void kernel(Subject subject, Map<String, double[]> values, double relative) {
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
