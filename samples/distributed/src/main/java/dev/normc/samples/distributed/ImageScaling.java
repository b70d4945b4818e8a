package dev.normc.samples.distributed;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.Moments;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.norms.ImageChannels;

/**
 * Mean and variance of every channel of a data set of images, and the images scaled by them: {@link #statistics} of each
 * block, merged by an engine, {@link #scaled} of each block.
 *
 * <p>The kernel is a class of the jar: every machine loads it, no machine sends or compiles it.
 */
public final class ImageScaling {
    private static final NormKernel KERNEL = new ImageChannels();

    private ImageScaling() {}

    private static Bindings bindings(Block block) {
        return KERNEL.bindings(block.rows()).set("x", block.x());
    }

    /** The statistics of one block. */
    public static ShardStatistics statistics(Block block) {
        Bindings bindings = bindings(block);
        KERNEL.partial(bindings);
        return ShardStatistics.of(bindings);
    }

    /** The statistics of no block. */
    public static ShardStatistics nothing() {
        return ShardStatistics.none(KERNEL.signature());
    }

    /** Count, mean and variance of every channel. */
    public static Moments moments(ShardStatistics statistics) {
        return statistics.groups().get(0);
    }

    /** The same rows, scaled by the statistics of all. */
    public static Block scaled(Block block, ShardStatistics all) {
        Bindings bindings = bindings(block);
        all.into(bindings);
        KERNEL.finish(bindings);
        return new Block(block.shard(), block.rows(), bindings.floats("y"), new float[0]);
    }

    /** What one machine makes of all rows: the undivided kernel. */
    public static Block onOneMachine(Block block) {
        Bindings bindings = bindings(block);
        KERNEL.forward(bindings);
        return new Block(block.shard(), block.rows(), bindings.floats("y"), new float[0]);
    }
}
