package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.op.Op;
import dev.normc.compiler.op.Reducer;

/** Which operations have a vector form, and some of those forms. */
final class VectorOps {

    private VectorOps() {}

    /** Whether there is a vector form. */
    static boolean isVector(Op op) {
        return switch (op) {
            case NEGATE,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    SQRT,
                    ABS,
                    SIGN,
                    MIN,
                    MAX,
                    LESS,
                    LESS_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    WHERE,
                    KEEP,
                    DROP -> true;
            case EXP, EXPM1, LOG, TANH, SIGMOID, SOFTPLUS, ERF, POWER, TOTAL -> false;
        };
    }

    /** Two vectors combined by a reducer. */
    static CodeBlock combined(Reducer reducer, CodeBlock a, CodeBlock b) {
        String method =
                switch (reducer) {
                    case SUM -> "add";
                    case MAX -> "max";
                    case MIN -> "min";
                };
        return CodeBlock.of("$L.$L($L)", a, method, b);
    }

    /** A mask of the lanes in which a comparison holds. */
    static CodeBlock compared(String comparison, CodeBlock a, CodeBlock b) {
        return CodeBlock.of("$L.compare($T.$L, $L)", a, VectorTypes.OPERATORS, comparison, b);
    }
}
