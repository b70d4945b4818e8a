package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The normal form of sums over axes: factors that do not vary along them stand outside, sums that are 0 by definition are
 * gone, and sums that would wait for another one are split off.
 *
 * <p>This is what turns the raw gradient of a norm into its closed form: two independent sums.
 */
final class Reductions {
    private final ProgramBuilder builder;
    private final Products products;
    private final Totals totals;
    private final Map<Integer, Boolean> reducing = new HashMap<>();
    private final Map<Sum, Integer> sums = new HashMap<>();

    private record Sum(int value, AxisSet over) {}

    Reductions(ProgramBuilder builder, Products products, Totals totals) {
        this.builder = builder;
        this.products = products;
        this.totals = totals;
    }

    /** The sum of a value over axes; made once, since the sums of a power need those of all lower powers. */
    int sum(int value, AxisSet over) {
        Sum key = new Sum(value, over);
        Integer known = sums.get(key);
        if (known == null) {
            known = normalized(value, over);
            sums.put(key, known);
        }
        return known;
    }

    private int normalized(int value, AxisSet over) {
        Product all = products.decompose(value);
        Product free = part(all, over, true);
        Product bound = part(all, over, false);
        // sum(a * b) == a * sum(b) where a does not vary along the axes.
        Product outside = free.withCoefficient(all.coefficient());
        if (!bound.hasFactors()) {
            return products.compose(outside.times(products.decompose(builder.size(over))));
        }
        int inner = products.compose(bound);
        AxisSet present = over.intersect(builder.set(inner));
        outside = outside.times(products.decompose(builder.size(over.minus(present))));
        int sum = sumOfInner(inner, bound, present);
        return builder.isConstant(sum, 0) ? sum : products.compose(outside.times(products.decompose(sum)));
    }

    private int sumOfInner(int inner, Product bound, AxisSet over) {
        if (builder.expr(inner) instanceof TensorExpr.Map map) {
            if (map.op() == Op.TOTAL) {
                return sumOfTerms(map.operands(), over);
            }
            if (map.op().isSelection()) {
                return sumOfSelection(map, over);
            }
        }
        if (isZeroSum(bound, over, product -> products.compose(product))) {
            return builder.constant(0);
        }
        return nested(bound, over);
    }

    /** {@code sum(a + b) == sum(a) + sum(b)} where it lets a sum vanish or wait for no other one. */
    private int sumOfTerms(List<Integer> terms, AxisSet over) {
        List<Integer> apart = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (int term : terms) {
            Product free = part(products.decompose(term), over, true);
            boolean waits = free.numerators().stream().anyMatch(this::reduces)
                    || free.denominators().stream().anyMatch(this::reduces);
            boolean selection =
                    builder.expr(term) instanceof TensorExpr.Map map && map.op().isSelection();
            (waits || selection || free.hasFactors() ? apart : together).add(term);
        }
        List<Integer> sums = new ArrayList<>();
        apart.forEach(term -> sums.add(sum(term, over)));
        if (!together.isEmpty()) {
            int rest = together.size() == 1 ? together.get(0) : builder.map(Op.TOTAL, together);
            AxisSet present = over.intersect(builder.set(rest));
            int reduced = together.size() == 1 ? sum(rest, present) : builder.reduce(Reducer.SUM, rest, present);
            sums.add(products.compose(
                    products.decompose(reduced).times(products.decompose(builder.size(over.minus(present))))));
        }
        return totals.total(sums);
    }

