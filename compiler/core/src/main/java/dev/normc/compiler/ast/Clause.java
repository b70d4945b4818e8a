package dev.normc.compiler.ast;

import dev.normc.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** One clause of a norm as written. */
public sealed interface Clause {

    /** Where it stands. */
    Span span();

    /**
     * A declared tensor, {@code name[axes] = initial}.
     *
     * @param initial the initial value where the clause has one
     */
    record Tensor(Identifier name, List<AxisTerm> axes, Optional<Expr> initial) {
        public Tensor {
            axes = List.copyOf(axes);
        }
    }

    /** What a declaration declares. */
    enum Kind {
        INPUT,
        MASK,
        PARAM,
        STATE
    }

    /** {@code input}, {@code mask}, {@code param} or {@code state}. */
    record Declare(Kind kind, List<Tensor> tensors, Span span) implements Clause {
        public Declare {
            tensors = List.copyOf(tensors);
        }
    }

    /** {@code name = expression}, or {@code output name = expression}. */
    record Equation(boolean output, Identifier name, Expr value, Span span) implements Clause {}

    /** {@code update state = expression}. */
    record Update(Identifier state, Expr value, Span span) implements Clause {}

    /**
     * How a running statistic moves.
     *
     * @param decay the weight of the old value; empty for {@code cumulative}
     */
    record Rate(Optional<Expr> decay, boolean unbiased, Span span) {}

    /**
     * {@code track}.
     *
     * @param target the equation and the state it feeds; empty on a card
     */
    record Track(Optional<Target> target, Rate rate, Span span) implements Clause {
        /** {@code name as state[axes] = initial}. */
        public record Target(Identifier equation, Tensor state) {}
    }

    /** {@code reduce axes}. */
    record Reduce(List<AxisTerm> axes, Span span) implements Clause {
        public Reduce {
            axes = List.copyOf(axes);
        }
    }

    /** {@code group axis into groups}; the groups are a name or a number. */
    record Group(Identifier axis, Identifier groups, Span span) implements Clause {}

    /** {@code subtract what}. */
    record Subtract(Identifier what, Span span) implements Clause {}

    /** {@code divide scale}. */
    record Divide(Identifier scale, Span span) implements Clause {}

    /** {@code epsilon expression}. */
    record Epsilon(Expr value, Span span) implements Clause {}

    /** {@code affine scale g[axes], shift b[axes]}; either list has at most one tensor in a correct norm. */
    record Affine(List<Tensor> scales, List<Tensor> shifts, Span span) implements Clause {
        public Affine {
            scales = List.copyOf(scales);
            shifts = List.copyOf(shifts);
        }
    }

    /** {@code init param = expression from tensors}. */
    record Init(Identifier param, Expr value, List<Tensor> from, Span span) implements Clause {
        public Init {
            from = List.copyOf(from);
        }
    }
}
