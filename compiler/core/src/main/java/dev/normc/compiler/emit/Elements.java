package dev.normc.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.math.ShortFormats;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** How one element of storage becomes a double in Java, and a double an element. */
final class Elements {
    private static final String FOREIGN = "java.lang.foreign";

    private Elements() {}

    /** An element as a double. */
    static CodeBlock widened(DataType type, CodeBlock element) {
        return switch (type) {
            // Without the cast, the product of two floats would be rounded to float.
            case F32 -> CodeBlock.of("(double) $L", element);
            case F64 -> element;
            case BF16 -> CodeBlock.of("$T.widenBf16($L)", ShortFormats.class, element);
            case F16 -> CodeBlock.of("$T.widenF16($L)", ShortFormats.class, element);
        };
    }

    /** A double as an element, rounded once. */
    static CodeBlock rounded(DataType type, CodeBlock value) {
        return switch (type) {
            case F32 -> CodeBlock.of("(float) $L", value);
            case F64 -> value;
            case BF16 -> CodeBlock.of("$T.roundToBf16($L)", ShortFormats.class, value);
            case F16 -> CodeBlock.of("$T.roundToF16($L)", ShortFormats.class, value);
        };
    }

    /** The element at a position, as it is stored. */
    static CodeBlock stored(MemoryKind memory, DataType type, String name, CodeBlock place) {
        return switch (memory) {
            case ARRAY -> CodeBlock.of("$N[$L]", name, place);
            case BUFFER -> CodeBlock.of("$N.get($L)", name, place);
            case SEGMENT -> CodeBlock.of("$N.getAtIndex($L, $L)", name, layout(type), place);
        };
    }

    /** A statement that stores an element at a position. */
    static CodeBlock store(MemoryKind memory, DataType type, String name, CodeBlock place, CodeBlock element) {
        return switch (memory) {
            case ARRAY -> CodeBlock.of("$N[$L] = $L", name, place, element);
            case BUFFER -> CodeBlock.of("$N.put($L, $L)", name, place, element);
            case SEGMENT -> CodeBlock.of("$N.setAtIndex($L, $L, $L)", name, layout(type), place, element);
        };
    }

    private static CodeBlock layout(DataType type) {
        String java =
                switch (type) {
                    case F32 -> "FLOAT";
                    case F64 -> "DOUBLE";
                    case BF16, F16 -> "SHORT";
                };
        return CodeBlock.of("$T.JAVA_$L_UNALIGNED", ClassName.get(FOREIGN, "ValueLayout"), java);
    }

    /** Java's type of what holds them. */
    static TypeName holder(MemoryKind memory, DataType type) {
        return switch (memory) {
            case ARRAY -> array(type);
            case BUFFER -> TypeName.get(buffer(type));
            case SEGMENT -> ClassName.get(FOREIGN, "MemorySegment");
        };
    }

    private static Class<?> buffer(DataType type) {
        return switch (type) {
            case F32 -> FloatBuffer.class;
            case F64 -> DoubleBuffer.class;
            case BF16, F16 -> ShortBuffer.class;
        };
    }

    private static TypeName array(DataType type) {
        return switch (type) {
            case F32 -> ArrayTypeName.of(float.class);
            case F64 -> ArrayTypeName.of(double.class);
            case BF16, F16 -> ArrayTypeName.of(short.class);
        };
    }

    /** So many elements of their own. */
    static CodeBlock zeros(MemoryKind memory, DataType type, long elements) {
        return switch (memory) {
            case ARRAY ->
                switch (type) {
                    case F32 -> CodeBlock.of("new float[$L]", elements);
                    case F64 -> CodeBlock.of("new double[$L]", elements);
                    case BF16, F16 -> CodeBlock.of("new short[$L]", elements);
                };
            case BUFFER -> CodeBlock.of("$T.allocate($L)", buffer(type), elements);
            case SEGMENT ->
                CodeBlock.of("$T.ofAuto().allocate($LL)", ClassName.get(FOREIGN, "Arena"), type.bytes() * elements);
        };
    }

    /** What {@code bindings} has at a slot. */
    static CodeBlock bound(MemoryKind memory, DataType type, int slot) {
        String method =
                switch (type) {
                    case F32 -> "floats";
                    case F64 -> "doubles";
                    case BF16, F16 -> "shorts";
                };
        return memory == MemoryKind.ARRAY
                ? CodeBlock.of("bindings.$L($L)", method, slot)
                : CodeBlock.of("($T) bindings.memory($L)", holder(memory, type), slot);
    }
}