    private int sumOfSelection(TensorExpr.Map selection, AxisSet over) {
        int condition = selection.operands().get(0);
        Product selected = products.decompose(selection.operands().get(1));
        if (builder.set(condition).isDisjoint(over)) {
            return builder.map(
                    selection.op(), condition, sum(selection.operands().get(1), over));
        }
        if (builder.expr(selection.operands().get(1)) instanceof TensorExpr.Map inner
                && inner.op().isSelection()
                && builder.set(inner.operands().get(0)).isDisjoint(over)) {
            // Selections commute; the one that is the same for all elements goes outside.
            int swapped =
                    builder.map(selection.op(), condition, inner.operands().get(1));
            return builder.map(inner.op(), inner.operands().get(0), sum(swapped, over));
        }
        if (builder.expr(selection.operands().get(1)) instanceof TensorExpr.Map map && map.op() == Op.TOTAL) {
            List<Integer> terms = map.operands().stream()
                    .map(term -> builder.map(selection.op(), condition, term))
                    .toList();
            return sumOfTerms(terms, over);
        }
        Product outside = part(selected, over, true).withCoefficient(selected.coefficient());
        Product bound = part(selected, over, false);
        if (isZeroSum(bound, over, product -> builder.map(selection.op(), condition, products.compose(product)))) {
            return builder.constant(0);
        }
        int inner = builder.map(selection.op(), condition, products.compose(bound));
        AxisSet present = over.intersect(builder.set(inner));
        int sum = builder.reduce(Reducer.SUM, inner, present);
        return products.compose(
                outside.times(products.decompose(sum)).times(products.decompose(builder.size(over.minus(present)))));
    }

    /**
     * {@code sum(w * (e - m)) == 0} where m is the mean of e with weights w.
     *
     * @param value how the factors of a product become one value: as they are, or selected
     */
    private boolean isZeroSum(Product bound, AxisSet over, ToIntFunction<Product> value) {
        for (int factor : new LinkedHashSet<>(bound.numerators())) {
            if (!(builder.expr(factor) instanceof TensorExpr.Map map) || map.op() != Op.SUBTRACT) {
                continue;
            }
            int e = map.operands().get(0);
            int mean = map.operands().get(1);
            if (!builder.set(mean).isDisjoint(over) || !reduces(mean)) {
                continue;
            }
            Product weight = bound.without(Product.of(factor));
            int sum = sum(value.applyAsInt(weight.times(products.decompose(e))), over);
            int count = sum(value.applyAsInt(weight), over);
            if (mean == quotient(sum, count) || mean == quotient(sum, orOne(count))) {
                return true;
            }
        }
        return false;
    }

    private int quotient(int a, int b) {
        return products.compose(
                products.decompose(a).times(products.decompose(b).inverse()));
    }

    private int orOne(int count) {
        int none = builder.map(Op.EQUAL, count, builder.constant(0));
        return builder.map(Op.WHERE, none, builder.constant(1), count);
    }

    /** {@code sum[A, B](a * b) == sum[A](a * sum[B](b))} where a does not vary along B: one sweep serves both. */
    private int nested(Product bound, AxisSet over) {
        AxisSet inner = AxisSet.NONE;
        for (int factor : factors(bound)) {
            AxisSet missing = over.minus(builder.set(factor));
            boolean all = missing.equals(over);
            if (!missing.isEmpty() && !all && missing.size() > inner.size()) {
                inner = missing;
            }
        }
        if (inner.isEmpty()) {
            return builder.reduce(Reducer.SUM, products.compose(bound), over);
        }
        Product outer = part(bound, inner, true);
        Product rest = part(bound, inner, false);
        int first = sum(products.compose(rest), inner);
        return sum(products.compose(outer.times(products.decompose(first))), over.minus(inner));
    }

    private static List<Integer> factors(Product product) {
        List<Integer> factors = new ArrayList<>(product.numerators());
        factors.addAll(product.denominators());
        return factors;
    }

    /** The factors that vary along none of the axes, or those that vary along some; without the coefficient. */
    private Product part(Product product, AxisSet axes, boolean free) {
        return new Product(
                1,
                product.numerators().stream()
                        .filter(factor -> builder.set(factor).isDisjoint(axes) == free)
                        .toList(),
                product.denominators().stream()
                        .filter(factor -> builder.set(factor).isDisjoint(axes) == free)
                        .toList());
    }

    /** Whether a value needs a reduction. */
    private boolean reduces(int value) {
        Boolean known = reducing.get(value);
        if (known == null) {
            known = builder.expr(value) instanceof TensorExpr.Reduce
                    || builder.expr(value).operands().stream().anyMatch(this::reduces);
            reducing.put(value, known);
        }
        return known;
    }
}
