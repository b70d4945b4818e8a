package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/**
 * How neighbouring elements of storage become a vector of f64, and such a vector elements.
 *
 * <p>16-bit numbers are converted as in {@link dev.normc.runtime.math.ShortFormats}, whose comments say why this is exact.
 */
final class VectorElements {
    private static final int FRACTION_BITS = 52;
    private static final long EXPONENT = 0x7ffL << FRACTION_BITS;

    private final LoopProgram program;
    private final Terms terms;
    private final UnaryOperator<String> fresh;
    private final VectorForm form;
    private final CodeBlock.Builder out;

    /**
     * For one loop.
     *
     * @param fresh makes a name that the method does not have
     * @param form of the vectors that the loop computes in
     */
    VectorElements(
            LoopProgram program, Terms terms, UnaryOperator<String> fresh, VectorForm form, CodeBlock.Builder out) {
        this.program = program;
        this.terms = terms;
        this.fresh = fresh;
        this.form = form;
        this.out = out;
    }

    /** Whether vectors can be read from where a buffer stands. */
    boolean suits(int buffer) {
        return terms.memory(buffer) != MemoryKind.BUFFER;
    }

    /** Some neighbouring elements, widened. */
    CodeBlock load(int buffer, Index index) {
        CodeBlock elements = stored(buffer, terms.place(buffer, index));
        return switch (type(buffer)) {
            case F32 -> form.narrow() ? elements : wide(elements);
            case F64 -> elements;
            case BF16 ->
                wide(CodeBlock.of(
                        "$L.lanewise($T.LSHL, 16).reinterpretAsFloats()", bits(elements), VectorTypes.OPERATORS));
            case F16 -> wide(binary16(elements));
        };
    }

    private CodeBlock stored(int buffer, CodeBlock place) {
        ClassName vector =
                switch (type(buffer)) {
                    case F32 -> VectorTypes.NARROW;
                    case F64 -> VectorTypes.WIDE;
                    case BF16, F16 -> VectorTypes.SHORTS;
                };
        String species =
                switch (type(buffer)) {
                    case F32 -> VectorTypes.F32;
                    case F64 -> VectorTypes.F64;
                    case BF16, F16 -> VectorTypes.S16;
                };
        return terms.memory(buffer) == MemoryKind.SEGMENT
                ? CodeBlock.of(
                        "$T.fromMemorySegment($N, $N, $L, $T.nativeOrder())",
                        vector,
                        species,
                        terms.array(buffer),
                        bytes(buffer, place),
                        ByteOrder.class)
                : CodeBlock.of("$T.fromArray($N, $N, $L)", vector, species, terms.array(buffer), place);
    }

    private CodeBlock bytes(int buffer, CodeBlock place) {
        return CodeBlock.of("$LL * ($L)", type(buffer).bytes(), place);
    }

    /** Vectors of f32, widened. */
    static CodeBlock wide(CodeBlock floats) {
        return CodeBlock.of(
                "(($T) $L.convertShape($T.F2D, $N, 0))",
                VectorTypes.WIDE,
                floats,
                VectorTypes.OPERATORS,
                VectorTypes.F64);
    }

    private static CodeBlock bits(CodeBlock shorts) {
        return CodeBlock.of(
                "(($T) $L.convertShape($T.S2I, $N, 0))",
                VectorTypes.INTS,
                shorts,
                VectorTypes.OPERATORS,
                VectorTypes.I32);
    }

    private CodeBlock binary16(CodeBlock shorts) {
        String half = let(VectorTypes.INTS, "half", bits(shorts));
        String bits = let(
                VectorTypes.INTS,
                "wideBits",
                CodeBlock.of("$N.and(0x7fff).lanewise($T.LSHL, 13).add(112 << 23)", half, VectorTypes.OPERATORS));
        String normal = let(VectorTypes.NARROW, "normal", CodeBlock.of("$N.reinterpretAsFloats()", bits));
        String magnitude = let(
                VectorTypes.NARROW,
                "magnitude",
                CodeBlock.of(
                        "$1N.blend($1N.add($1N).sub(0x1p-14f), $1N.compare($2T.LT, 0x1p-14f))"
                                + ".blend($3N.or(0x7f800000).reinterpretAsFloats(), $1N.compare($2T.GE, 0x1p16f))",
                        normal,
                        VectorTypes.OPERATORS,
                        bits));
        return CodeBlock.of(
                "$N.reinterpretAsInts().or($N.and(0x8000).lanewise($T.LSHL, 16)).reinterpretAsFloats()",
                magnitude,
                half,
                VectorTypes.OPERATORS);
    }

