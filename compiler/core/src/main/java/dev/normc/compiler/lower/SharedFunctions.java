package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the elementary functions that several loops over the same elements would call with the same arguments, as where a sum
 * over a row and the loop that writes the row both need them: the first keeps their values in the workspace.
 *
 * <p>Only where what is kept stays in a cache. Values of a whole tensor, as where a norm of strided groups sweeps it twice, cost
 * as much on their way to memory and back as the function does.
 */
final class SharedFunctions {
    /** Elements that are kept at a time, at most, 512 KB of f64: they stay in the second-level cache. */
    private static final long MOST_KEPT = 65_536;

    private SharedFunctions() {}

    /** The functions, as values of the program. */
    static Set<Integer> find(TensorProgram program, Region root) {
        Set<Integer> shared = new TreeSet<>();
        long elements = 0;
        for (Region region : root.all()) {
            Map<Integer, Integer> uses = new HashMap<>();
            for (Region.Phase phase : region.phases()) {
                Set<Integer> called = new HashSet<>();
                Set<Integer> seen = new HashSet<>();
                phase.tasks().forEach(task -> functions(program, task.root(), seen, called));
                called.forEach(value -> uses.merge(value, 1, Integer::sum));
            }
            AxisSet bound = AxisSet.of(region.bound());
            for (int value : new TreeSet<>(uses.keySet())) {
                AxisSet set = program.sets().get(value);
                AxisSet inner = set.minus(bound);
                boolean again = uses.get(value) > 1 && set.containsAll(bound) && !inner.isEmpty();
                Count row = Workspace.elements(program, inner.positions());
                if (again && row.isAtMost(MOST_KEPT - elements) && shared.add(value)) {
                    elements += row.fixed();
                }
            }
        }
        return shared;
    }

    /** Those that a task calls; what it reads of other tasks is theirs. */
    private static void functions(TensorProgram program, int value, Set<Integer> seen, Set<Integer> called) {
        if (!seen.add(value)) {
            return;
        }
        TensorExpr expr = program.values().get(value);
        if (expr instanceof TensorExpr.Map map && map.op().isTranscendental()) {
            called.add(value);
        }
        if (!(expr instanceof TensorExpr.Reduce || expr instanceof TensorExpr.View)) {
            expr.operands().forEach(operand -> functions(program, operand, seen, called));
        }
    }
}
