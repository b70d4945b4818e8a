package dev.normc.samples.distributed;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Rows that lie together, as in one file or record batch: a shard. Its number is the order in which shards are merged, so
 * results depend on how the data are cut and on nothing an engine does.
 *
 * @param shard number of the block, from 0
 * @param rows how many; 0 is fine
 * @param x row-major, the same number of elements for each row
 * @param dy gradient of the loss with respect to the output, as many elements as {@code x}; empty where there is none
 */
public record Block(int shard, int rows, float[] x, float[] dy) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** All blocks as one, in the order of their numbers. */
    public static Block joined(List<Block> blocks) {
        List<Block> sorted =
                blocks.stream().sorted(Comparator.comparingInt(Block::shard)).toList();
        return new Block(
                0,
                sorted.stream().mapToInt(Block::rows).sum(),
                Joined.of(sorted.stream().map(Block::x).toList()),
                Joined.of(sorted.stream().map(Block::dy).toList()));
    }
}
