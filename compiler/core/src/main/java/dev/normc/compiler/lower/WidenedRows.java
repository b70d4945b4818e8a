package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the inputs of f32 or 16 bits that several loops over the same row read: such a row is widened to f64 once, while it is in cache,
 * because conversions are what these loops cost.
 */
final class WidenedRows {
    /** Elements of a row at most: two such rows of f64 stay in the second-level cache. */
    static final long LARGEST_ROW = 4_096;

    /** Loops over a row that pay for a widened copy: two convert it twice, which costs no more than the copy. */
    private static final int LEAST_LOOPS = 3;

    private WidenedRows() {}

    /** The inputs, as values of the program; none where the schedule does not stage conversions. */
    static Set<Integer> find(TensorProgram program, Region root, Schedule schedule) {
        Set<Integer> rows = new HashSet<>();
        if (schedule.stage() == 0) {
            return rows;
        }
        for (Region region : root.all()) {
            if (region.bound().isEmpty()) {
                continue;
            }
            Map<Integer, Integer> uses = new HashMap<>();
            for (Region.Phase phase : region.phases()) {
                Set<Integer> read = new HashSet<>();
                Set<Integer> seen = new HashSet<>();
                phase.tasks().forEach(task -> inputs(program, task.root(), read, seen));
                read.forEach(value -> uses.merge(value, 1, Integer::sum));
            }
            AxisSet bound = AxisSet.of(region.bound());
            uses.forEach((value, count) -> {
                AxisSet set = program.sets().get(value);
                if (count >= LEAST_LOOPS && set.containsAll(bound) && isRow(program, set.minus(bound))) {
                    rows.add(value);
                }
            });
        }
        return rows;
    }

    /** Rows along one axis: C2 does not vectorize loops over parts of the workspace that different outer loops move. */
    private static boolean isRow(TensorProgram program, AxisSet inner) {
        if (inner.size() != 1) {
            return false;
        }
        Axis axis = program.axes().get(inner.positions().get(0));
        return !axis.isDynamic() && axis.extent() <= LARGEST_ROW;
    }

    private static void inputs(TensorProgram program, int value, Set<Integer> read, Set<Integer> seen) {
        if (!seen.add(value)) {
            return;
        }
        TensorExpr expr = program.values().get(value);
        if (expr instanceof TensorExpr.Input input) {
            if (program.buffers().get(input.buffer()).type().isNarrow()) {
                read.add(value);
            }
        } else if (!(expr instanceof TensorExpr.Reduce || expr instanceof TensorExpr.View)) {
            expr.operands().forEach(operand -> inputs(program, operand, read, seen));
        }
    }
}
