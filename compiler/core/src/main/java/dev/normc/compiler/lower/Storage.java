package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where the values that outlive a loop stand: in local variables where everyone who needs them is inside the same
 * iteration, else in the workspace, along the axes that are not bound where all of them meet.
 */
final class Storage {
    private final TensorProgram program;
    private final Map<Integer, List<Integer>> axes = new HashMap<>();

    private final boolean exact;

    private Storage(TensorProgram program, boolean exact) {
        this.program = program;
        this.exact = exact;
    }

    /** @param exact whether a variance also reads the sum of its mean */
    static Storage of(TensorProgram program, Region root, boolean exact) {
        Storage storage = new Storage(program, exact);
        storage.assign(root);
        return storage;
    }

    /** The axes of a value's place in the workspace; empty for a local variable. */
    Optional<List<Integer>> workspaceAxes(int value) {
        return Optional.ofNullable(axes.get(value));
    }

    private void assign(Region root) {
        Map<Integer, List<Region>> uses = new HashMap<>();
        Map<Integer, List<Region>> completes = new HashMap<>();
        Map<Integer, Task> definitions = new HashMap<>();
        Set<Integer> crossing = new HashSet<>();
        List<Region> path = new ArrayList<>();
        collectDefinitions(root, definitions);
        walk(root, path, uses, completes, definitions, crossing);
        for (Map.Entry<Integer, Task> definition : definitions.entrySet()) {
            int value = definition.getKey();
            List<Region> meeting = completes.get(value);
            for (Region use : uses.getOrDefault(value, List.of())) {
                List<Region> usePath = pathTo(root, use);
                meeting = common(meeting, usePath);
            }
            Region meets = meeting.get(meeting.size() - 1);
            AxisSet inner = definition.getValue().kept().minus(AxisSet.of(meets.bound()));
            boolean rootReduction =
                    definition.getValue().isReduction() && completes.get(value).size() == 1;
            if (!inner.isEmpty() && (definition.getValue().isReduction() || crossing.contains(value))
                    || rootReduction) {
                axes.put(value, inner.positions());
            }
        }
    }

    private void collectDefinitions(Region region, Map<Integer, Task> definitions) {
        for (Region.Phase phase : region.phases()) {
            for (Task task : phase.tasks()) {
                if (task.isReduction() || task.kind() == Task.Kind.KEEP) {
                    definitions.put(task.value(), task);
                }
            }
        }
    }

    /** Records where each value is complete and where it is read; {@code crossing} are those read outside their loop. */
    private void walk(
            Region region,
            List<Region> path,
            Map<Integer, List<Region>> uses,
            Map<Integer, List<Region>> completes,
            Map<Integer, Task> definitions,
            Set<Integer> crossing) {
        path.add(region);
        for (Region.Phase phase : region.phases()) {
            for (Task task : phase.tasks()) {
                boolean here = phase.kind() != Region.Kind.NEST;
                boolean startsHere = task.isReduction() && task.firstReduced() == phase.axis();
                if (startsHere || !task.isReduction() && here && definitions.get(task.value()) == task) {
                    completes.put(task.value(), List.copyOf(path));
                }
                if (here) {
                    Set<Integer> read = new HashSet<>();
                    reads(task, definitions, read);
                    for (int value : read) {
                        uses.computeIfAbsent(value, v -> new ArrayList<>()).add(region);
                        if (!phase.tasks().contains(definitions.get(value))) {
                            crossing.add(value);
                        }
                    }
                }
            }
            phase.body().forEach(inner -> walk(inner, path, uses, completes, definitions, crossing));
        }
        path.remove(path.size() - 1);
    }

    private void reads(Task task, Map<Integer, Task> definitions, Set<Integer> read) {
        if (definitions.get(task.root()) == task) {
            Set<Integer> seen = new HashSet<>();
            shift(task.root(), definitions, read, seen);
            program.values().get(task.root()).operands().forEach(operand -> reads(operand, definitions, read, seen));
        } else {
            reads(task.root(), definitions, read, new HashSet<>());
        }
    }

    private void reads(int value, Map<Integer, Task> definitions, Set<Integer> read, Set<Integer> seen) {
        if (!seen.add(value)) {
            return;
        }
        if (definitions.containsKey(value)) {
            read.add(value);
            return;
        }
        shift(value, definitions, read, seen);
        TensorExpr expr = program.values().get(value);
        if (program.values().get(program.inMemory(value)) instanceof TensorExpr.Input) {
            return;
        }
        expr.operands().forEach(operand -> reads(operand, definitions, read, seen));
    }

    private void shift(int value, Map<Integer, Task> definitions, Set<Integer> read, Set<Integer> seen) {
        if (exact) {
            VarianceShift.sumOfMean(program, value).ifPresent(sum -> reads(sum, definitions, read, seen));
        }
    }

    private static List<Region> pathTo(Region root, Region wanted) {
        if (root == wanted) {
            return List.of(root);
        }
        for (Region.Phase phase : root.phases()) {
            for (Region inner : phase.body()) {
                List<Region> path = pathTo(inner, wanted);
                if (!path.isEmpty()) {
                    List<Region> whole = new ArrayList<>(List.of(root));
                    whole.addAll(path);
                    return whole;
                }
            }
        }
        return List.of();
    }

    private static List<Region> common(List<Region> a, List<Region> b) {
        List<Region> both = new ArrayList<>();
        for (int i = 0; i < Math.min(a.size(), b.size()) && a.get(i) == b.get(i); i++) {
            both.add(a.get(i));
        }
        return both;
    }
}
