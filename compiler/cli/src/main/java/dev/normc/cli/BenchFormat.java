package dev.normc.cli;

import java.util.Locale;

/** How {@code bench} writes what it measured. */
enum BenchFormat {
    /** For a terminal. */
    TEXT,
    /** For a program. */
    JSON,
    /** A table in Markdown. */
    MD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
