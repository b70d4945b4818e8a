package dev.normc.compiler.parse;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.grammar.NormParser;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parse tree to AST, clause by clause; clauses that could not be read are left out. */
final class AstBuilder {
    private final Diagnostics diagnostics;
    private final ClauseRecovery recovery;
    private final NavigableMap<Integer, Token> documentation = new TreeMap<>();
    private final ExprBuilder expressions;

    AstBuilder(Diagnostics diagnostics, ClauseRecovery recovery, List<Token> documentation) {
        this.diagnostics = diagnostics;
        this.recovery = recovery;
        documentation.forEach(token -> this.documentation.put(token.getStartIndex(), token));
        this.expressions = new ExprBuilder(diagnostics);
    }

    /**
     * One norm.
     *
     * @param previousEnd offset of the last character of the norm before; -1 for the first
     * @return empty if it could not be read at all
     */
    Optional<NormDecl> declaration(NormParser.DeclarationContext context, int previousEnd) {
        if (recovery.isBroken(context) || context.name() == null || context.body() == null) {
            return Optional.empty();
        }
        List<NormDecl.Constant> constants = new ArrayList<>();
        for (NormParser.ConstantContext constant : context.constant()) {
            double value = expressions.literal(constant.NUMBER().getSymbol());
            constants.add(new NormDecl.Constant(
                    identifier(constant.name()), constant.MINUS() == null ? value : -value, span(constant)));
        }
        List<Clause> clauses = new ArrayList<>();
        for (NormParser.ClauseContext clause : context.body().clauses().clause()) {
            if (!recovery.isBroken(clause)) {
                clause(clause).ifPresent(clauses::add);
            }
        }
        Identifier name = identifier(context.name());
        fewNames(name, constants, clauses);
        boolean complete = !recovery.brokeWithin(context);
        List<String> lines = documentation(previousEnd, context.start.getStartIndex());
        return Optional.of(new NormDecl(name, constants, clauses, lines, complete, name.span()));
    }

    /** The {@code ///} lines between the declaration before and this one. */
    private List<String> documentation(int previousEnd, int start) {
        return documentation.subMap(previousEnd, false, start, false).values().stream()
                .map(token -> token.getText().substring(3).strip())
                .toList();
    }

    private void fewNames(Identifier norm, List<NormDecl.Constant> constants, List<Clause> clauses) {
        int names = constants.size();
        for (Clause clause : clauses) {
            names +=
                    clause instanceof Clause.Declare declare ? declare.tensors().size() : 1;
        }
        if (names > Limits.NAMES) {
            diagnostics.error(
                    ErrorCode.N0103,
                    norm.span(),
                    "a norm with " + names + " constants, tensors and equations",
                    "more than " + Limits.NAMES);
            diagnostics.throwIfAny();
        }
    }

    private Optional<Clause> clause(NormParser.ClauseContext context) {
        Span span = span(context);
        if (context instanceof NormParser.InputClauseContext node) {
            return declare(Clause.Kind.INPUT, tensors(node.tensor()), span);
        }
        if (context instanceof NormParser.MaskClauseContext node) {
            return declare(Clause.Kind.MASK, tensors(node.tensor()), span);
        }
        if (context instanceof NormParser.ParamClauseContext node) {
            return declare(Clause.Kind.PARAM, initialized(node.initialized()), span);
        }
        if (context instanceof NormParser.StateClauseContext node) {
            return declare(Clause.Kind.STATE, initialized(node.initialized()), span);
        }
        if (context instanceof NormParser.UpdateClauseContext node) {
            return Optional.of(new Clause.Update(identifier(node.name()), expressions.build(node.expression()), span));
        }
        if (context instanceof NormParser.OutputClauseContext node) {
            return Optional.of(
                    new Clause.Equation(true, identifier(node.name()), expressions.build(node.expression()), span));
        }
        if (context instanceof NormParser.EquationClauseContext node) {
            return Optional.of(
                    new Clause.Equation(false, identifier(node.name()), expressions.build(node.expression()), span));
        }
        if (context instanceof NormParser.InitClauseContext node) {
            return Optional.of(new Clause.Init(
                    identifier(node.name()), expressions.build(node.expression()), tensors(node.tensor()), span));
        }
        if (context instanceof NormParser.TrackEquationClauseContext node) {
            Clause.Tensor state = new Clause.Tensor(
                    identifier(node.name(1)),
                    ExprBuilder.axes(node.axes()),
                    Optional.of(expressions.build(node.expression())));
            return Optional.of(new Clause.Track(
                    Optional.of(new Clause.Track.Target(identifier(node.name(0)), state)), rate(node.rate()), span));
        }
        if (context instanceof NormParser.TrackCardClauseContext node) {
            return Optional.of(new Clause.Track(Optional.empty(), rate(node.rate()), span));
        }
        return cardClause(context, span);
    }

