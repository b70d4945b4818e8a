package dev.normc.jit.fuzz;

import dev.normc.jit.fuzz.RandomExpressions.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A random norm of equations: several inputs, outputs and statistics, masks, params and states. */
final class RandomEquations {
    private static final int DEPTH = 3;

    private final Draw draw;
    private final RandomAxes axes;
    private final RandomExpressions expressions;
    private final List<String> clauses = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();

    private RandomEquations(Draw draw) {
        this.draw = draw;
        this.axes = new RandomAxes(draw);
        this.expressions = new RandomExpressions(draw, axes, draw.oneIn(2));
    }

    static RandomNorm of(Draw draw) {
        return new RandomEquations(draw).norm();
    }

    private RandomNorm norm() {
        inputs();
        params();
        List<String> states = states();
        equations();
        outputs();
        for (String state : states) {
            Value kept = expressions.within(expressions.any(DEPTH - 1), stateAtoms(state));
            clauses.add("update " + name(state) + " = 0.75 * " + name(state) + " + 0.25 * (" + kept.text() + ")");
        }
        List<String> ordered = draw.oneIn(3) ? draw.shuffled(clauses) : clauses;
        String text = "norm " + RandomNorm.NAME + "(eps = 1e-3) {\n    " + String.join("\n    ", ordered) + "\n}\n";
        return new RandomNorm(text, axes.small(used), axes.large(used));
    }

    private void inputs() {
        List<String> first = draw.oneIn(4) ? draw.some(axes.declared(), 1) : axes.declared();
        List<String> parts = new ArrayList<>();
        parts.add(declare("x", first, true));
        // One who names the factors must have seen the product.
        List<String> others = axes.factors().isEmpty() || first.contains(RandomAxes.PRODUCT) ? axes.declared() : first;
        for (String name : List.of("z", "r").subList(0, draw.of(0, 0, 1, 1, 2))) {
            parts.add(declare(name, draw.some(others, 0), false));
        }
        clauses.add("input " + String.join(", ", parts));
        if (draw.oneIn(3)) {
            List<String> terms = draw.some(others, 1);
            clauses.add("mask " + axes.tensor("m", terms, false));
            used.addAll(axes.atoms(terms));
            expressions.knowMask(new Value("m", axes.atoms(terms)));
        }
    }

    private void params() {
        List<String> parts = new ArrayList<>();
        // Without the outermost axis of the first input, which may then be dynamic.
        List<String> choices = new ArrayList<>(axes.factors().isEmpty() ? axes.declared() : axes.terms(used));
        if (!draw.oneIn(3)) {
            choices.remove(axes.declared().get(0));
        }
        for (String name : List.of("w", "b", "g").subList(0, draw.below(4))) {
            List<String> terms = draw.some(choices, 0);
            // Axes of a param are never dynamic, so their size is a constant.
            String size = terms.isEmpty() ? "pi" : "size[" + String.join(", ", terms) + "]";
            parts.add(declare(name, terms, false) + " = " + draw.of("1", "0", "0.5", "1 / " + size));
        }
        if (!parts.isEmpty()) {
            clauses.add("param " + String.join(", ", parts));
        }
    }

    private String declare(String name, List<String> terms, boolean factored) {
        used.addAll(axes.atoms(terms));
        expressions.know(new Value(name, axes.atoms(terms)));
        return axes.tensor(name, terms, factored);
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        if (draw.oneIn(5)) {
            List<String> terms = draw.some(axes.terms(used), 0);
            states.add(axes.tensor("s", terms, false));
            expressions.know(new Value("s", axes.atoms(terms)));
            clauses.add("state " + states.get(0) + " = " + draw.of("0", "1"));
        }
        return states;
    }

    private static String name(String tensor) {
        return tensor.contains("[") ? tensor.substring(0, tensor.indexOf('[')) : tensor;
    }

    private Set<String> stateAtoms(String tensor) {
        return tensor.contains("[")
                ? axes.atoms(List.of(tensor.substring(tensor.indexOf('[') + 1, tensor.length() - 1)
                        .split(", ")))
                : Set.of();
    }

    private void equations() {
        int count = draw.of(0, 1, 2, 2, 3, 4);
        for (int i = 1; i <= count; i++) {
            Value operand = expressions.any(DEPTH);
            boolean statistic = draw.oneIn(2) && !operand.atoms().isEmpty();
            Value value = statistic ? expressions.statistic(operand, 1) : operand;
            String name = "e" + i;
            clauses.add((draw.oneIn(8) ? "output " : "") + name + " = " + value.text());
            expressions.know(new Value(name, value.atoms()));
            if (statistic && !value.atoms().isEmpty() && draw.oneIn(4)) {
                track(name, value);
            }
        }
    }

    private void track(String name, Value value) {
        List<String> terms = axes.terms(RandomExpressions.sorted(value.atoms()));
        clauses.add("track " + name + " as " + axes.tensor("running_" + name, terms, false) + " = 1 "
                + draw.of("decay 0.9", "cumulative") + (canBeUnbiased(value.text()) ? " unbiased" : ""));
        if (draw.oneIn(4)) {
            expressions.know(new Value("running_" + name, value.atoms()));
        }
    }

    /** Whether a statistic is a variance without weight of at least two elements. */
    private boolean canBeUnbiased(String statistic) {
        if (!statistic.startsWith("var[") || draw.oneIn(4)) {
            return false;
        }
        String over = statistic.substring("var[".length(), statistic.indexOf(']'));
        return !over.contains(";") && axes.leastElements(axes.atoms(List.of(over.split(", ")))) > 1;
    }

    private void outputs() {
        for (String name : List.of("y", "q", "p").subList(0, draw.of(1, 1, 1, 2, 3))) {
            Value value = expressions.any(DEPTH);
            clauses.add("output " + name + " = " + value.text());
            if (draw.oneIn(3)) {
                expressions.know(new Value(name, value.atoms()));
            }
        }
    }
}
