package dev.normc.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import dev.normc.compiler.op.Reducer;

/** Some operations between vectors. */
final class VectorOps {

    private VectorOps() {}

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
