package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.verify.LoopVerifier;
import dev.normc.compiler.verify.TensorVerifier;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTest {
    private static final String SPECS = """
            norm LayerNorm { input x[N, D] reduce D epsilon 1e-5 affine scale gamma[D], shift beta[D] }
            norm BatchNorm { input x[N, C, ..] reduce N, .. epsilon 1e-5 affine scale gamma[C], shift beta[C]
                             track decay 0.9 unbiased }
            norm Masked { input x[N, T, D] mask m[N, T] reduce T, D epsilon 1e-5 affine scale gamma[D] }
            norm Grouped(G = 3) { input x[N, C, ..] group C into G reduce C, .. epsilon 1e-5 affine scale gamma[C] }
            norm Mixed {
                input x[N, C, ..]
                param w = 0.3, gamma[C] = 1
                state seen[C] = 0
                update seen = seen + mean[N, ..](x)
                a = mean[..](x)
                b = mean[N](a)
                output y = gamma * (x - w * a - (1 - w) * b) / (max[..](abs(x)) + size[C]) + 0 * seen
                output top = max[C](a)
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=?, D=37",
                "BatchNorm | 4,5,6,7",
                "BatchNorm | N=?, C=3",
                "Masked | 3,4,5",
                "Grouped | 2,6,5,1",
                "Mixed | 3,4,5",
                "Mixed | N=?, C=4, H=5, W=2"
            })
    void everyPassLeavesALegalProgram(String norm, String shape) {
        for (DataType type : DataType.values()) {
            CompileRequest request = new CompileRequest(
                            new SourceFile("specs.norm", SPECS), Optional.of(norm), shape, type, Schedule.DEFAULT)
                    .withOrder(2);
            Compilation compilation = Compiler.compile(request);
            Pipeline.programs(compilation.specialized(), 2, TensorVerifier::verify);
            for (Entry entry : compilation.programs().keySet()) {
                assertThat(LoopVerifier.violations(compilation.plan().programs().get(entry)))
                        .as(norm + " " + entry)
                        .isEmpty();
            }
        }
    }

    @Test
    void aMethodOfRowsInGroupsHasAllThatTheMethodsItCallsRead() {
        CompileRequest request = new CompileRequest(
                Zoo.source("GRN"),
                Optional.empty(),
                "N=3, H=16, W=17, C=9",
                DataType.F32,
                Schedule.DEFAULT.withVectors(256));
        Compilation compilation = Compiler.compile(request);

        for (Entry entry : compilation.programs().keySet()) {
            assertThat(LoopVerifier.violations(compilation.plan().programs().get(entry)))
                    .as("%s", entry)
                    .isEmpty();
        }
    }

    @Test
    void aValueThatNeedsALaterOneIsFound() {
        TensorProgram program = program(
                List.of(new TensorExpr.Map(Op.NEGATE, List.of(1)), new TensorExpr.Constant(1)),
                List.of(AxisSet.NONE, AxisSet.NONE));

        assertThat(TensorVerifier.violations(program)).anyMatch(text -> text.startsWith("operands come first: %0"));
    }

    @Test
    void aReductionOverAnAbsentAxisIsFound() {
        TensorProgram program = program(
                List.of(new TensorExpr.Index(1), new TensorExpr.Reduce(Reducer.SUM, 0, AxisSet.of(0))),
                List.of(AxisSet.of(1), AxisSet.of(1)));

        assertThat(TensorVerifier.violations(program)).anyMatch(text -> text.startsWith("only present axes"));
    }

    @Test
    void aComparisonThatIsStoredIsFound() {
        TensorProgram program = new TensorProgram(
                List.of(),
                List.of(new TensorProgram.Buffer("y", BufferRole.OUTPUT, List.of(), DataType.F64)),
                List.of(new TensorExpr.Constant(1), new TensorExpr.Map(Op.LESS, List.of(0, 0))),
                List.of(AxisSet.NONE, AxisSet.NONE),
                List.of(new TensorProgram.Store(0, 1)),
                Map.of());

        assertThat(TensorVerifier.violations(program)).anyMatch(text -> text.startsWith("comparisons are not stored"));
    }

    @Test
    void aLocalReadOutsideItsLoopIsFound() {
        Statement loop =
                Statement.For.whole("i", Count.of(3), List.of(new Statement.Let("inside", new Scalar.Number(1))));
        Statement use = new Statement.Let("outside", new Scalar.Local("inside"));
        LoopProgram program = new LoopProgram(
                Entry.FORWARD,
                List.of(),
                Count.ZERO,
                Count.ZERO,
                Optional.empty(),
                List.of(new LoopProgram.Routine("forward", List.of(), List.of(), "", List.of(), List.of(loop, use))));

        assertThat(LoopVerifier.violations(program)).containsExactly("inside is used where it is not declared");
    }

    @Test
    void twoRoutinesOfOneNameAreFound() {
        LoopProgram.Routine routine =
                new LoopProgram.Routine("forward", List.of(), List.of(), "", List.of(), List.of());
        LoopProgram program = new LoopProgram(
                Entry.FORWARD, List.of(), Count.ZERO, Count.ZERO, Optional.empty(), List.of(routine, routine));

        assertThat(LoopVerifier.violations(program)).containsExactly("two routines forward");
    }

    private static TensorProgram program(List<TensorExpr> values, List<AxisSet> sets) {
        return new TensorProgram(
                List.of(new Axis("N", 2), new Axis("C", 3)), List.of(), values, sets, List.of(), Map.of());
    }
}
