package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The derived backward is the closed form: {@code dx = r (u - mean(u) - xhat mean(u xhat))}, two independent sums in one
 * sweep over the elements and a sweep that writes (Ioffe and Szegedy, 2015, section 3).
 */
class SweepsTest {
    /** No row is kept in the workspace, so that a pass cannot hide there. */
    private static final Schedule EVERY_PASS_READS = Schedule.DEFAULT.withConversions(0, false);

    private static final String TRACKED_BATCH_NORM = "norm N { input x[N, C, ..] reduce N, .. epsilon 1e-5 "
            + "affine scale gamma[C], shift beta[C] track decay 0.9 }";

    static Stream<Arguments> norms() {
        return Stream.of(
                norm("LayerNorm", "input x[.., D] reduce D epsilon 1e-5 affine scale g[D], shift b[D]", "N=5, D=17"),
                norm("LayerNorm, dynamic", "input x[.., D] reduce D epsilon 1e-5 affine scale g[D]", "N=?, D=33"),
                norm("RMSNorm", "input x[.., D] reduce D divide rms epsilon 1e-6 affine scale g[D]", "N=5, D=17"),
                norm(
                        "BatchNorm",
                        "input x[N, C, ..] reduce N, .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=4, C=3, H=5"),
                norm(
                        "BatchNorm, tracked",
                        "input x[N, C, ..] reduce N, .. epsilon 1e-5 affine scale g[C], shift b[C] track decay 0.9",
                        "N=4, C=3, H=5"),
                norm(
                        "BatchNorm of rows",
                        "input x[N, D] reduce N epsilon 1e-5 affine scale g[D], shift b[D]",
                        "N=5, D=3"),
                norm(
                        "BatchNorm, channels last",
                        "input x[N, .., C] reduce N, .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=4, H=3, W=2, C=5"),
                norm(
                        "InstanceNorm",
                        "input x[N, C, ..] reduce .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=2, C=3, H=4, W=5"),
                norm(
                        "InstanceNorm, channels last",
                        "input x[N, .., C] reduce .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=2, H=4, W=5, C=3"),
                norm(
                        "GroupNorm",
                        "input x[N, C, ..] group C into G reduce C, .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=2, C=6, H=1, W=7, G=3"),
                norm(
                        "GroupNorm, channels last",
                        "input x[N, .., C] group C into G reduce C, .. epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=2, H=5, W=7, C=6, G=3"),
                norm(
                        "masked LayerNorm",
                        "input x[N, T, D] mask m[N, T] reduce T, D epsilon 1e-5 affine scale g[D]",
                        "N=2, T=3, D=5"),
                norm(
                        "masked BatchNorm",
                        "input x[N, C, T] mask m[N, T] reduce N, T epsilon 1e-5 affine scale g[C], shift b[C]",
                        "N=4, C=3, T=5"),
                norm(
                        "mean-only BatchNorm",
                        "input x[N, C, ..] reduce N, .. subtract mean affine shift b[C]",
                        "N=4, C=3, H=5"));
    }

    private static Arguments norm(String title, String clauses, String shape) {
        String constants = clauses.contains("into G") ? "(G = 32)" : "";
        return Arguments.of(Named.of(title, "norm N" + constants + " { " + clauses + " }"), shape);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("norms")
    void theBackwardSweepsTwice(String text, String shape) {
        for (DataType type : DataType.values()) {
            Compilation compilation = compile(text, shape, type);
            assertThat(PassGroups.sweeps(compilation.plan().programs().get(Entry.BACKWARD)))
                    .as("sweeps of the backward, %s", type.spelling())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("norms")
    void noReductionOfTheBackwardThatNeedsASweepWaitsForAnother(String text, String shape) {
        TensorProgram program = compile(text, shape, DataType.F32).programs().get(Entry.BACKWARD);
        List<Integer> sweeping = sweeping(program);
        assertThat(sweeping).isNotEmpty();
        for (int value : sweeping) {
            assertThat(needed(program, value).stream().filter(sweeping::contains))
                    .as("sums over elements that the sum %%%d needs", value)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "N, C and H of {0}")
    @MethodSource("trackedShapes")
    void theFrozenBackwardOfATrackedBatchNormSweepsOnce(String shape) {
        for (DataType type : DataType.values()) {
            Compilation compilation = compile(TRACKED_BATCH_NORM, shape, type);
            assertThat(PassGroups.sweeps(compilation.plan().programs().get(Entry.BACKWARD_FROZEN)))
                    .as(type.spelling())
                    .isEqualTo(1);
        }
    }

    static Stream<String> trackedShapes() {
        return Stream.of("N=4, C=3, H=5", "N=?, C=3, H=5", "N=5, C=3");
    }

    /** Reductions whose operand varies along every axis. */
    private static List<Integer> sweeping(TensorProgram program) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < program.values().size(); i++) {
            if (program.values().get(i) instanceof TensorExpr.Reduce reduce
                    && program.sets().get(reduce.operand()).size()
                            == program.axes().size()) {
                found.add(i);
            }
        }
        return found;
    }

    /** The values that a value is computed from. */
    private static List<Integer> needed(TensorProgram program, int value) {
        List<Integer> found = new ArrayList<>(program.values().get(value).operands());
        for (int i = 0; i < found.size(); i++) {
            for (int operand : program.values().get(found.get(i)).operands()) {
                if (!found.contains(operand)) {
                    found.add(operand);
                }
            }
        }
        return found;
    }

    private static Compilation compile(String text, String shape, DataType type) {
        return Compiler.compile(new CompileRequest(
                new SourceFile("sweeps.norm", text), Optional.empty(), shape, type, EVERY_PASS_READS));
    }
}
