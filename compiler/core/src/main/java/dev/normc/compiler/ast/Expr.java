package dev.normc.compiler.ast;

import dev.normc.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** An expression as written. */
public sealed interface Expr {

    /** Where it stands. */
    Span span();

    /** Calls the case for this node. */
    <R> R match(Cases<R> cases);

    /** A literal. */
    record Number(double value, Span span) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** A value by name. */
    record Reference(Identifier name) implements Expr {
        @Override
        public Span span() {
            return name.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** Unary minus. */
    record Negation(Expr operand, Span span) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negation(this);
        }
    }

    /** {@code left operator right}, one of {@code + - * / ^ < <= > >= == !=}. */
    record Binary(String operator, Expr left, Expr right) implements Expr {
        @Override
        public Span span() {
            return left.span().to(right.span());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.binary(this);
        }
    }

    /**
     * {@code function[over; weight](arguments)}.
     *
     * @param over the axes in brackets; empty where there are no brackets
     * @param weight what follows the semicolon
     */
    record Call(Identifier function, List<AxisTerm> over, Optional<Expr> weight, List<Expr> arguments, Span span)
            implements Expr {
        public Call {
            over = List.copyOf(over);
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** One method per node. */
    interface Cases<R> {
        R number(Number node);

        R reference(Reference node);

        R negation(Negation node);

        R binary(Binary node);

        R call(Call node);
    }
}
