package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types {@code rename} and {@code shift}: values at other positions. */
final class ViewTyper {
    private final Typer typer;
    private final AxisNames axes;
    private final Diagnostics diagnostics;

    ViewTyper(Typer typer, AxisNames axes, Diagnostics diagnostics) {
        this.typer = typer;
        this.axes = axes;
        this.diagnostics = diagnostics;
    }

    /** {@code rename[A -> B](e)}; several pairs are renamed one after the other. */
    TypedExpr rename(Expr.Call node) {
        boolean arrows = !node.over().isEmpty()
                && node.over().stream().noneMatch(term -> term.renamed().isEmpty());
        if (!arrows || !node.function().text().equals("rename")) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.span(),
                    arrows ? "`" + node.function().text() + "` renames no axis" : "`rename` without `->`",
                    "",
                    "write `rename[A -> B](e)`");
            return Typer.placeholder(node.span());
        }
        typer.unweighted(node);
        if (!typer.arity(node, 1)) {
            return Typer.placeholder(node.span());
        }
        TypedExpr value = typer.value(node.arguments().get(0));
        for (AxisTerm term : node.over()) {
            if (Typer.isPlaceholder(value)) {
                return value;
            }
            value = renamed(node, value, term);
        }
        return value;
    }

    private TypedExpr renamed(Expr.Call node, TypedExpr value, AxisTerm term) {
        String from = term.name().text();
        String to = term.renamed().get(0).text();
        AxisTerm source = new AxisTerm(term.name(), List.of(), List.of());
        Set<String> atoms = typer.axes(List.of(source), Optional.of(value.axes()));
        if (!atoms.equals(Set.of(from))) {
            return Typer.placeholder(node.span()); // a product, or not there: has been reported
        }
        if (value.axes().contains(to)) {
            diagnostics.error(
                    ErrorCode.N0203,
                    term.renamed().get(0).span(),
                    "axis `" + to + "` is there already",
                    "the operand has [" + String.join(", ", axes.merged(value.axes())) + "]",
                    "rename to an axis that it does not have");
            return Typer.placeholder(node.span());
        }
        Set<String> result = new LinkedHashSet<>(value.axes());
        result.remove(from);
        result.add(to);
        return new TypedExpr.View(value, from, to, Optional.empty(), axes.union(result, Set.of()), node.span());
    }

    /** {@code shift[A](e, k)}. */
    TypedExpr shift(Expr.Call node) {
        typer.unweighted(node);
        if (!typer.arity(node, 2)) {
            return Typer.placeholder(node.span());
        }
        TypedExpr operand = typer.value(node.arguments().get(0));
        TypedExpr by = typer.value(node.arguments().get(1));
        ConstantCheck.require(by, diagnostics);
        if (Typer.isPlaceholder(operand)) {
            return operand;
        }
        Set<String> atoms = typer.axes(node.over(), Optional.of(operand.axes()));
        boolean one = node.over().size() == 1 && !node.over().get(0).isRest() && atoms.size() == 1;
        if (!one) {
            if (!atoms.isEmpty()) {
                diagnostics.error(
                        ErrorCode.N0206,
                        node.span(),
                        "`shift` along more than one axis",
                        "",
                        "name one axis that is no product: `shift[C](x, 1)`");
            }
            return Typer.placeholder(node.span());
        }
        String axis = atoms.iterator().next();
        return new TypedExpr.View(operand, axis, axis, Optional.of(by), operand.axes(), node.span());
    }
}
