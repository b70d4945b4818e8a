package dev.normc.compiler.tensor;

/**
 * One axis of a program.
 *
 * @param extent number of positions; {@link #DYNAMIC} where it is given at each call
 */
public record Axis(String name, int extent) {
    /** The extent of the axis that is bound at each call. */
    public static final int DYNAMIC = -1;

    public Axis {
        if (extent < 0 && extent != DYNAMIC) {
            throw new IllegalArgumentException("axis " + name + ": extent " + extent);
        }
    }

    public boolean isDynamic() {
        return extent == DYNAMIC;
    }
}
