package dev.normc.compiler.tensor;

import java.util.ArrayList;
import java.util.List;

/** A set of axes of one program, by their positions in its axis list. */
public record AxisSet(long bits) {
    /** The axes of a scalar. */
    public static final AxisSet NONE = new AxisSet(0);

    /** The set of one axis. */
    public static AxisSet of(int axis) {
        return new AxisSet(1L << axis);
    }

    /** The set of some axes. */
    public static AxisSet of(Iterable<Integer> axes) {
        long bits = 0;
        for (int axis : axes) {
            bits |= 1L << axis;
        }
        return new AxisSet(bits);
    }

    public AxisSet union(AxisSet other) {
        return new AxisSet(bits | other.bits);
    }

    public AxisSet intersect(AxisSet other) {
        return new AxisSet(bits & other.bits);
    }

    public AxisSet minus(AxisSet other) {
        return new AxisSet(bits & ~other.bits);
    }

    public boolean contains(int axis) {
        return (bits >>> axis & 1) != 0;
    }

    public boolean containsAll(AxisSet other) {
        return (other.bits & ~bits) == 0;
    }

    public boolean isDisjoint(AxisSet other) {
        return (bits & other.bits) == 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public int size() {
        return Long.bitCount(bits);
    }

    /** The positions in ascending order, outermost first. */
    public List<Integer> positions() {
        List<Integer> positions = new ArrayList<>();
        for (int axis = 0; axis < Long.SIZE; axis++) {
            if (contains(axis)) {
                positions.add(axis);
            }
        }
        return positions;
    }
}
