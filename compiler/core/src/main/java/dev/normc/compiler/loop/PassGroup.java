package dev.normc.compiler.loop;

import java.util.List;

/**
 * Passes that share their outermost loops: they take turns on one iteration of those after another.
 *
 * @param axes of the loops that all passes share, outermost first; of a single pass, all but its innermost one
 * @param bytes what all passes together read and write in one iteration of the shared loops, workspace included
 * @param passes in the order in which they run
 */
public record PassGroup(List<String> axes, long bytes, List<Pass> passes) {
    public PassGroup {
        axes = List.copyOf(axes);
        passes = List.copyOf(passes);
    }

    /** Whether what one pass touches is still in the cache when the next one comes. */
    public boolean fitsCache() {
        return passes.size() > 1 && bytes <= Traffic.CACHE_BYTES;
    }
}
