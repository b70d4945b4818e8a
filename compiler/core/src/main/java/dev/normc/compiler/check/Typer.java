package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.Function;
import dev.normc.compiler.typed.Statistic;
import dev.normc.compiler.typed.TypedExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of an expression and finds its axes. */
final class Typer implements Expr.Cases<TypedExpr> {
    private final AxisNames axes;
    private final Names names;
    private final Diagnostics diagnostics;

    /** What a name means at this place. */
    interface Names {
        /** The value of that name; reports and returns a stand-in where there is none. */
        TypedExpr resolve(Identifier name);
    }

    Typer(AxisNames axes, Names names, Diagnostics diagnostics) {
        this.axes = axes;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** A value; a comparison is none. */
    TypedExpr value(Expr expr) {
        TypedExpr typed = expr.match(this);
        if (typed instanceof TypedExpr.Apply apply && apply.function().isComparison()) {
            diagnostics.error(
                    ErrorCode.N0207,
                    expr.span(),
                    "a comparison outside `where`",
                    "",
                    "choose with it: `where(a < b, a, b)`");
        }
        return typed;
    }

    @Override
    public TypedExpr number(Expr.Number node) {
        return new TypedExpr.Number(node.value(), node.span());
    }

    @Override
    public TypedExpr reference(Expr.Reference node) {
        return names.resolve(node.name());
    }

    @Override
    public TypedExpr negation(Expr.Negation node) {
        TypedExpr operand = value(node.operand());
        if (operand instanceof TypedExpr.Number number) {
            return new TypedExpr.Number(-number.value(), node.span());
        }
        return apply(Function.NEGATE, List.of(operand), node.span());
    }

    @Override
    public TypedExpr binary(Expr.Binary node) {
        return apply(Function.operator(node.operator()), List.of(value(node.left()), value(node.right())), node.span());
    }

    private TypedExpr apply(Function function, List<TypedExpr> arguments, Span span) {
        Set<String> union = Set.of();
        for (TypedExpr argument : arguments) {
            union = axes.union(union, argument.axes());
        }
        return new TypedExpr.Apply(function, arguments, union, span);
    }

    @Override
    public TypedExpr call(Expr.Call node) {
        String name = node.function().text();
        if (name.equals("rename")
                || node.over().stream().anyMatch(term -> !term.renamed().isEmpty())) {
            return new ViewTyper(this, axes, diagnostics).rename(node);
        }
        if (node.over().isEmpty()) {
            return plainCall(node, name);
        }
        switch (name) {
            case "size":
                arity(node, 0);
                unweighted(node);
                return new TypedExpr.Size(axes(node.over(), Optional.empty()), node.span());
            case "index":
                return index(node);
            case "standardize":
                return standardize(node);
            case "shift":
                return new ViewTyper(this, axes, diagnostics).shift(node);
            default:
                return statistic(node, name);
        }
    }

    private TypedExpr plainCall(Expr.Call node, String name) {
        if (name.equals("stop")) {
            return arity(node, 1)
                    ? new TypedExpr.Stop(value(node.arguments().get(0)), node.span())
                    : placeholder(node.span());
        }
        if (name.equals("gauss_mean") || name.equals("gauss_std")) {
            return gauss(node);
        }
        Optional<Function> function = Function.called(name);
        if (function.isEmpty()) {
            UnknownFunction.report(diagnostics, node, name, false);
            node.arguments().forEach(this::value);
            return placeholder(node.span());
        }
        if (!arity(node, function.get().arity())) {
            return placeholder(node.span());
        }
        List<TypedExpr> arguments = new ArrayList<>();
        for (int i = 0; i < node.arguments().size(); i++) {
            Expr argument = node.arguments().get(i);
            boolean condition = function.get() == Function.WHERE && i == 0;
            arguments.add(condition ? argument.match(this) : value(argument));
        }
        return apply(function.get(), arguments, node.span());
    }

    /** The variable is a constant of the expression that it stands in. */
    private TypedExpr gauss(Expr.Call node) {
        if (!arity(node, 2)) {
            return placeholder(node.span());
        }
        if (!(node.arguments().get(0) instanceof Expr.Reference variable)) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.arguments().get(0).span(),
                    "the first argument of `" + node.function().text() + "` is not a name",
                    "",
                    "name the standard normal variable: `" + node.function().text() + "(z, relu(z))`");
            return placeholder(node.span());
        }
        String name = variable.name().text();
        Names inside = wanted ->
                wanted.text().equals(name) ? new TypedExpr.Constant(name, wanted.span()) : names.resolve(wanted);
        TypedExpr operand =
                new Typer(axes, inside, diagnostics).value(node.arguments().get(1));
        ConstantCheck.require(operand, diagnostics);
        return new TypedExpr.Gauss(node.function().text().equals("gauss_std"), name, operand, node.span());
    }

    private TypedExpr index(Expr.Call node) {
        arity(node, 0);
        unweighted(node);
        AxisTerm term = node.over().get(0);
        if (node.over().size() != 1 || term.isRest()) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.span(),
                    "`index` along " + (term.isRest() ? "`..`" : "several axes"),
                    "",
                    "name one axis: `index[C]`");
            return placeholder(node.span());
        }
        Set<String> atoms = axes(node.over(), Optional.empty());
        return atoms.isEmpty() ? placeholder(node.span()) : new TypedExpr.Index(List.copyOf(atoms), node.span());
    }

    private TypedExpr standardize(Expr.Call node) {
        if (!arity(node, 2)) {
            return placeholder(node.span());
        }
        TypedExpr operand = value(node.arguments().get(0));
        TypedExpr epsilon = value(node.arguments().get(1));
        Optional<TypedExpr> weight = node.weight().map(this::value);
        Set<String> over = over(node, operand, weight);
        Set<String> all = axes.union(axes.union(operand.axes(), epsilon.axes()), Set.of());
        Set<String> result =
                weight.isPresent() ? axes.union(all, kept(weight.get().axes(), over)) : all;
        return new TypedExpr.Standardize(over, weight, operand, epsilon, result, node.span());
    }

    private TypedExpr statistic(Expr.Call node, String name) {
        Optional<Statistic> statistic = Statistic.named(name);
        if (statistic.isEmpty()) {
            UnknownFunction.report(diagnostics, node, name, true);
            return placeholder(node.span());
        }
        if (!arity(node, 1)) {
            return placeholder(node.span());
        }
        TypedExpr operand = value(node.arguments().get(0));
        Optional<TypedExpr> weight = node.weight().map(this::value);
        Set<String> over = over(node, operand, weight);
        Set<String> all = weight.map(w -> axes.union(operand.axes(), w.axes())).orElse(operand.axes());
        return new TypedExpr.Reduction(statistic.get(), over, weight, operand, kept(all, over), node.span());
    }

    private static Set<String> kept(Set<String> all, Set<String> over) {
        Set<String> kept = new LinkedHashSet<>(all);
        kept.removeAll(over);
        return kept;
    }

    private Set<String> over(Expr.Call node, TypedExpr operand, Optional<TypedExpr> weight) {
        if (isPlaceholder(operand) || weight.map(Typer::isPlaceholder).orElse(false)) {
            return axes(node.over(), Optional.empty());
        }
        Set<String> available =
                weight.map(w -> axes.union(operand.axes(), w.axes())).orElse(operand.axes());
        return axes(node.over(), Optional.of(available));
    }

    /** The atoms of a bracket; with {@code available}, each must be among those. */
    Set<String> axes(List<AxisTerm> terms, Optional<Set<String>> available) {
        Set<String> result = new LinkedHashSet<>();
        for (AxisTerm term : terms) {
            String name = term.name().text();
            List<String> atoms = axes.expand(name);
            boolean known = axes.atoms().containsAll(atoms);
            boolean within = available.map(set -> set.containsAll(atoms)).orElse(true);
            if (!known && term.isRest()) {
                diagnostics.error(
                        ErrorCode.N0208,
                        term.span(),
                        "`..` where no tensor has further axes",
                        "",
                        "declare them: `input x[N, C, ..]`");
            } else if (!known) {
                diagnostics.error(
                        ErrorCode.N0201,
                        term.span(),
                        "unknown axis `" + name + "`",
                        "no tensor has it",
                        Suggestion.hint(name, axes.merged(axes.atoms()), "axes"));
            } else if (!within) {
                List<String> has = axes.merged(available.get());
                diagnostics.error(
                        ErrorCode.N0201,
                        term.span(),
                        "the operand has no axis `" + name + "`",
                        has.isEmpty() ? "the operand is a scalar" : "the operand has [" + String.join(", ", has) + "]",
                        has.isEmpty() ? "drop the reduction" : Suggestion.hint(name, has, "axes"));
            } else if (!result.addAll(atoms)) {
                diagnostics.error(ErrorCode.N0203, term.span(), "axis `" + name + "` is named twice", "");
            }
        }
        return new LinkedHashSet<>(axes.ordered(result));
    }

    boolean arity(Expr.Call node, int arity) {
        int given = node.arguments().size();
        if (given != arity) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.span(),
                    "`" + node.function().text() + "` takes " + arity + (arity == 1 ? " argument" : " arguments")
                            + " and got " + given,
                    "");
        }
        return given == arity;
    }

    void unweighted(Expr.Call node) {
        node.weight()
                .ifPresent(weight -> diagnostics.error(
                        ErrorCode.N0206, weight.span(), "`" + node.function().text() + "` takes no weight", ""));
    }

    /** Stands for an expression that was reported, so that its neighbours can still be checked. */
    static TypedExpr placeholder(Span span) {
        return new TypedExpr.Number(Double.NaN, span);
    }

    /** Whether axes may be missing from a value because a part of it was reported; no literal is NaN. */
    static boolean isPlaceholder(TypedExpr expr) {
        if (expr instanceof TypedExpr.Apply apply) {
            return apply.arguments().stream().anyMatch(Typer::isPlaceholder);
        }
        return expr instanceof TypedExpr.Number number && Double.isNaN(number.value());
    }
}
