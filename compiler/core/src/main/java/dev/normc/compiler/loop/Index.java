package dev.normc.compiler.loop;

import java.util.ArrayList;
import java.util.List;

/** A position in a buffer: a sum of loop variables with strides. */
public record Index(List<Term> terms) {
    public Index {
        terms = List.copyOf(terms);
    }

    /**
     * One summand.
     *
     * @param stride elements from one value of the variable to the next
     */
    public record Term(String variable, Count stride) {}

    /** The terms without one variable. */
    public Index without(String variable) {
        return new Index(
                terms.stream().filter(term -> !term.variable().equals(variable)).toList());
    }

    /** The same with one variable in the place of another. */
    public Index renamed(String from, String to) {
        return new Index(terms.stream()
                .map(term -> term.variable().equals(from) ? new Term(to, term.stride()) : term)
                .toList());
    }

    /** The stride of one variable; 0 where the position does not depend on it. */
    public Count stride(String variable) {
        return terms.stream()
                .filter(term -> term.variable().equals(variable))
                .map(Term::stride)
                .findFirst()
                .orElse(Count.ZERO);
    }

    /** The loop variables in it. */
    public List<String> variables() {
        return new ArrayList<>(terms.stream().map(Term::variable).toList());
    }
}
