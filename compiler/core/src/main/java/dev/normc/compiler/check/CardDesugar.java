package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a card into the equations it stands for; every part keeps the place of the clause it comes from. */
final class CardDesugar {
    private final NormDecl card;
    private final Diagnostics diagnostics;
    private final CardClauses clauses;
    private final Set<String> taken = new HashSet<>();
    private final List<NormDecl.Constant> constants;
    private final List<Clause> result = new ArrayList<>();
    private List<AxisTerm> kept = List.of();

    CardDesugar(NormDecl card, CardClauses clauses, Diagnostics diagnostics) {
        this.card = card;
        this.clauses = clauses;
        this.diagnostics = diagnostics;
        this.constants = new ArrayList<>(card.constants());
        card.constants().forEach(constant -> taken.add(constant.name().text()));
        clauses.tensorNames().forEach(taken::add);
        clauses.axisNames().forEach(taken::add);
    }

    /** The norm in equations. */
    NormDecl desugar() {
        Clause.Tensor input = clauses.input();
        List<AxisTerm> over = new ArrayList<>(clauses.reduce().axes());
        if (clauses.group().isPresent()) {
            input = grouped(input, clauses.group().get(), over);
        }
        result.add(new Clause.Declare(
                Clause.Kind.INPUT, List.of(input), input.name().span()));
        clauses.mask()
                .ifPresent(mask -> result.add(new Clause.Declare(
                        Clause.Kind.MASK, List.of(mask), mask.name().span())));
        affineParams();
        kept = keptAxes(input.axes(), over);
        Expr value = normalized(input, over);
        Expr scaled = clauses.scale()
                .map(scale -> times(reference(scale.name()), value))
                .orElse(value);
        Expr shifted = clauses.shift()
                .map(shift -> plus(scaled, reference(shift.name())))
                .orElse(scaled);
        Span span = clauses.reduce().span();
        result.add(new Clause.Equation(true, new Identifier(CardClauses.OUTPUT, span), shifted, span));
        return new NormDecl(card.name(), constants, result, card.documentation(), card.complete(), card.span());
    }

    /** {@code group C into G} writes the input's axis as a product; in {@code reduce}, C is then its inner factor. */
    private Clause.Tensor grouped(Clause.Tensor input, Clause.Group group, List<AxisTerm> over) {
        Identifier groups = group.groups();
        if (Character.isDigit(groups.text().charAt(0))) {
            Identifier named = new Identifier(groupName(input), groups.span());
            constants.add(new NormDecl.Constant(named, Double.parseDouble(groups.text()), groups.span()));
            groups = named;
        }
        declaredGroups(groups);
        Identifier inner = new Identifier(fresh("K"), group.axis().span());
        List<AxisTerm> axes = new ArrayList<>();
        boolean found = false;
        for (AxisTerm term : input.axes()) {
            boolean here = term.name().text().equals(group.axis().text());
            found |= here;
            if (here && !term.factors().isEmpty()) {
                diagnostics.error(
                        ErrorCode.N0209,
                        term.span(),
                        "axis `" + term.name().text() + "` is split twice",
                        "`group` splits it too",
                        "delete the product or the `group`");
            }
            axes.add(here ? new AxisTerm(term.name(), List.of(groups, inner), List.of()) : term);
        }
        if (!found) {
            diagnostics.error(
                    ErrorCode.N0201,
                    group.axis().span(),
                    "unknown axis `" + group.axis().text() + "`",
                    "not an axis of `" + Described.tensor(input) + "`",
                    Suggestion.hint(group.axis().text(), names(input), "axes"));
        }
        over.replaceAll(term -> term.name().text().equals(group.axis().text())
                ? new AxisTerm(new Identifier(inner.text(), term.name().span()), List.of(), List.of())
                : term);
        return new Clause.Tensor(input.name(), axes, input.initial());
    }

    /** {@code G}, by which other clauses mean the groups, unless the input or the norm has something of that name. */
    private String groupName(Clause.Tensor input) {
        boolean isTaken = names(input).contains("G")
                || input.axes().stream()
                        .flatMap(axis -> axis.factors().stream())
                        .anyMatch(factor -> factor.text().equals("G"))
                || constants.stream()
                        .anyMatch(constant -> constant.name().text().equals("G"));
        if (!isTaken) {
            taken.remove("G");
        }
        return fresh("G");
    }

    private void declaredGroups(Identifier groups) {
        boolean declared =
                constants.stream().anyMatch(constant -> constant.name().text().equals(groups.text()));
        if (!declared) {
            diagnostics.error(
                    ErrorCode.N0212,
                    groups.span(),
                    "`" + groups.text() + "` is not a constant of the norm",
                    "",
                    "declare it: `norm " + card.name().text() + "(" + groups.text() + " = 32)`");
        }
    }

