package dev.normc.runtime;

import dev.normc.runtime.math.Chunks;

/**
 * How an entry can be cut into ranges of one axis that are computed apart, by several threads or in any order. The bits do
 * not depend on the cut. Where sums along the axis are read along it again, there are several stages, each of them cut.
 *
 * @param axis name of the axis, or of the axes that are run through as one
 * @param extent of it; {@link BufferSpec#DYNAMIC} where it is given at each call
 * @param block a range begins at a multiple of it, or of the chunk that {@link #unit} gives
 * @param chunked whether sums run along the axis: then a stage is complete only when its ranges have been combined
 * @param stages which are computed one after the other
 * @param scratch f64 elements of the workspace that each task overwrites
 * @param scratchPerDynamic further ones for each index of the dynamic axis
 * @param partials f64 elements behind the scratch of the first task in which all tasks leave their sums
 */
public record EntryRange(
        String axis,
        int extent,
        int block,
        boolean chunked,
        int stages,
        int scratch,
        long scratchPerDynamic,
        int partials) {
    /** Elements between the scratch of two tasks, so that they write no cache line in common. */
    private static final int GAP = 16;

    /** The extent at one call. */
    public int extent(int dynamicExtent) {
        return extent == BufferSpec.DYNAMIC ? dynamicExtent : extent;
    }

    /** What a range begins at a multiple of. */
    public int unit(int dynamicExtent) {
        return chunked ? Chunks.length(extent(dynamicExtent), block) : block;
    }

    /** Where the scratch of a task begins in the workspace, in elements. */
    public int scratchOf(int task, int dynamicExtent) {
        long own = scratch + scratchPerDynamic * dynamicExtent;
        long offset = task == 0 ? 0 : own + partials + GAP + (task - 1) * (own + GAP);
        if (offset > Arguments.MAX_ARRAY) {
            throw new IllegalArgumentException("the scratch of task " + task + " does not fit an array");
        }
        return (int) offset;
    }

    /** Elements of the workspace for so many tasks. */
    public int workspace(int tasks, int dynamicExtent) {
        return scratchOf(tasks, dynamicExtent);
    }
}
