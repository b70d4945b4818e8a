package dev.normc.compiler.check;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Identifier;
import java.util.List;

/** Declarations as messages show them. */
final class Described {
    private Described() {}

    /** A declaration as a person reads it, {@code x[N, C, H, W]}. */
    static String tensor(Clause.Tensor tensor) {
        List<String> parts = tensor.axes().stream()
                .map(term -> term.factors().isEmpty()
                        ? term.name().text()
                        : term.name().text() + " = "
                                + String.join(
                                        "*",
                                        term.factors().stream()
                                                .map(Identifier::text)
                                                .toList()))
                .toList();
        return tensor.name().text() + (parts.isEmpty() ? "" : "[" + String.join(", ", parts) + "]");
    }
}
