package dev.normc.jit.fuzz;

/**
 * A valid norm and two shapes for it, from a seed.
 *
 * @param small a shape of few elements, {@code N=3, D=2}
 * @param large a shape of which one axis may be long
 */
public record RandomNorm(String text, String small, String large) {
    /** What every random norm is called. */
    public static final String NAME = "Fuzzed";

    /** The norm of a seed: a card once in four times, else equations. */
    public static RandomNorm of(long seed) {
        Draw draw = new Draw(seed);
        return draw.oneIn(4) ? RandomCard.of(draw) : RandomEquations.of(draw);
    }
}
