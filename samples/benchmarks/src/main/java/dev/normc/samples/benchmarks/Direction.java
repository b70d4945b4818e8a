package dev.normc.samples.benchmarks;

import java.util.List;
import java.util.Locale;

/** What one call computes. */
public enum Direction {
    /** Outputs and saved statistics, from x and the params. */
    FORWARD(2),
    /** dx and the gradients of the params, from x, dy and the saved statistics. */
    BACKWARD(3);

    private final int arrays;

    Direction(int arrays) {
        this.arrays = arrays;
    }

    /** How many arrays of the size of x a call cannot do without: it reads all but one of them and writes that one. */
    public int arrays() {
        return arrays;
    }

    /** The arrays a call hands back. */
    public List<String> results(Norm norm) {
        if (this == FORWARD) {
            return List.of("y");
        }
        return norm.centred() ? List.of("dx", "dgamma", "dbeta") : List.of("dx", "dgamma");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
