package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Access;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LaneValues;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.VectorFit;
import java.util.Map;

/**
 * A loop along the innermost axis in hardware vectors.
 *
 * <p>The lane accumulators of the schedule are some vectors side by side: the body stands once for each. After the whole
 * steps they are written to the workspace, where the elements of the tail are added to theirs and all are combined, in the
 * order of the scalar back end.
 */
final class VectorLanes {
    /** Statements of a tail that are written out. */
    private static final int LARGEST_TAIL = 24;

    private final ScalarBackend backend;
    private final Statement.Lanes loop;
    private final Schedule schedule;
    private final Terms terms;
    private final CodeBlock.Builder out;
    private final VectorFit fit;
    private final LaneValues values;
    private final VectorElements elements;
    private final VectorStatements statements;
    private final VectorForm form;
    private final int width;
    private final int lanes;
    /** Copies in f32 of what a tail takes from outside. */
    private Map<String, String> narrowed = Map.of();

    VectorLanes(
            ScalarBackend backend,
            Statement.Lanes loop,
            LoopProgram program,
            Schedule schedule,
            Terms terms,
            CodeBlock.Builder out) {
        this.backend = backend;
        this.loop = loop;
        this.schedule = schedule;
        this.terms = terms;
        this.out = out;
        this.form = VectorForm.of(schedule, loop.narrow());
        this.width = form.width();
        this.lanes = schedule.lanes(loop.narrow());
        this.values = new LaneValues(loop);
        this.fit = new VectorFit(loop, program.buffers(), schedule);
        this.elements = new VectorElements(program, terms, backend::fresh, form, out);
        VectorTerms vectors = new VectorTerms(terms, elements, values, form, fit.isFused(), backend::fresh, out);
        this.statements = new VectorStatements(backend, vectors, elements, form, loop.accumulators(), out);
    }

    /** Whether this form is for the loop. */
    boolean suits() {
        return fit.isVector()
                && (loop.laneBuffer().isPresent() || loop.accumulators().isEmpty())
                && loop.body().stream()
                        .flatMap(statement -> Access.of(statement).stream())
                        .filter(access -> values.isContiguous(access.index()))
                        .allMatch(access -> elements.suits(access.buffer()));
    }

    void emit() {
        if (loop.narrow() && !(loop.to().isFixed() && loop.to().fixed() % lanes == 0)) {
            narrowed = backend.narrowed(loop, out);
        }
        loop.body().forEach(statements::hoist);
        if (loop.accumulators().isEmpty()) {
            plain();
        } else {
            accumulating();
        }
    }

