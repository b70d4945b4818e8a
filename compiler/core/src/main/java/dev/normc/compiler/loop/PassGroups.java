package dev.normc.compiler.loop;

import dev.normc.compiler.op.Reducer;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schedule of an entry as its loops have it: its passes over the largest iteration space, in the order they run. */
public final class PassGroups {
    private static final String OTHER_VALUES = "intermediate values";

    /** As good as any where no axis is open, and large enough that every loop is what it is for large ones. */
    private static final long DYNAMIC = 1 << 20;

    private final LoopProgram program;
    private final Traffic traffic;
    private final List<Innermost> loops = new ArrayList<>();
    private final Map<String, Place> flows = new HashMap<>();
    private final Map<String, List<String>> declared = new HashMap<>();
    private final Map<Integer, String> keptNames = new HashMap<>();

    /** A loop without a loop in it. */
    private record Innermost(Statement loop, List<Statement> body, LoopNest nest) {}

    private PassGroups(LoopProgram program) {
        this.program = program;
        this.traffic = Traffic.of(program, DYNAMIC);
    }

    /** All groups; passes that share an outermost loop are one. */
    public static List<PassGroup> of(LoopProgram program) {
        PassGroups found = new PassGroups(program);
        found.walk();
        return found.groups();
    }

    /** Passes that read or write what the caller gave. */
    public static int sweeps(LoopProgram program) {
        return (int) of(program).stream()
                .flatMap(group -> group.passes().stream())
                .filter(Pass::isSweep)
                .count();
    }

    private void walk() {
        LoopWalk.walk(program, DYNAMIC, new LoopWalk.Visitor() {
            @Override
            public void statement(Statement statement, LoopNest nest) {
                follow(statement, nest);
            }

            @Override
            public void innermost(Statement loop, List<Statement> body, LoopNest nest) {
                loops.add(new Innermost(loop, body, nest));
            }
        });
        long most =
                loops.stream().mapToLong(loop -> loop.nest().iterations()).max().orElse(0);
        loops.removeIf(loop -> loop.nest().iterations() < most || !touches(loop));
    }

    private static boolean touches(Innermost loop) {
        return loop.body().stream().anyMatch(statement -> !Access.of(statement).isEmpty());
    }

    /** Where the total of a loop's accumulator goes, and where a running variable begins. */
    private void follow(Statement statement, LoopNest nest) {
        if (statement instanceof Statement.Set set) {
            flow(set.value(), set.place());
            if (set.declares() && set.place() instanceof Place.Variable variable) {
                declared.put(variable.name(), nest.axes());
            }
        } else if (statement instanceof Statement.Accumulate accumulate) {
            flow(accumulate.value(), accumulate.place());
        } else if (statement instanceof Statement.AddExactly add) {
            flow(add.value(), add.sum());
        }
    }

    private void flow(Scalar value, Place place) {
        if (value instanceof Scalar.Local local) {
            flows.putIfAbsent(local.name(), place);
        }
    }

    private List<PassGroup> groups() {
        List<List<Innermost>> groups = new ArrayList<>();
        for (Innermost loop : loops) {
            boolean joins = !groups.isEmpty()
                    && groups.get(groups.size() - 1).get(0).nest().shared(loop.nest()) > 0;
            if (!joins) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(loop);
        }
        return groups.stream().map(this::group).toList();
    }

    private PassGroup group(List<Innermost> group) {
        LoopNest first = group.get(0).nest();
        int shared = first.levels().size() - 1;
        for (Innermost loop : group.subList(1, group.size())) {
            shared = Math.min(shared, first.shared(loop.nest()));
        }
        List<Pass> passes = new ArrayList<>();
        Set<Integer> written = new LinkedHashSet<>();
        for (int i = 0; i < group.size(); i++) {
            passes.add(pass(group.get(i), group.subList(0, i), written));
        }
        long bytes = shared == 0 ? 0 : traffic.footprint(first, shared);
        return new PassGroup(first.axes(0, shared), bytes, passes);
    }

