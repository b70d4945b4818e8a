package dev.normc.compiler.ast;

import dev.normc.compiler.source.Span;
import java.util.List;

/**
 * One {@code norm} as written.
 *
 * @param documentation the text of its {@code ///} comments, a line each
 * @param complete whether every clause could be read; what is missing else may stand in one that could not
 * @param span of its name
 */
public record NormDecl(
        Identifier name,
        List<Constant> constants,
        List<Clause> clauses,
        List<String> documentation,
        boolean complete,
        Span span) {

    public NormDecl {
        constants = List.copyOf(constants);
        clauses = List.copyOf(clauses);
        documentation = List.copyOf(documentation);
    }

    /** {@code name = number} in the parentheses after the norm's name. */
    public record Constant(Identifier name, double value, Span span) {}
}
