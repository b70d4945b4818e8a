package dev.normc.jit.numerics;

import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
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
    static Stream<Spec> specs() {
        return Spec.all().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_derived_backward_is_the_slope_of_the_forward(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F64);
        TensorProgram train = subject.compilation().specialized().train();
        Derived.slopes(subject, subject.random(17), train, Entry.FORWARD, Entry.BACKWARD);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void the_derived_frozen_backward_is_the_slope_of_infer(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F64);
        TensorProgram infer = subject.compilation().specialized().infer();
        Derived.slopes(subject, subject.random(17), infer, Entry.INFER, Entry.BACKWARD_FROZEN);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void f64_kernels_compute_what_the_derived_programs_say(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F64);
        Derived.kernel(subject, subject.random(23), Derived.F64);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void f32_kernels_compute_what_the_derived_programs_say(Spec spec) {
        Subject subject = Subject.of(spec, DataType.F32);
        Derived.kernel(subject, subject.random(23), Derived.F32);
    }
}
