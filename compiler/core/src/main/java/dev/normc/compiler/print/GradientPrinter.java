package dev.normc.compiler.print;

import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A derived gradient as mathematics: shared parts under short names, sums over counts as means. */
public final class GradientPrinter {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 3;

    private final TensorProgram program;
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, List<String>> products;

    /** Text and how tightly its outermost operator binds. */
    private record Term(String text, int level) {
        String within(int least) {
            return level < least ? "(" + text + ")" : text;
        }
    }

    private GradientPrinter(TypedNorm typed, TensorProgram program) {
        this.program = program;
        this.products = typed.axes().products();
        program.buffers().forEach(buffer -> taken.add(buffer.name()));
        typed.equations().forEach(equation -> taken.add(equation.name()));
    }

    /**
     * The gradient of every input and param.
     *
     * @param backward what the backward entry computes
     * @return a definition a line, in an order in which each needs only earlier ones
     */
    public static List<String> lines(TypedNorm typed, TensorProgram backward) {
        return new GradientPrinter(typed, backward).print();
    }

    private List<String> print() {
        program.values().forEach(value -> value.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum)));
        program.stores().forEach(store -> uses.merge(store.value(), 1, Integer::sum));
        List<String> gradients = new ArrayList<>();
        for (TensorProgram.Store store : program.stores()) {
            String name = program.buffers().get(store.buffer()).name();
            gradients.add(name + " = " + term(store.value()).text());
        }
        lines.addAll(gradients);
        return lines;
    }

    private Term term(int value) {
        String name = names.get(value);
        if (name != null) {
            return new Term(name, ATOM);
        }
        Term term = build(value);
        if (uses.getOrDefault(value, 0) > 1 && deservesName(value)) {
            String chosen = fresh(wanted(value));
            names.put(value, chosen);
            lines.add(chosen + " = " + term.text());
            return new Term(chosen, ATOM);
        }
        return term;
    }

    private boolean deservesName(int value) {
        return program.values().get(value) instanceof TensorExpr.Map map
                        && !map.op().isComparison()
                || program.values().get(value) instanceof TensorExpr.Reduce;
    }

    /** The letters the field uses: s for a scale, r for its reciprocal, c for centred, u for the scaled cotangent. */
    private String wanted(int value) {
        if (program.values().get(value) instanceof TensorExpr.Map map) {
            int first = map.operands().get(0);
            if (map.op() == Op.SQRT) {
                return "s";
            }
            if (map.op() == Op.DIVIDE && program.values().get(first) instanceof TensorExpr.Constant) {
                return "r";
            }
            if (map.op() == Op.SUBTRACT && program.values().get(first) instanceof TensorExpr.Input) {
                return "c";
            }
            boolean scaled = map.op() == Op.MULTIPLY
                    && role(first) == BufferRole.PARAM
                    && role(map.operands().get(1)) == BufferRole.COTANGENT;
            return scaled ? "u" : "t";
        }
        return "sum";
    }

    private BufferRole role(int value) {
        return program.values().get(value) instanceof TensorExpr.Input input
                ? program.buffers().get(input.buffer()).role()
                : BufferRole.WORKSPACE;
    }

    private String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
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
                return new Term(EquationPrinter.number(node.value()), node.value() < 0 ? SUM : ATOM);
            }

            @Override
            public Term size(TensorExpr.Size node) {
                return new Term("size" + axes(node.over()), ATOM);
            }

            @Override
            public Term index(TensorExpr.Index node) {
                return new Term("index" + axes(AxisSet.of(node.axis())), ATOM);
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
                return new Term(
                        name + axes(node.over()) + "(" + term(node.operand()).text() + ")", ATOM);
            }

            @Override
            public Term stop(TensorExpr.Stop node) {
                return term(node.operand());
            }

            @Override
            public Term view(TensorExpr.View node) {
                String from = program.axes().get(node.from()).name();
                String operand = term(node.operand()).text();
                String shifted =
                        node.shift() == 0 ? operand : "shift[" + from + "](" + operand + ", " + node.shift() + ")";
                String to = program.axes().get(node.to()).name();
                return new Term(
                        from.equals(to) ? shifted : "rename[" + from + " -> " + to + "](" + shifted + ")", ATOM);
            }
        });
    }

    private Term pointwise(TensorExpr.Map node) {
        List<Integer> x = node.operands();
        if (node.op() == Op.DIVIDE
                && program.values().get(x.get(0)) instanceof TensorExpr.Reduce reduce
                && reduce.reducer() == Reducer.SUM
                && program.values().get(x.get(1)) instanceof TensorExpr.Size size
                && size.over().equals(reduce.over())
                && uses.getOrDefault(x.get(0), 0) == 1) {
            return new Term(
                    "mean" + axes(reduce.over()) + "(" + term(reduce.operand()).text() + ")", ATOM);
        }
        List<Term> terms = x.stream().map(this::term).toList();
        return switch (node.op()) {
            case NEGATE -> new Term("-" + terms.get(0).within(ATOM), SUM);
            case ADD -> new Term(terms.get(0).within(SUM) + " + " + terms.get(1).within(SUM), SUM);
            case SUBTRACT ->
                new Term(terms.get(0).within(SUM) + " - " + terms.get(1).within(PRODUCT), SUM);
            case MULTIPLY ->
                x.get(0).equals(x.get(1))
                        ? new Term(terms.get(0).within(ATOM) + "^2", PRODUCT)
                        : new Term(
                                terms.get(0).within(PRODUCT) + " * "
                                        + terms.get(1).within(PRODUCT),
                                PRODUCT);
            case DIVIDE ->
                new Term(terms.get(0).within(PRODUCT) + " / " + terms.get(1).within(ATOM), PRODUCT);
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL ->
                new Term(
                        terms.get(0).within(SUM) + " " + node.op().spelling() + " "
                                + terms.get(1).within(SUM),
                        0);
            case KEEP ->
                new Term("where(" + terms.get(0).text() + ", " + terms.get(1).text() + ", 0)", ATOM);
            case DROP ->
                new Term("where(" + terms.get(0).text() + ", 0, " + terms.get(1).text() + ")", ATOM);
            case TOTAL ->
                new Term(
                        String.join(
                                " + ",
                                terms.stream().map(term -> term.within(SUM)).toList()),
                        SUM);
            case SQRT, EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, ABS, SIGN, MIN, MAX, POWER, WHERE ->
                new Term(
                        node.op().spelling() + "("
                                + String.join(
                                        ", ", terms.stream().map(Term::text).toList()) + ")",
                        ATOM);
        };
    }

    /** Axes in brackets, complete products under their own name. */
    private String axes(AxisSet set) {
        List<String> parts = new ArrayList<>(set.positions().stream()
                .map(axis -> program.axes().get(axis).name())
                .toList());
        products.forEach((whole, factors) -> {
            if (parts.containsAll(factors)) {
                parts.set(parts.indexOf(factors.get(0)), whole);
                parts.removeAll(factors);
            }
        });
        return "[" + String.join(", ", parts) + "]";
    }
}
