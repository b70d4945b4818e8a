package dev.normc.samples.distributed.flink;

import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.StepResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A step of synchronized batch norm as one job: each block goes through it once and waits twice. */
public final class BatchNormJob {
    private static final TypeInformation<PartMessage> MESSAGE = TypeInformation.of(PartMessage.class);

    private BatchNormJob() {}

    /**
     * Forward and backward of one batch.
     *
     * @param blocks of the batch
     * @param before params and running statistics before the step
     * @return what becomes of each block, in any order
     */
    public static DataStream<StepResult> step(DataStream<Block> blocks, BatchNormState before) {
        return backward(forward(blocks), before);
    }

    /** The blocks, each with the merged statistics. */
    static DataStream<Carried> forward(DataStream<Block> blocks) {
        DataStream<PartMessage> statistics = MergeShards.all(
                "statistics",
                blocks.map(block -> PartMessage.of(block.shard(), BatchNormStep.statistics(block)))
                        .returns(MESSAGE)
                        .name("partial")
                        .uid("partial"),
                ShardStatistics::fromBytes);
        DataStream<Carried> carried = blocks.map(Carried::of)
                .returns(TypeInformation.of(Carried.class))
                .name("carry")
                .uid("carry");
        return AwaitMerged.of("await statistics", carried, statistics);
    }

    /** What becomes of blocks that have the merged statistics. */
    static DataStream<StepResult> backward(DataStream<Carried> forward, BatchNormState before) {
        DataStream<PartMessage> sums = MergeShards.all(
                "sums",
                forward.map(block -> PartMessage.of(block.block().shard(), sums(before, block)))
                        .returns(MESSAGE)
                        .name("backwardPartial")
                        .uid("backwardPartial"),
                ShardSums::fromBytes);
        return AwaitMerged.of("await sums", forward, sums)
                .map(block -> result(before, block))
                .returns(TypeInformation.of(StepResult.class))
                .name("finish, backwardFinish")
                .uid("finish, backwardFinish");
    }

    private static ShardSums sums(BatchNormState before, Carried block) {
        return BatchNormStep.sums(before, block.block(), ShardStatistics.fromBytes(block.statistics()));
    }

    private static StepResult result(BatchNormState before, Carried block) {
        return BatchNormStep.result(
                before,
                block.block(),
                ShardStatistics.fromBytes(block.statistics()),
                ShardSums.fromBytes(block.sums()));
    }
}
