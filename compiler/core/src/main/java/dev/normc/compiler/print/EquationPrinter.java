package dev.normc.compiler.print;

import dev.normc.compiler.op.Literal;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.Function;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A typed norm as the text of a norm in equations: what a card stands for. */
public final class EquationPrinter implements TypedExpr.Cases<EquationPrinter.Term> {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int UNARY = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final AxisNames axes;

    /** Text and how tightly its outermost operator binds. */
    record Term(String text, int level) {
        String within(int least) {
            return level < least ? "(" + text + ")" : text;
        }
    }

    private EquationPrinter(AxisNames axes) {
        this.axes = axes;
    }

    /**
     * A clause of the norm.
     *
     * @param start offset in the specification of what says it
     */
    private record Written(int start, String text) {}

    /** The whole norm, a clause a line. */
    public static List<String> lines(TypedNorm norm) {
        return clauses(norm).stream().map(Written::text).toList();
    }

    /** The same, each after the line of the specification that it comes from. */
    public static List<String> linesWithPlaces(TypedNorm norm) {
        List<Written> clauses = clauses(norm);
        List<Integer> lines = clauses.stream()
                .map(clause -> norm.source().position(clause.start()).line())
                .toList();
        int width = Integer.toString(Collections.max(lines)).length();
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(String.format(
                    Locale.ROOT,
                    "line %" + width + "d: %s",
                    lines.get(i),
                    clauses.get(i).text()));
        }
        return result;
    }

    private static List<Written> clauses(TypedNorm norm) {
        List<Written> clauses = new ArrayList<>();
        for (BufferRole role : List.of(BufferRole.INPUT, BufferRole.MASK, BufferRole.PARAM, BufferRole.STATE)) {
            for (TypedNorm.Tensor tensor : norm.tensors(role)) {
                if (norm.tracks().stream().anyMatch(track -> track.state().equals(tensor.name()))
                        || tensor.name().equals(TypedNorm.BATCHES)) {
                    continue;
                }
                String initial = tensor.initial()
                        .map(value -> " = " + expression(norm, value))
                        .orElse("");
                String word = role.name().toLowerCase(Locale.ROOT);
                String text = String.format("%-6s %s%s", word, declaration(norm, tensor), initial);
                clauses.add(new Written(tensor.span().start(), text));
            }
        }
        for (TypedNorm.Equation equation : norm.equations()) {
            String text = (equation.output() ? "output " : "       ") + equation.name() + " = "
                    + expression(norm, equation.value());
            clauses.add(new Written(equation.span().start(), text));
        }
        for (TypedNorm.Update update : norm.updates()) {
            String text = "update " + update.state() + " = " + expression(norm, update.value());
            clauses.add(new Written(update.span().start(), text));
        }
        for (TypedNorm.Track track : norm.tracks()) {
            clauses.add(new Written(track.span().start(), track(norm, track)));
        }
        return clauses;
    }

    private static String track(TypedNorm norm, TypedNorm.Track track) {
        TypedNorm.Tensor state = norm.tensor(track.state()).orElseThrow();
        String initial = state.initial().map(value -> expression(norm, value)).orElse("0");
        String rate =
                track.decay().map(decay -> "decay " + expression(norm, decay)).orElse("cumulative");
        return "track  " + track.equation() + " as " + declaration(norm, state) + " = " + initial + " " + rate
                + (track.unbiased() ? " unbiased" : "");
    }

    /** One expression. */
    public static String expression(TypedNorm norm, TypedExpr expr) {
        return expr.match(new EquationPrinter(norm.axes())).text();
    }

    /** {@code x[N, C = G*K, ..]}. */
    public static String declaration(TypedNorm norm, TypedNorm.Tensor tensor) {
        List<String> parts = new ArrayList<>();
        for (String axis : tensor.axes()) {
            List<String> factors = norm.axes().products().get(axis);
            boolean spelled = factors != null && tensor.role() == BufferRole.INPUT;
            parts.add(spelled ? axis + " = " + String.join("*", factors) : axis);
        }
        return tensor.name() + (parts.isEmpty() ? "" : "[" + String.join(", ", parts) + "]");
    }

    @Override
    public Term number(TypedExpr.Number node) {
        return new Term(Literal.of(node.value()), node.value() < 0 ? UNARY : ATOM);
    }

    @Override
    public Term constant(TypedExpr.Constant node) {
        return new Term(node.name(), ATOM);
    }

    @Override
    public Term reference(TypedExpr.Reference node) {
        return new Term(node.name(), ATOM);
    }

    @Override
    public Term apply(TypedExpr.Apply node) {
        List<Term> terms =
                node.arguments().stream().map(argument -> argument.match(this)).toList();
        Function function = node.function();
        if (function.isCallable()) {
            return new Term(
                    function.spelling() + "("
                            + String.join(", ", terms.stream().map(Term::text).toList()) + ")",
                    ATOM);
        }
        if (function == Function.NEGATE) {
            return new Term("-" + terms.get(0).within(POWER), UNARY);
        }
        if (function == Function.POWER) {
            return new Term(terms.get(0).within(ATOM) + "^" + terms.get(1).within(POWER), POWER);
        }
        boolean product = function == Function.MULTIPLY || function == Function.DIVIDE;
        boolean sum = function == Function.ADD || function == Function.SUBTRACT;
        int level = product ? PRODUCT : sum ? SUM : 0;
        return new Term(
                terms.get(0).within(level) + " " + function.spelling() + " "
                        + terms.get(1).within(level + 1),
                level);
    }

    @Override
    public Term reduction(TypedExpr.Reduction node) {
        String weight = node.weight().map(w -> "; " + w.match(this).text()).orElse("");
        return new Term(
                node.statistic().spelling() + "[" + list(node.over()) + weight + "]("
                        + node.operand().match(this).text() + ")",
                ATOM);
    }

    @Override
    public Term standardize(TypedExpr.Standardize node) {
        String weight = node.weight().map(w -> "; " + w.match(this).text()).orElse("");
        return new Term(
                "standardize[" + list(node.over()) + weight + "]("
                        + node.operand().match(this).text() + ", "
                        + node.epsilon().match(this).text() + ")",
                ATOM);
    }

    @Override
    public Term size(TypedExpr.Size node) {
        return new Term("size[" + list(node.over()) + "]", ATOM);
    }

    @Override
    public Term index(TypedExpr.Index node) {
        return new Term("index[" + list(node.factors()) + "]", ATOM);
    }

    @Override
    public Term stop(TypedExpr.Stop node) {
        return new Term("stop(" + node.operand().match(this).text() + ")", ATOM);
    }

    @Override
    public Term view(TypedExpr.View node) {
        String operand = node.operand().match(this).text();
        String text = node.shift()
                .map(by -> "shift[" + node.from() + "](" + operand + ", "
                        + by.match(this).text() + ")")
                .orElse("rename[" + node.from() + " -> " + node.to() + "](" + operand + ")");
        return new Term(text, ATOM);
    }

    @Override
    public Term gauss(TypedExpr.Gauss node) {
        String name = node.deviation() ? "gauss_std" : "gauss_mean";
        return new Term(
                name + "(" + node.variable() + ", " + node.operand().match(this).text() + ")", ATOM);
    }

    private String list(Collection<String> set) {
        return String.join(", ", axes.merged(set));
    }
}
