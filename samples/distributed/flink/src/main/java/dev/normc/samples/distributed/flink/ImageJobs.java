package dev.normc.samples.distributed.flink;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.ImageScaling;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Statistics of a data set, then the scaled data set: two jobs that each read it once, so that nobody holds it. */
public final class ImageJobs {

    private ImageJobs() {}

    /** One message when all blocks have been read: {@link #statistics(PartMessage)}. */
    public static DataStream<PartMessage> statistics(DataStream<Block> blocks) {
        DataStream<PartMessage> parts = blocks.map(
                        block -> PartMessage.of(block.shard(), ImageScaling.statistics(block)))
                .returns(TypeInformation.of(PartMessage.class))
                .name("statistics of a block")
                .uid("statistics of a block");
        return MergeShards.all("statistics", parts, ShardStatistics::fromBytes);
    }

    /** The statistics of all blocks. */
    public static ShardStatistics statistics(PartMessage merged) {
        return ShardStatistics.fromBytes(merged.merged());
    }

    /** The same blocks, scaled. */
    public static DataStream<Block> scaled(DataStream<Block> blocks, ShardStatistics all) {
        return blocks.map(block -> ImageScaling.scaled(block, all))
                .returns(TypeInformation.of(Block.class))
                .name("scale a block")
                .uid("scale a block");
    }
}
