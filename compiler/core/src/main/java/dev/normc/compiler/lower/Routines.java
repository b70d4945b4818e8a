package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.LoopProgram.Routine;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts the code of an entry into methods: the body of every outer loop is one, so that it is compiled while the first call
 * still runs, and what is larger than the budget is cut again.
 */
final class Routines {
    private final Entry entry;
    private final Schedule schedule;
    private final CodeSize sizes;
    private final Purposes purposes;
    private final Names names = new Names();
    private final List<Routine> routines = new ArrayList<>();

    private Routines(Entry entry, Schedule schedule, List<LoopProgram.Buffer> buffers, Purposes purposes) {
        this.entry = entry;
        this.purposes = purposes;
        names.reserve(entry.method());
        this.schedule = schedule;
        this.sizes = new CodeSize(schedule, buffers);
    }

    /** The entry's own code first, then the routines it calls. */
    static List<Routine> split(
            List<Statement> statements,
            Entry entry,
            Schedule schedule,
            List<LoopProgram.Buffer> buffers,
            Purposes purposes) {
        Routines split = new Routines(entry, schedule, buffers, purposes);
        List<Statement> body = split.cut(statements, true);
        List<Routine> result = new ArrayList<>();
        Purposes.Purpose whole = purposes.ofEntry(statements);
        result.add(new Routine(entry.method(), List.of(), List.of(), whole.text(), whole.subjects(), body));
        result.addAll(split.routines);
        return result;
    }

