package dev.normc.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result that is wrong is seen. */
class ReferenceTest {
    private final Compilation compilation = Compiler.compile(
            new CompileRequest(Zoo.source("LayerNorm"), Optional.empty(), "N=3, D=5", DataType.F32, Schedule.DEFAULT));
    private final BufferSets sets = new BufferSets(compilation.signature(), 2);

    @Test
    void oneElementThatIsOffIsADifference() {
        Reference reference =
                new Reference(compilation.signature(), compilation.programs(), List.of(Entry.FORWARD), sets);
        Reference taken = new Reference(compilation.signature());
        float[] y = (float[]) sets.array(0, "y");
        sets.spoil();
        assertThat(reference.difference(Entry.FORWARD, sets, 1))
                .hasValueSatisfying(text -> assertThat(text).startsWith("element 0 of `y` is NaN"));

        float[] x = (float[]) sets.array(0, "x");
        float[] gamma = (float[]) sets.array(0, "gamma");
        float[] beta = (float[]) sets.array(0, "beta");
        for (int row = 0; row < 3; row++) {
            double mean = 0;
            double variance = 0;
            for (int i = 0; i < 5; i++) {
                mean += x[5 * row + i] / 5.0;
            }
            for (int i = 0; i < 5; i++) {
                variance += Math.pow(x[5 * row + i] - mean, 2) / 5;
            }
            for (int i = 0; i < 5; i++) {
                y[5 * row + i] = (float) (gamma[i] * (x[5 * row + i] - mean) / Math.sqrt(variance + 1e-5) + beta[i]);
            }
        }
        assertThat(reference.difference(Entry.FORWARD, sets, 1)).isEmpty();
        taken.take(Entry.FORWARD, sets);
        y[7] += 1e-4f;
        assertThat(reference.difference(Entry.FORWARD, sets, 1))
                .hasValueSatisfying(text -> assertThat(text).startsWith("element 7 of `y`"));
        assertThat(taken.difference(Entry.FORWARD, sets, 1)).isPresent();
    }

    @Test
    void setsHoldTheSameValuesInArraysOfTheirOwnButForParams() {
        assertThat(sets.array(1, "x")).isNotSameAs(sets.array(0, "x")).isEqualTo(sets.array(0, "x"));
        assertThat(sets.array(1, "gamma")).isSameAs(sets.array(0, "gamma"));
    }
}
