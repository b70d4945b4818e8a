package dev.normc.compiler.typed;

import dev.normc.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An expression whose names are resolved and whose axes are known, for any shape. */
public sealed interface TypedExpr {

    /** The atoms its value varies along, in canonical order. */
    Set<String> axes();

    /** Where it is written. */
    Span span();

    /** Calls the case for this node. */
    <R> R match(Cases<R> cases);

    /** A literal, {@code pi} included. */
    record Number(double value, Span span) implements TypedExpr {
        @Override
        public Set<String> axes() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** A compile-time constant of the norm; its value is known at specialization. */
    record Constant(String name, Span span) implements TypedExpr {
        @Override
        public Set<String> axes() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A declared tensor or an equation, by name. */
    record Reference(String name, Set<String> axes, Span span) implements TypedExpr {
        public Reference {
            axes = ordered(axes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference(this);
        }
    }

    /** A function of elements, operators included. */
    record Apply(Function function, List<TypedExpr> arguments, Set<String> axes, Span span) implements TypedExpr {
        public Apply {
            arguments = List.copyOf(arguments);
            axes = ordered(axes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.apply(this);
        }
    }

    /** A named statistic of the operand over some axes, weighted where a weight is given. */
    record Reduction(
            Statistic statistic,
            Set<String> over,
            Optional<TypedExpr> weight,
            TypedExpr operand,
            Set<String> axes,
            Span span)
            implements TypedExpr {
        public Reduction {
            over = ordered(over);
            axes = ordered(axes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reduction(this);
        }
    }

    /** {@code standardize[over](operand, epsilon)}. */
    record Standardize(
            Set<String> over,
            Optional<TypedExpr> weight,
            TypedExpr operand,
            TypedExpr epsilon,
            Set<String> axes,
            Span span)
            implements TypedExpr {
        public Standardize {
            over = ordered(over);
            axes = ordered(axes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.standardize(this);
        }
    }

    /** The number of elements along some axes. */
    record Size(Set<String> over, Span span) implements TypedExpr {
        public Size {
            over = ordered(over);
        }

        @Override
        public Set<String> axes() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.size(this);
        }
    }

    /** The position along one axis, from 0; along a product, the position in the whole. */
    record Index(List<String> factors, Span span) implements TypedExpr {
        public Index {
            factors = List.copyOf(factors);
        }

        @Override
        public Set<String> axes() {
            return ordered(new LinkedHashSet<>(factors));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.index(this);
        }
    }

    /** The operand's value, with no gradient. */
    record Stop(TypedExpr operand, Span span) implements TypedExpr {
        @Override
        public Set<String> axes() {
            return operand.axes();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stop(this);
        }
    }

    /**
     * The operand at other positions: {@code rename[from -> to](operand)}, or {@code shift[from](operand, shift)}, 0 outside.
     *
     * @param shift a constant expression; empty for a renaming
     */
    record View(TypedExpr operand, String from, String to, Optional<TypedExpr> shift, Set<String> axes, Span span)
            implements TypedExpr {
        public View {
            axes = ordered(axes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.view(this);
        }
    }

    /**
     * A mean or standard deviation in a standard normal variable, a number known when a norm is specialized.
     *
     * @param operand constants, and the variable as one of them
     */
    record Gauss(boolean deviation, String variable, TypedExpr operand, Span span) implements TypedExpr {
        @Override
        public Set<String> axes() {
            return Set.of();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gauss(this);
        }
    }

    /** One method per node. */
    interface Cases<R> {
        R number(Number node);

        R constant(Constant node);

        R reference(Reference node);

        R apply(Apply node);

        R reduction(Reduction node);

        R standardize(Standardize node);

        R size(Size node);

        R index(Index node);

        R stop(Stop node);

        R view(View node);

        R gauss(Gauss node);
    }

    private static Set<String> ordered(Set<String> axes) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(new ArrayList<>(axes)));
    }
}
