package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.AxisSet;

/**
 * Something that is computed for every position of a space and outlives it.
 *
 * @param number its place in an order in which each task needs only earlier ones
 * @param root the value that is computed at each position: what is stored, or the operand of the reduction
 * @param value what the task defines; for a store the same as the root
 * @param buffer the buffer of a store
 * @param over the reduced axes; empty but for a reduction
 */
record Task(int number, Kind kind, int root, int value, int buffer, AxisSet space, AxisSet over) {
    enum Kind {
        /** A reduction of the program. */
        REDUCE,
        /** A pointwise value that is computed once for its own axes and kept. */
        KEEP,
        /** A store of the program. */
        STORE,
        /** A state takes its new value, after everything that reads the old one. */
        COMMIT
    }

    /** The axes of what it defines. */
    AxisSet kept() {
        return space.minus(over);
    }

    boolean isReduction() {
        return kind == Kind.REDUCE;
    }

    /** The outermost reduced axis. */
    int firstReduced() {
        return over.positions().get(0);
    }

    /** The innermost reduced axis. */
    int lastReduced() {
        return over.positions().get(over.size() - 1);
    }

    /** Whether the innermost axis of the space is reduced, so that lanes run along the reduction. */
    boolean isAlongInnermost() {
        return isReduction() && over.contains(space.positions().get(space.size() - 1));
    }
}
