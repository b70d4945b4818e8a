package dev.normc.samples.distributed.flink;

import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.RowData;
import java.util.OptionalInt;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The blocks of a data set as a bounded stream, each made by the task that reads it. */
public final class Blocks {

    private Blocks() {}

    /**
     * All blocks of a data set.
     *
     * @param perCheckpoint how many blocks all tasks together read before they wait for the next checkpoint, at least one
     *     for each task; empty for no limit
     * @throws IllegalArgumentException if there is no block, where one without rows is fine; or a task could never read
     */
    public static DataStream<Block> of(StreamExecutionEnvironment flink, RowData data, OptionalInt perCheckpoint) {
        if (data.blocks() == 0) {
            throw new IllegalArgumentException("a data set without blocks: give it one, which may be empty");
        }
        if (perCheckpoint.isPresent() && perCheckpoint.getAsInt() < flink.getParallelism()) {
            throw new IllegalArgumentException(perCheckpoint.getAsInt() + " blocks for each checkpoint, for "
                    + flink.getParallelism() + " tasks: each needs one");
        }
        TypeInformation<Block> type = TypeInformation.of(Block.class);
        GeneratorFunction<Long, Block> read = shard -> data.block(Math.toIntExact(shard));
        DataGeneratorSource<Block> source = perCheckpoint.isPresent()
                ? new DataGeneratorSource<>(
                        read, data.blocks(), RateLimiterStrategy.perCheckpoint(perCheckpoint.getAsInt()), type)
                : new DataGeneratorSource<>(read, data.blocks(), type);
        return flink.fromSource(source, WatermarkStrategy.noWatermarks(), "blocks", type)
                .uid("blocks");
    }
}