    private Pass pass(Innermost loop, List<Innermost> before, Set<Integer> written) {
        List<String> reads = new ArrayList<>();
        List<String> again = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> keeps = new ArrayList<>();
        List<String> writes = new ArrayList<>();
        List<Pass.Sums> sums = new ArrayList<>();
        for (Statement statement : loop.body()) {
            boolean runs = sums(statement, loop.nest(), sums);
            for (Access access : Access.of(statement)) {
                LoopProgram.Buffer buffer = program.buffers().get(access.buffer());
                if (buffer.role() != BufferRole.WORKSPACE) {
                    Pass.addNew(access.isWrite() ? writes : reads, buffer.name());
                    if (!access.isWrite() && before.stream().anyMatch(other -> leaves(other, access, loop))) {
                        Pass.addNew(again, buffer.name());
                    }
                } else if (access.isWrite() && !runs) {
                    Pass.addNew(keeps, keptName(statement, access.buffer(), loop.body()));
                    written.add(access.buffer());
                } else if (!access.isWrite() && written.contains(access.buffer())) {
                    Pass.addNew(kept, keptNames.get(access.buffer()));
                }
            }
        }
        if (loop.loop() instanceof Statement.Lanes lanes) {
            lanes.accumulators()
                    .forEach(accumulator -> sums.add(new Pass.Sums(
                            accumulator.reducer(), 1, per(new Place.Variable(accumulator.name()), loop.nest()))));
        }
        return new Pass(loop.nest(), reads, again, kept, keeps, Pass.counted(sums), writes);
    }

    /** Whether an earlier loop has read the elements of an access, and they are still in the cache. */
    private boolean leaves(Innermost earlier, Access wanted, Innermost later) {
        return traffic.isCached(earlier.nest(), later.nest())
                && earlier.body().stream()
                        .flatMap(statement -> Access.of(statement).stream())
                        .anyMatch(access -> access.buffer() == wanted.buffer());
    }

    /** Adds the running total that a statement updates; whether it does. */
    private boolean sums(Statement statement, LoopNest nest, List<Pass.Sums> sums) {
        if (statement instanceof Statement.Accumulate accumulate) {
            sums.add(new Pass.Sums(accumulate.reducer(), 1, per(accumulate.place(), nest)));
            return true;
        }
        if (statement instanceof Statement.AddExactly add) {
            sums.add(new Pass.Sums(Reducer.SUM, 1, per(add.sum(), nest)));
            return true;
        }
        return statement instanceof Statement.Settle;
    }

    /** The axes of what a total is added to in the end. */
    private List<String> per(Place place, LoopNest nest) {
        Place end = place;
        Set<Place> seen = new LinkedHashSet<>();
        while (end instanceof Place.Variable variable && flows.containsKey(variable.name()) && seen.add(end)) {
            end = flows.get(variable.name());
        }
        if (end instanceof Place.Variable variable) {
            return declared.getOrDefault(variable.name(), List.of());
        }
        Index index = ((Place.Element) end).index();
        return nest.levels().stream()
                .filter(level -> index.variables().contains(level.variable()))
                .map(LoopNest.Level::axis)
                .filter(axis -> !axis.isEmpty())
                .toList();
    }

    /** The buffer that a workspace holds widened; its name is kept for those who read it. */
    private String keptName(Statement statement, int workspace, List<Statement> body) {
        String name = OTHER_VALUES;
        if (statement instanceof Statement.Store store) {
            Scalar value = store.value();
            for (Statement other : body) {
                if (other instanceof Statement.Let let && new Scalar.Local(let.name()).equals(value)) {
                    value = let.value();
                }
            }
            if (value instanceof Scalar.Load load) {
                name = program.buffers().get(load.buffer()).name();
            }
        }
        keptNames.put(workspace, name);
        return name;
    }
}
