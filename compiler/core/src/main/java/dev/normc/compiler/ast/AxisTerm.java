package dev.normc.compiler.ast;

import dev.normc.compiler.source.Span;
import java.util.List;

/**
 * One entry of an axis list as written.
 *
 * @param name the axis, or {@code ..}
 * @param factors the product it is written as; empty where there is none
 * @param renamed the name after {@code ->}; empty where there is none
 */
public record AxisTerm(Identifier name, List<Identifier> factors, List<Identifier> renamed) {
    /** How {@code ..} is spelled. */
    public static final String REST = "..";

    public AxisTerm {
        factors = List.copyOf(factors);
        renamed = List.copyOf(renamed);
    }

    public Span span() {
        return factors.isEmpty()
                ? name.span()
                : name.span().to(factors.get(factors.size() - 1).span());
    }

    public boolean isRest() {
        return name.text().equals(REST);
    }
}
