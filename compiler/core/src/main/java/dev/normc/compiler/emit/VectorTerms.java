package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.op.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final String variable;
    private final VectorForm form;
    private final boolean fused;
    private final UnaryOperator<String> fresh;
    private final Set<String> declared = new HashSet<>();
    private final Map<String, String> broadcasts = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * For one loop.
     *
     * @param variable of the loop
     * @param form of the vectors
     * @param fused whether the machine has a fused multiply-add, as all with vectors of 256 bits have
     * @param declared locals that the loop's body declares
     * @param fresh makes a name that the method does not have
     */
    VectorTerms(
            Terms terms,
            VectorElements elements,
            String variable,
            VectorForm form,
            boolean fused,
            Set<String> declared,
            UnaryOperator<String> fresh) {
        this.terms = terms;
        this.elements = elements;
        this.variable = variable;
        this.form = form;
        this.fused = fused;
        this.declared.addAll(declared);
        this.fresh = fresh;
    }

    /** Whether the value is the same for all iterations. */
    boolean isInvariant(Scalar scalar) {
        if (scalar instanceof Scalar.Number || scalar instanceof Scalar.Elements) {
            return true;
        }
        if (scalar instanceof Scalar.Local local) {
            return !declared.contains(local.name());
        }
        if (scalar instanceof Scalar.Load load) {
            return load.index().stride(variable).equals(Count.ZERO);
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            return isInvariant(shifted.load())
                    && shifted.moves().stream()
                            .noneMatch(move -> move.variable().equals(variable));
        }
        if (scalar instanceof Scalar.Position position) {
            return !position.variable().equals(variable);
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return isInvariant(quotient.sum()) && isInvariant(quotient.error()) && isInvariant(quotient.count());
        }
        if (scalar instanceof Scalar.QuotientRest rest) {
            return isInvariant(rest.quotient());
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return !apply.op().isComparison() && apply.operands().stream().allMatch(this::isInvariant);
    }

    /** Whether there is a vector form of the value. */
    boolean suits(Scalar scalar) {
        if (isInvariant(scalar) || scalar instanceof Scalar.Local) {
            return true;
        }
        if (scalar instanceof Scalar.Load load) {
            return isContiguous(load.index()) && elements.suits(load.buffer());
        }
        return scalar instanceof Scalar.Apply apply
                && VectorOps.isVector(apply.op())
                && apply.operands().stream().allMatch(this::suits);
    }

    /** Whether neighbours in the loop are neighbours in memory. */
    boolean isContiguous(Index index) {
        return index.stride(variable).equals(Count.of(1));
    }

    /** Vector operations that a value takes, invariant parts left out. */
    int size(Scalar scalar) {
        if (isInvariant(scalar) || scalar instanceof Scalar.Local) {
            return 0;
        }
        if (scalar instanceof Scalar.Apply apply) {
            return 1 + apply.operands().stream().mapToInt(this::size).sum();
        }
        return elements.sizeOfLoad(((Scalar.Load) scalar).buffer());
    }

    /** Declares, before the loop, vectors of what the value needs and the loop does not change. */
    void hoist(Scalar scalar, CodeBlock.Builder out) {
        if (isInvariant(scalar)) {
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
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> hoist(operand, out));
            if (apply.op() == Op.SIGN || apply.op().isSelection()) {
                hoist(new Scalar.Number(0), out);
            }
            if (apply.op() == Op.SIGN) {
                hoist(new Scalar.Number(1), out);
                hoist(new Scalar.Number(-1), out);
            }
            if (apply.op() == Op.SUBTRACT && fused) {
                hoist(new Scalar.Number(-1), out);
            }
            if (isSelecting(apply.op()) && !isComparison(apply.operands().get(0))) {
                hoist(new Scalar.Number(0), out);
            }
        }
    }

    private static boolean isSelecting(Op op) {
        return op == Op.WHERE || op.isSelection();
    }

    private static boolean isComparison(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply && apply.op().isComparison();
    }

    /** From here on a local of the body has another name. */
    void name(String local, String vector) {
        names.put(local, vector);
    }

    /** The value as a vector. */
    CodeBlock vector(Scalar scalar) {
        if (isInvariant(scalar)) {
            return CodeBlock.of("$N", broadcasts.get(terms.scalar(scalar).toString()));
        }
        if (scalar instanceof Scalar.Local local) {
            return CodeBlock.of("$N", names.get(local.name()));
        }
        if (scalar instanceof Scalar.Load load) {
            return elements.load(load.buffer(), load.index());
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return apply(apply.op(), apply.operands());
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
