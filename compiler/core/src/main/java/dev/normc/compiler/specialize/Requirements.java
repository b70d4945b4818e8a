package dev.normc.compiler.specialize;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.SpecializedNorm.LeastExtent;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a shape must satisfy beside fitting: no empty reduction, no correction by n-1 of one element, sane constants. */
final class Requirements {
    private static final int LARGEST_SHIFT = 1_000_000_000;

    private final TypedNorm norm;
    private final ProgramAxes axes;
    private final Diagnostics inNorm;
    private final Diagnostics inShape;
    private final Span dynamicSpan;
    private Optional<LeastExtent> least = Optional.empty();
    private ToDoubleFunction<TypedExpr> constants = expr -> Double.NaN;

    Requirements(TypedNorm norm, ProgramAxes axes, Diagnostics inNorm, Diagnostics inShape, Span dynamicSpan) {
        this.norm = norm;
        this.axes = axes;
        this.inNorm = inNorm;
        this.inShape = inShape;
        this.dynamicSpan = dynamicSpan;
    }

    void check(ToDoubleFunction<TypedExpr> constantValues) {
        constants = constantValues;
        dynamicAxis();
        norm.equations().forEach(equation -> reductions(equation.value()));
        norm.updates().forEach(update -> reductions(update.value()));
        for (TypedNorm.Track track : norm.tracks()) {
            if (track.unbiased()
                    && norm.equation(track.equation()).orElseThrow().value() instanceof TypedExpr.Reduction reduction) {
                unbiased(reduction, track.span());
            }
            track.decay().ifPresent(decay -> decay(constants.applyAsDouble(decay), decay.span()));
        }
        norm.epsilon().ifPresent(epsilon -> {
            if (constants.applyAsDouble(epsilon) < 0) {
                inNorm.error(
                        ErrorCode.N0309, epsilon.span(), "a negative epsilon", "", "an epsilon is 0 or a small number");
            }
        });
    }

    private void decay(double decay, Span span) {
        if (decay < 0 || decay > 1) {
            inNorm.error(
                    ErrorCode.N0309,
                    span,
                    "a decay of " + decay,
                    "",
                    "`decay` is the weight of the old value, between 0 and 1");
        }
    }

    private void dynamicAxis() {
        for (int i = 0; i < axes.axes().size(); i++) {
            Axis axis = axes.axes().get(i);
            if (axis.isDynamic() && !axes.free().contains(i)) {
                inShape.error(
                        ErrorCode.N0308,
                        dynamicSpan,
                        "axis `" + axis.name() + "` cannot be dynamic",
                        "",
                        "only an axis that is outermost in every input that has it, and in no param or state, can be;"
                                + " give it an extent");
            }
        }
    }

    private void reductions(TypedExpr expr) {
        expr.match(new Walk());
    }

    /** Fixed elements of a set of axes; the dynamic one counts as 1. */
    private long elements(AxisSet set) {
        return set.positions().stream()
                .mapToLong(axis -> Math.abs(axes.axes().get(axis).extent()))
                .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    private boolean isDynamic(AxisSet set) {
        return set.positions().stream().anyMatch(axis -> axes.axes().get(axis).isDynamic());
    }

    private void notEmpty(Collection<String> over, Span span) {
        AxisSet set = axes.set(over);
        if (elements(set) == 0) {
            String empty = set.positions().stream()
                    .map(axis -> axes.axes().get(axis))
                    .filter(axis -> axis.extent() == 0)
                    .map(Axis::name)
                    .findFirst()
                    .orElse("");
            inNorm.error(
                    ErrorCode.N0305,
                    span,
                    "a reduction over no element",
                    "axis `" + empty + "` has extent 0",
                    "give `" + empty + "` an extent of at least 1");
        } else if (isDynamic(set)) {
            atLeast(1, "a statistic is taken over it");
        }
    }

    private void unbiased(TypedExpr.Reduction reduction, Span span) {
        AxisSet set = axes.set(reduction.over());
        if (isDynamic(set)) {
            if (elements(set) == 1) {
                atLeast(2, "`unbiased` divides by n-1");
            }
        } else if (elements(set) == 1) {
            inNorm.error(
                    ErrorCode.N0306,
                    span,
                    "`unbiased` with one element",
                    "n/(n-1) divides by 0",
                    "delete `unbiased`, or reduce over more elements");
        }
    }

    private void atLeast(int extent, String why) {
        if (least.isEmpty() || least.get().extent() < extent) {
            least = Optional.of(new LeastExtent(extent, why));
        }
    }

    Optional<LeastExtent> leastExtent() {
        return least;
    }

    /** Visits every reduction of an expression. */
    private final class Walk implements TypedExpr.Cases<Void> {
        @Override
        public Void number(TypedExpr.Number node) {
            return null;
        }

        @Override
        public Void constant(TypedExpr.Constant node) {
            return null;
        }

        @Override
        public Void reference(TypedExpr.Reference node) {
            return null;
        }

        @Override
        public Void apply(TypedExpr.Apply node) {
            for (TypedExpr argument : node.arguments()) {
                argument.match(this);
            }
            return null;
        }

        @Override
        public Void reduction(TypedExpr.Reduction node) {
            notEmpty(node.over(), node.span());
            node.weight().ifPresent(weight -> weight.match(this));
            return node.operand().match(this);
        }

        @Override
        public Void standardize(TypedExpr.Standardize node) {
            notEmpty(node.over(), node.span());
            node.weight().ifPresent(weight -> weight.match(this));
            node.epsilon().match(this);
            return node.operand().match(this);
        }

        @Override
        public Void size(TypedExpr.Size node) {
            return null;
        }

        @Override
        public Void index(TypedExpr.Index node) {
            return null;
        }

        @Override
        public Void stop(TypedExpr.Stop node) {
            return node.operand().match(this);
        }

        @Override
        public Void view(TypedExpr.View node) {
            node.shift().ifPresent(shift -> {
                double by = constants.applyAsDouble(shift);
                if (by != Math.rint(by) || Math.abs(by) > LARGEST_SHIFT) {
                    inNorm.error(
                            ErrorCode.N0309,
                            shift.span(),
                            "a shift by " + by,
                            "",
                            "a shift is a whole number of positions, at most " + LARGEST_SHIFT);
                }
            });
            return node.operand().match(this);
        }

        @Override
        public Void gauss(TypedExpr.Gauss node) {
            constants.applyAsDouble(node);
            return null;
        }
    }
}
