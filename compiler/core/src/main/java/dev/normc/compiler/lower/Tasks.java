package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what must be kept while a program runs: reductions, stores, and pointwise values that would otherwise be computed
 * again for positions on which they do not depend.
 */
final class Tasks {
    private final TensorProgram program;
    private final Set<Integer> keptValues = new TreeSet<>();
    private final Map<Integer, Boolean> costly = new HashMap<>();
    private final Map<AxisSet, Set<Integer>> walked = new HashMap<>();

    /** Elements of a param that is widened once, at most; 0 for none. */
    private final long widened;

    private Tasks(TensorProgram program, long widened) {
        this.program = program;
        this.widened = widened;
    }

    /**
     * The tasks, in an order in which each needs only earlier ones.
     *
     * @param widened a param of so many elements at most, which an inner loop reads again and again, is widened once, at
     *     the start
     * @param kept values that are kept for several loops
     */
    static List<Task> of(TensorProgram program, long widened, Set<Integer> kept) {
        Tasks tasks = new Tasks(program, widened);
        tasks.keptValues.addAll(kept);
        return tasks.run();
    }

    private List<Task> run() {
        Deque<Integer> roots = new ArrayDeque<>();
        List<TensorProgram.Store> commits = new ArrayList<>();
        for (int i = 0; i < program.values().size(); i++) {
            if (program.values().get(i) instanceof TensorExpr.Reduce reduce) {
                visit(reduce.operand(), program.sets().get(reduce.operand()));
            }
        }
        for (TensorProgram.Store store : program.stores()) {
            TensorProgram.Buffer buffer = program.buffers().get(store.buffer());
            if (buffer.role() == BufferRole.STATE) {
                commits.add(store);
                if (!(program.values().get(store.value()) instanceof TensorExpr.Constant)) {
                    keptValues.add(store.value());
                }
            } else {
                visit(store.value(), buffer.set());
            }
        }
        roots.addAll(keptValues);
        Set<Integer> visited = new HashSet<>();
        while (!roots.isEmpty()) {
            int root = roots.pop();
            if (visited.add(root)) {
                Set<Integer> before = new HashSet<>(keptValues);
                program.values()
                        .get(root)
                        .operands()
                        .forEach(operand -> visit(operand, program.sets().get(root)));
                keptValues.stream().filter(value -> !before.contains(value)).forEach(roots::push);
            }
        }
        return tasks(commits);
    }

    private List<Task> tasks(List<TensorProgram.Store> commits) {
        List<Task> tasks = new ArrayList<>();
        // Params first: they are widened before the loops that read them, not between two of those.
        for (int value : keptValues) {
            if (isParam(value)) {
                AxisSet set = program.sets().get(value);
                tasks.add(new Task(tasks.size(), Task.Kind.KEEP, value, value, -1, set, AxisSet.NONE));
            }
        }
        for (int i = 0; i < program.values().size(); i++) {
            AxisSet set = program.sets().get(i);
            if (program.values().get(i) instanceof TensorExpr.Reduce reduce) {
                AxisSet space = program.sets().get(reduce.operand());
                tasks.add(new Task(tasks.size(), Task.Kind.REDUCE, reduce.operand(), i, -1, space, reduce.over()));
            } else if (keptValues.contains(i) && !isParam(i)) {
                tasks.add(new Task(tasks.size(), Task.Kind.KEEP, i, i, -1, set, AxisSet.NONE));
            }
        }
        for (TensorProgram.Store store : program.stores()) {
            if (!commits.contains(store)) {
                tasks.add(store(tasks.size(), Task.Kind.STORE, store));
            }
        }
        for (TensorProgram.Store store : commits) {
            tasks.add(store(tasks.size(), Task.Kind.COMMIT, store));
        }
        return tasks;
    }

    private Task store(int number, Task.Kind kind, TensorProgram.Store store) {
        AxisSet space = program.buffers().get(store.buffer()).set();
        return new Task(number, kind, store.value(), store.value(), store.buffer(), space, AxisSet.NONE);
    }

    /**
     * Walks what is computed at every position of a space. A value on fewer axes is hoisted to an outer loop if its axes
     * are the outermost ones; if they are not, and it costs something, it is kept.
     */
    private void visit(int value, AxisSet space) {
        if (!walked.computeIfAbsent(space, set -> new HashSet<>()).add(value)) {
            return;
        }
        TensorExpr expr = program.values().get(value);
        if (expr instanceof TensorExpr.Input input && isReadAgain(input, space)) {
            keptValues.add(value);
            return;
        }
        if (!(expr instanceof TensorExpr.Map map) || keptValues.contains(value)) {
            return;
        }
        AxisSet set = program.sets().get(value);
        if (!set.equals(space)
                && !isPrefix(set, space)
                && isCostly(value)
                && !map.op().isComparison()) {
            keptValues.add(value);
            return;
        }
        map.operands().forEach(operand -> visit(operand, space));
    }

    private boolean isParam(int value) {
        return program.values().get(value) instanceof TensorExpr.Input input
                && program.buffers().get(input.buffer()).role() == BufferRole.PARAM;
    }

    /** Whether it is a param to be widened, along the innermost axis, but not along all. */
    private boolean isReadAgain(TensorExpr.Input input, AxisSet space) {
        TensorProgram.Buffer buffer = program.buffers().get(input.buffer());
        List<Integer> axes = space.positions();
        return buffer.role() == BufferRole.PARAM
                && buffer.type().isNarrow()
                && !buffer.set().equals(space)
                && Workspace.elements(program, buffer.layout()).isAtMost(widened)
                && buffer.set().contains(axes.get(axes.size() - 1));
    }

    private static boolean isPrefix(AxisSet set, AxisSet space) {
        List<Integer> outermost = space.positions().subList(0, Math.min(set.size(), space.size()));
        return AxisSet.of(outermost).equals(set);
    }

    private boolean isCostly(int value) {
        Boolean known = costly.get(value);
        if (known == null) {
            TensorExpr expr = program.values().get(value);
            known = expr instanceof TensorExpr.Map map
                    && (map.op().isExpensive() || map.operands().stream().anyMatch(this::isCostly));
            costly.put(value, known);
        }
        return known;
    }
}
