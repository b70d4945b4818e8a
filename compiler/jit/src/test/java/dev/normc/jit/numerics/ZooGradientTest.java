package dev.normc.jit.numerics;

import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of every norm of the zoo, of order 1 and 2, for every input and param. */
class ZooGradientTest {
    static Stream<ZooCase> cases() {
        return ZooCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derived_gradients_are_the_slopes_of_training_and_of_inference(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Derived.slopes(subject, zoo.values(subject));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void second_derivatives_are_the_slopes_of_the_backward_and_of_the_frozen_backward(ZooCase zoo) {
        Subject subject = Subject.ofOrderTwo(zoo.spec(), DataType.F64);
        Map<String, double[]> values = zoo.values(subject);
        SpecializedNorm norm = subject.compilation().specialized();
        SecondDerivativeTest.checkSlopes(subject, values, norm.train(), Entry.BACKWARD2);
        SecondDerivativeTest.checkSlopes(subject, values, norm.infer(), Entry.BACKWARD_FROZEN2);
        SecondDerivativeTest.checkKernel(subject, values, Derived.F64);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f64_kernels_compute_what_the_derived_programs_say(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Derived.kernel(subject, zoo.values(subject), Derived.F64);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void f32_kernels_compute_what_the_derived_programs_say(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F32);
        Map<String, double[]> values = zoo.values(subject);
        values.replaceAll((name, elements) -> subject.rounded(elements));
        Derived.kernel(subject, values, Derived.F32);
    }
}
