package dev.normc.compiler.lower;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.OptionalInt;

/**
 * Recognizes a variance about a mean that is held as one f64.
 *
 * <p>{@code mean((e - m)^2) == var(e) + (mean(e) - m)^2} for every m (Steiner). The second part matters where the mean is
 * 10^7 times the deviation and more; it follows from the sum that the mean was made of.
 */
final class VarianceShift {

    private VarianceShift() {}

    /** For {@code sum((e - sum(e)/n)^2) / n}, the inner sum; empty for any other value. */
    static OptionalInt sumOfMean(TensorProgram program, int value) {
        if (program.values().get(value) instanceof TensorExpr.Map variance
                && variance.op() == Op.DIVIDE
                && program.values().get(variance.operands().get(0)) instanceof TensorExpr.Reduce squares
                && program.values().get(squares.operand()) instanceof TensorExpr.Map square
                && square.op() == Op.MULTIPLY
                && square.operands().get(0).equals(square.operands().get(1))
                && program.values().get(square.operands().get(0)) instanceof TensorExpr.Map centred
                && centred.op() == Op.SUBTRACT
                && program.values().get(centred.operands().get(1)) instanceof TensorExpr.Map mean
                && mean.op() == Op.DIVIDE
                && mean.operands().get(1).equals(variance.operands().get(1))
                && program.values().get(mean.operands().get(0)) instanceof TensorExpr.Reduce sum
                && sum.operand() == centred.operands().get(0)
                && sum.over().equals(squares.over())) {
            return OptionalInt.of(mean.operands().get(0));
        }
        return OptionalInt.empty();
    }
}
