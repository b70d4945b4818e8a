package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that two loops over the same elements need is called in one of them. */
class SharedFunctionsTest {
    private static final List<Schedule> SCHEDULES = List.of(
            Schedule.DEFAULT,
            Schedule.DEFAULT.withConversions(512, true),
            Schedule.DEFAULT.withConversions(0, false),
            Schedule.DEFAULT.withVectors(256));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GatedRMSNorm | T=7, D=37 | FORWARD",
                "GatedRMSNorm | T=7, D=37 | BACKWARD",
                "GatedRMSNorm | T=?, D=37 | BACKWARD",
                "EvoNormS0 | N=3, C=64, H=5, W=7 | BACKWARD",
                "LayerNormRNN | T=7, H=37 | BACKWARD",
            })
    void a_sum_over_a_row_and_what_is_written_from_it_call_a_function_once(String norm, String shape, Entry entry) {
        for (Schedule schedule : SCHEDULES) {
            for (DataType type : DataType.values()) {
                CompileRequest request = new CompileRequest(Zoo.source(norm), Optional.empty(), shape, type, schedule);
                assertThat(calls(request, entry))
                        .as("calls in the loops, %s, %s", type.spelling(), schedule)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void values_of_a_whole_tensor_are_computed_again() {
        String text = "norm N(eps = 1e-5) { input x[N, C, H] u = x * sigmoid(x) "
                + "output y = u / sqrt(mean[N, H](u^2) + eps) }";
        SourceFile source = new SourceFile("whole.norm", text);
        assertThat(calls(request(source, "N=40, C=33, H=70"), Entry.FORWARD)).isEqualTo(2);
        assertThat(calls(request(source, "N=4, C=3, H=7"), Entry.FORWARD)).isEqualTo(1);
    }

    @Test
    void a_function_of_windows_is_called_once_at_each_position() {
        String before = "shift[C](q, -2) + shift[C](q, -1)";
        SourceFile causal = new SourceFile(
                "causal.norm",
                "norm N { input x[N, C, H] q = x^2 w = " + before + " + q output y = x / (2 + w)^0.75 }");
        for (Schedule schedule : SCHEDULES) {
            CompileRequest centred =
                    request(Zoo.source("LRN"), "N=3, C=7, H=5, W=9").withSchedule(schedule);
            CompileRequest others = request(causal, "N=3, C=7, H=37").withSchedule(schedule);
            // The power and that of its derivative.
            assertThat(calls(centred, Entry.BACKWARD)).isEqualTo(2);
            assertThat(calls(others, Entry.BACKWARD)).isEqualTo(2);
        }
    }

    /** The mean at its own position is rounded once, from a sum with its error; at another the error is not known. */
    @Test
    void a_function_of_a_mean_at_another_position_is_computed_from_that_mean() {
        SourceFile source = new SourceFile(
                "moved.norm",
                "norm N { input x[N, C, H] m = mean[H](x) output y = x * sigmoid(m) + shift[C](sigmoid(m), 1) }");
        assertThat(calls(request(source, "N=4, C=9, H=40"), Entry.FORWARD)).isEqualTo(2);
    }

    private static CompileRequest request(SourceFile source, String shape) {
        return new CompileRequest(source, Optional.empty(), shape, DataType.F32, Schedule.DEFAULT.withVectors(256));
    }

    /** Functions in the text of an entry's loops. */
    private static long calls(CompileRequest request, Entry entry) {
        LoopProgram program = Compiler.compile(request).plan().programs().get(entry);
        return program.routines().stream()
                .mapToLong(routine -> calls(routine.body()))
                .sum();
    }

    private static long calls(List<Statement> statements) {
        return statements.stream().mapToLong(SharedFunctionsTest::calls).sum();
    }

    private static long calls(Statement statement) {
        if (statement instanceof Statement.For loop) {
            return calls(loop.body());
        } else if (statement instanceof Statement.Lanes lanes) {
            return calls(lanes.body());
        } else if (statement instanceof Statement.Let let) {
            return calls(let.value());
        } else if (statement instanceof Statement.Store store) {
            return calls(store.value());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            return calls(accumulate.value());
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            return calls(accumulate.value());
        }
        return statement instanceof Statement.Elementary ? 1 : 0;
    }

    private static long calls(Scalar scalar) {
        if (!(scalar instanceof Scalar.Apply apply)) {
            return 0;
        }
        long operands =
                apply.operands().stream().mapToLong(SharedFunctionsTest::calls).sum();
        return operands + (apply.op().isTranscendental() ? 1 : 0);
    }
}
