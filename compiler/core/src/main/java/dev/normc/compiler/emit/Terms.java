package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.op.Op;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Expressions and positions as Java. */
final class Terms {
    /** The parameter that holds the extent of the dynamic axis. */
    static final String EXTENT = "dynamicExtent";

    static final String WORKSPACE = "workspace";

    private static final Scalar ZERO = new Scalar.Number(0);

    /** The parameter that says where in the workspace the part begins that tasks share. */
    static final String PARTIALS = "partialsOffset";

    private final LoopProgram program;
    private final MemoryKind memory;
    private final Map<String, CodeBlock> positions = new HashMap<>();
    private final Map<Base, String> bases = new HashMap<>();
    private final Map<Scalar.Load, CodeBlock> widened = new HashMap<>();
    private Map<String, String> narrowed = Map.of();
    private boolean isNarrow;

    /** A buffer with the part of a position that a loop does not change. */
    record Base(int buffer, Index index) {}

    /** @param memory where the tensors stand */
    Terms(LoopProgram program, MemoryKind memory) {
        this.program = program;
        this.memory = memory;
    }

    /** Inside a lane, a loop variable stands for another expression. */
    void replace(String variable, CodeBlock position) {
        positions.put(variable, position);
    }

    void restore(String variable) {
        positions.remove(variable);
    }

    /** From here on, positions that contain this part are written with a local that holds it. */
    void name(Base base, String local) {
        bases.put(base, local);
    }

    void forgetBases() {
        bases.clear();
    }

    /** From here on, an element is read where it has been widened to. */
    void widened(Scalar.Load load, CodeBlock place) {
        widened.put(load, place);
    }

    void forgetWidened() {
        widened.clear();
    }

    /** From here on, values are computed in f32, and these locals of the outside have copies in it. */
    void narrow(Map<String, String> copies) {
        narrowed = copies;
        isNarrow = true;
    }

    /** From here on, in f64 again. */
    void widen() {
        narrowed = Map.of();
        isNarrow = false;
    }

    boolean isNarrow() {
        return isNarrow;
    }

    /** The type of a local that holds a value. */
    TypeName type() {
        return isNarrow ? TypeName.FLOAT : TypeName.DOUBLE;
    }

    CodeBlock position(String variable) {
        return positions.getOrDefault(variable, CodeBlock.of("$N", variable));
    }

