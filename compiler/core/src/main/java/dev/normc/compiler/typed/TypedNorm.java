package dev.normc.compiler.typed;

import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.runtime.BufferRole;
import java.util.List;
import java.util.Optional;

/**
 * A checked norm for any shape: cards are equations already, names are resolved, every axis is known.
 *
 * @param tensors inputs, masks, params and states, in the order of their roles and then of declaration
 * @param equations in an order in which each needs only earlier ones; outputs among them
 * @param card whether it was written as a card
 * @param epsilon what a card adds to its scale; must not be negative
 * @param initializer computes initial values of params from data: its inputs are the data, its outputs the params
 * @param span of the norm's name
 */
public record TypedNorm(
        SourceFile source,
        String name,
        List<String> documentation,
        List<Constant> constants,
        AxisNames axes,
        List<Tensor> tensors,
        List<Equation> equations,
        List<Update> updates,
        List<Track> tracks,
        boolean card,
        Optional<TypedExpr> epsilon,
        Optional<TypedNorm> initializer,
        Span span) {

    public TypedNorm {
        documentation = List.copyOf(documentation);
        constants = List.copyOf(constants);
        tensors = List.copyOf(tensors);
        equations = List.copyOf(equations);
        updates = List.copyOf(updates);
        tracks = List.copyOf(tracks);
    }

    /**
     * A compile-time constant.
     *
     * @param extent whether it is the extent of an axis
     */
    public record Constant(String name, double value, boolean extent, Span span) {}

    /**
     * A declared tensor.
     *
     * @param axes as declared, outermost first; products by their name
     * @param initial the initial value of a param or state, a constant expression
     */
    public record Tensor(String name, BufferRole role, List<String> axes, Optional<TypedExpr> initial, Span span) {
        public Tensor {
            axes = List.copyOf(axes);
        }
    }

    /** A named value. */
    public record Equation(String name, TypedExpr value, boolean output, Span span) {}

    /** A state's value after a training forward, from values before it. */
    public record Update(String state, TypedExpr value, Span span) {}

    /**
     * A tracked statistic: its state is updated by {@code forward} and stands in its place in {@code infer}.
     *
     * @param decay weight of the old value, a constant expression; empty for the plain average of all batches
     * @param unbiased whether the tracked variance is multiplied by n/(n-1)
     */
    public record Track(String equation, String state, Optional<TypedExpr> decay, boolean unbiased, Span span) {}

    /** The name of the scalar state that counts batches for cumulative tracks. */
    public static final String BATCHES = "batches";

    /** The line of the specification on which something is written, from 1. */
    public int line(Span place) {
        return source.position(place.start()).line();
    }

    /** The tensor of that name. */
    public Optional<Tensor> tensor(String wanted) {
        return tensors.stream().filter(tensor -> tensor.name().equals(wanted)).findFirst();
    }

    /** The equation of that name. */
    public Optional<Equation> equation(String wanted) {
        return equations.stream()
                .filter(equation -> equation.name().equals(wanted))
                .findFirst();
    }

    /** Tensors of one role. */
    public List<Tensor> tensors(BufferRole role) {
        return tensors.stream().filter(tensor -> tensor.role() == role).toList();
    }

    /** Outputs in order of declaration in the file. */
    public List<Equation> outputs() {
        return equations.stream()
                .filter(Equation::output)
                .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
                .toList();
    }
}
