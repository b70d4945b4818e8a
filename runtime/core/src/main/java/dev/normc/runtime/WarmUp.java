package dev.normc.runtime;

/**
 * A kernel whose code crawls until the JIT compiler has seen enough of it, and that can be run for that alone.
 *
 * <p>The work is done on some rows of zeros; it needs no bindings, and memory for those rows only.
 */
public interface WarmUp {

    /**
     * Runs the inner parts of an entry.
     *
     * @param times how often each is run
     */
    void warmUp(Entry entry, int times);
}
