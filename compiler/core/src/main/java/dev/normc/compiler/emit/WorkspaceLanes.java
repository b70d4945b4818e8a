package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.runtime.math.Lanes;
import dev.normc.runtime.math.Sums;
import java.util.Arrays;

/** A loop along the innermost axis with a large body: its accumulators are workspace elements, and the body stands once. */
final class WorkspaceLanes {
    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Schedule schedule;
    private final Terms terms;
    private final CodeBlock.Builder out;

    WorkspaceLanes(ScalarBackend backend, Statement.Lanes loop, Schedule schedule, Terms terms, CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.schedule = schedule;
        this.terms = terms;
        this.out = out;
    }

    void emit() {
        int lanes = schedule.lanes(loop.narrow());
        CodeBlock start = loop.from().isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$N", loop.from());
        String lane = backend.fresh("lane");
        int base = 0;
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            CodeBlock first = backend.lanePlace(loop, base);
            out.addStatement(
                    "$T.fill($N, $L, $L + $L, $L)",
                    Arrays.class,
                    Terms.WORKSPACE,
                    first,
                    first,
                    lanes,
                    Terms.number(accumulator.reducer().neutral()));
            if (accumulator.error().isPresent()) {
                CodeBlock errors = backend.lanePlace(loop, base + lanes);
                out.addStatement("$T.fill($N, $L, $L + $L, 0.0)", Arrays.class, Terms.WORKSPACE, errors, errors, lanes);
            }
            base += 2 * lanes;
        }
        String end = backend.fresh("end");
        out.addStatement("int $N = $L", end, ScalarLanes.limit(loop, terms));
        out.beginControlFlow("for (int $1N = $2L; $1N < $3N; $1N++)", loop.variable(), start, end);
        out.addStatement("int $N = ($N - $L) % $L", lane, loop.variable(), start, lanes);
        backend.laneInWorkspace(loop, lane, out);
        out.endControlFlow();
        combine();
    }

    /** Combines the lanes, which stand in the workspace. */
    void combine() {
        int base = 0;
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            combineInWorkspace(accumulator, base);
            base += 2 * schedule.lanes(loop.narrow());
        }
    }

    private void combineInWorkspace(Statement.Accumulator accumulator, int base) {
        int lanes = schedule.lanes(loop.narrow());
        CodeBlock first = backend.lanePlace(loop, base);
        boolean twice = lanes == 2 * Lanes.COUNT;
        if (accumulator.reducer() == Reducer.SUM && accumulator.error().isEmpty() && (lanes == Lanes.COUNT || twice)) {
            String method = twice ? "combineTwice" : "combine";
            out.addStatement(
                    "double $N = $T.$L($N, $L)", accumulator.name(), Lanes.class, method, Terms.WORKSPACE, first);
            return;
        }
        if (accumulator.reducer() == Reducer.SUM) {
            String method = accumulator.error().isPresent() ? "combineExactly" : "combine";
            out.addStatement(
                    "double $N = $T.$L($N, $L, $L)",
                    accumulator.name(),
                    Sums.class,
                    method,
                    Terms.WORKSPACE,
                    first,
                    lanes);
            accumulator
                    .error()
                    .ifPresent(error -> out.addStatement(
                            "double $N = $N[$L]", error, Terms.WORKSPACE, backend.lanePlace(loop, base + lanes)));
            return;
        }
        String lane = backend.fresh("lane");
        out.addStatement(
                "double $N = $L",
                accumulator.name(),
                Terms.number(accumulator.reducer().neutral()));
        out.beginControlFlow("for (int $1N = 0; $1N < $2L; $1N++)", lane, lanes);
        CodeBlock sum = CodeBlock.of("$N", accumulator.name());
        CodeBlock element = CodeBlock.of("$N[$L + $N]", Terms.WORKSPACE, first, lane);
        out.addStatement("$L = $L", sum, ScalarLanes.combined(accumulator.reducer(), sum, element));
        out.endControlFlow();
    }
}