    private List<Statement> cut(List<Statement> statements, boolean top) {
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Grouped grouped) {
                List<Statement> group = hasLoop(grouped.group()) ? List.of(routine(grouped.group())) : grouped.group();
                Statement.For single = grouped.single();
                if (hasLoop(single.body())) {
                    single = withBody(single, List.of(routine(single.body())));
                }
                result.add(new Statement.Grouped(grouped.variable(), grouped.rows(), group, single));
            } else if (!(statement instanceof Statement.For loop)) {
                result.add(statement);
            } else if (loop.kind() != Statement.Kind.SERIAL) {
                boolean apart = schedule.isVector()
                        && loop.kind() == Statement.Kind.BLOCKS
                        && hasLoop(loop.body())
                        && assignsNothingOutside(loop.body());
                result.add(withBody(loop, apart && top ? List.of(routine(loop.body(), true)) : cut(loop.body(), top)));
            } else if (top && isAroundRows(loop.body())) {
                result.add(withBody(loop, cut(loop.body(), true)));
            } else if (top && hasLoop(loop.body())) {
                result.add(withBody(loop, List.of(routine(loop.body()))));
            } else if (!top && hasLoop(loop.body()) && assignsNothingOutside(loop.body())) {
                result.add(withBody(loop, List.of(routine(loop.body()))));
            } else {
                result.add(statement);
            }
        }
        return result;
    }

    private static Statement.For withBody(Statement.For loop, List<Statement> body) {
        return loop.with(body);
    }

    private static boolean hasLoop(List<Statement> body) {
        return body.stream()
                .anyMatch(inner -> inner instanceof Statement.For
                        || inner instanceof Statement.Grouped
                        || inner instanceof Statement.Lanes);
    }

    /** Whether a body is one loop more, around several: what is inside that one is entered more often, and compiled sooner. */
    private static boolean isAroundRows(List<Statement> body) {
        return body.size() == 1
                && body.get(0) instanceof Statement.For inner
                && inner.kind() == Statement.Kind.SERIAL
                && inner.body().stream()
                                .filter(statement -> hasLoop(List.of(statement)))
                                .count()
                        > 1;
    }

    private Statement routine(List<Statement> body) {
        return routine(body, false);
    }

    /** @param nested whether the loops in it are routines, too */
    private Statement routine(List<Statement> body, boolean nested) {
        Free free = new Free(routines);
        free.read(body);
        List<String> positions = List.copyOf(free.positions);
        Purposes.Purpose purpose = purposes.of(body, positions);
        int place = routines.size();
        String suffix = purpose.name().suffix().orElse("Step" + (place + 1));
        String name = names.fresh(entry.method() + suffix);
        routines.add(null);
        List<Statement> inner =
                nested ? cut(body, true) : sizes.of(body) > schedule.methodBytes() ? cut(body, false) : body;
        if (schedule.isVector() && !nested) {
            inner = withBlocksApart(inner);
        }
        inner = new MethodRoom(schedule, sizes).fitted(inner);
        List<String> values = List.copyOf(free.values);
        routines.set(place, new Routine(name, positions, values, purpose.text(), purpose.subjects(), inner));
        return new Statement.Call(name);
    }

    /** Whether some statements read no local or loop variable but their own and where a range begins and ends. */
    static boolean isClosed(List<Statement> statements) {
        Free free = new Free(List.of());
        free.read(statements);
        free.positions.removeAll(List.of(LoopProgram.BEGIN, LoopProgram.END));
        return free.positions.isEmpty() && free.values.isEmpty() && !free.assignsOutside;
    }

    /** A loop around vector accumulators makes objects of them, unless what is inside is a method. */
    private List<Statement> withBlocksApart(List<Statement> statements) {
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            boolean blocks = statement instanceof Statement.For loop
                    && loop.kind() == Statement.Kind.BLOCKS
                    && hasLoop(loop.body())
                    && assignsNothingOutside(loop.body());
            result.add(
                    blocks
                            ? withBody((Statement.For) statement, List.of(routine(((Statement.For) statement).body())))
                            : statement);
        }
        return result;
    }

    private static boolean assignsNothingOutside(List<Statement> body) {
        Free free = new Free(List.of());
        free.read(body);
        return !free.assignsOutside;
    }

    /** The locals and loop variables that some statements read and do not declare. */
    private static final class Free {
        private final Set<String> positions = new LinkedHashSet<>();
        private final Set<String> values = new LinkedHashSet<>();
        private final Set<String> declared = new LinkedHashSet<>();
        private final List<Routine> callable;
        private boolean assignsOutside;

        /** @param callable routines of calls in the statements; null for one that is not cut yet */
        private Free(List<Routine> callable) {
            this.callable = callable;
        }

        private void read(List<Statement> statements) {
            statements.forEach(this::read);
        }

        private void read(Statement statement) {
            if (statement instanceof Statement.Let let) {
                read(let.value());
                declared.add(let.name());
            } else if (statement instanceof Statement.Set set) {
                read(set.value());
                if (set.declares() && set.place() instanceof Place.Variable variable) {
                    declared.add(variable.name());
                }
                write(set.place());
            } else if (statement instanceof Statement.Store store) {
                read(store.index());
                read(store.value());
            } else if (statement instanceof Statement.Accumulate accumulate) {
                read(accumulate.value());
                write(accumulate.place());
            } else if (statement instanceof Statement.AddExactly add) {
                read(add.value());
                add.valueError().ifPresent(this::read);
                write(add.sum());
                write(add.error());
            } else if (statement instanceof Statement.Settle settle) {
                write(settle.sum());
                write(settle.error());
            } else if (statement instanceof Statement.LaneAccumulate accumulate) {
                read(accumulate.value());
            } else if (statement instanceof Statement.For loop) {
                position(loop.from());
                position(loop.until());
                declared.add(loop.variable());
                if (loop.kind() == Statement.Kind.CHUNKS) {
                    declared.add(Chunks.begin(loop.variable()));
                    declared.add(Chunks.end(loop.variable()));
                }
                read(loop.body());
            } else if (statement instanceof Statement.Grouped grouped) {
                declared.add(grouped.variable());
                read(grouped.group());
                read(grouped.single());
            } else if (statement instanceof Statement.Elementary elementary) {
                position(elementary.from());
            } else if (statement instanceof Statement.Offset offset) {
                position(offset.variable());
                declared.add(offset.name());
            } else if (statement instanceof Statement.Lanes lanes) {
                position(lanes.from());
                position(lanes.until());
                declared.add(lanes.variable());
                read(lanes.body());
                lanes.accumulators().forEach(accumulator -> {
                    declared.add(accumulator.name());
                    accumulator.error().ifPresent(declared::add);
                });
            } else if (statement instanceof Statement.Call call) {
                callable.stream()
                        .filter(routine -> routine != null && routine.name().equals(call.routine()))
                        .forEach(this::read);
            }
        }

        private void read(Routine called) {
            called.positions().forEach(this::position);
            called.values().stream().filter(value -> !declared.contains(value)).forEach(values::add);
        }

        private void write(Place place) {
            if (place instanceof Place.Element element) {
                read(element.index());
            } else if (place instanceof Place.Variable variable && !declared.contains(variable.name())) {
                assignsOutside = true;
            }
        }

        private void read(Index index) {
            index.variables().forEach(this::position);
        }

        private void position(String variable) {
            if (!variable.isEmpty() && !declared.contains(variable)) {
                positions.add(variable);
            }
        }

        private void read(Scalar scalar) {
            if (scalar instanceof Scalar.Local local) {
                if (!declared.contains(local.name())) {
                    values.add(local.name());
                }
            } else if (scalar instanceof Scalar.Load load) {
                read(load.index());
            } else if (scalar instanceof Scalar.Shifted shifted) {
                read(shifted.load());
                shifted.moves().forEach(move -> position(move.variable()));
            } else if (scalar instanceof Scalar.Position position) {
                position(position.variable());
            } else if (scalar instanceof Scalar.Apply apply) {
                apply.operands().forEach(this::read);
            } else if (scalar instanceof Scalar.Quotient quotient) {
                read(quotient.sum());
                read(quotient.error());
                read(quotient.count());
            } else if (scalar instanceof Scalar.QuotientRest rest) {
                read(rest.quotient());
            }
        }
    }
}
