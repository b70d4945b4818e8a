package dev.normc.jit.numerics;

import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.fuzz.RandomNorm;
import dev.normc.jit.fuzz.Regression;
import dev.normc.jit.fuzz.Seeds;
import dev.normc.runtime.DataType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Norms that nobody wrote: kernels agree with the interpreter, gradients with slopes, bits with each other.
 *
 * <p>{@code -Dtest=RandomNormsTest -Dfuzz.seeds=1000..1999} takes other seeds. A failure leaves its norm in {@code
 * target/regressions/norm-<seed>}.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RandomNormsTest {

    static LongStream seeds() {
        return Seeds.seeds(8, 500);
    }

    static Stream<Regression> regressions() {
        return Regression.kept().stream().filter(Regression::isNorm);
    }

    @AfterEach
    void forget() {
        Subject.forgetAll();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_norm_is_computed_as_it_is_meant(long seed) {
        RandomNorm norm = RandomNorm.of(seed);
        Regression.ofNorm(seed, norm).check(() -> {
            Spec spec = new Spec(RandomNorm.NAME, norm.text(), norm.small());
            Agreement small = new Agreement(spec, seed);
            small.checkSlopes();
            small.checkKernel(DataType.F64);
            small.checkSecondSlopes();
            Agreement large = new Agreement(spec.at(norm.large()), seed);
            DataType type = seed % 3 == 0 ? DataType.F64 : DataType.F32;
            large.checkKernel(type);
            List<Schedule> cuts = BitsTest.cuts();
            large.checkBits(type, List.of(cuts.get((int) Math.floorMod(seed, (long) cuts.size()))));
        });
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void what_once_was_wrong_is_right(Regression regression) {
        List<Schedule> cuts = BitsTest.cuts()
                .subList(0, Boolean.getBoolean("normc.full") ? BitsTest.cuts().size() : 1);
        for (String shape : regression.shapes()) {
            Agreement agreement = new Agreement(new Spec(regression.name(), regression.text(), shape), 1);
            if (shape.equals(regression.shapes().get(0))) {
                agreement.checkSlopes();
                agreement.checkSecondSlopes();
            }
            for (DataType type : DataType.values()) {
                agreement.checkKernel(type);
                agreement.checkBits(type, cuts);
            }
        }
    }
}
