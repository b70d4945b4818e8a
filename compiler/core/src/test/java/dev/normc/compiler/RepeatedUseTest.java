package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Equations that name the one before them twice: written out they would be trees of 2^n leaves. No pass may walk them as
 * such.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RepeatedUseTest {

    /** A chain of equations, in each of which {@code @} is the one before. */
    private static Compilation compiled(String equation, int length) {
        StringBuilder text = new StringBuilder("norm A { input x[N, D] mask m[N] param w[D] = 1\n a0 = x\n");
        for (int i = 1; i < length; i++) {
            text.append(" a").append(i).append(" = ");
            text.append(equation.replace("@", "a" + (i - 1))).append('\n');
        }
        text.append(" output y = a").append(length - 1).append(" }");
        return Compiler.compile(new CompileRequest(
                new SourceFile("a.norm", text.toString()),
                Optional.empty(),
                "N=3, D=5",
                DataType.F32,
                Schedule.DEFAULT.withVectors(256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ + @",
                "@ * @ + @",
                "exp(@) + @",
                "max(abs(@), 1) / (1 + @^2)",
                "@ - @ * w",
                "where(@ < 1, @, -@)",
                "(@ + w) / sqrt(1 + abs(@) + @^2)",
            })
    void fortyEquationsAreFortyTimesOne(String equation) {
        assertThat(compiled(equation, 40).java()).hasSizeBetween(2_000, 2_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@ - mean[D](@)", "@ / sqrt(mean[D](@^2) + 1)", "@ + max[D](@)", "sqrt(abs(@ * sum[N; m](@)))"})
    void soAreStatisticsOfStatistics(String equation) {
        assertThat(compiled(equation, 7).java()).hasSizeBetween(2_000, 2_000_000);
    }

    /** The factors of {@code x^(2^n)} stand in one product as long as there are few. */
    @Test
    void powersOfPowersAreComputed() {
        Compilation powers = compiled("@ * @", 11);
        double[] x = new double[15];
        double[] expected = new double[15];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + (i - 7) * 0x1p-12;
            expected[i] = Math.pow(x[i], 1024);
        }
        double[] y = Interpreter.run(powers.programs().get(Entry.FORWARD), Map.of("x", x), 1)
                .get("y");
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isCloseTo(expected[i], within(1e-12 * expected[i]));
        }
        assertThat(compiled("@ * @", 30).java()).hasSizeLessThan(2_000_000);
    }

    @Test
    void aChainThatNoStackHoldsIsAnErrorOfTheNorm() {
        assertThatExceptionOfType(SpecificationException.class)
                .isThrownBy(() -> compiled("exp(@) + tanh(@)", 900))
                .withMessageContaining("N0402");
    }
}
