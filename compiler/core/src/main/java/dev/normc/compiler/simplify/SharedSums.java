package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;

/**
 * {@code sum[A, B](e)} is {@code sum[A](sum[B](e))} where the inner sum is needed anyway: the elements are swept for one
 * accumulator instead of two.
 */
public final class SharedSums {

    private SharedSums() {}

    /** The program with such sums shared. */
    public static TensorProgram share(TensorProgram program) {
        ProgramBuilder builder = new ProgramBuilder(program.axes(), program.buffers());
        int[] numbers = new int[program.values().size()];
        for (int i = 0; i < numbers.length; i++) {
            TensorExpr expr = program.values().get(i);
            AxisSet inner = expr instanceof TensorExpr.Reduce reduce ? innerSum(program, reduce) : AxisSet.NONE;
            if (expr instanceof TensorExpr.Reduce reduce && !inner.isEmpty()) {
                int first = builder.reduce(Reducer.SUM, numbers[reduce.operand()], inner);
                numbers[i] = builder.reduce(Reducer.SUM, first, reduce.over().minus(inner));
            } else {
                numbers[i] = builder.copy(expr, numbers);
            }
            String label = program.labels().get(i);
            if (label != null) {
                builder.label(numbers[i], label);
            }
        }
        program.stores().forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return LiveValues.only(builder.build());
    }

    /** The largest part of a sum's axes over which the same operand is summed too. */
    private static AxisSet innerSum(TensorProgram program, TensorExpr.Reduce outer) {
        AxisSet best = AxisSet.NONE;
        for (TensorExpr expr : program.values()) {
            if (expr instanceof TensorExpr.Reduce inner
                    && inner.reducer() == Reducer.SUM
                    && outer.reducer() == Reducer.SUM
                    && inner.operand() == outer.operand()
                    && outer.over().containsAll(inner.over())
                    && !outer.over().equals(inner.over())
                    && inner.over().size() > best.size()) {
                best = inner.over();
            }
        }
        return best;
    }
}
