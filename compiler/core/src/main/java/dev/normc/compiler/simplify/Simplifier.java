package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a program into fewer and shared values: products and totals in normal form, sums with their free factors
 * outside, gradient stops gone.
 *
 * <p>Values may move by a few roundings of binary64; nothing else changes, corners included.
 */
public final class Simplifier {
    private final TensorProgram program;
    private final ProgramBuilder builder;
    private final Products products;
    private final Totals totals;
    private final Reductions reductions;
    private final SignRules signs;
    private final int[] numbers;

    private Simplifier(TensorProgram program) {
        this.program = program;
        this.builder = new ProgramBuilder(program.axes(), program.buffers());
        this.products = new Products(builder);
        this.totals = new Totals(builder, products);
        this.reductions = new Reductions(builder, products, totals);
        this.signs = new SignRules(builder, products);
        this.numbers = new int[program.values().size()];
    }

    /** The same stores from simpler values; values that no store needs are gone. */
    public static TensorProgram simplify(TensorProgram program) {
        return LiveValues.only(new Simplifier(LiveValues.only(program)).run());
    }

    private TensorProgram run() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = value(program.values().get(i));
            String label = program.labels().get(i);
            if (label != null) {
                builder.label(numbers[i], label);
            }
        }
        program.stores().forEach(store -> builder.store(store.buffer(), numbers[store.value()]));
        return builder.build();
    }

    private int value(TensorExpr expr) {
        if (expr instanceof TensorExpr.Stop stop) {
            return numbers[stop.operand()]; // every derivative has been taken
        }
        if (expr instanceof TensorExpr.Reduce reduce && reduce.reducer() == Reducer.SUM) {
            return reductions.sum(numbers[reduce.operand()], reduce.over());
        }
        if (expr instanceof TensorExpr.Map map) {
            return pointwise(map);
        }
        return builder.copy(expr, numbers);
    }

    private int pointwise(TensorExpr.Map map) {
        List<Integer> operands = new ArrayList<>();
        map.operands().forEach(operand -> operands.add(numbers[operand]));
        int a = operands.get(0);
        return switch (map.op()) {
            case NEGATE -> products.compose(products.decompose(a).negated());
            case MULTIPLY -> products.compose(products.decompose(a).times(products.decompose(operands.get(1))));
            case DIVIDE ->
                products.compose(products.decompose(a)
                        .times(products.decompose(operands.get(1)).inverse()));
            case TOTAL -> totals.total(operands);
            case DROP -> isNeverZero(a) ? operands.get(1) : builder.map(map.op(), operands);
            default -> builder.map(map.op(), operands);
        };
    }

    /** Whether a condition is {@code v == 0} for a v that is always positive, so that nothing is dropped. */
    private boolean isNeverZero(int condition) {
        return builder.expr(condition) instanceof TensorExpr.Map equal
                && equal.op() == Op.EQUAL
                && builder.isConstant(equal.operands().get(1), 0)
                && signs.isPositive(equal.operands().get(0));
    }
}
