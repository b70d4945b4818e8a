package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.math.Sums;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Loops as plain Java. */
final class ScalarBackend {
    private final LoopProgram program;
    private final Schedule schedule;
    private final Terms terms;
    private final Function<String, CodeBlock> calls;
    private final Set<String> taken = new HashSet<>();
    private int lane;
    private Statement.Lanes workspaceLanes;
    private String laneVariable = "";

    /**
     * For one routine.
     *
     * @param memory where the tensors stand
     * @param calls the call of a routine, with its arguments
     */
    ScalarBackend(LoopProgram program, Schedule schedule, MemoryKind memory, Function<String, CodeBlock> calls) {
        this.program = program;
        this.schedule = schedule;
        this.terms = new Terms(program, memory);
        this.calls = calls;
        program.buffers().forEach(buffer -> {
            taken.add(buffer.name());
            taken.add(buffer.name() + "Offset");
        });
    }

    /** The code of a routine's body. */
    CodeBlock body(List<Statement> statements) {
        CodeBlock.Builder out = CodeBlock.builder();
        statements(statements, out);
        return out.build();
    }

    /** A name that no buffer has; names of one method repeat in another. */
    String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    String laneName(String accumulator, int number) {
        return accumulator + "_" + number;
    }

    void statements(List<Statement> statements, CodeBlock.Builder out) {
        statements.forEach(statement -> statement(statement, out));
    }

    /** A loop body for one lane. */
    void lane(int number, List<Statement> body, CodeBlock.Builder out) {
        lane = number;
        statements(body, out);
    }

    void staged(Statement.Lanes loop, CodeBlock.Builder out) {
        new StagedLoop(this, loop, terms, program, out).emit();
    }

    VectorLanes vectors(Statement.Lanes loop, CodeBlock.Builder out) {
        return new VectorLanes(this, loop, program, schedule, terms, out);
    }

    GroupedLoop grouped(Statement.Lanes loop) {
        return new GroupedLoop(this, loop, terms, program);
    }

    SpanSums spanSums(Statement.Lanes loop) {
        return new SpanSums(this, loop, terms, program);
    }

    void laneInWorkspace(Statement.Lanes loop, String variable, CodeBlock.Builder out) {
        workspaceLanes = loop;
        laneVariable = variable;
        statements(loop.body(), out);
        workspaceLanes = null;
    }

    private CodeBlock laneElement(Statement.Lanes loop, int base, String position) {
        return CodeBlock.of("$N[$L + $L]", Terms.WORKSPACE, lanePlace(loop, base), position);
    }

    /** Where a group of lane accumulators begins in the workspace. */
    CodeBlock lanePlace(Statement.Lanes loop, int base) {
        CodeBlock origin = terms.origin(loop.laneBuffer().orElseThrow(), new Index(List.of()));
        return base == 0 ? origin : CodeBlock.of("$L + $L", origin, base);
    }

    private void statement(Statement statement, CodeBlock.Builder out) {
        if (statement instanceof Statement.Let let) {
            out.addStatement("$T $N = $L", terms.type(), let.name(), terms.scalar(let.value()));
        } else if (statement instanceof Statement.Set set) {
            String declaration = set.declares() ? "double " : "";
            out.addStatement("$L$L = $L", declaration, place(set.place()), terms.scalar(set.value()));
        } else if (statement instanceof Statement.Store store) {
            out.addStatement(terms.store(store.buffer(), store.index(), terms.scalar(store.value())));
        } else if (statement instanceof Statement.Accumulate accumulate) {
            CodeBlock place = place(accumulate.place());
            CodeBlock value = terms.scalar(accumulate.value());
            out.addStatement("$L = $L", place, ScalarLanes.combined(accumulate.reducer(), place, value));
        } else if (statement instanceof Statement.AddExactly add) {
            CodeBlock error = add.valueError().map(terms::scalar).orElse(CodeBlock.of(""));
            addExactly(place(add.sum()), place(add.error()), terms.scalar(add.value()), error, out);
        } else if (statement instanceof Statement.Settle settle) {
            settle(place(settle.sum()), place(settle.error()), out);
        } else if (statement instanceof Statement.For loop) {
            new SerialLoops(this, terms, out).loop(loop);
        } else if (statement instanceof Statement.Grouped grouped) {
            new SerialLoops(this, terms, out).grouped(grouped);
        } else if (statement instanceof Statement.Elementary elementary) {
            elementary(elementary, out);
        } else if (statement instanceof Statement.Offset offset) {
            out.addStatement("int $N = $N + $L", offset.name(), offset.variable(), offset.by());
        } else if (statement instanceof Statement.Lanes lanes) {
            new ScalarLanes(this, lanes, schedule, terms, out).emit();
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            laneAccumulate(accumulate, out);
        } else if (statement instanceof Statement.Call call) {
            out.addStatement(calls.apply(call.routine()));
        }
    }

    private void elementary(Statement.Elementary elementary, CodeBlock.Builder out) {
        CodeBlock to = terms.count(elementary.to());
        CodeBlock length = elementary.from().isEmpty()
                ? to
                : CodeBlock.of("$T.min($L, $L - $N)", Math.class, elementary.span(), to, elementary.from());
        out.addStatement(
                "$T.$L($N, $L, $L$L)",
                VectorTypes.functions(schedule.vectorBits()),
                elementary.op().spelling(),
                Terms.WORKSPACE,
                terms.origin(elementary.buffer(), new Index(List.of())),
                elementary
                        .exponent()
                        .map(exponent -> CodeBlock.of("$L, ", Terms.number(exponent)))
                        .orElse(CodeBlock.of("")),
                length);
    }

