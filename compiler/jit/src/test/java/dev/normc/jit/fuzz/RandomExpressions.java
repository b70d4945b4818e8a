package dev.normc.jit.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Random expressions over named values; what divides, or stands under a root or a logarithm, is kept off 0. */
final class RandomExpressions {
    private static final List<String> SMOOTH = List.of(
            "tanh(%s)",
            "sigmoid(%s)",
            "erf(%s)",
            "gelu(%s)",
            "silu(%s)",
            "softplus(%s)",
            "exp(tanh(%s))",
            "exp(-%s^2)",
            "log(1 + %s^2)",
            "sqrt(0.3 + %s^2)",
            "rsqrt(0.3 + %s^2)",
            "(-%s)",
            "%s^2",
            "%s^3",
            "(1 + %s^2)^-0.7",
            "(1 + %s^2)^1.5",
            "(1 + %s^2)^-2",
            "1.7^tanh(%s)",
            "stop(%s)",
            "elu(%s)");
    private static final List<String> KINKED =
            List.of("abs(%s)", "relu(%s)", "leaky_relu(%s, 0.1)", "clip(%s, -0.5, 0.7)", "sign(%s)");
    private static final List<String> BINARY = List.of(
            "(%s + %s)",
            "(%s - %s)",
            "%s * %s",
            "(%s - 0.3 * %s)",
            "%s / (1.5 + tanh(%s))",
            "%s / sqrt(0.5 + %s^2)",
            "%s * sigmoid(%s)",
            "(0.1 + %s^2)^tanh(%s)");
    private static final List<String> CHOOSING = List.of("min(%s, %s)", "max(%s, %s)");
    private static final List<String> STATISTICS =
            List.of("mean", "mean", "sum", "var", "std", "rms", "norm2", "count");
    private static final List<String> KINKED_STATISTICS = List.of("norm1", "max", "min");
    private static final List<String> WEIGHTS = List.of("sigmoid(%s)", "(0.1 + %s^2)", "exp(tanh(%s))");

    private final Draw draw;
    private final RandomAxes axes;
    private final boolean smooth;
    private final List<Value> values = new ArrayList<>();
    private final List<Value> masks = new ArrayList<>();

    /** A text and the atoms along which it varies. */
    record Value(String text, Set<String> atoms) {
        Value {
            atoms = Set.copyOf(new LinkedHashSet<>(atoms));
        }
    }

    RandomExpressions(Draw draw, RandomAxes axes, boolean smooth) {
        this.draw = draw;
        this.axes = axes;
        this.smooth = smooth;
    }

    /** Expressions may name this from now on. */
    void know(Value value) {
        values.add(value);
    }

    /** And weigh by this. */
    void knowMask(Value mask) {
        values.add(mask);
        masks.add(mask);
    }

    Value any(int depth) {
        if (depth == 0) {
            return leaf();
        }
        switch (draw.below(12)) {
            case 0, 1, 2:
                return binary(depth);
            case 3, 4:
                return unary(any(depth - 1), !smooth && draw.oneIn(3) ? KINKED : SMOOTH);
            case 5, 6, 7:
                return statistic(any(depth - 1), depth);
            case 8:
                return smooth || draw.oneIn(2) ? standardized(any(depth - 1), depth) : chosen(depth);
            case 10:
                return shifted(any(depth - 1));
            case 11:
                return contracted(any(depth - 1));
            default:
                return leaf();
        }
    }

    private Value shifted(Value operand) {
        List<String> along = named(operand);
        return along.isEmpty()
                ? operand
                : new Value(
                        "shift[" + draw.of(along) + "](" + operand.text() + ", " + (draw.below(5) - 2) + ")",
                        operand.atoms());
    }

    /** A sum over an axis of the operand under another name, with the operand itself or without. */
    private Value contracted(Value operand) {
        List<String> along = named(operand);
        if (along.isEmpty()) {
            return operand;
        }
        String axis = draw.of(along);
        String other = "Z" + axis;
        String renamed = "rename[" + axis + " -> " + other + "](" + operand.text() + ")";
        boolean twice = draw.oneIn(2);
        Set<String> left = new LinkedHashSet<>(operand.atoms());
        left.remove(axis);
        return new Value(
                "mean[" + other + "](" + (twice ? bracketed(operand.text()) + " * " : "") + renamed + ")",
                twice ? operand.atoms() : left);
    }

    /** The axes of a value that have a name of their own. */
    private static List<String> named(Value value) {
        return sorted(value.atoms()).stream()
                .filter(atom -> !atom.equals(RandomAxes.REST))
                .toList();
    }

