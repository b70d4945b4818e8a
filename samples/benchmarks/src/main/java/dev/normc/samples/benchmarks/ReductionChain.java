package dev.normc.samples.benchmarks;

import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many reductions of an entry have to follow one another: none is 0, mean and variance are 1, for a sum of a polynomial
 * in values and statistics is one of sums of powers of the values alone; a mean of {@code |x - mu|} or of other means is 2.
 */
final class ReductionChain {
    private final TensorProgram program;
    private final List<Integer> lengths = new ArrayList<>();

    private ReductionChain(TensorProgram program) {
        this.program = program;
    }

    /** The length of the longest chain behind what an entry writes. */
    static int length(TensorProgram program) {
        ReductionChain chain = new ReductionChain(program);
        for (TensorExpr value : program.values()) {
            chain.lengths.add(chain.length(value));
        }
        return program.stores().stream()
                .mapToInt(store -> chain.lengths.get(store.value()))
                .max()
                .orElse(0);
    }

    private int length(TensorExpr value) {
        if (!(value instanceof TensorExpr.Reduce reduce)) {
            return value.operands().stream().mapToInt(lengths::get).max().orElse(0);
        }
        Set<Integer> varying = new HashSet<>();
        if (reduce.reducer() == Reducer.SUM) {
            leaves(reduce.operand(), reduce.over(), varying);
        } else {
            varying.add(reduce.operand());
        }
        int swept = 1 + varying.stream().mapToInt(lengths::get).max().orElse(0);
        return Math.max(swept, lengths.get(reduce.operand()));
    }

    /** A sum is one with the sum around it only if what it is multiplied by is the same for all of its terms. */
    private void factor(int value, int other, AxisSet over, Set<Integer> varying) {
        AxisSet summed = summed(value, over);
        if (program.sets().get(other).isDisjoint(summed) && summed(other, over).isDisjoint(summed)) {
            leaves(value, over, varying);
        } else if (!program.sets().get(value).isDisjoint(over)) {
            varying.add(value);
        }
    }

    /** The axes of sums in a value that vary along others. */
    private AxisSet summed(int value, AxisSet over) {
        if (program.sets().get(value).isDisjoint(over)) {
            return AxisSet.NONE;
        }
        TensorExpr expression = program.values().get(value);
        AxisSet axes = expression instanceof TensorExpr.Reduce reduce ? reduce.over() : AxisSet.NONE;
        for (int operand : expression.operands()) {
            axes = axes.union(summed(operand, over));
        }
        return axes;
    }

    /** What a polynomial is made of that varies along the axes; all else can stand outside of the sum. */
    private void leaves(int value, AxisSet over, Set<Integer> varying) {
        if (program.sets().get(value).isDisjoint(over)) {
            return;
        }
        if (program.values().get(value) instanceof TensorExpr.Reduce inner && inner.reducer() == Reducer.SUM) {
            leaves(inner.operand(), over.union(inner.over()), varying); // a sum of sums is one sum
            return;
        }
        if (program.values().get(value) instanceof TensorExpr.Map map) {
            int first = map.operands().get(0);
            switch (map.op()) {
                case MULTIPLY -> {
                    int second = map.operands().get(1);
                    factor(first, second, over, varying);
                    factor(second, first, over, varying);
                    return;
                }
                case NEGATE, ADD, SUBTRACT, TOTAL -> {
                    map.operands().forEach(operand -> leaves(operand, over, varying));
                    return;
                }
                case DIVIDE -> {
                    leaves(first, over, varying);
                    if (!program.sets().get(map.operands().get(1)).isDisjoint(over)) {
                        varying.add(map.operands().get(1));
                    }
                    return;
                }
                case KEEP, DROP -> {
                    varying.add(first);
                    leaves(map.operands().get(1), over, varying);
                    return;
                }
                default -> {}
            }
        }
        varying.add(value);
    }
}
