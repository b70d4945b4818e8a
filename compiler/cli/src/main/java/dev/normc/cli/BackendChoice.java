package dev.normc.cli;

import java.util.Locale;

/** How the generated Java computes. */
enum BackendChoice {
    /** The best that this version has. */
    AUTO,
    /** Plain loops. */
    SCALAR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
