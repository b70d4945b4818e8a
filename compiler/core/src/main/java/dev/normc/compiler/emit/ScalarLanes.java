package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import java.util.ArrayList;
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
    private final int lanes;

    ScalarLanes(ScalarBackend backend, Statement.Lanes loop, Schedule schedule, Terms terms, CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.schedule = schedule;
        this.terms = terms;
        this.out = out;
        this.lanes = schedule.lanes(loop.narrow());
    }

    void emit() {
        VectorLanes inVectors = backend.vectors(loop, out);
        if (inVectors.suits()) {
            backend.nameBases(loop, out);
            inVectors.emit();
            terms.forgetBases();
            return;
        }
        if (loop.narrow()) {
            terms.narrow(backend.narrowed(loop, out));
            backend.nameBases(loop, out);
            if (loop.accumulators().isEmpty()) {
                plainLoop();
            } else {
                narrowLanes();
            }
            terms.forgetBases();
            terms.widen();
            return;
        }
        SpanSums sums = backend.spanSums(loop);
        if (!loop.accumulators().isEmpty() && sums.suits(schedule)) {
            sums.emit(out);
            return;
        }
        backend.nameBases(loop, out);
        if (loop.stage().isPresent()) {
            backend.staged(loop, out);
        } else if (loop.accumulators().isEmpty()) {
            plain();
        } else if (loop.laneBuffer().isPresent()) {
            new WorkspaceLanes(backend, loop, schedule, terms, out).emit();
        } else {
            inLocals();
        }
        terms.forgetBases();
    }

    /** No accumulators: every iteration stands alone. */
    private void plain() {
        int bytes = bytes();
        if (loop.from().isEmpty()
                && loop.to().isAtMost(schedule.lanes())
                && loop.to().fixed() * bytes <= schedule.unrollBytes()) {
            for (int i = 0; i < loop.to().fixed(); i++) {
                at(CodeBlock.of("$L", i), 0);
            }
            return;
        }
        GroupedLoop grouped = backend.grouped(loop);
        if (!schedule.vectorConversions() && grouped.suits()) {
            grouped.emit(out);
            return;
        }
        plainLoop();
    }

    private void plainLoop() {
        if (loop.from().isEmpty()) {
            out.beginControlFlow("for (int $1N = 0; $1N < $2L; $1N++)", loop.variable(), terms.count(loop.to()));
        } else {
            String end = backend.fresh("end");
            out.addStatement("int $N = $L", end, limit(loop, terms));
            out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", loop.variable(), loop.from(), end);
        }
        backend.statements(loop.body(), out);
        out.endControlFlow();
    }

    /** Where a loop ends, as an expression. */
    static CodeBlock limit(Statement.Lanes loop, Terms terms) {
        if (!loop.until().isEmpty()) {
            return CodeBlock.of("$N", loop.until());
        }
        return loop.from().isEmpty()
                ? terms.count(loop.to())
                : CodeBlock.of("$T.min($N + $L, $L)", Math.class, loop.from(), loop.span(), terms.count(loop.to()));
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
            boolean even = to.isFixed() && to.fixed() % lanes == 0;
            String full = even ? end : backend.fresh("full");
            out.addStatement("int $N = $L", end, limit(loop, terms));
            if (!even) {
                out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, start, lanes);
            }
            groups(
                    loop.from().isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L + ", start),
                    CodeBlock.of("$N", full),
                    0);
            for (int lane = 0; !even && lane < lanes - 1; lane++) {
                out.beginControlFlow("if ($N + $L < $N)", full, lane, end);
                terms.replace(loop.variable(), CodeBlock.of("$N + $L", full, lane));
                backend.lane(lane, loop.body(), out);
                terms.restore(loop.variable());
                out.endControlFlow();
            }
        }
        combine();
    }

    /** Accumulators of f32 for whole steps; the tail is added to them in the workspace, as behind a loop of vectors. */
    private void narrowLanes() {
        declare();
        String end = backend.fresh("end");
        String full = backend.fresh("full");
        CodeBlock start = loop.from().isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$N", loop.from());
        out.addStatement("int $N = $L", end, limit(loop, terms));
        out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, start, lanes);
        groups(loop.from().isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L + ", start), CodeBlock.of("$N", full), 0);
        int base = 0;
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            for (int lane = 0; lane < lanes; lane++) {
                CodeBlock place = backend.lanePlace(loop, base + lane);
                out.addStatement("$N[$L] = $N", Terms.WORKSPACE, place, backend.laneName(accumulator.name(), lane));
            }
            base += 2 * lanes;
        }
        if (!(loop.to().isFixed() && loop.to().fixed() % lanes == 0)) {
            String variable = loop.variable();
            out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", variable, full, end);
            backend.laneInWorkspace(loop, "(" + variable + " - " + full + ")", out);
            out.endControlFlow();
        }
        new WorkspaceLanes(backend, loop, schedule, terms, out).combine();
    }

    private void declare() {
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            for (int lane = 0; lane < lanes; lane++) {
                out.addStatement(
                        "$T $N = $L",
                        terms.type(),
                        backend.laneName(accumulator.name(), lane),
                        terms.scalar(new Scalar.Number(accumulator.reducer().neutral())));
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
        int width = Integer.highestOneBit(Math.max(1, Math.min(lanes, schedule.liveAccumulators() / live)));
        for (int first = 0; first < lanes; first += width) {
            int group = first;
            IntConsumer one = step -> {
                for (int lane = group; lane < group + width; lane++) {
                    CodeBlock position = step < 0 ? shifted(lane - group) : CodeBlock.of("$L", step * lanes + lane);
                    at(position, lane);
                }
            };
            int bytes = 14 * loop.body().size() * lanes * Math.max(1, steps);
            if (steps > 0 && bytes <= schedule.unrollBytes()) {
                for (int step = 0; step < steps; step++) {
                    one.accept(step);
                }
            } else {
                out.beginControlFlow(
                        "for (int $1N = $2L$3L; $1N < $4L; $1N += $5L)", loop.variable(), start, first, end, lanes);
                one.accept(-1);
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
            for (int lane = 0; lane < lanes; lane++) {
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
}
