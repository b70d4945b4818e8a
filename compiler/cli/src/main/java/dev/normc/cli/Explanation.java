package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.SharedStatistic;
import dev.normc.compiler.typed.TypedNorm;
import java.util.List;
import java.util.Optional;

/**
 * What {@code explain} says about a norm.
 *
 * @param gradient the derived gradient, a line each
 * @param compilation for the shape that was given; empty without one
 */
record Explanation(
        TypedNorm norm,
        List<String> equations,
        List<SharedStatistic> statistics,
        List<String> gradient,
        Optional<Compilation> compilation) {

    /** About any shape. */
    static Explanation of(TypedNorm norm) {
        return new Explanation(
                norm,
                EquationPrinter.lines(norm),
                SharedStatistic.of(norm),
                DerivedGradient.ofAnyShape(norm),
                Optional.empty());
    }

    /** About one shape. */
    static Explanation of(Compilation compilation) {
        TypedNorm norm = compilation.typed();
        return new Explanation(
                norm,
                EquationPrinter.lines(norm),
                SharedStatistic.of(norm),
                DerivedGradient.lines(norm, compilation.programs()),
                Optional.of(compilation));
    }
}
