package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;

/** Drops the values that no store needs. */
public final class LiveValues {

    private LiveValues() {}

    /** The program with the values that its stores need. */
    public static TensorProgram only(TensorProgram program) {
        return rebuilt(program, false);
    }

    /** The same, with every total as additions and subtractions in its order: the form that is lowered. */
    public static TensorProgram sequenced(TensorProgram program) {
        return rebuilt(rebuilt(program, true), false);
    }

    private static TensorProgram rebuilt(TensorProgram program, boolean sequence) {
        boolean[] live = new boolean[program.values().size()];
        program.stores().forEach(store -> live[store.value()] = true);
        for (int i = live.length - 1; i >= 0; i--) {
            if (live[i]) {
                program.values().get(i).operands().forEach(operand -> live[operand] = true);
            }
        }
        ProgramBuilder builder = new ProgramBuilder(program.axes(), program.buffers());
        int[] numbers = new int[live.length];
        for (int i = 0; i < live.length; i++) {
            if (live[i]) {
                TensorExpr expr = program.values().get(i);
                boolean total = sequence && expr instanceof TensorExpr.Map map && map.op() == Op.TOTAL;
                numbers[i] = total ? sum(builder, expr, numbers) : builder.copy(expr, numbers);
                String label = program.labels().get(i);
                if (label != null) {
                    builder.label(numbers[i], label);
                }
            }
        }
        program.stores().forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return builder.build();
    }

    private static int sum(ProgramBuilder builder, TensorExpr total, int[] numbers) {
        int sum = -1;
        for (int operand : total.operands()) {
            int term = numbers[operand];
            if (sum < 0) {
                sum = term;
            } else if (builder.expr(term) instanceof TensorExpr.Map map && map.op() == Op.NEGATE) {
                sum = builder.map(Op.SUBTRACT, sum, map.operands().get(0));
            } else {
                sum = builder.map(Op.ADD, sum, term);
            }
        }
        return sum;
    }
}
