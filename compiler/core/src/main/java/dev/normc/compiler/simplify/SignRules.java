package dev.normc.compiler.simplify;

import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the sign of a value that is a number at all; a NaN may have any. */
final class SignRules {
    private final ProgramBuilder builder;
    private final Products products;
    private final Map<Integer, Boolean> positive = new HashMap<>();
    private final Map<Integer, Boolean> nonNegative = new HashMap<>();

    SignRules(ProgramBuilder builder, Products products) {
        this.builder = builder;
        this.products = products;
    }

    /** Whether a value is never 0 and never below. Products are left out: they underflow. */
    boolean isPositive(int value) {
        Boolean known = positive.get(value);
        if (known == null) {
            known = signOf(value);
            positive.put(value, known);
        }
        return known;
    }

    private boolean signOf(int value) {
        TensorExpr expr = builder.expr(value);
        if (expr instanceof TensorExpr.Constant constant) {
            return constant.value() > 0;
        }
        if (expr instanceof TensorExpr.Size) {
            return true;
        }
        if (!(expr instanceof TensorExpr.Map map)) {
            return false;
        }
        List<Integer> x = map.operands();
        return switch (map.op()) {
            case SQRT -> isPositive(x.get(0));
            case ADD, TOTAL ->
                x.stream().allMatch(this::isNonNegative) && x.stream().anyMatch(this::isPositive);
            case MAX -> x.stream().anyMatch(this::isPositive);
            case MIN -> x.stream().allMatch(this::isPositive);
            case WHERE -> isPositive(x.get(1)) && isPositive(x.get(2));
            default -> false;
        };
    }

    /** Whether a value is never below 0. */
    boolean isNonNegative(int value) {
        Boolean known = nonNegative.get(value);
        if (known == null) {
            known = isPositive(value) || isNeverBelow(value);
            nonNegative.put(value, known);
        }
        return known;
    }

    private boolean isNeverBelow(int value) {
        TensorExpr expr = builder.expr(value);
        if (expr instanceof TensorExpr.Constant constant) {
            return constant.value() >= 0;
        }
        if (expr instanceof TensorExpr.Input input) {
            return builder.buffer(input.buffer()).role() == BufferRole.MASK; // weights are not negative
        }
        if (expr instanceof TensorExpr.Reduce reduce) {
            return isNonNegative(reduce.operand());
        }
        if (expr instanceof TensorExpr.View view) {
            return isNonNegative(view.operand());
        }
        if (!(expr instanceof TensorExpr.Map map)) {
            return false;
        }
        List<Integer> x = map.operands();
        return switch (map.op()) {
            case EXP, SIGMOID, SOFTPLUS, ABS, SQRT -> true;
            case ADD, TOTAL, MIN -> x.stream().allMatch(this::isNonNegative);
            case MAX -> x.stream().anyMatch(this::isNonNegative);
            case WHERE -> isNonNegative(x.get(1)) && isNonNegative(x.get(2));
            case KEEP, DROP -> isNonNegative(x.get(1));
            case MULTIPLY -> isNonNegativeProduct(value);
            case DIVIDE -> products.isMean(value) ? isNonNegative(x.get(0)) : isNonNegativeProduct(value);
            default -> false;
        };
    }

    private boolean isNonNegativeProduct(int value) {
        Product product = products.decompose(value);
        return !product.equals(Product.of(value)) // too long to be one
                && product.coefficient() > 0
                && paired(product.numerators())
                && paired(product.denominators());
    }

    /** Whether every factor stands an even number of times or is itself not negative. */
    private boolean paired(List<Integer> factors) {
        List<Integer> odd = new ArrayList<>();
        for (Integer factor : factors) {
            if (!odd.remove(factor)) {
                odd.add(factor);
            }
        }
        return odd.stream().allMatch(this::isNonNegative);
    }
}
