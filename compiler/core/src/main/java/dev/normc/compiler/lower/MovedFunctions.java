package dev.normc.compiler.lower;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds elementary functions that a program calls at several positions along an axis, as the backward of a norm over windows
 * does: one is computed for all positions and kept, and the others read it there.
 *
 * <p>No bit depends on it: the argument at another position is the same sequence of operations, on what the caller gave.
 *
 * @param program with views of kept values in the place of the others
 * @param kept the values that are kept
 */
record MovedFunctions(TensorProgram program, Set<Integer> kept) {
    /** Elements of what is kept at a time, at most: 32 MB of f64. A power costs much more than its way to memory and back. */
    private static final long MOST_KEPT = 1L << 22;

    /** Shifts along one axis at most; each pair of them is looked into. */
    private static final int MOST_WAYS = 16;

    static MovedFunctions shared(TensorProgram program) {
        return new Search(program).run();
    }

    private static final class Search {
        private final TensorProgram program;
        private final ProgramBuilder builder;
        private final Map<Integer, Integer> originals = new HashMap<>();
        private final int[] numbers;
        private final List<List<Integer>> users = new ArrayList<>();
        private final Set<Integer> whole = new HashSet<>();
        private final Map<Integer, TensorExpr> views = new HashMap<>();
        private final Set<Integer> kept = new TreeSet<>();

        private Search(TensorProgram program) {
            this.program = program;
            this.builder = new ProgramBuilder(program.axes(), program.buffers());
            this.numbers = new int[program.values().size()];
        }

        private MovedFunctions run() {
            Map<Integer, Set<Integer>> shifts = shifts();
            if (!shifts.isEmpty()) {
                index();
                shifts.forEach(this::along);
            }
            if (views.isEmpty()) {
                return new MovedFunctions(program, Set.of());
            }
            List<TensorExpr> values = new ArrayList<>(program.values());
            views.forEach(values::set);
            return new MovedFunctions(
                    new TensorProgram(
                            program.axes(),
                            program.buffers(),
                            values,
                            program.sets(),
                            program.stores(),
                            program.labels()),
                    kept);
        }

        /** How far something is moved along each axis. */
        private Map<Integer, Set<Integer>> shifts() {
            Map<Integer, Set<Integer>> shifts = new TreeMap<>();
            for (TensorExpr expr : program.values()) {
                if (expr instanceof TensorExpr.View view && view.from() == view.to()) {
                    shifts.computeIfAbsent(view.from(), axis -> new TreeSet<>(Set.of(0)))
                            .add(view.shift());
                }
            }
            shifts.values().removeIf(ways -> ways.size() > MOST_WAYS);
            return shifts;
        }

        private void index() {
            for (int i = 0; i < numbers.length; i++) {
                TensorExpr expr = program.values().get(i);
                numbers[i] = builder.copy(expr, numbers);
                originals.putIfAbsent(numbers[i], i);
                users.add(new ArrayList<>());
                for (int operand : expr.operands()) {
                    users.get(operand).add(i);
                }
            }
            program.stores().forEach(store -> whole.add(store.value()));
        }

        private void along(int axis, Set<Integer> ways) {
            Set<Integer> distances = new TreeSet<>();
            ways.forEach(one -> ways.forEach(other -> distances.add(other - one)));
            distances.remove(0);
            List<Integer> functions = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                if (program.values().get(i) instanceof TensorExpr.Map map
                        && map.op().isTranscendental()
                        && fits(i, axis)
                        && !readsReduction(i, axis, new HashSet<>())) {
                    functions.add(i);
                }
            }
            for (int function : functions) {
                for (int shift : distances) {
                    if (!views.containsKey(function)) {
                        share(function, axis, shift);
                    }
                }
            }
        }

        private boolean fits(int value, int axis) {
            List<Integer> inner = program.sets().get(value).positions().stream()
                    .filter(other -> other >= axis)
                    .toList();
            return inner.contains(axis) && Workspace.elements(program, inner).isAtMost(MOST_KEPT);
        }

        /** Of a sum at another position kernels of f64 do not know the rounding error, which a mean at its own has. */
        private boolean readsReduction(int value, int axis, Set<Integer> seen) {
            TensorExpr expr = program.values().get(value);
            if (expr instanceof TensorExpr.Reduce) {
                return program.sets().get(value).contains(axis);
            }
            return seen.add(value) && expr.operands().stream().anyMatch(operand -> readsReduction(operand, axis, seen));
        }

        private void share(int function, int axis, int shift) {
            TensorExpr moved = builder.expr(builder.view(numbers[function], axis, axis, shift));
            if (!(moved instanceof TensorExpr.Map selected) || selected.op() != Op.KEEP) {
                return;
            }
            Integer inside = originals.get(selected.operands().get(0));
            Integer other = originals.get(selected.operands().get(1));
            boolean later = other != null && other > function && inside != null;
            if (later
                    && !views.containsKey(other)
                    && !kept.contains(other)
                    && isSelected(other, inside, new HashSet<>())) {
                views.put(other, new TensorExpr.View(function, axis, axis, shift));
                kept.add(function);
            }
        }

        /** Whether a value is used only where its position is inside the axis; a view is 0 elsewhere. */
        private boolean isSelected(int value, int inside, Set<Integer> seen) {
            return !seen.add(value)
                    || !whole.contains(value)
                            && users.get(value).stream()
                                    .allMatch(user -> program.values().get(user) instanceof TensorExpr.Map map
                                            && (isSelection(map, value, inside) || isSelected(user, inside, seen)));
        }

        private static boolean isSelection(TensorExpr.Map map, int value, int inside) {
            return map.op() == Op.KEEP
                    && map.operands().get(0) == inside
                    && map.operands().get(1) == value;
        }
    }
}
