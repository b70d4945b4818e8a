package dev.normc.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.normc.runtime.DataType;
import dev.normc.runtime.math.ShortFormats;

/** How one element of storage becomes a double in Java, and a double an element. */
final class Elements {
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

    /** Java's type of an array of them. */
    static TypeName array(DataType type) {
        return switch (type) {
            case F32 -> ArrayTypeName.of(float.class);
            case F64 -> ArrayTypeName.of(double.class);
            case BF16, F16 -> ArrayTypeName.of(short.class);
        };
    }

    /** The method of {@code Bindings} that hands out such an array. */
    static String accessor(DataType type) {
        return switch (type) {
            case F32 -> "floats";
            case F64 -> "doubles";
            case BF16, F16 -> "shorts";
        };
    }
}
