package dev.normc.compiler.print;

import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A statistic of a norm and which elements share it.
 *
 * @param name of the equation that it is; empty where it is a part of one
 * @param expression as the specification would write it
 * @param over the atoms along which one value is shared
 * @param each the atoms that have a value each
 */
public record SharedStatistic(String name, String expression, Set<String> over, Set<String> each) {

    /** Every reduction of a norm's equations and updates, in their order, each once. */
    public static List<SharedStatistic> of(TypedNorm norm) {
        Map<String, SharedStatistic> found = new LinkedHashMap<>();
        norm.equations().forEach(equation -> new Search(norm, equation.name(), found).in(equation.value(), true));
        norm.updates().forEach(update -> new Search(norm, "", found).in(update.value(), false));
        return new ArrayList<>(found.values());
    }

    /** {@code mean = mean[N, ..](x)}. */
    public String text() {
        return name.isEmpty() ? expression : name + " = " + expression;
    }

    /** {@code one value for each C, shared along N, ..}. */
    public String sharing(TypedNorm norm) {
        return sharing(norm, List.of(AxisNames.REST));
    }

    /** The same for a shape, with the axes that {@code ..} stands for there. */
    public String sharing(TypedNorm norm, List<String> further) {
        String kept = list(norm, each, further);
        String along = list(norm, over, further);
        return (kept.isEmpty() ? "one value" : "one value for each " + kept) + ", "
                + (along.isEmpty() ? "of one element" : "shared along " + along);
    }

    private static String list(TypedNorm norm, Set<String> atoms, List<String> further) {
        List<String> names = new ArrayList<>();
        for (String axis : norm.axes().merged(atoms)) {
            names.addAll(axis.equals(AxisNames.REST) ? further : List.of(axis));
        }
        return String.join(", ", names);
    }

    /** Walks one expression. */
    private record Search(TypedNorm norm, String equation, Map<String, SharedStatistic> found)
            implements TypedExpr.Cases<Void> {

        Void in(TypedExpr expr, boolean whole) {
            if (!whole && !equation.isEmpty()) {
                return expr.match(new Search(norm, "", found));
            }
            return expr.match(this);
        }

        private void add(TypedExpr expr, Set<String> over, Set<String> each) {
            String expression = EquationPrinter.expression(norm, expr);
            found.putIfAbsent(expression, new SharedStatistic(equation, expression, over, each));
        }

        @Override
        public Void reduction(TypedExpr.Reduction node) {
            add(node, node.over(), node.axes());
            node.weight().ifPresent(weight -> in(weight, false));
            return in(node.operand(), false);
        }

        @Override
        public Void standardize(TypedExpr.Standardize node) {
            Set<String> each = new LinkedHashSet<>(node.axes());
            each.removeAll(node.over());
            String weight = node.weight()
                    .map(value -> "; " + EquationPrinter.expression(norm, value))
                    .orElse("");
            String over = "[" + String.join(", ", norm.axes().merged(node.over())) + weight + "]("
                    + EquationPrinter.expression(norm, node.operand()) + ")";
            for (String statistic : List.of("mean", "var")) {
                found.putIfAbsent(statistic + over, new SharedStatistic("", statistic + over, node.over(), each));
            }
            node.weight().ifPresent(value -> in(value, false));
            in(node.epsilon(), false);
            return in(node.operand(), false);
        }

        @Override
        public Void apply(TypedExpr.Apply node) {
            node.arguments().forEach(argument -> in(argument, false));
            return null;
        }

        @Override
        public Void stop(TypedExpr.Stop node) {
            return in(node.operand(), false);
        }

        @Override
        public Void view(TypedExpr.View node) {
            return in(node.operand(), false);
        }

        @Override
        public Void gauss(TypedExpr.Gauss node) {
            return null;
        }

        @Override
        public Void number(TypedExpr.Number node) {
            return null;
        }

        @Override
        public Void constant(TypedExpr.Constant node) {
            return null;
        }

        @Override
        public Void reference(TypedExpr.Reference node) {
            return null;
        }

        @Override
        public Void size(TypedExpr.Size node) {
            return null;
        }

        @Override
        public Void index(TypedExpr.Index node) {
            return null;
        }
    }
}