    private Optional<Clause> cardClause(NormParser.ClauseContext context, Span span) {
        if (context instanceof NormParser.ReduceClauseContext node) {
            return Optional.of(new Clause.Reduce(
                    node.axis().stream().map(ExprBuilder::axis).toList(), span));
        }
        if (context instanceof NormParser.GroupClauseContext node) {
            Identifier groups = node.NUMBER() == null
                    ? identifier(node.name(1))
                    : new Identifier(
                            node.NUMBER().getText(),
                            TokenScreen.span(node.NUMBER().getSymbol()));
            return Optional.of(new Clause.Group(identifier(node.name(0)), groups, span));
        }
        if (context instanceof NormParser.SubtractClauseContext node) {
            return Optional.of(new Clause.Subtract(identifier(node.name()), span));
        }
        if (context instanceof NormParser.DivideClauseContext node) {
            return Optional.of(new Clause.Divide(identifier(node.name()), span));
        }
        if (context instanceof NormParser.EpsilonClauseContext node) {
            return Optional.of(new Clause.Epsilon(expressions.build(node.expression()), span));
        }
        if (context instanceof NormParser.AffineClauseContext node) {
            List<Clause.Tensor> scales = new ArrayList<>();
            List<Clause.Tensor> shifts = new ArrayList<>();
            for (NormParser.AffineContext part : node.affine()) {
                Optional<Expr> initial = Optional.ofNullable(part.expression()).map(expressions::build);
                (part.SCALE() != null ? scales : shifts)
                        .add(new Clause.Tensor(identifier(part.name()), ExprBuilder.axes(part.axes()), initial));
            }
            return Optional.of(new Clause.Affine(scales, shifts, span));
        }
        return Optional.empty();
    }

    private static Optional<Clause> declare(Clause.Kind kind, List<Clause.Tensor> tensors, Span span) {
        return Optional.of(new Clause.Declare(kind, tensors, span));
    }

    private List<Clause.Tensor> tensors(List<NormParser.TensorContext> contexts) {
        return contexts.stream()
                .map(tensor -> new Clause.Tensor(
                        identifier(tensor.name()), ExprBuilder.axes(tensor.axes()), Optional.<Expr>empty()))
                .toList();
    }

    private List<Clause.Tensor> initialized(List<NormParser.InitializedContext> contexts) {
        return contexts.stream()
                .map(tensor -> new Clause.Tensor(
                        identifier(tensor.name()),
                        ExprBuilder.axes(tensor.axes()),
                        Optional.of(expressions.build(tensor.expression()))))
                .toList();
    }

    private Clause.Rate rate(NormParser.RateContext context) {
        Optional<Expr> decay = Optional.ofNullable(context.expression()).map(expressions::build);
        return new Clause.Rate(decay, context.UNBIASED() != null, span(context));
    }

    static Identifier identifier(NormParser.NameContext context) {
        return new Identifier(context.getText(), TokenScreen.span(context.getStart()));
    }

    static Span span(ParserRuleContext context) {
        return TokenScreen.span(context.getStart()).to(TokenScreen.span(context.getStop()));
    }
}