    /** No accumulators: every vector stands alone. */
    private void plain() {
        Count to = loop.to();
        if (!loop.from().isEmpty() || !to.isFixed()) {
            String end = backend.fresh("end");
            String full = backend.fresh("full");
            out.addStatement("int $N = $L", end, ScalarLanes.limit(loop, terms));
            out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, start(), width);
            steps(CodeBlock.of("$N", full), width, 0, 1);
            tailLoop(full, end);
            return;
        }
        long rest = to.fixed() % width;
        steps(CodeBlock.of("$L", to.fixed() - rest), width, 0, 1);
        if (rest > 0 && isRepeatable()) {
            // The last vector overlaps the one before it: it writes the same values once more.
            straight(CodeBlock.of("$L", to.fixed() - width), 0);
        } else {
            tail(to.fixed() - rest, rest, 0);
        }
    }

    /** Whether computing an element twice gives the same both times. */
    private boolean isRepeatable() {
        return loop.body().stream()
                .noneMatch(statement -> statement instanceof Statement.Accumulate
                        || statement instanceof Statement.AddExactly
                        || statement instanceof Statement.Store store
                                && statements.isRead(store.buffer(), loop.body()));
    }

    private CodeBlock start() {
        return loop.from().isEmpty() ? CodeBlock.of("0") : CodeBlock.of("$N", loop.from());
    }

    private void accumulating() {
        Count to = loop.to();
        boolean even = to.isFixed() && to.fixed() % lanes == 0;
        if (loop.from().isEmpty() && to.isFixed()) {
            long rest = to.fixed() % lanes;
            long done = to.fixed() - rest;
            inGroups((first, copies) -> {
                steps(CodeBlock.of("$L", done), lanes, first, copies);
                for (int copy = first; copy < Math.min(first + copies, rest / width); copy++) {
                    straight(CodeBlock.of("$L", done + (long) copy * width), copy);
                }
            });
            long vectorized = rest / width * width;
            tail(done + vectorized, rest - vectorized, (int) vectorized);
        } else {
            String end = backend.fresh("end");
            String full = even ? end : backend.fresh("full");
            out.addStatement("int $N = $L", end, ScalarLanes.limit(loop, terms));
            if (!even) {
                out.addStatement("int $1N = $2N - ($2N - $3L) % $4L", full, end, start(), lanes);
            }
            inGroups((first, copies) -> steps(CodeBlock.of("$N", full), lanes, first, copies));
            if (!even) {
                tailLoop(full, end);
            }
        }
        new WorkspaceLanes(backend, loop, schedule, terms, out).combine();
    }

    /** Some of the vectors of each accumulator, from one on. */
    private interface Group {
        void emit(int first, int copies);
    }

    /**
     * As many vectors at a time as one loop takes: further loops take the others, over elements that are in the first-level
     * cache by then. What is added to what stays the same.
     */
    private void inGroups(Group group) {
        int copies = fit.copiesAtATime();
        for (int first = 0; first < fit.copies(); first += copies) {
            statements.declare(first, copies);
            group.emit(first, copies);
            park(first, copies);
        }
    }

    /** The loop over whole steps. */
    private void steps(CodeBlock end, int step, int first, int copies) {
        out.beginControlFlow("for (int $1N = $2L; $1N < $3L; $1N += $4L)", loop.variable(), start(), end, step);
        for (int copy = first; copy < first + copies; copy++) {
            int ahead = copy * width;
            terms.replace(
                    loop.variable(),
                    ahead == 0 ? CodeBlock.of("$N", loop.variable()) : CodeBlock.of("$N + $L", loop.variable(), ahead));
            body(copy);
        }
        terms.restore(loop.variable());
        out.endControlFlow();
    }

    private void straight(CodeBlock position, int copy) {
        out.add("{\n").indent();
        terms.replace(loop.variable(), position);
        body(copy);
        terms.restore(loop.variable());
        out.unindent().add("}\n");
    }

    private void body(int copy) {
        statements.begin(loop.body());
        loop.body().forEach(statement -> statements.emit(statement, copy));
    }

    /** Writes some vectors of the accumulators to the workspace. */
    private void park(int first, int copies) {
        int base = 0;
        for (Statement.Accumulator accumulator : loop.accumulators()) {
            for (int copy = first; copy < first + copies; copy++) {
                park(accumulator.name(), copy, base);
                int current = copy;
                int errors = base + lanes;
                accumulator.error().ifPresent(error -> park(error, current, errors));
            }
            base += 2 * lanes;
        }
    }

    private void park(String accumulator, int copy, int base) {
        CodeBlock vector = CodeBlock.of("$N", backend.laneName(accumulator, copy));
        out.addStatement(
                "$L.intoArray($N, $L)",
                form.narrow() ? VectorElements.wide(vector) : vector,
                Terms.WORKSPACE,
                backend.lanePlace(loop, base + copy * width));
    }

    /** Some elements, one by one. */
    private void tail(long from, long count, int lane) {
        if (count * loop.body().size() > LARGEST_TAIL) {
            String variable = loop.variable();
            out.beginControlFlow("for (int $1N = $2L; $1N < $3L; $1N++)", variable, from, from + count);
            single(lane == from ? variable : "(" + variable + " - " + (from - lane) + ")");
            out.endControlFlow();
            return;
        }
        for (int i = 0; i < count; i++) {
            out.add("{\n").indent();
            terms.replace(loop.variable(), CodeBlock.of("$L", from + i));
            single(Integer.toString(lane + i));
            terms.restore(loop.variable());
            out.unindent().add("}\n");
        }
    }

    private void tailLoop(String full, String end) {
        String variable = loop.variable();
        out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", variable, full, end);
        single("(" + variable + " - " + full + ")");
        out.endControlFlow();
    }

    /** One element; its sums go to the accumulators of a lane. */
    private void single(String lane) {
        if (loop.narrow()) {
            terms.narrow(narrowed);
        }
        backend.laneInWorkspace(loop, lane, out);
        terms.widen();
    }
}
