package dev.normc.samples.distributed;

import dev.normc.runtime.ShardPart;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.runtime.ShardTree;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the jobs do, without an engine: blocks one after the other. This is the whole protocol; an engine adds machines, and
 * its results have the same bits.
 */
public final class InALoop {

    private InALoop() {}

    private static List<Block> blocks(RowData data) {
        return IntStream.range(0, data.blocks()).mapToObj(data::block).toList();
    }

    private static <S extends ShardPart<S>> S merged(List<Block> blocks, S nothing, Function<Block, S> part) {
        ShardTree<S> tree = ShardTree.none();
        for (Block block : blocks) {
            tree = tree.merge(ShardTree.of(block.shard(), part.apply(block)));
        }
        return tree.merged().orElse(nothing);
    }

    /** The statistics of all images. */
    public static ShardStatistics statistics(RowData images) {
        return merged(blocks(images), ImageScaling.nothing(), ImageScaling::statistics);
    }

    /** Forward and backward of one batch. */
    public static StepResult step(RowData batch, BatchNormState before) {
        List<Block> blocks = blocks(batch);
        ShardStatistics all = merged(blocks, BatchNormStep.noStatistics(), BatchNormStep::statistics);
        ShardSums sums = merged(blocks, BatchNormStep.noSums(), block -> BatchNormStep.sums(before, block, all));
        return StepResult.joined(blocks.stream()
                .map(block -> BatchNormStep.result(before, block, all, sums))
                .toList());
    }
}