    private Value leaf() {
        // Half of the time something late, so that most equations matter to an output.
        Value value = draw.oneIn(2)
                ? draw.of(values.subList(Math.max(0, values.size() - 2), values.size()))
                : draw.of(values);
        if (!value.atoms().isEmpty() && draw.oneIn(12)) {
            String atom = atom(value);
            return atom.equals(RandomAxes.REST)
                    ? new Value("size[..] * " + value.text(), value.atoms())
                    : new Value(
                            "(index[" + atom + "] + 1) / size[" + atom + "]",
                            atom.equals(RandomAxes.PRODUCT) ? axes.atoms(List.of(atom)) : Set.of(atom));
        }
        return draw.oneIn(15) ? new Value(draw.of("0.5", "pi", "eps", "1.25"), Set.of()) : value;
    }

    private String atom(Value value) {
        return draw.of(axes.terms(sorted(value.atoms())));
    }

    private Value unary(Value operand, List<String> forms) {
        return new Value(draw.of(forms).replace("%s", bracketed(operand.text())), operand.atoms());
    }

    private Value binary(int depth) {
        Value left = any(depth - 1);
        Value right = any(depth - 1);
        String form = !smooth && draw.oneIn(5) ? draw.of(CHOOSING) : draw.of(BINARY);
        return new Value(
                String.format(form, bracketed(left.text()), bracketed(right.text())),
                union(left.atoms(), right.atoms()));
    }

    private Value chosen(int depth) {
        Value condition = condition(depth);
        Value yes = any(depth - 1);
        Value no = any(depth - 1);
        return new Value(
                "where(" + condition.text() + ", " + yes.text() + ", " + no.text() + ")",
                union(condition.atoms(), union(yes.atoms(), no.atoms())));
    }

    private Value condition(int depth) {
        Value left = any(depth - 1);
        List<String> positions = sorted(left.atoms()).stream()
                .filter(atom -> !atom.equals(RandomAxes.REST))
                .toList();
        if (draw.oneIn(3) && !positions.isEmpty()) {
            String atom = draw.of(positions);
            return new Value("index[" + atom + "]" + draw.of(" < 2", " >= 1", " != 2"), Set.of(atom));
        }
        // Only masks: whether a value is 0 or nearly so may depend on rounding.
        if (draw.oneIn(4) && !masks.isEmpty()) {
            Value mask = draw.of(masks);
            return new Value(mask.text() + draw.of("", " == 0", " != 1"), mask.atoms());
        }
        Value right = any(depth - 1);
        String sign = draw.of(" < ", " <= ", " > ", " >= ");
        return new Value(left.text() + sign + right.text(), union(left.atoms(), right.atoms()));
    }

    /** A statistic over some axes of a value; the value itself where it has none. */
    Value statistic(Value operand, int depth) {
        String name = !smooth && draw.oneIn(4) ? draw.of(KINKED_STATISTICS) : draw.of(STATISTICS);
        if (name.equals("std")
                && !operand.text().matches("\\w+")
                && !operand.atoms().isEmpty()) {
            // Of a row that is constant but for rounding, std has a slope that is rounding, too.
            Value variance = over("var", operand, depth, "");
            return new Value("sqrt(" + variance.text() + " + 1e-3)", variance.atoms());
        }
        return over(name, operand, depth, "");
    }

    private Value standardized(Value operand, int depth) {
        return over("standardize", operand, depth, ", " + draw.of("1e-5", "1e-3", "eps"));
    }

    private Value over(String name, Value operand, int depth, String further) {
        if (operand.atoms().isEmpty()) {
            return operand;
        }
        Set<String> all = operand.atoms();
        Set<String> weightAtoms = Set.of();
        String weight = "";
        if (draw.oneIn(4)) {
            Value drawn = !masks.isEmpty() && !draw.oneIn(4) ? draw.of(masks) : unary(any(depth - 1), WEIGHTS);
            weight = "; " + drawn.text();
            weightAtoms = drawn.atoms();
        }
        List<String> reduced = draw.some(sorted(union(all, weightAtoms)), 1);
        Set<String> left = new LinkedHashSet<>(union(all, weightAtoms));
        left.removeAll(reduced);
        boolean standardizes = name.equals("standardize");
        return new Value(
                name + "[" + String.join(", ", axes.terms(reduced)) + weight + "](" + operand.text() + further + ")",
                standardizes ? union(all, left) : left);
    }

    /** The value without the axes that are not among some: their mean. */
    Value within(Value value, Set<String> kept) {
        List<String> further = sorted(value.atoms()).stream()
                .filter(atom -> !kept.contains(atom))
                .toList();
        return further.isEmpty()
                ? value
                : new Value(
                        "mean[" + String.join(", ", axes.terms(further)) + "](" + value.text() + ")",
                        new LinkedHashSet<>(
                                value.atoms().stream().filter(kept::contains).toList()));
    }

    private static String bracketed(String text) {
        return text.matches("\\w+") ? text : "(" + text + ")";
    }

    /** Sets have no order that is the same in every run. */
    static List<String> sorted(Collection<String> atoms) {
        return atoms.stream().sorted().toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
