package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.runtime.math.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A loop along the innermost axis in plain Java: every lane accumulator is a local variable, and the body is written once
 * for each lane.
 *
 * <p>Where there are more accumulators than registers the lanes are taken in groups, each group in a loop of its own over
 * the same elements, which are in the first-level cache by then. The order of additions within a lane, and the way lanes
 * are combined, are the same in every case.
 */
final class ScalarLanes {
    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Schedule schedule;
    private final Terms terms;
    private final CodeBlock.Builder out;

    ScalarLanes(ScalarBackend backend, Statement.Lanes loop, Schedule schedule, Terms terms, CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.schedule = schedule;
        this.terms = terms;
        this.out = out;
    }

    void emit() {
        backend.nameBases(loop, out);
        if (loop.stage().isPresent()) {
            backend.staged(loop, out);
        } else if (loop.accumulators().isEmpty()) {
            plain();
        } else if (loop.laneBuffer().isPresent()) {
            inWorkspace();
        } else {
            inLocals();
        }
        terms.forgetBases();
    }

    /** No accumulators: every iteration stands alone. */
    private void plain() {
        int bytes = bytes();
        if (loop.to().isAtMost(schedule.lanes()) && loop.to().fixed() * bytes <= schedule.unrollBytes()) {
            for (int i = 0; i < loop.to().fixed(); i++) {
                at(CodeBlock.of("$L", i), 0);
            }
            return;
        }
        out.beginControlFlow("for (int $1N = 0; $1N < $2L; $1N++)", loop.variable(), terms.count(loop.to()));
        backend.statements(loop.body(), out);
        out.endControlFlow();
    }

    /** A rough count of bytecodes of the body. */
    private int bytes() {
        return loop.body().stream()
                .mapToInt(statement -> statement instanceof Statement.AddExactly ? 120 : 20)
                .sum();
    }

    private void at(CodeBlock position, int lane) {
        boolean declares = loop.body().stream().anyMatch(statement -> statement instanceof Statement.Let);
        if (declares) {
            out.add("{\n").indent();
        }
        terms.replace(loop.variable(), position);
        backend.lane(lane, loop.body(), out);
        terms.restore(loop.variable());
        if (declares) {
            out.unindent().add("}\n");
        }
    }