    /** Writes neighbouring elements, rounded. */
    void store(int buffer, Index index, CodeBlock vector) {
        CodeBlock place = terms.place(buffer, index);
        DataType type = type(buffer);
        CodeBlock elements =
                switch (type) {
                    case F32 ->
                        form.narrow()
                                ? vector
                                : CodeBlock.of(
                                        "(($T) $L.convertShape($T.D2F, $N, 0))",
                                        VectorTypes.NARROW,
                                        vector,
                                        VectorTypes.OPERATORS,
                                        VectorTypes.F32);
                    case F64 -> vector;
                    case BF16 -> rounded(vector, 1023 - 126, 7, 0x7f80);
                    case F16 -> rounded(vector, 1023 - 14, 10, 0x7c00);
                };
        if (terms.memory(buffer) == MemoryKind.SEGMENT) {
            out.addStatement(
                    "$L.intoMemorySegment($N, $L, $T.nativeOrder())",
                    elements,
                    terms.array(buffer),
                    bytes(buffer, place),
                    ByteOrder.class);
        } else {
            out.addStatement("$L.intoArray($N, $L)", elements, terms.array(buffer), place);
        }
    }

    /** {@link dev.normc.runtime.math.ShortFormats} names the numbers. */
    private CodeBlock rounded(CodeBlock vector, long leastExponent, int fractionBits, long infinity) {
        TypeName longs = VectorTypes.LONGS;
        int shift = FRACTION_BITS - fractionBits;
        String bits = let(longs, "bits", CodeBlock.of("$L.reinterpretAsLongs()", vector));
        String magnitude = let(longs, "magnitude", CodeBlock.of("$N.and($T.MAX_VALUE)", bits, Long.class));
        long least = leastExponent << FRACTION_BITS;
        long beyond = least + (infinity << shift) - (1L << FRACTION_BITS);
        String clamped = let(longs, "clamped", CodeBlock.of("$N.min($L)", magnitude, hexadecimal(beyond)));
        String exponent = let(
                longs,
                "exponent",
                CodeBlock.of("$N.and($L).max($L)", clamped, hexadecimal(EXPONENT), hexadecimal(least)));
        String grid =
                let(longs, "grid", CodeBlock.of("$N.add($L)", exponent, hexadecimal((long) shift << FRACTION_BITS)));
        String nearest = let(
                longs,
                "nearest",
                CodeBlock.of(
                        "$1N.reinterpretAsDoubles().add($2N.reinterpretAsDoubles()).reinterpretAsLongs().sub($2N)"
                                + ".add($3N.sub($4L).lanewise($5T.LSHR, $6L))",
                        clamped,
                        grid,
                        exponent,
                        hexadecimal(least),
                        VectorTypes.OPERATORS,
                        shift));
        return CodeBlock.of(
                "(($1T) $2N.or($3N.lanewise($4T.LSHR, 48).and(0x8000))"
                        + ".blend($5L, $6N.compare($4T.GT, $7L)).convertShape($4T.L2S, $8N, 0))",
                VectorTypes.SHORTS,
                nearest,
                bits,
                VectorTypes.OPERATORS,
                infinity | 1L << fractionBits - 1,
                magnitude,
                hexadecimal(EXPONENT),
                VectorTypes.S16);
    }

    private static CodeBlock hexadecimal(long value) {
        return CodeBlock.of("0x$LL", Long.toHexString(value));
    }

    private String let(TypeName type, String name, CodeBlock value) {
        String local = fresh.apply(name);
        out.addStatement("$T $N = $L", type, local, value);
        return local;
    }

    private DataType type(int buffer) {
        return program.buffers().get(buffer).type();
    }
}
