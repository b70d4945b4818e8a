package dev.normc.compiler.simplify;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.tensor.ProgramBuilder;
import dev.normc.compiler.tensor.TensorExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The normal form of accumulated sums: flat, like terms added, common factors in front.
 *
 * <p>Only sums that reverse mode accumulated are rearranged; a sum that a person wrote keeps its order, because
 * {@code x - mean} must be taken first.
 */
final class Totals {
    private final ProgramBuilder builder;
    private final Products products;

    /** What a selection selects is a total again: of nested ones each is simplified once. */
    private final Map<List<Integer>, Integer> totals = new HashMap<>();

    Totals(ProgramBuilder builder, Products products) {
        this.builder = builder;
        this.products = products;
    }

    /** The terms of a value that is a total; the value itself otherwise. */
    List<Integer> terms(int value) {
        return builder.expr(value) instanceof TensorExpr.Map map && map.op() == Op.TOTAL
                ? map.operands()
                : List.of(value);
    }

    /** The value of a sum of terms. */
    int total(List<Integer> terms) {
        Integer known = totals.get(terms);
        if (known == null) {
            known = simplified(List.copyOf(terms));
            totals.put(List.copyOf(terms), known);
        }
        return known;
    }

    private int simplified(List<Integer> terms) {
        Map<Product, Double> flat = new LinkedHashMap<>();
        Map<Selection, List<Integer>> selections = new LinkedHashMap<>();
        for (int term : terms) {
            collect(term, 1, flat, selections);
        }
        List<Product> list = new ArrayList<>();
        selections.forEach((selection, selected) -> {
            int value = builder.map(selection.op(), selection.condition(), total(selected));
            list.add(Product.of(value));
        });
        flat.forEach((product, coefficient) -> {
            if (coefficient != 0) {
                list.add(product.withCoefficient(coefficient));
            }
        });
        if (list.isEmpty()) {
            return builder.constant(0);
        }
        if (list.size() == 1) {
            return products.compose(list.get(0));
        }
        Product common = list.get(0);
        for (Product term : list) {
            common = common.common(term);
        }
        common = common.withCoefficient(1);
        if (common.hasFactors()) {
            // a*b + a*c == a*(b + c), up to one rounding.
            List<Integer> rest = new ArrayList<>();
            for (Product term : list) {
                rest.add(products.compose(term.without(common)));
            }
            return products.compose(common.times(products.decompose(total(rest))));
        }
        List<Integer> values =
                new ArrayList<>(list.stream().map(products::compose).toList());
        values.sort((a, b) -> Boolean.compare(isNegative(a), isNegative(b)));
        return builder.map(Op.TOTAL, values);
    }

    private boolean isNegative(int value) {
        return builder.expr(value) instanceof TensorExpr.Map map && map.op() == Op.NEGATE;
    }

    /** What {@code keep} and {@code drop} select by; terms that are selected alike are selected together. */
    private record Selection(Op op, int condition) {}

    private void collect(int term, double factor, Map<Product, Double> flat, Map<Selection, List<Integer>> selections) {
        if (builder.expr(term) instanceof TensorExpr.Map map) {
            if (map.op() == Op.TOTAL) {
                map.operands().forEach(inner -> collect(inner, factor, flat, selections));
                return;
            }
            if (map.op().isSelection()) {
                Selection selection = new Selection(map.op(), map.operands().get(0));
                Product scaled = products.decompose(map.operands().get(1)).times(Product.of(factor));
                selections.computeIfAbsent(selection, s -> new ArrayList<>()).add(products.compose(scaled));
                return;
            }
        }
        if (builder.isConstant(term, 0) || builder.isConstant(term, -0.0)) {
            return; // an absent contribution
        }
        Product product = products.decompose(term);
        boolean bareSelection = product.numerators().size() == 1
                && product.denominators().isEmpty()
                && builder.expr(product.numerators().get(0)) instanceof TensorExpr.Map map
                && (map.op().isSelection() || map.op() == Op.TOTAL);
        if (bareSelection) {
            collect(product.numerators().get(0), factor * product.coefficient(), flat, selections);
            return;
        }
        flat.merge(product.withCoefficient(1), factor * product.coefficient(), Double::sum);
    }
}
