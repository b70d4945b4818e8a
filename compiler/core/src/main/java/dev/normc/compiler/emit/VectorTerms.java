package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.LaneValues;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.VectorFit;
import dev.normc.compiler.op.Op;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Expressions inside a loop along the innermost axis as vectors of f64.
 *
 * <p>Every operation stands in the loop itself: a vector that is passed between methods of the kernel would be an object
 * whenever the JIT compiler does not inline that method, and the JIT compiler stops inlining a caller's own methods long
 * before it stops inlining those of the vector classes.
 */
final class VectorTerms {
    private final Terms terms;
    private final VectorElements elements;
    private final LaneValues values;
    private final VectorForm form;
    private final boolean fused;
    private final UnaryOperator<String> fresh;
    private final CodeBlock.Builder out;
    private final Map<String, String> broadcasts = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Scalar, Integer> comparisons = new HashMap<>();
    private final Map<Scalar, String> masks = new HashMap<>();
    private String numbers = "";

    /**
     * For one loop.
     *
     * @param values of the loop
     * @param form of the vectors
     * @param fused whether the machine has a fused multiply-add, as all with vectors of 256 bits have
     * @param fresh makes a name that the method does not have
     * @param out gets what a value needs declared before it
     */
    VectorTerms(
            Terms terms,
            VectorElements elements,
            LaneValues values,
            VectorForm form,
            boolean fused,
            UnaryOperator<String> fresh,
            CodeBlock.Builder out) {
        this.terms = terms;
        this.elements = elements;
        this.values = values;
        this.form = form;
        this.fused = fused;
        this.fresh = fresh;
        this.out = out;
    }

    /** Declares, before the loop, vectors of what the value needs and the loop does not change. */
    void hoist(Scalar scalar) {
        if (values.isInvariant(scalar)) {
            CodeBlock value = terms.scalar(scalar);
            if (!broadcasts.containsKey(value.toString())) {
                String name = fresh.apply(scalar instanceof Scalar.Local local ? local.name() + "All" : "all");
                broadcasts.put(value.toString(), name);
                out.addStatement(
                        form.narrow() ? "$T $N = $T.broadcast($N, (float) ($L))" : "$T $N = $T.broadcast($N, $L)",
                        form.vector(),
                        name,
                        form.vector(),
                        form.species(),
                        value);
            }
        } else if (scalar instanceof Scalar.Position) {
            hoistNumbers();
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(this::hoist);
            if (apply.op() == Op.SIGN || apply.op().isSelection()) {
                hoist(new Scalar.Number(0));
            }
            if (apply.op() == Op.SIGN) {
                hoist(new Scalar.Number(1));
                hoist(new Scalar.Number(-1));
            }
            if (apply.op() == Op.SUBTRACT && fused) {
                hoist(new Scalar.Number(-1));
            }
            if (isSelecting(apply.op()) && !isComparison(apply.operands().get(0))) {
                hoist(new Scalar.Number(0));
            }
        }
    }

    /** 0, 1, 2 and so on: what the position of a lane is ahead of the first one's. */
    private void hoistNumbers() {
        if (numbers.isEmpty()) {
            numbers = fresh.apply("laneNumbers");
            out.addStatement(
                    "$T $N = $T.broadcast($N, 0.0).addIndex(1)", form.vector(), numbers, form.vector(), form.species());
        }
    }

    private static boolean isSelecting(Op op) {
        return op == Op.WHERE || op.isSelection();
    }

    private static boolean isComparison(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply && apply.op().isComparison();
    }

    /** Begins the body anew, for other elements. */
    void begin(List<Statement> body) {
        masks.clear();
        comparisons.clear();
        body.forEach(statement -> LaneValues.of(statement).forEach(this::count));
    }

