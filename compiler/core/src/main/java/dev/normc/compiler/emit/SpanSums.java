package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.math.Lanes;

/** Loops along the innermost axis that only add up numbers that lie side by side: calls of {@link Lanes}. */
final class SpanSums {
    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Terms terms;
    private final LoopProgram program;

    SpanSums(ScalarBackend backend, Statement.Lanes loop, Terms terms, LoopProgram program) {
        this.backend = backend;
        this.loop = loop;
        this.terms = terms;
        this.program = program;
    }

    /** Whether this form is for the loop: it is long enough, and nothing in it computes. */
    boolean suits(Schedule schedule) {
        return schedule.lanes() == Lanes.COUNT
                && loop.laneBuffer().isEmpty()
                && !loop.to().isAtMost(schedule.lanes())
                && loop.accumulators().stream()
                        .allMatch(sum ->
                                sum.reducer() == Reducer.SUM && sum.error().isEmpty())
                && loop.body().stream().allMatch(this::addsNeighbours);
    }

    private boolean addsNeighbours(Statement statement) {
        return statement instanceof Statement.LaneAccumulate accumulate
                && accumulate.value() instanceof Scalar.Load load
                && !program.buffers().get(load.buffer()).type().isShort()
                && terms.memory(load.buffer()) == MemoryKind.ARRAY
                && load.index().stride(loop.variable()).equals(Count.of(1));
    }

    void emit(CodeBlock.Builder out) {
        CodeBlock length = terms.count(loop.to());
        if (!loop.from().isEmpty()) {
            String span = backend.fresh("span");
            out.addStatement(
                    "int $N = $T.min($L, $L - $N)", span, Math.class, loop.span(), terms.count(loop.to()), loop.from());
            length = CodeBlock.of("$N", span);
        }
        for (Statement statement : loop.body()) {
            Statement.LaneAccumulate accumulate = (Statement.LaneAccumulate) statement;
            Scalar.Load load = (Scalar.Load) accumulate.value();
            out.addStatement(
                    "double $N = $T.sum($N, $L, $L)",
                    accumulate.accumulator(),
                    Lanes.class,
                    terms.array(load.buffer()),
                    start(load),
                    length);
        }
    }

    private CodeBlock start(Scalar.Load load) {
        Index first = load.index().without(loop.variable());
        if (loop.from().isEmpty()) {
            return terms.origin(load.buffer(), first);
        }
        boolean relative = first.stride(loop.from()).equals(Count.of(-1));
        return relative
                ? terms.origin(load.buffer(), first.without(loop.from()))
                : CodeBlock.of("$L + $N", terms.origin(load.buffer(), first), loop.from());
    }
}
