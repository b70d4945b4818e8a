package dev.normc.cli;

import java.util.Locale;

/** How the generated Java computes. */
enum BackendChoice {
    /** What suits one call: plain loops, which are fast from the first call on. */
    AUTO,
    /** Plain loops. */
    SCALAR,
    /** Hardware vectors. */
    VECTOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