    private void inLocals() {
        int lanes = schedule.lanes();
        declare();
        Count to = loop.to();
        if (loop.from().isEmpty() && to.isFixed()) {
            int steps = (int) (to.fixed() / lanes);
            if (steps > 0) {
                groups(CodeBlock.of(""), CodeBlock.of("$L", (long) steps * lanes), steps);
            }
            for (int lane = 0; lane < to.fixed() % lanes; lane++) {
                at(CodeBlock.of("$L", (long) steps * lanes + lane), lane);
            }
        } else {
            CodeBlock start = loop.from().isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$N", loop.from());
            String end = backend.fresh("end");
            String full = backend.fresh("full");
            CodeBlock limit = loop.from().isEmpty()
                    ? terms.count(to)
                    : CodeBlock.of("$T.min($L + $L, $L)", Math.class, start, loop.span(), terms.count(to));
            out.addStatement("int $N = $L", end, limit);
            out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, start, lanes);
            groups(
                    loop.from().isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L + ", start),
                    CodeBlock.of("$N", full),
                    0);
            for (int lane = 0; lane < lanes - 1; lane++) {
                out.beginControlFlow("if ($N + $L < $N)", full, lane, end);
                terms.replace(loop.variable(), CodeBlock.of("$N + $L", full, lane));
                backend.lane(lane, loop.body(), out);
                terms.restore(loop.variable());
                out.endControlFlow();
            }
        }
        combine();
    }

    private void declare() {
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            for (int lane = 0; lane < schedule.lanes(); lane++) {
                out.addStatement(
                        "double $N = $L",
                        backend.laneName(accumulator.name(), lane),
                        Terms.number(accumulator.reducer().neutral()));
                int current = lane;
                accumulator
                        .error()
                        .ifPresent(error -> out.addStatement("double $N = 0.0", backend.laneName(error, current)));
            }
        }
    }

    /** The whole steps: a loop for each group of lanes. */
    private void groups(CodeBlock start, CodeBlock end, int steps) {
        int live = loop.accumulators().stream()
                .mapToInt(accumulator -> accumulator.error().isPresent() ? 2 : 1)
                .sum();
        int width = Integer.highestOneBit(Math.max(1, Math.min(schedule.lanes(), schedule.liveAccumulators() / live)));
        for (int first = 0; first < schedule.lanes(); first += width) {
            int group = first;
            IntConsumer lanes = step -> {
                for (int lane = group; lane < group + width; lane++) {
                    CodeBlock position =
                            step < 0 ? shifted(lane - group) : CodeBlock.of("$L", step * schedule.lanes() + lane);
                    at(position, lane);
                }
            };
            int bytes = 14 * loop.body().size() * schedule.lanes() * Math.max(1, steps);
            if (steps > 0 && bytes <= schedule.unrollBytes()) {
                for (int step = 0; step < steps; step++) {
                    lanes.accept(step);
                }
            } else {
                out.beginControlFlow(
                        "for (int $1N = $2L$3L; $1N < $4L; $1N += $5L)",
                        loop.variable(),
                        start,
                        first,
                        end,
                        schedule.lanes());
                lanes.accept(-1);
                out.endControlFlow();
            }
        }
    }

    private CodeBlock shifted(int lane) {
        return lane == 0 ? CodeBlock.of("$N", loop.variable()) : CodeBlock.of("$N + $L", loop.variable(), lane);
    }

    /** Pairs of lanes half the width apart, until one is left. */
    private void combine() {
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            List<String> names = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            for (int lane = 0; lane < schedule.lanes(); lane++) {
                names.add(backend.laneName(accumulator.name(), lane));
                int current = lane;
                accumulator.error().ifPresent(error -> errors.add(backend.laneName(error, current)));
            }
            combine(accumulator, names, errors);
        }
    }

    private void combine(Statement.Accumulator accumulator, List<String> names, List<String> errors) {
        for (int half = names.size() / 2; half >= 1; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                CodeBlock a = CodeBlock.of("$N", names.get(lane));
                CodeBlock b = CodeBlock.of("$N", names.get(lane + half));
                if (errors.isEmpty()) {
                    out.addStatement("$L = $L", a, combined(accumulator.reducer(), a, b));
                } else {
                    CodeBlock error = CodeBlock.of("$N", errors.get(lane));
                    backend.addExactly(a, error, b, CodeBlock.of("$N", errors.get(lane + half)), out);
                }
            }
        }
        out.addStatement("double $N = $N", accumulator.name(), names.get(0));
        accumulator.error().ifPresent(error -> out.addStatement("double $N = $N", error, errors.get(0)));
    }

    static CodeBlock combined(Reducer reducer, CodeBlock a, CodeBlock b) {
        return switch (reducer) {
            case SUM -> CodeBlock.of("$L + $L", a, b);
            case MAX -> CodeBlock.of("$T.max($L, $L)", Math.class, a, b);
            case MIN -> CodeBlock.of("$T.min($L, $L)", Math.class, a, b);
        };
    }

    /** Large bodies: the accumulators are workspace elements, and the body stands once. */
    private void inWorkspace() {
        int lanes = schedule.lanes();
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
        CodeBlock limit = loop.from().isEmpty()
                ? terms.count(loop.to())
                : CodeBlock.of("$T.min($L + $L, $L)", Math.class, start, loop.span(), terms.count(loop.to()));
        out.addStatement("int $N = $L", end, limit);
        out.beginControlFlow("for (int $1N = $2L; $1N < $3N; $1N++)", loop.variable(), start, end);
        out.addStatement("int $N = ($N - $L) % $L", lane, loop.variable(), start, lanes);
        backend.laneInWorkspace(loop, lane, out);
        out.endControlFlow();
        base = 0;
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            combineInWorkspace(accumulator, base);
            base += 2 * lanes;
        }
    }

    private void combineInWorkspace(Statement.Accumulator accumulator, int base) {
        int lanes = schedule.lanes();
        CodeBlock first = backend.lanePlace(loop, base);
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
        out.addStatement("$L = $L", sum, combined(accumulator.reducer(), sum, element));
        out.endControlFlow();
    }
}
