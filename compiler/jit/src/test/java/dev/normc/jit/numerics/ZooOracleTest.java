package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Zoo;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every norm of the zoo against its formula written down a second time, in NumPy and float64.
 *
 * <p>{@code zoo_float64.py} shares nothing with the compiler: axes are positions there, groups are slices, weighted
 * statistics are sums. What the interpreter cannot see, a wrong group order or a wrong spec, fails here.
 */
class ZooOracleTest {
    private static final double F64 = 1e-12;

    static Stream<ZooCase> cases() {
        return ZooCase.all().stream();
    }

    static Stream<ZooCase> withGradients() {
        return cases().filter(zoo -> !zoo.backward().isEmpty());
    }

    @Test
    void everyNormOfTheZooHasACase() {
        assertThat(cases().map(zoo -> zoo.spec().name())).containsExactlyInAnyOrderElementsOf(Zoo.names());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAxesOfACaseHaveDifferentExtents(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        assertThat(subject.signature().buffers(BufferRole.INPUT).stream()
                        .map(BufferSpec::extents)
                        .filter(extents -> extents.size() > 1)
                        .toList())
                .isNotEmpty()
                .allMatch(extents -> extents.stream().distinct().count() > 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void training_computes_the_formula(ZooCase zoo) {
        check(zoo, Entry.FORWARD, zoo.train());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inference_computes_the_formula(ZooCase zoo) {
        check(zoo, Entry.INFER, zoo.infer());
    }

    /** Where {@code stop} or a weight keeps part of a norm out of the gradient, differences of it say nothing. */
    @ParameterizedTest
    @MethodSource("withGradients")
    void the_backward_computes_the_gradient_by_hand(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Map<String, double[]> computed = subject.run(Entry.BACKWARD, zoo.values(subject));
        zoo.backward()
                .forEach((name, elements) ->
                        Close.check(name, computed.get(name), elements, F64 * Close.scale(elements)));
    }

    @Test
    void everyNormThatStopsAGradientHasOneByHand() {
        assertThat(cases().filter(zoo -> zoo.spec().text().contains("stop(")))
                .allMatch(zoo -> !zoo.backward().isEmpty());
    }

    private static void check(ZooCase zoo, Entry entry, Map<String, double[]> expected) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        assertThat(zoo.given().keySet())
                .containsAll(subject.given().stream()
                        .filter(buffer -> buffer.role() != BufferRole.COTANGENT)
                        .map(BufferSpec::name)
                        .toList());
        Map<String, double[]> computed = subject.run(entry, zoo.values(subject));
        computed.keySet().removeIf(name -> subject.signature().buffer(name).role() == BufferRole.SAVED);
        assertThat(computed.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, elements) ->
                Close.check(entry + " " + name, computed.get(name), elements, F64 * Close.scale(elements)));
    }
}