    CodeBlock scalar(Scalar scalar) {
        if (scalar instanceof Scalar.Number number) {
            return isNarrow ? narrow(number.value()) : number(number.value());
        }
        if (scalar instanceof Scalar.Local local) {
            return CodeBlock.of("$N", narrowed.getOrDefault(local.name(), local.name()));
        }
        if (scalar instanceof Scalar.Load load) {
            CodeBlock known = widened.get(load);
            if (known != null) {
                return known;
            }
            return read(load.buffer(), place(load.buffer(), load.index()));
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            return shifted(shifted);
        }
        if (scalar instanceof Scalar.Position position) {
            return CodeBlock.of("(double) ($L)", position(position.variable()));
        }
        if (scalar instanceof Scalar.Elements elements) {
            Count count = elements.count();
            return count.isFixed()
                    ? scalar(new Scalar.Number(count.fixed()))
                    : CodeBlock.of("($T) ($LL * $N)", type(), count.perDynamic(), EXTENT);
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return quotient("mean", quotient);
        }
        if (scalar instanceof Scalar.QuotientRest rest) {
            return quotient("meanRest", rest.quotient());
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return apply(apply.op(), apply.operands());
    }

    private CodeBlock shifted(Scalar.Shifted node) {
        List<CodeBlock> inside = new ArrayList<>();
        Count distance = Count.ZERO;
        for (int i = 0; i < node.moves().size(); i++) {
            Scalar.Move move = node.moves().get(i);
            int shift = node.shifts().get(i);
            CodeBlock position = CodeBlock.of("$L + $L", position(move.variable()), shift);
            CodeBlock extent = count(move.extent());
            inside.add(shift > 0 ? CodeBlock.of("$L < $L", position, extent) : CodeBlock.of("$L >= 0", position));
            distance = distance.plus(new Count(
                    move.shift() * move.stride().fixed(),
                    move.shift() * move.stride().perDynamic()));
        }
        int buffer = node.load().buffer();
        CodeBlock place = CodeBlock.of("$L + $L", place(buffer, node.load().index()), count(distance));
        return CodeBlock.of("($L ? $L : 0.0)", CodeBlock.join(inside, " && "), read(buffer, place));
    }

    private CodeBlock read(int buffer, CodeBlock place) {
        CodeBlock element = Elements.stored(memory(buffer), type(buffer), array(buffer), place);
        return isNarrow ? element : Elements.widened(type(buffer), element);
    }

    /** A statement that stores a value, rounded. */
    CodeBlock store(int buffer, Index index, CodeBlock value) {
        // What is computed in f32 needs no cast, about which javac would warn.
        CodeBlock element = isNarrow && type(buffer) == DataType.F32 ? value : Elements.rounded(type(buffer), value);
        return Elements.store(memory(buffer), type(buffer), array(buffer), place(buffer, index), element);
    }

    DataType type(int buffer) {
        return program.buffers().get(buffer).type();
    }

    /** Where a buffer stands. */
    MemoryKind memory(int buffer) {
        return memory.holds(program.buffers().get(buffer).role()) ? memory : MemoryKind.ARRAY;
    }

    private CodeBlock quotient(String method, Scalar.Quotient quotient) {
        return CodeBlock.of(
                "$T.$L($L, $L, $L)",
                Sums.class,
                method,
                scalar(quotient.sum()),
                scalar(quotient.error()),
                scalar(quotient.count()));
    }

    private CodeBlock apply(Op op, List<Scalar> operands) {
        CodeBlock a = scalar(operands.get(0));
        CodeBlock b = operands.size() > 1 ? scalar(operands.get(1)) : a;
        return switch (op) {
            case NEGATE -> CodeBlock.of("(-$L)", a);
            case ADD -> CodeBlock.of("($L + $L)", a, b);
            case SUBTRACT -> CodeBlock.of("($L - $L)", a, b);
            case MULTIPLY -> CodeBlock.of("($L * $L)", a, b);
            case DIVIDE -> CodeBlock.of("($L / $L)", a, b);
            case SQRT -> CodeBlock.of(isNarrow ? "(float) $T.sqrt($L)" : "$T.sqrt($L)", Math.class, a);
            case ABS -> CodeBlock.of("$T.abs($L)", Math.class, a);
            case SIGN -> CodeBlock.of("$T.signum($L)", Math.class, a);
            case MIN -> CodeBlock.of("$T.min($L, $L)", Math.class, a, b);
            case MAX -> CodeBlock.of("$T.max($L, $L)", Math.class, a, b);
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF ->
                CodeBlock.of("$T.$L($L)", KernelMath.class, op.spelling(), a);
            case POWER -> CodeBlock.of("$T.pow($L, $L)", KernelMath.class, a, b);
            case LESS, LESS_EQUAL, EQUAL, NOT_EQUAL -> CodeBlock.of("$L $L $L", a, op.spelling(), b);
            case WHERE -> CodeBlock.of("($L ? $L : $L)", condition(operands.get(0)), b, scalar(operands.get(2)));
            case KEEP -> CodeBlock.of("($L ? $L : $L)", condition(operands.get(0)), b, scalar(ZERO));
            case DROP -> CodeBlock.of("($L ? $L : $L)", condition(operands.get(0)), scalar(ZERO), b);
            case TOTAL -> throw new IllegalStateException("a total is left in the loops");
        };
    }

    private CodeBlock condition(Scalar scalar) {
        boolean comparison = scalar instanceof Scalar.Apply apply && apply.op().isComparison();
        return comparison ? scalar(scalar) : CodeBlock.of("$L != 0.0", scalar(scalar));
    }

    /** A literal of the nearest f32. */
    private static CodeBlock narrow(double value) {
        float nearest = (float) value;
        return Float.isNaN(nearest) || Float.isInfinite(nearest)
                ? CodeBlock.of("(float) $L", number(value))
                : CodeBlock.of(nearest < 0 || 1 / nearest < 0 ? "($Lf)" : "$Lf", Float.toString(nearest));
    }

    /** A literal that reads back as the same bits. */
    static CodeBlock number(double value) {
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        if (Double.isInfinite(value)) {
            return CodeBlock.of("$T.$L", Double.class, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        boolean negative = value < 0 || 1 / value < 0;
        return CodeBlock.of(negative ? "($L)" : "$L", Double.toString(value));
    }

    /** {@code array[position]} in the workspace. */
    CodeBlock element(int buffer, Index index) {
        return CodeBlock.of("$N[$L]", array(buffer), place(buffer, index));
    }

    /** The position of an index in its array. */
    CodeBlock place(int buffer, Index index) {
        for (Map.Entry<Base, String> base : bases.entrySet()) {
            if (base.getKey().buffer() == buffer) {
                List<Index.Term> rest = index.terms().stream()
                        .filter(term -> !base.getKey().index().terms().contains(term))
                        .toList();
                if (rest.size() + base.getKey().index().terms().size()
                        == index.terms().size()) {
                    CodeBlock.Builder sum = CodeBlock.builder().add("$N", base.getValue());
                    rest.forEach(term -> sum.add(" + $L", term(term)));
                    return sum.build();
                }
            }
        }
        return origin(buffer, index);
    }

    /** The position of an index in its array, from the array's offset. */
    CodeBlock origin(int buffer, Index index) {
        LoopProgram.Buffer declared = program.buffers().get(buffer);
        CodeBlock.Builder sum = CodeBlock.builder();
        if (declared.role() == BufferRole.WORKSPACE) {
            sum.add("$N", declared.isPartial() ? PARTIALS : WORKSPACE + "Offset");
            if (!declared.base().equals(Count.ZERO)) {
                sum.add(" + $L", count(declared.base()));
            }
        } else {
            sum.add("$N", declared.name() + "Offset");
        }
        index.terms().forEach(term -> sum.add(" + $L", term(term)));
        return sum.build();
    }

    private CodeBlock term(Index.Term term) {
        CodeBlock position = position(term.variable());
        if (term.stride().equals(Count.of(1))) {
            return position;
        }
        boolean atom = !positions.containsKey(term.variable());
        return CodeBlock.of(atom ? "$L * $L" : "$L * ($L)", count(term.stride()), position);
    }

    /** An {@code int} expression for a count. */
    CodeBlock count(Count count) {
        if (count.isFixed()) {
            return CodeBlock.of("$L", count.fixed());
        }
        CodeBlock dynamic = count.perDynamic() == 1
                ? CodeBlock.of("$N", EXTENT)
                : CodeBlock.of("$L * $N", count.perDynamic(), EXTENT);
        return count.fixed() == 0 ? dynamic : CodeBlock.of("($L + $L)", count.fixed(), dynamic);
    }

    String array(int buffer) {
        LoopProgram.Buffer declared = program.buffers().get(buffer);
        return declared.role() == BufferRole.WORKSPACE ? WORKSPACE : declared.name();
    }
}
