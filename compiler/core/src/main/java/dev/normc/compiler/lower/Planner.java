package dev.normc.compiler.lower;

import dev.normc.compiler.lower.Region.Kind;
import dev.normc.compiler.lower.Region.Phase;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fuses tasks into loops.
 *
 * <p>Axes are bound from the outside in, in memory order. At each level the tasks form phases: two tasks share a loop
 * when neither waits for a reduction of the other along it. So a row that is normalized on its own is finished while it
 * is in cache, and a tensor whose groups are strided is swept in memory order.
 */
final class Planner {
    private final TensorProgram program;
    private final Map<Integer, Task> definitions = new HashMap<>();
    /** For each task the tasks it reads, with the axes along which it reads other positions than its own. */
    private final Map<Integer, Map<Integer, AxisSet>> needs = new HashMap<>();

    private final boolean staged;

    private Planner(TensorProgram program, List<Task> tasks, boolean staged) {
        this.program = program;
        this.staged = staged;
        tasks.stream()
                .filter(task -> task.isReduction() || task.kind() == Task.Kind.KEEP)
                .forEach(task -> definitions.put(task.value(), task));
        for (Task task : tasks) {
            Map<Integer, AxisSet> found = new HashMap<>();
            Set<Reading> seen = new HashSet<>();
            if (task.kind() == Task.Kind.KEEP) {
                program.values()
                        .get(task.root())
                        .operands()
                        .forEach(operand -> collect(operand, AxisSet.NONE, found, seen));
            } else {
                collect(task.root(), AxisSet.NONE, found, seen);
            }
            needs.put(task.number(), found);
        }
    }

    /**
     * The loop tree of some tasks.
     *
     * @param staged whether sums along lanes get loops of their own beside those that C2 can vectorize
     */
    static Region plan(TensorProgram program, List<Task> tasks, boolean staged) {
        return new Planner(program, tasks, staged).region(tasks, List.of());
    }

    /** A value that is read through views of some axes. */
    private record Reading(int value, AxisSet moved) {}

    /** The tasks that define what an expression reads. */
    private void collect(int value, AxisSet moved, Map<Integer, AxisSet> found, Set<Reading> seen) {
        if (!seen.add(new Reading(value, moved))) {
            return;
        }
        Task definition = definitions.get(value);
        if (definition != null) {
            found.merge(definition.number(), moved, AxisSet::union);
            return;
        }
        TensorExpr expr = program.values().get(value);
        if (program.values().get(program.inMemory(value)) instanceof TensorExpr.Input) {
            return;
        }
        AxisSet here =
                expr instanceof TensorExpr.View view ? moved.union(AxisSet.of(List.of(view.from(), view.to()))) : moved;
        expr.operands().forEach(operand -> collect(operand, here, found, seen));
    }

    private static final class Draft {
        private final Kind kind;
        private final int axis;
        private final boolean lanes;
        private final List<Task> tasks = new ArrayList<>();

        private Draft(Kind kind, int axis, boolean lanes) {
            this.kind = kind;
            this.axis = axis;
            this.lanes = lanes;
        }

        private boolean takes(Kind other, int otherAxis, boolean otherLanes) {
            return kind == other && axis == otherAxis && lanes == otherLanes;
        }
    }

    private Region region(List<Task> tasks, List<Integer> bound) {
        AxisSet outer = AxisSet.of(bound);
        List<Draft> drafts = new ArrayList<>();
        Map<Integer, Integer> phaseOf = new HashMap<>();
        for (Task task : tasks) {
            List<Integer> remaining = task.space().minus(outer).positions();
            Kind kind = remaining.isEmpty() ? Kind.POINT : remaining.size() == 1 ? Kind.LEAF : Kind.NEST;
            int axis = remaining.isEmpty() ? -1 : remaining.get(0);
            boolean lanes = staged && kind == Kind.LEAF && task.isAlongInnermost();
            int earliest = 0;
            for (Task other : tasks) {
                Integer phase = phaseOf.get(other.number());
                if (phase == null) {
                    continue;
                }
                boolean waits = task.kind() == Task.Kind.COMMIT && other.kind() != Task.Kind.COMMIT;
                AxisSet moved = needs.get(task.number()).get(other.number());
                if (waits || moved != null) {
                    boolean together = !waits
                                    && drafts.get(phase).axis == axis
                                    && axis >= 0
                                    && sharesLoop(other, axis)
                                    && !moved.contains(axis)
                                    && !(kind == Kind.LEAF && isWidening(other))
                            || !waits && axis < 0 && drafts.get(phase).axis < 0;
                    earliest = Math.max(earliest, together ? phase : phase + 1);
                }
            }
            int phase = earliest;
            if (kind == Kind.LEAF && !task.isReduction()) {
                // A store or a kept value of a row is done where the row is, not in a loop of its own.
                for (int nest = drafts.size() - 1; nest >= earliest; nest--) {
                    if (drafts.get(nest).kind == Kind.NEST && drafts.get(nest).axis == axis) {
                        phase = nest;
                    }
                }
                if (phase < drafts.size() && drafts.get(phase).kind == Kind.NEST) {
                    drafts.get(phase).tasks.add(task);
                    phaseOf.put(task.number(), phase);
                    continue;
                }
            }
            while (phase < drafts.size() && !drafts.get(phase).takes(kind, axis, lanes)) {
                phase++;
            }
            if (phase == drafts.size()) {
                drafts.add(new Draft(kind, axis, lanes));
            }
            drafts.get(phase).tasks.add(task);
            phaseOf.put(task.number(), phase);
        }
        List<Phase> phases = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Region> body = new ArrayList<>();
            if (draft.kind == Kind.NEST) {
                List<Integer> inner = new ArrayList<>(bound);
                inner.add(draft.axis);
                body.add(region(draft.tasks, inner));
            }
            phases.add(new Phase(draft.kind, draft.axis, draft.tasks, body));
        }
        return new Region(bound, phases);
    }

    /** Widening is a loop of its own: nothing but conversions. */
    private boolean isWidening(Task task) {
        return task.kind() == Task.Kind.KEEP && program.values().get(task.root()) instanceof TensorExpr.Input;
    }

    /** Whether what a task defines is there within an iteration of the loop. */
    private static boolean sharesLoop(Task definition, int axis) {
        return definition.kept().contains(axis);
    }
}