    /** What {@code reduce} leaves of the input's axes. */
    private static List<AxisTerm> keptAxes(List<AxisTerm> axes, List<AxisTerm> over) {
        Set<String> reduced = new HashSet<>();
        over.forEach(term -> reduced.add(term.name().text()));
        List<AxisTerm> result = new ArrayList<>();
        for (AxisTerm term : axes) {
            boolean split = term.factors().stream().anyMatch(factor -> reduced.contains(factor.text()));
            if (split) {
                term.factors().stream()
                        .filter(factor -> !reduced.contains(factor.text()))
                        .forEach(factor -> result.add(new AxisTerm(factor, List.of(), List.of())));
            } else if (!reduced.contains(term.name().text())) {
                result.add(new AxisTerm(term.name(), List.of(), List.of()));
            }
        }
        return result;
    }

    private static List<String> names(Clause.Tensor tensor) {
        return tensor.axes().stream().map(axis -> axis.name().text()).toList();
    }

    private void affineParams() {
        List<Clause.Tensor> params = new ArrayList<>();
        clauses.scale().ifPresent(scale -> params.add(initialized(scale, 1)));
        clauses.shift().ifPresent(shift -> params.add(initialized(shift, 0)));
        if (!params.isEmpty()) {
            result.add(new Clause.Declare(
                    Clause.Kind.PARAM, params, params.get(0).name().span()));
        }
    }

    private static Clause.Tensor initialized(Clause.Tensor tensor, double initial) {
        Expr value =
                tensor.initial().orElse(new Expr.Number(initial, tensor.name().span()));
        return new Clause.Tensor(tensor.name(), tensor.axes(), Optional.of(value));
    }

    /** The value before the affine part; adds the equations of the statistics and their tracks. */
    private Expr normalized(Clause.Tensor input, List<AxisTerm> over) {
        Optional<String> scale = clauses.divide().map(divide -> divide.scale().text());
        boolean both = clauses.subtract().isEmpty() && scale.isEmpty();
        boolean centred = both || clauses.subtract().isPresent();
        String divisor = both ? "std" : scale.orElse("");
        Expr x = reference(input.name());
        Expr value = x;
        if (centred) {
            value = minus(x, statistic("mean", "mean", over, x, "running_mean", 0));
        }
        if (divisor.isEmpty()) {
            return value;
        }
        Expr epsilon = clauses.epsilon().orElseThrow();
        return switch (divisor) {
            case "std" -> over(value, root(plus(statistic("var", "var", over, x, "running_var", 1), epsilon)));
            case "rms" ->
                over(value, root(plus(statistic("ms", "mean", over, square(value), "running_ms", 1), epsilon)));
            case "l2" -> over(value, root(plus(statistic("l2", "sum", over, square(value), "running_l2", 1), epsilon)));
            case "mad" ->
                over(value, plus(statistic("mad", "mean", over, call("abs", value), "running_mad", 1), epsilon));
            case "l1" -> over(value, plus(statistic("l1", "sum", over, call("abs", value), "running_l1", 1), epsilon));
            default -> over(value, plus(statistic("max", "max", over, call("abs", value), "running_max", 1), epsilon));
        };
    }

    /** An equation for one statistic, tracked where the card tracks. */
    private Expr statistic(
            String name, String function, List<AxisTerm> over, Expr operand, String state, double initial) {
        Span span = clauses.reduce().span();
        Identifier equation = new Identifier(fresh(name), span);
        Optional<Expr> weight = clauses.mask().map(mask -> reference(mask.name()));
        result.add(new Clause.Equation(
                false,
                equation,
                new Expr.Call(new Identifier(function, span), over, weight, List.of(operand), span),
                span));
        clauses.track().ifPresent(track -> {
            boolean unbiased = track.rate().unbiased() && name.equals("var");
            Clause.Tensor tensor = new Clause.Tensor(
                    new Identifier(state, track.span()), kept, Optional.of(new Expr.Number(initial, track.span())));
            result.add(new Clause.Track(
                    Optional.of(new Clause.Track.Target(equation, tensor)),
                    new Clause.Rate(track.rate().decay(), unbiased, track.rate().span()),
                    track.span()));
        });
        return reference(equation);
    }

    private String fresh(String name) {
        String candidate = name;
        for (int i = 1; taken.contains(candidate); i++) {
            candidate = name + i;
        }
        taken.add(candidate);
        return candidate;
    }

    private static Expr reference(Identifier name) {
        return new Expr.Reference(name);
    }

    private static Expr square(Expr value) {
        return new Expr.Binary("^", value, new Expr.Number(2, value.span()));
    }

    private static Expr root(Expr value) {
        return call("sqrt", value);
    }

    private static Expr call(String function, Expr argument) {
        Identifier name = new Identifier(function, argument.span());
        return new Expr.Call(name, List.of(), Optional.empty(), List.of(argument), argument.span());
    }

    private static Expr plus(Expr a, Expr b) {
        return new Expr.Binary("+", a, b);
    }

    private static Expr minus(Expr a, Expr b) {
        return new Expr.Binary("-", a, b);
    }

    private static Expr times(Expr a, Expr b) {
        return new Expr.Binary("*", a, b);
    }

    private static Expr over(Expr a, Expr b) {
        return new Expr.Binary("/", a, b);
    }
}
