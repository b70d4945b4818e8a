package dev.normc.samples.distributed.spark;

import dev.normc.runtime.ShardPart;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.runtime.ShardTree;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Statistics of a data set, the scaled data set, and a step of synchronized batch norm.
 *
 * <p>{@code treeAggregate} merges partitions in the order in which tasks end. A {@link ShardTree} makes that order
 * meaningless: results depend on the blocks alone.
 */
public final class SparkJobs {
    private static final Encoder<Block> BLOCK = Encoders.javaSerialization(Block.class);

    private SparkJobs() {}

    /**
     * The blocks of a data set, each made by the task that reads it.
     *
     * @param partitions how many; more than there are blocks leaves some empty
     */
    public static JavaRDD<Block> blocks(SparkSession spark, RowData data, int partitions) {
        List<Integer> shards = IntStream.range(0, data.blocks()).boxed().toList();
        return new JavaSparkContext(spark.sparkContext())
                .parallelize(shards, partitions)
                .map(data::block);
    }

    /** The same as a typed data set, for which Spark compiles code of its own on every executor. */
    public static Dataset<Block> dataset(SparkSession spark, RowData data, int partitions) {
        List<Integer> shards = IntStream.range(0, data.blocks()).boxed().toList();
        return spark.createDataset(shards, Encoders.INT())
                .repartition(partitions)
                .map((MapFunction<Integer, Block>) data::block, BLOCK);
    }

    private static <S extends ShardPart<S>> S merged(JavaRDD<Block> blocks, S nothing, Function<Block, S> part) {
        return blocks.treeAggregate(
                        ShardTree.<S>none(),
                        (tree, block) -> tree.merge(ShardTree.of(block.shard(), part.call(block))),
                        ShardTree::merge)
                .merged()
                .orElse(nothing);
    }

    /** The statistics of all images. */
    public static ShardStatistics statistics(Dataset<Block> images) {
        return merged(images.toJavaRDD(), ImageScaling.nothing(), ImageScaling::statistics);
    }

    /** The same images, scaled. */
    public static Dataset<Block> scaled(Dataset<Block> images, ShardStatistics statistics) {
        return images.map((MapFunction<Block, Block>) block -> ImageScaling.scaled(block, statistics), BLOCK);
    }

    /**
     * Forward and backward of one batch: three passes over it, with two values that are merged between them.
     *
     * @param blocks of the batch; cached by the caller where reading them again is dear
     * @param before params and running statistics before the step
     * @return what becomes of each block, in any order
     */
    public static JavaRDD<StepResult> step(JavaRDD<Block> blocks, BatchNormState before) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(blocks.context());
        ShardStatistics none = BatchNormStep.noStatistics();
        Broadcast<ShardStatistics> statistics = spark.broadcast(merged(blocks, none, BatchNormStep::statistics));
        Broadcast<ShardSums> sums = spark.broadcast(
                merged(blocks, BatchNormStep.noSums(), block -> BatchNormStep.sums(before, block, statistics.value())));
        return blocks.map(block -> BatchNormStep.result(before, block, statistics.value(), sums.value()));
    }
}
