package dev.normc.jit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Compiler;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generator makes norms that the front end takes, the same from the same seed. */
class RandomNormTest {
    static LongStream seeds() {
        return Seeds.seeds(200, 2000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_norm_is_valid_at_both_of_its_shapes(long seed) {
        RandomNorm norm = RandomNorm.of(seed);
        assertThat(RandomNorm.of(seed)).isEqualTo(norm);
        TypedNorm typed =
                Compiler.check(new SourceFile("fuzzed.norm", norm.text())).get(0);
        Specializer.specialize(typed, new SourceFile("shape", norm.small()), DataType.F32);
        Specializer.specialize(typed, new SourceFile("shape", norm.large()), DataType.F64);
    }
}
