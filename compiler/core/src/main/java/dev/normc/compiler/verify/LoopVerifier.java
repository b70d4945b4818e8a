package dev.normc.compiler.verify;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every loop program must satisfy: a name is declared once, before and around every use of it. */
public final class LoopVerifier {
    private final LoopProgram program;
    private final List<String> found = new ArrayList<>();

    private LoopVerifier(LoopProgram program) {
        this.program = program;
    }

    /** What is wrong with a program; empty for a legal one. */
    public static List<String> violations(LoopProgram program) {
        LoopVerifier verifier = new LoopVerifier(program);
        Set<String> names = new HashSet<>();
        for (LoopProgram.Routine routine : program.routines()) {
            if (!names.add(routine.name())) {
                verifier.found.add("two routines " + routine.name());
            }
            Set<String> scope = new HashSet<>(routine.positions());
            scope.addAll(routine.values());
            if (routine == program.routines().get(0) && program.range().isPresent()) {
                verifier.check(program.range().get(), routine.body());
            } else {
                verifier.check(routine.body(), scope);
            }
        }
        return verifier.found;
    }

    /** Each stage, and each part between two, is a method of its own. */
    private void check(LoopProgram.Range range, List<Statement> body) {
        for (int stage = 0; stage <= range.stages().size(); stage++) {
            check(range.between(stage, body), new HashSet<>());
            if (stage < range.stages().size()) {
                check(range.stages().get(stage).of(body), new HashSet<>(List.of(LoopProgram.BEGIN, LoopProgram.END)));
            }
        }
    }

    private void check(List<Statement> statements, Set<String> scope) {
        statements.forEach(statement -> check(statement, scope));
    }

    private void check(Statement statement, Set<String> scope) {
        if (statement instanceof Statement.Let let) {
            read(let.value(), scope);
            declare(let.name(), scope);
        } else if (statement instanceof Statement.Set set) {
            read(set.value(), scope);
            if (set.declares() && set.place() instanceof Place.Variable variable) {
                declare(variable.name(), scope);
            }
            place(set.place(), scope);
        } else if (statement instanceof Statement.Store store) {
            buffer(store.buffer());
            index(store.index(), scope);
            read(store.value(), scope);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            read(accumulate.value(), scope);
            place(accumulate.place(), scope);
        } else if (statement instanceof Statement.AddExactly add) {
            read(add.value(), scope);
            add.valueError().ifPresent(error -> read(error, scope));
            place(add.sum(), scope);
            place(add.error(), scope);
        } else if (statement instanceof Statement.Settle settle) {
            place(settle.sum(), scope);
            place(settle.error(), scope);
        } else if (statement instanceof Statement.For loop) {
            Set<String> inner = new HashSet<>(scope);
            use(loop.from(), scope);
            use(loop.until(), scope);
            declare(loop.variable(), inner);
            if (loop.kind() == Statement.Kind.CHUNKS) {
                declare(Chunks.begin(loop.variable()), inner);
                declare(Chunks.end(loop.variable()), inner);
            }
            check(loop.body(), inner);
        } else if (statement instanceof Statement.Grouped grouped) {
            Set<String> inner = new HashSet<>(scope);
            declare(grouped.variable(), inner);
            check(grouped.group(), inner);
            check(grouped.single(), scope);
        } else if (statement instanceof Statement.Elementary elementary) {
            buffer(elementary.buffer());
            use(elementary.from(), scope);
        } else if (statement instanceof Statement.Offset offset) {
            use(offset.variable(), scope);
            declare(offset.name(), scope);
        } else if (statement instanceof Statement.Lanes lanes) {
            Set<String> inner = new HashSet<>(scope);
            use(lanes.from(), scope);
            use(lanes.until(), scope);
            declare(lanes.variable(), inner);
            lanes.accumulators().forEach(accumulator -> inner.add(accumulator.name()));
            check(lanes.body(), inner);
            lanes.accumulators().forEach(accumulator -> {
                declare(accumulator.name(), scope);
                accumulator.error().ifPresent(error -> declare(error, scope));
            });
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            use(accumulate.accumulator(), scope);
            read(accumulate.value(), scope);
        } else if (statement instanceof Statement.Call call) {
            routine(call, scope);
        }
    }

    private void routine(Statement.Call call, Set<String> scope) {
        program.routines().stream()
                .filter(routine -> routine.name().equals(call.routine()))
                .findFirst()
                .ifPresentOrElse(
                        routine -> {
                            routine.positions().forEach(position -> use(position, scope));
                            routine.values().forEach(value -> use(value, scope));
                        },
                        () -> found.add("no routine " + call.routine()));
    }

    private void declare(String name, Set<String> scope) {
        if (!scope.add(name)) {
            found.add(name + " is declared twice");
        }
    }

    private void use(String name, Set<String> scope) {
        if (!name.isEmpty() && !scope.contains(name)) {
            found.add(name + " is used where it is not declared");
        }
    }

    private void place(Place place, Set<String> scope) {
        if (place instanceof Place.Element element) {
            buffer(element.buffer());
            index(element.index(), scope);
        } else {
            use(((Place.Variable) place).name(), scope);
        }
    }

    private void buffer(int buffer) {
        if (buffer < 0 || buffer >= program.buffers().size()) {
            found.add("no buffer " + buffer);
        }
    }

    private void index(Index index, Set<String> scope) {
        index.variables().forEach(variable -> use(variable, scope));
    }

    private void read(Scalar scalar, Set<String> scope) {
        if (scalar instanceof Scalar.Local local) {
            use(local.name(), scope);
        } else if (scalar instanceof Scalar.Load load) {
            buffer(load.buffer());
            index(load.index(), scope);
        } else if (scalar instanceof Scalar.Shifted shifted) {
            read(shifted.load(), scope);
            shifted.moves().forEach(move -> use(move.variable(), scope));
        } else if (scalar instanceof Scalar.Position position) {
            use(position.variable(), scope);
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> read(operand, scope));
        } else if (scalar instanceof Scalar.Quotient quotient) {
            read(quotient.sum(), scope);
            read(quotient.error(), scope);
            read(quotient.count(), scope);
        } else if (scalar instanceof Scalar.QuotientRest rest) {
            read(rest.quotient(), scope);
        }
    }
}
