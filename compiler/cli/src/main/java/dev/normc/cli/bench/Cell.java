package dev.normc.cli.bench;

import dev.normc.runtime.Entry;

/**
 * One square of the table.
 *
 * @param cold whether every call finds its data out of the caches
 */
public record Cell(Entry entry, int threads, boolean cold) {
    /** {@code forward, 2 threads, cold}. */
    @Override
    public String toString() {
        return entry.method() + ", " + (threads == 1 ? "1 thread" : threads + " threads") + ", "
                + (cold ? "cold" : "hot");
    }
}
