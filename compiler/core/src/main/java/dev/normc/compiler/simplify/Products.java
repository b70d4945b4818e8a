package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The normal form of products: factors that vary along the same axes stand together, fewer axes first.
 *
 * <p>So whatever is the same for a whole group is one value of the group, computed once ("hoisting by axis set").
 */
final class Products {
    /** Of powers of powers there are too many factors to write down: what has more than these stays one. */
    private static final int MOST_FACTORS = 64;

    private final ProgramBuilder builder;
    private final Map<Integer, Product> decomposed = new HashMap<>();

    Products(ProgramBuilder builder) {
        this.builder = builder;
    }

    /** A value as a product of values that are none, or that have many factors. */
    Product decompose(int value) {
        Product known = decomposed.get(value);
        if (known == null) {
            Product product = factors(value);
            boolean isLong =
                    product.numerators().size() + product.denominators().size() > MOST_FACTORS;
            known = isLong ? Product.of(value) : product;
            decomposed.put(value, known);
        }
        return known;
    }

    private Product factors(int value) {
        TensorExpr expr = builder.expr(value);
        if (expr instanceof TensorExpr.Constant constant
                && constant.value() != 0
                && Double.isFinite(constant.value())
                && Double.isFinite(1 / constant.value())) {
            return Product.of(constant.value());
        }
        if (isMean(value)) {
            return Product.of(value);
        }
        if (expr instanceof TensorExpr.Map map) {
            switch (map.op()) {
                case NEGATE:
                    return decompose(map.operands().get(0)).negated();
                case MULTIPLY:
                    return decompose(map.operands().get(0))
                            .times(decompose(map.operands().get(1)));
                case DIVIDE:
                    return decompose(map.operands().get(0))
                            .times(decompose(map.operands().get(1)).inverse());
                default:
                    break;
            }
        }
        return Product.of(value);
    }

    /** {@code n / n == 1} for a size, which is a positive integer. */
    private Product cancelled(Product product) {
        Product common = new Product(
                        1, product.numerators().stream().filter(this::isSize).toList(), List.of())
                .common(new Product(1, product.denominators(), List.of()));
        return product.without(new Product(1, common.numerators(), common.numerators()));
    }

    private boolean isSize(int value) {
        return builder.expr(value) instanceof TensorExpr.Size;
    }

    /** Whether a value is {@code sum[A](e) / size[A]}, which stays one factor. */
    boolean isMean(int value) {
        return builder.expr(value) instanceof TensorExpr.Map map
                && map.op() == Op.DIVIDE
                && builder.expr(map.operands().get(0)) instanceof TensorExpr.Reduce reduce
                && reduce.reducer() == Reducer.SUM
                && builder.expr(map.operands().get(1)) instanceof TensorExpr.Size size
                && size.over().equals(reduce.over());
    }

    /** Pairs each sum with the count of its elements: their quotient is a mean. */
    private Product withMeans(Product product) {
        for (int factor : product.numerators()) {
            if (builder.expr(factor) instanceof TensorExpr.Reduce reduce && reduce.reducer() == Reducer.SUM) {
                int size = builder.size(reduce.over());
                if (product.denominators().contains(size)) {
                    Product pair = new Product(1, List.of(factor), List.of(size));
                    int mean = builder.map(Op.DIVIDE, factor, size);
                    return withMeans(product.without(pair).times(Product.of(mean)));
                }
            }
        }
        return product;
    }

    /** The value of a product. */
    int compose(Product raw) {
        Product product = withMeans(cancelled(raw));
        if (product.numerators().size() == 1 && product.denominators().isEmpty() && product.coefficient() == 1) {
            return product.numerators().get(0);
        }
        for (int factor : product.numerators()) {
            if (builder.expr(factor) instanceof TensorExpr.Map map && map.op().isSelection()) {
                // keep(c, a) * b == keep(c, a * b): what is selected away stays away, whatever b is.
                Product rest = product.without(Product.of(factor));
                int selected = compose(rest.times(decompose(map.operands().get(1))));
                return builder.map(map.op(), map.operands().get(0), selected);
            }
        }
        if (product.coefficient() < 0) {
            return builder.map(Op.NEGATE, compose(product.negated()));
        }
        Map<AxisSet, Group> groups =
                new TreeMap<>(Comparator.comparingInt(AxisSet::size).thenComparingLong(AxisSet::bits));
        Group sizes = new Group();
        product.numerators()
                .forEach(factor -> group(groups, sizes, factor).above.add(factor));
        product.denominators()
                .forEach(factor -> group(groups, sizes, factor).below.add(factor));
        // Counts and the coefficient go where few elements are: to the smallest group that something is above.
        Group target = groups.values().stream()
                .filter(group -> !group.above.isEmpty())
                .findFirst()
                .orElseGet(() -> groups.values().stream().findFirst().orElse(sizes));
        if (target != sizes) {
            target.above.addAll(sizes.above);
            target.below.addAll(sizes.below);
        }
        if (product.coefficient() != 1) {
            target.above.add(0, builder.constant(product.coefficient()));
        }
        int result = -1;
        for (Group group : target == sizes ? List.of(sizes) : groups.values()) {
            int value = group.value();
            result = result < 0 ? value : builder.map(Op.MULTIPLY, result, value);
        }
        return result;
    }

    private Group group(Map<AxisSet, Group> groups, Group sizes, int factor) {
        return isSize(factor) ? sizes : groups.computeIfAbsent(builder.set(factor), set -> new Group());
    }

    /** Factors that vary along the same axes. */
    private final class Group {
        private final List<Integer> above = new ArrayList<>();
        private final List<Integer> below = new ArrayList<>();

        private int value() {
            int numerator = multiplied(above);
            return below.isEmpty() ? numerator : builder.map(Op.DIVIDE, numerator, multiplied(below));
        }

        private int multiplied(List<Integer> factors) {
            int result = builder.constant(1);
            for (int factor : factors) {
                result = builder.map(Op.MULTIPLY, result, factor);
            }
            return result;
        }
    }
}
