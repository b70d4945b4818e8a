package dev.normc.compiler.parse;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.grammar.NormParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Parse tree to AST for expressions and axis lists. */
final class ExprBuilder {
    private final Diagnostics diagnostics;

    ExprBuilder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Expr build(NormParser.ExpressionContext context) {
        if (context instanceof NormParser.NumberContext node) {
            return new Expr.Number(literal(node.NUMBER().getSymbol()), AstBuilder.span(context));
        }
        if (context instanceof NormParser.ReferenceContext node) {
            return new Expr.Reference(AstBuilder.identifier(node.name()));
        }
        if (context instanceof NormParser.ParenthesesContext node) {
            return build(node.expression());
        }
        if (context instanceof NormParser.NegationContext node) {
            return new Expr.Negation(build(node.expression()), AstBuilder.span(context));
        }
        if (context instanceof NormParser.CallContext node) {
            return new Expr.Call(
                    AstBuilder.identifier(node.name()),
                    List.of(),
                    Optional.empty(),
                    arguments(node.arguments()),
                    AstBuilder.span(context));
        }
        if (context instanceof NormParser.ReductionContext node) {
            List<AxisTerm> over = new ArrayList<>();
            for (NormParser.AxisUseContext use : node.over().axisUse()) {
                over.add(axisUse(use));
            }
            return new Expr.Call(
                    AstBuilder.identifier(node.name()),
                    over,
                    Optional.ofNullable(node.expression()).map(this::build),
                    node.arguments() == null ? List.of() : arguments(node.arguments()),
                    AstBuilder.span(context));
        }
        // What is left are the binary forms: two expressions with an operator token between them.
        return new Expr.Binary(
                context.getChild(1).getText(),
                build((NormParser.ExpressionContext) context.getChild(0)),
                build((NormParser.ExpressionContext) context.getChild(2)));
    }

    private List<Expr> arguments(NormParser.ArgumentsContext context) {
        return context.expression().stream().map(this::build).toList();
    }

    double literal(Token token) {
        double value = Double.parseDouble(token.getText());
        boolean vanished =
                value == 0 && token.getText().split("[eE]")[0].chars().anyMatch(c -> c >= '1' && c <= '9');
        if (Double.isInfinite(value) || vanished) {
            diagnostics.error(
                    ErrorCode.N0106,
                    TokenScreen.span(token),
                    "`" + token.getText() + "` is " + (vanished ? "too small" : "too large") + " for binary64",
                    vanished ? "would be 0" : "would be infinite");
        }
        return value;
    }

    private static AxisTerm axisUse(NormParser.AxisUseContext context) {
        if (context.DOTS() != null) {
            return rest(context.DOTS().getSymbol());
        }
        List<Identifier> renamed =
                context.ARROW() == null ? List.of() : List.of(AstBuilder.identifier(context.name(1)));
        return new AxisTerm(AstBuilder.identifier(context.name(0)), List.of(), renamed);
    }

    static List<AxisTerm> axes(NormParser.AxesContext context) {
        return context == null
                ? List.of()
                : context.axis().stream().map(ExprBuilder::axis).toList();
    }

    static AxisTerm axis(NormParser.AxisContext context) {
        if (context.DOTS() != null) {
            return rest(context.DOTS().getSymbol());
        }
        List<Identifier> factors =
                context.name().stream().skip(1).map(AstBuilder::identifier).toList();
        return new AxisTerm(AstBuilder.identifier(context.name(0)), factors, List.of());
    }

    private static AxisTerm rest(Token token) {
        return new AxisTerm(new Identifier(AxisTerm.REST, TokenScreen.span(token)), List.of(), List.of());
    }
}
