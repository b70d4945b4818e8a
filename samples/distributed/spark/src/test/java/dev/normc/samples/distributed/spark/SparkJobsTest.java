package dev.normc.samples.distributed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.InALoop;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two threads of Spark compute what one machine computes; tasks and what they hand in are serialized. */
class SparkJobsTest {
    private static final int ROWS = 29;
    private static final int[] UNEVEN = {3, 0, 11, 1, 0, 0, 14};
    private static final BatchNormState BEFORE = BatchNormState.some();
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2, 2]") // a task may fail once
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "3")
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws Exception {
        spark.close();
    }

    static Stream<int[]> sizes() {
        int[] rowByRow = new int[ROWS];
        Arrays.fill(rowByRow, 1);
        return Stream.of(
                new int[] {ROWS},
                new int[] {1, 28},
                new int[] {10, 0, 19},
                UNEVEN,
                new int[] {0, 0, 0, 0, 29},
                rowByRow);
    }

    private static StepResult step(int[] sizes, int partitions) {
        JavaRDD<Block> blocks = SparkJobs.blocks(spark, RowData.activations(sizes), partitions);
        List<StepResult> results = SparkJobs.step(blocks, BEFORE).collect();
        assertThat(results).hasSize(sizes.length);
        return StepResult.joined(results);
    }

    private static StepResult onOneMachine(int[] sizes) {
        return BatchNormStep.onOneMachine(BEFORE, RowData.activations(sizes).whole());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aDataSetIsScaledAsOnOneMachine(int[] sizes) {
        RowData data = RowData.images(sizes);
        Dataset<Block> images = SparkJobs.dataset(spark, data, 3);
        ShardStatistics all = SparkJobs.statistics(images);
        assertThat(ImageScaling.moments(all).count()).isEqualTo(ROWS * 20);
        List<Block> scaled = SparkJobs.scaled(images, all).collectAsList();
        assertThat(scaled).hasSize(sizes.length);
        Comparison comparison = Comparison.of(
                "y",
                ImageScaling.onOneMachine(data.whole()).x(),
                Block.joined(scaled).x());
        assertThat(comparison.isWithinContract()).as("%s", comparison).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aStepIsThatOfOneMachine(int[] sizes) {
        assertThat(Comparison.of(onOneMachine(sizes), step(sizes, 4), BEFORE.beta()))
                .allSatisfy(comparison -> assertThat(comparison.isWithinContract())
                        .as("%s", comparison)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 13})
    void theNumberOfPartitionsChangesNoBit(int partitions) {
        assertThat(Comparison.of(
                        InALoop.step(RowData.activations(UNEVEN), BEFORE), step(UNEVEN, partitions), BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
        assertThat(SparkJobs.statistics(SparkJobs.dataset(spark, RowData.images(UNEVEN), partitions)))
                .isEqualTo(InALoop.statistics(RowData.images(UNEVEN)));
    }

    /** However the rows are cut and whatever number of partitions has them; about one block in four is empty. */
    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28})
    void soIsAStepThatIsCutAtRandom(int seed) {
        Random random = new Random(seed);
        int[] sizes = random.ints(1 + random.nextInt(12), -12, 40)
                .map(size -> Math.max(0, size))
                .toArray();
        sizes[random.nextInt(sizes.length)]++;
        int partitions = 1 + random.nextInt(2 * sizes.length); // some of them without a block
        StepResult step = step(sizes, partitions);
        assertThat(Comparison.of(InALoop.step(RowData.activations(sizes), BEFORE), step, BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
        assertThat(Comparison.of(onOneMachine(sizes), step, BEFORE.beta()))
                .as(Arrays.toString(sizes))
                .allMatch(Comparison::isWithinContract);
        assertThat(SparkJobs.statistics(SparkJobs.dataset(spark, RowData.images(sizes), partitions)))
                .isEqualTo(InALoop.statistics(RowData.images(sizes)));
    }

    @Test
    void aTaskThatFailsHalfWayAndIsStartedAgainCountsOnce() {
        JavaRDD<Block> failing = SparkJobs.blocks(spark, RowData.activations(UNEVEN), 3)
                .map(block -> {
                    if (block.shard() == 4 && FAILURES.getAndIncrement() == 0) {
                        throw new IllegalStateException("sabotage");
                    }
                    return block;
                });
        StepResult step = StepResult.joined(SparkJobs.step(failing, BEFORE).collect());
        assertThat(FAILURES.get()).isGreaterThan(1);
        assertThat(Comparison.of(step(UNEVEN, 3), step, BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
    }

    @Test
    void aDataSetWithoutRowsHasNoStatistics() {
        Dataset<Block> empty = SparkJobs.dataset(spark, RowData.images(0, 0, 0), 2);
        assertThat(ImageScaling.moments(SparkJobs.statistics(empty)).count()).isZero();
        Dataset<Block> nothing = SparkJobs.dataset(spark, RowData.images(), 2);
        assertThat(SparkJobs.statistics(nothing)).isEqualTo(ImageScaling.nothing());
    }
}
