package dev.normc.compiler.tensor;

import dev.normc.compiler.op.Literal;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.runtime.BufferRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Values of a program as mathematics: {@code gamma * (x - mean) / sqrt(var + 1e-5)}, sums over counts as means. */
public final class Formula {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 3;

    private final TensorProgram program;
    private final IntFunction<Optional<String>> names;
    private final Function<AxisSet, String> axes;
    private final Map<Integer, Integer> uses = new HashMap<>();

    /** Text and how tightly its outermost operator binds. */
    private record Term(String text, int level) {
        String within(int least) {
            return level < least ? "(" + text + ")" : text;
        }
    }

    /**
     * A way to write the values of a program.
     *
     * @param names asked for the name of every value before it is written out
     * @param axes a list of axes, without brackets
     */
    public Formula(TensorProgram program, IntFunction<Optional<String>> names, Function<AxisSet, String> axes) {
        this.program = program;
        this.names = names;
        this.axes = axes;
        program.values().forEach(value -> value.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum)));
        program.stores().forEach(store -> uses.merge(store.value(), 1, Integer::sum));
    }

    /** How often a value is an operand or stored. */
    public int uses(int value) {
        return uses.getOrDefault(value, 0);
    }

    /** The name of a value, or what it is. */
    public String text(int value) {
        return term(value).text();
    }

    /** What a value is, whatever its name. */
    public String definition(int value) {
        return build(value).text();
    }

    private Term term(int value) {
        return names.apply(value).map(name -> new Term(name, ATOM)).orElseGet(() -> build(value));
    }

    private Term build(int value) {
        return program.values().get(value).match(new TensorExpr.Cases<Term>() {
            @Override
            public Term input(TensorExpr.Input node) {
                TensorProgram.Buffer buffer = program.buffers().get(node.buffer());
                String label =
                        buffer.role() == BufferRole.SAVED ? program.labels().get(value) : null;
                return new Term(label == null ? buffer.name() : label, ATOM);
            }

            @Override
            public Term constant(TensorExpr.Constant node) {
                return new Term(Literal.of(node.value()), node.value() < 0 ? SUM : ATOM);
            }

            @Override
            public Term size(TensorExpr.Size node) {
                return new Term("size" + bracketed(node.over()), ATOM);
            }

            @Override
            public Term index(TensorExpr.Index node) {
                return new Term("index" + bracketed(AxisSet.of(node.axis())), ATOM);
            }

            @Override
            public Term map(TensorExpr.Map node) {
                return pointwise(node);
            }

            @Override
            public Term reduce(TensorExpr.Reduce node) {
                String name =
                        switch (node.reducer()) {
                            case SUM -> "sum";
                            case MAX -> "max";
                            case MIN -> "min";
                        };
                return function(name + bracketed(node.over()), List.of(term(node.operand())));
            }

            @Override
            public Term stop(TensorExpr.Stop node) {
                return term(node.operand());
            }

            @Override
            public Term view(TensorExpr.View node) {
                String from = program.axes().get(node.from()).name();
                String to = program.axes().get(node.to()).name();
                Term operand = term(node.operand());
                Term by = new Term(Integer.toString(node.shift()), node.shift() < 0 ? SUM : ATOM);
                Term shifted = node.shift() == 0 ? operand : function("shift[" + from + "]", List.of(operand, by));
                return from.equals(to) ? shifted : function("rename[" + from + " -> " + to + "]", List.of(shifted));
            }
        });
    }

    private Term pointwise(TensorExpr.Map node) {
        List<Integer> x = node.operands();
        if (isMean(node) && program.values().get(x.get(0)) instanceof TensorExpr.Reduce reduce) {
            return function("mean" + bracketed(reduce.over()), List.of(term(reduce.operand())));
        }
        List<Term> terms = x.stream().map(this::term).toList();
        return switch (node.op()) {
            case NEGATE -> new Term("-" + terms.get(0).within(ATOM), SUM);
            case ADD, TOTAL ->
                new Term(
                        String.join(
                                " + ",
                                terms.stream().map(term -> term.within(SUM)).toList()),
                        SUM);
            case SUBTRACT -> infix(terms.get(0).within(SUM), "-", terms.get(1).within(PRODUCT), SUM);
            case MULTIPLY ->
                x.get(0).equals(x.get(1))
                        ? new Term(terms.get(0).within(ATOM) + "^2", PRODUCT)
                        : infix(terms.get(0).within(PRODUCT), "*", terms.get(1).within(PRODUCT), PRODUCT);
            case DIVIDE -> infix(terms.get(0).within(PRODUCT), "/", terms.get(1).within(ATOM), PRODUCT);
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL ->
                infix(
                        terms.get(0).within(SUM),
                        node.op().spelling(),
                        terms.get(1).within(SUM),
                        0);
            case KEEP -> function("where", List.of(terms.get(0), terms.get(1), new Term("0", ATOM)));
            case DROP -> function("where", List.of(terms.get(0), new Term("0", ATOM), terms.get(1)));
            case SQRT, EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, ABS, SIGN, MIN, MAX, POWER, WHERE ->
                function(node.op().spelling(), terms);
        };
    }

    /** Whether it is a sum over the number of its elements, and the sum is used for nothing else. */
    private boolean isMean(TensorExpr.Map node) {
        return node.op() == Op.DIVIDE
                && program.values().get(node.operands().get(0)) instanceof TensorExpr.Reduce reduce
                && reduce.reducer() == Reducer.SUM
                && program.values().get(node.operands().get(1)) instanceof TensorExpr.Size size
                && size.over().equals(reduce.over())
                && uses(node.operands().get(0)) == 1;
    }

    private static Term infix(String left, String operator, String right, int level) {
        return new Term(left + " " + operator + " " + right, level);
    }

    private static Term function(String name, List<Term> arguments) {
        List<String> texts = arguments.stream().map(Term::text).toList();
        return new Term(name + "(" + String.join(", ", texts) + ")", ATOM);
    }

    private String bracketed(AxisSet set) {
        return "[" + axes.apply(set) + "]";
    }
}
