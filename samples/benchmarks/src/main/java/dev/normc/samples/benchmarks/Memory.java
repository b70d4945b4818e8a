package dev.normc.samples.benchmarks;

import java.util.Locale;

/** Where the data is when a call begins. */
public enum Memory {
    /** Every call takes the next of so many buffer sets that all of them together are several last-level caches. */
    COLD,
    /** Every call takes the same buffers, after one call that is not timed. */
    HOT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