    private void laneAccumulate(Statement.LaneAccumulate accumulate, CodeBlock.Builder out) {
        List<Statement.Accumulator> accumulators = workspaceLanes == null ? List.of() : workspaceLanes.accumulators();
        CodeBlock value = terms.scalar(accumulate.value());
        for (int i = 0; i < accumulators.size(); i++) {
            Statement.Accumulator accumulator = accumulators.get(i);
            if (accumulator.name().equals(accumulate.accumulator())) {
                int lanes = schedule.lanes(workspaceLanes.narrow());
                int base = 2 * i * lanes;
                CodeBlock sum = laneElement(workspaceLanes, base, laneVariable);
                CodeBlock error = laneElement(workspaceLanes, base + lanes, laneVariable);
                add(accumulator, sum, error, value, out);
                return;
            }
        }
        Statement.Accumulator accumulator = laneAccumulators.get(accumulate.accumulator());
        CodeBlock sum = CodeBlock.of("$N", laneName(accumulator.name(), lane));
        CodeBlock error = accumulator
                .error()
                .map(name -> CodeBlock.of("$N", laneName(name, lane)))
                .orElse(CodeBlock.of(""));
        add(accumulator, sum, error, value, out);
    }

    private final Map<String, Statement.Accumulator> laneAccumulators = new HashMap<>();

    private void add(
            Statement.Accumulator accumulator, CodeBlock sum, CodeBlock error, CodeBlock value, CodeBlock.Builder out) {
        if (accumulator.error().isPresent()) {
            addExactly(sum, error, value, CodeBlock.of(""), out);
        } else {
            CodeBlock combined = ScalarLanes.combined(accumulator.reducer(), sum, value);
            boolean rounded = terms.isNarrow() && workspaceLanes != null; // the workspace holds f64
            out.addStatement(rounded ? "$L = (float) ($L)" : "$L = $L", sum, combined);
        }
    }

    /** Declares f32 copies of what a loop that computes in f32 takes from outside. */
    Map<String, String> narrowed(Statement.Lanes loop, CodeBlock.Builder out) {
        Map<String, String> copies = new HashMap<>();
        for (String local : Loads.locals(loop.body())) {
            String copy = fresh(local + "Narrow");
            copies.put(local, copy);
            out.addStatement("float $N = (float) $N", copy, local);
        }
        return copies;
    }

    /** {@code sum + error += value + valueError}, without rounding error (TwoSum). */
    void addExactly(CodeBlock sum, CodeBlock error, CodeBlock value, CodeBlock valueError, CodeBlock.Builder out) {
        String added = fresh("added");
        String next = fresh("next");
        String part = fresh("part");
        out.addStatement("double $N = $L", added, value);
        out.addStatement("double $N = $L + $N", next, sum, added);
        out.addStatement("double $N = $N - $L", part, next, sum);
        CodeBlock lost = CodeBlock.of("(($L - ($N - $N)) + ($N - $N))", sum, next, part, added, part);
        out.addStatement(
                "$L = $L + $L",
                error,
                error,
                valueError.isEmpty() ? lost : CodeBlock.of("($L + $L)", valueError, lost));
        out.addStatement("$L = $N", sum, next);
    }

    private void settle(CodeBlock sum, CodeBlock error, CodeBlock.Builder out) {
        String total = fresh("total");
        out.addStatement("double $N = $T.total($L, $L)", total, Sums.class, sum, error);
        out.addStatement("$1L = $2T.rest($3L, $1L, $4N)", error, Sums.class, sum, total);
        out.addStatement("$L = $N", sum, total);
    }

    private CodeBlock place(Place place) {
        if (place instanceof Place.Element element) {
            return terms.element(element.buffer(), element.index());
        }
        return CodeBlock.of("$N", ((Place.Variable) place).name());
    }

    /** Names the parts of positions that a loop along the innermost axis does not change. */
    void nameBases(Statement.Lanes loop, CodeBlock.Builder out) {
        loop.accumulators().forEach(accumulator -> laneAccumulators.put(accumulator.name(), accumulator));
        Set<Terms.Base> found = new LinkedHashSet<>();
        Set<Scalar.Load> loads = new LinkedHashSet<>();
        for (Statement statement : loop.body()) {
            Loads.of(statement, loads);
            if (statement instanceof Statement.Store store) {
                base(store.buffer(), store.index(), loop.variable(), found);
            } else if (statement instanceof Statement.Accumulate accumulate) {
                base(accumulate.place(), loop.variable(), found);
            } else if (statement instanceof Statement.AddExactly add) {
                base(add.sum(), loop.variable(), found);
                base(add.error(), loop.variable(), found);
            }
        }
        loads.forEach(load -> base(load.buffer(), load.index(), loop.variable(), found));
        for (Terms.Base base : found) {
            String name = fresh(program.buffers().get(base.buffer()).name() + "Base");
            out.addStatement("int $N = $L", name, terms.origin(base.buffer(), base.index()));
            terms.name(base, name);
        }
    }

    private void base(Place place, String variable, Set<Terms.Base> found) {
        if (place instanceof Place.Element element) {
            base(element.buffer(), element.index(), variable, found);
        }
    }

    private void base(int buffer, Index index, String variable, Set<Terms.Base> found) {
        if (!index.stride(variable).equals(Count.ZERO)) {
            found.add(new Terms.Base(buffer, index.without(variable)));
        }
    }
}
