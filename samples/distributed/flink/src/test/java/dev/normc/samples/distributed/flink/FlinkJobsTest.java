package dev.normc.samples.distributed.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.InALoop;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two task managers compute what one machine computes. */
class FlinkJobsTest {
    private static final BatchNormState BEFORE = BatchNormState.some();
    private static final Configuration CONFIGURATION = LocalCluster.configuration(Duration.ofMillis(200));
    private static final int[] UNEVEN = {3, 0, 11, 1, 0, 0, 14};
    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = LocalCluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    private static DataStream<Block> blocks(RowData data, int parallelism) throws Exception {
        StreamExecutionEnvironment flink = cluster.environment(CONFIGURATION);
        flink.setParallelism(parallelism);
        return Blocks.of(flink, data, OptionalInt.empty());
    }

    private static ShardStatistics statistics(RowData data, int parallelism) throws Exception {
        List<PartMessage> merged = FlinkMain.collected(ImageJobs.statistics(blocks(data, parallelism)));
        assertThat(merged).hasSize(1);
        return ImageJobs.statistics(merged.get(0));
    }

    private static StepResult step(RowData data, int parallelism) throws Exception {
        List<StepResult> results = FlinkMain.collected(BatchNormJob.step(blocks(data, parallelism), BEFORE));
        assertThat(results).hasSize(data.blocks());
        return StepResult.joined(results);
    }

    static List<int[]> sizes() {
        return Partitions.sizes().toList();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aDataSetIsScaledAsOnOneMachine(int[] sizes) throws Exception {
        RowData data = RowData.images(sizes);
        ShardStatistics all = statistics(data, LocalCluster.slots());
        assertThat(ImageScaling.moments(all).count()).isEqualTo(Partitions.ROWS * 20);
        List<Block> scaled = FlinkMain.collected(ImageJobs.scaled(blocks(data, LocalCluster.slots()), all));
        assertThat(scaled).hasSize(data.blocks());
        Comparison comparison = Comparison.of(
                "y",
                ImageScaling.onOneMachine(data.whole()).x(),
                Block.joined(scaled).x());
        assertThat(comparison.isWithinContract()).as("%s", comparison).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aStepIsThatOfOneMachine(int[] sizes) throws Exception {
        RowData data = RowData.activations(sizes);
        StepResult step = step(data, LocalCluster.slots());
        assertThat(Comparison.of(BatchNormStep.onOneMachine(BEFORE, data.whole()), step, BEFORE.beta()))
                .allSatisfy(comparison -> assertThat(comparison.isWithinContract())
                        .as("%s", comparison)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theNumberOfTasksChangesNoBit(int parallelism) throws Exception {
        assertThat(statistics(RowData.images(UNEVEN), parallelism))
                .isEqualTo(InALoop.statistics(RowData.images(UNEVEN)));
        StepResult expected = InALoop.step(RowData.activations(UNEVEN), BEFORE);
        assertThat(Comparison.of(expected, step(RowData.activations(UNEVEN), parallelism), BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
    }

    /** However the rows are cut and whatever number of tasks has them; about one block in four is empty. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void soIsAStepThatIsCutAtRandom(int seed) throws Exception {
        Random random = new Random(seed);
        int[] sizes = Partitions.random(random);
        int tasks = 1 + random.nextInt(LocalCluster.slots());
        RowData batch = RowData.activations(sizes);
        StepResult step = step(batch, tasks);
        assertThat(Comparison.of(InALoop.step(batch, BEFORE), step, BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
        assertThat(Comparison.of(BatchNormStep.onOneMachine(BEFORE, batch.whole()), step, BEFORE.beta()))
                .as(Arrays.toString(sizes))
                .allMatch(Comparison::isWithinContract);
        assertThat(statistics(RowData.images(sizes), tasks)).isEqualTo(InALoop.statistics(RowData.images(sizes)));
    }

    @Test
    void aDataSetWithoutRowsHasNoStatistics() throws Exception {
        assertThat(ImageScaling.moments(statistics(RowData.images(0, 0, 0), 2)).count())
                .isZero();
    }

    @Test
    void aDataSetWithoutBlocksIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks(RowData.images(), 2))
                .withMessage("a data set without blocks: give it one, which may be empty");
    }

    @Test
    void aLimitThatWouldStarveATaskIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Blocks.of(cluster.environment(CONFIGURATION), RowData.images(1), OptionalInt.of(3)))
                .withMessage("3 blocks for each checkpoint, for 4 tasks: each needs one");
    }

    @Test
    void everythingThatIsSentHasASerializerOfItsFields() {
        for (Class<?> sent : List.of(Block.class, PartMessage.class, Carried.class, StepResult.class)) {
            assertThat(TypeInformation.of(sent)).as("%s", sent).isInstanceOf(PojoTypeInfo.class);
        }
    }
}