    private void count(Scalar scalar) {
        if (VectorFit.isShared(scalar)) {
            comparisons.merge(scalar, 1, Integer::sum);
        }
        if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(this::count);
        }
    }

    /** From here on a local of the body has another name. */
    void name(String local, String vector) {
        names.put(local, vector);
    }

    /** The value as a vector. */
    CodeBlock vector(Scalar scalar) {
        if (values.isInvariant(scalar)) {
            return CodeBlock.of("$N", broadcasts.get(terms.scalar(scalar).toString()));
        }
        if (scalar instanceof Scalar.Local local) {
            return CodeBlock.of("$N", names.get(local.name()));
        }
        if (scalar instanceof Scalar.Load load) {
            return elements.load(load.buffer(), load.index());
        }
        if (scalar instanceof Scalar.Position position) {
            return CodeBlock.of("$N.add((double) ($L))", numbers, terms.position(position.variable()));
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return comparisons.getOrDefault(scalar, 0) > 1 ? mask(apply) : apply(apply.op(), apply.operands());
    }

    /** A comparison that the body makes more than once. */
    private CodeBlock mask(Scalar.Apply comparison) {
        String known = masks.get(comparison);
        if (known == null) {
            CodeBlock value = apply(comparison.op(), comparison.operands());
            known = fresh.apply("holds");
            masks.put(comparison, known);
            out.addStatement("$T $N = $L", form.mask(), known, value);
        }
        return CodeBlock.of("$N", known);
    }

    private CodeBlock apply(Op op, List<Scalar> operands) {
        if (isSelecting(op)) {
            return selection(op, operands);
        }
        CodeBlock a = vector(operands.get(0));
        CodeBlock b = operands.size() > 1 ? vector(operands.get(1)) : a;
        return switch (op) {
            case NEGATE -> CodeBlock.of("$L.neg()", a);
            case ADD -> CodeBlock.of("$L.add($L)", a, b);
            case SUBTRACT -> subtracted(a, b);
            case MULTIPLY -> CodeBlock.of("$L.mul($L)", a, b);
            case DIVIDE -> CodeBlock.of("$L.div($L)", a, b);
            case SQRT -> CodeBlock.of("$L.sqrt()", a);
            case ABS -> CodeBlock.of("$L.abs()", a);
            case MIN -> CodeBlock.of("$L.min($L)", a, b);
            case MAX -> CodeBlock.of("$L.max($L)", a, b);
            case LESS -> VectorOps.compared("LT", a, b);
            case LESS_EQUAL -> VectorOps.compared("LE", a, b);
            case EQUAL -> VectorOps.compared("EQ", a, b);
            case NOT_EQUAL -> VectorOps.compared("NE", a, b);
            case SIGN -> {
                CodeBlock zero = vector(new Scalar.Number(0));
                // NaN and both zeros are their own sign.
                yield CodeBlock.of(
                        "$L.blend($L, $L).blend($L, $L)",
                        a,
                        vector(new Scalar.Number(1)),
                        VectorOps.compared("GT", a, zero),
                        vector(new Scalar.Number(-1)),
                        VectorOps.compared("LT", a, zero));
            }
            default -> throw new IllegalStateException(op + " has no vector form");
        };
    }

    /**
     * a - b as b (-1) + a, rounded once like it: the multipliers of most machines stand idle while their adders, which also
     * convert, are what the loop waits for.
     */
    private CodeBlock subtracted(CodeBlock a, CodeBlock b) {
        return fused
                ? CodeBlock.of("$L.fma($L, $L)", b, vector(new Scalar.Number(-1)), a)
                : CodeBlock.of("$L.sub($L)", a, b);
    }

    private CodeBlock selection(Op op, List<Scalar> operands) {
        Scalar condition = operands.get(0);
        CodeBlock mask = isComparison(condition)
                ? vector(condition)
                : VectorOps.compared("NE", vector(condition), vector(new Scalar.Number(0)));
        CodeBlock value = vector(operands.get(1));
        return switch (op) {
            case WHERE -> CodeBlock.of("$L.blend($L, $L)", vector(operands.get(2)), value, mask);
            case KEEP -> CodeBlock.of("$L.blend($L, $L)", vector(new Scalar.Number(0)), value, mask);
            default -> CodeBlock.of("$L.blend($L, $L)", value, vector(new Scalar.Number(0)), mask);
        };
    }
}
