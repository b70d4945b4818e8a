package dev.normc.compiler.tensor;

import dev.normc.compiler.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves expressions to other positions: down to what stands in memory, inputs and reductions, so that pointwise values are
 * computed where they are read.
 */
final class Views {
    private final ProgramBuilder builder;
    private final int from;
    private final int to;
    private final int shift;
    private final Map<Integer, Integer> moved = new HashMap<>();
    private boolean merged;

    /** Along {@code from}, the position along {@code to} plus {@code shift}. */
    Views(ProgramBuilder builder, int from, int to, int shift) {
        this.builder = builder;
        this.from = from;
        this.to = to;
        this.shift = shift;
    }

    /** The value at those positions, 0 outside. */
    int of(int value) {
        TensorExpr expr = builder.expr(value);
        boolean inMemory = expr instanceof TensorExpr.Input
                || expr instanceof TensorExpr.Reduce
                || expr instanceof TensorExpr.View;
        int result = moved(value);
        // What stands in memory is 0 outside by itself; two views in one only where both together are.
        return shift == 0 || inMemory && !merged && builder.set(value).contains(from)
                ? result
                : builder.map(Op.KEEP, inside(), result);
    }

    /** Where the position is one of the axis. */
    private int inside() {
        int position = builder.index(to);
        return shift > 0
                ? builder.map(
                        Op.LESS, builder.map(Op.ADD, position, builder.constant(shift)), builder.size(AxisSet.of(to)))
                : builder.map(Op.LESS_EQUAL, builder.constant(-shift), position);
    }

    private int moved(int value) {
        if (!builder.set(value).contains(from)) {
            return value;
        }
        Integer known = moved.get(value);
        if (known == null) {
            known = move(value);
            moved.put(value, known);
        }
        return known;
    }

    private int move(int value) {
        TensorExpr expr = builder.expr(value);
        if (expr instanceof TensorExpr.Map map) {
            List<Integer> operands = new ArrayList<>();
            map.operands().forEach(operand -> operands.add(moved(operand)));
            return builder.map(map.op(), operands);
        }
        if (expr instanceof TensorExpr.Stop stop) {
            return builder.stop(moved(stop.operand()));
        }
        if (expr instanceof TensorExpr.Index) {
            int position = builder.index(to);
            return shift == 0 ? position : builder.map(Op.ADD, position, builder.constant(shift));
        }
        if (expr instanceof TensorExpr.View view && view.to() == from) {
            merged = true;
            return builder.rawView(view.operand(), view.from(), to, view.shift() + shift);
        }
        if (expr instanceof TensorExpr.View view && from == to && view.from() == view.to() && from < view.to()) {
            // Shifts along different axes commute: one order for all of them.
            return builder.rawView(moved(view.operand()), view.from(), view.to(), view.shift());
        }
        return builder.rawView(value, from, to, shift);
    }
}
