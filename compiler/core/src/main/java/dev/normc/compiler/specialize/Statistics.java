package dev.normc.compiler.specialize;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.typed.Statistic;
import java.util.Optional;

/**
 * What each statistic is in terms of sums and extremes.
 *
 * <p>A weighted one selects before it multiplies, so that whatever stands at weight 0, a NaN included, does nothing.
 */
final class Statistics {
    private final ProgramBuilder builder;

    Statistics(ProgramBuilder builder) {
        this.builder = builder;
    }

    int apply(Statistic statistic, int operand, AxisSet over, Optional<Integer> weight) {
        return switch (statistic) {
            case SUM -> sum(operand, over, weight);
            case MEAN -> mean(operand, over, weight);
            case VAR -> variance(operand, over, weight);
            case STD -> builder.map(Op.SQRT, variance(operand, over, weight));
            case NORM2 -> builder.map(Op.SQRT, sum(square(operand), over, weight));
            case NORM1 -> sum(builder.map(Op.ABS, operand), over, weight);
            case RMS -> builder.map(Op.SQRT, mean(square(operand), over, weight));
            case COUNT -> weight.isPresent() ? sum(builder.constant(1), over, weight) : builder.size(over);
            case MAX -> extreme(Reducer.MAX, Double.NEGATIVE_INFINITY, operand, over, weight);
            case MIN -> extreme(Reducer.MIN, Double.POSITIVE_INFINITY, operand, over, weight);
        };
    }

    /** {@code (e - mean(e)) / sqrt(var(e) + epsilon)}. */
    int standardize(int operand, AxisSet over, Optional<Integer> weight, int epsilon) {
        int centred = builder.map(Op.SUBTRACT, operand, mean(operand, over, weight));
        int variance = variance(operand, over, weight);
        return builder.map(Op.DIVIDE, centred, builder.map(Op.SQRT, builder.map(Op.ADD, variance, epsilon)));
    }

    private int sum(int operand, AxisSet over, Optional<Integer> weight) {
        return builder.sum(weight.map(w -> weighted(operand, w)).orElse(operand), over);
    }

    private int weighted(int operand, int weight) {
        int zero = builder.constant(0);
        int none = builder.map(Op.EQUAL, weight, zero);
        return builder.map(Op.DROP, none, builder.map(Op.MULTIPLY, weight, operand));
    }

    private int mean(int operand, AxisSet over, Optional<Integer> weight) {
        return builder.map(Op.DIVIDE, sum(operand, over, weight), divisor(over, weight));
    }

    /** The number of elements, or the sum of weights; 1 where that is 0, since the sum above it is 0 then. */
    private int divisor(AxisSet over, Optional<Integer> weight) {
        if (weight.isEmpty()) {
            return builder.size(over);
        }
        int count = sum(builder.constant(1), over, weight);
        int none = builder.map(Op.EQUAL, count, builder.constant(0));
        return builder.map(Op.WHERE, none, builder.constant(1), count);
    }

    private int variance(int operand, AxisSet over, Optional<Integer> weight) {
        int centred = builder.map(Op.SUBTRACT, operand, mean(operand, over, weight));
        return mean(square(centred), over, weight);
    }

    private int square(int value) {
        return builder.map(Op.MULTIPLY, value, value);
    }

    private int extreme(Reducer reducer, double least, int operand, AxisSet over, Optional<Integer> weight) {
        if (weight.isEmpty()) {
            return builder.reduce(reducer, operand, over.intersect(builder.set(operand)));
        }
        int zero = builder.constant(0);
        int counts = builder.map(Op.LESS, zero, weight.get());
        int selected = builder.map(Op.WHERE, counts, operand, builder.constant(least));
        int extreme = builder.reduce(reducer, selected, over.intersect(builder.set(selected)));
        // Whether any element takes part is a reduction of the weight alone.
        int any = builder.reduce(Reducer.MAX, weight.get(), over.intersect(builder.set(weight.get())));
        return builder.map(Op.WHERE, builder.map(Op.LESS, zero, any), extreme, zero);
    }
}
