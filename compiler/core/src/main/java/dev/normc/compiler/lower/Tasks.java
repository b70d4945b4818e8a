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

    private Tasks(TensorProgram program) {
        this.program = program;
    }

    /** The tasks, in an order in which each needs only earlier ones. */
    static List<Task> of(TensorProgram program) {
        return new Tasks(program).run();
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
                program.values().get(root).operands().forEach(operand -> visit(operand, program.sets().get(root)));
                keptValues.stream().filter(value -> !before.contains(value)).forEach(roots::push);
            }
        }
        return tasks(commits);
    }

    private List<Task> tasks(List<TensorProgram.Store> commits) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < program.values().size(); i++) {
            AxisSet set = program.sets().get(i);
            if (program.values().get(i) instanceof TensorExpr.Reduce reduce) {
                AxisSet space = program.sets().get(reduce.operand());
                tasks.add(new Task(tasks.size(), Task.Kind.REDUCE, reduce.operand(), i, -1, space, reduce.over()));
            } else if (keptValues.contains(i)) {
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
        TensorExpr expr = program.values().get(value);
        if (!(expr instanceof TensorExpr.Map map) || keptValues.contains(value)) {
            return;
        }
        AxisSet set = program.sets().get(value);
        if (!set.equals(space) && !isPrefix(set, space) && isCostly(value) && !map.op().isComparison()) {
            keptValues.add(value);
            return;
        }
        map.operands().forEach(operand -> visit(operand, space));
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
