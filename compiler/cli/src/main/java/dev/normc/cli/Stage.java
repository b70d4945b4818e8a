package dev.normc.cli;

import java.util.Locale;

/** A room of the compiler whose datum {@code dump} prints. */
enum Stage {
    /** The norm as written. */
    PARSE,
    /** The norm as meant, for any shape. */
    CHECK,
    /** What to compute, for one shape. */
    SPECIALIZE,
    /** The same with its backward. */
    DIFFERENTIATE,
    /** The same with fewer, shared values, cut into entries. */
    SIMPLIFY,
    /** How to compute it. */
    LOWER,
    /** The Java text. */
    EMIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
