package dev.normc.samples.distributed.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed half way and restarted from a checkpoint has the result of one that was left alone, to the bit. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RestartTest {
    private static final BatchNormState BEFORE = BatchNormState.some();
    /** 24 blocks: six for each of four tasks, one for each checkpoint. */
    private static final int[] SIZES =
            IntStream.range(0, 24).map(block -> block * 7 % 5).toArray();

    private static final RowData IMAGES = RowData.images(SIZES);
    private static final RowData BATCH = RowData.activations(SIZES);

    @TempDir
    private Path checkpoints;

    private Configuration configuration() {
        Configuration configuration = LocalCluster.configuration(Duration.ofMillis(100));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return configuration;
    }

    private static DataStream<Block> blocks(StreamExecutionEnvironment flink, RowData data, Sabotage sabotage) {
        return Blocks.of(flink, data, OptionalInt.of(LocalCluster.slots()))
                .map(sabotage)
                .returns(TypeInformation.of(Block.class))
                .uid("sabotage");
    }

    private static ShardStatistics undisturbed(RowData data) throws Exception {
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(LocalCluster.configuration(Duration.ofMillis(100)));
            return ImageJobs.statistics(
                    FlinkMain.collected(ImageJobs.statistics(Blocks.of(flink, data, OptionalInt.empty())))
                            .get(0));
        }
    }

    private static StepResult undisturbedStep() throws Exception {
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(LocalCluster.configuration(Duration.ofMillis(100)));
            return StepResult.joined(
                    FlinkMain.collected(BatchNormJob.step(Blocks.of(flink, BATCH, OptionalInt.empty()), BEFORE)));
        }
    }

    /** The second run began at a checkpoint: it did not read what that has, and read all of the rest. */
    private static void assertResumed(Sabotage.Plot plot) {
        assertThat(plot.checkpoints).as("checkpoints before").isPositive();
        assertThat(plot.before).hasSizeBetween(2, 8);
        assertThat(plot.after).hasSizeLessThan(SIZES.length);
        Set<Integer> all = new TreeSet<>(plot.before);
        all.addAll(plot.after);
        assertThat(all).hasSize(SIZES.length);
    }

    private static void assertSame(StepResult actual) throws Exception {
        assertThat(Comparison.of(undisturbedStep(), actual, BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
        assertThat(Comparison.of(BatchNormStep.onOneMachine(BEFORE, BATCH.whole()), actual, BEFORE.beta()))
                .allMatch(Comparison::isWithinContract);
    }

    @Test
    void statisticsAfterAnException() throws Exception {
        List<PartMessage> merged;
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(configuration());
            merged = FlinkMain.collected(
                    ImageJobs.statistics(blocks(flink, IMAGES, Sabotage.throwing("statistics, exception"))));
        }
        assertThat(merged).hasSize(1);
        assertThat(ImageJobs.statistics(merged.get(0))).isEqualTo(undisturbed(IMAGES));
        assertResumed(Sabotage.plot("statistics, exception"));
    }

    @Test
    void aStepAfterAnException() throws Exception {
        List<StepResult> results;
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(configuration());
            results = FlinkMain.collected(
                    BatchNormJob.step(blocks(flink, BATCH, Sabotage.throwing("step, exception")), BEFORE));
        }
        assertThat(results).hasSize(SIZES.length);
        assertSame(StepResult.joined(results));
        assertResumed(Sabotage.plot("step, exception"));
    }

    @Test
    void aStepAfterTheLossOfATaskManager() throws Exception {
        Sabotage.Plot plot = Sabotage.plot("step, machine");
        List<StepResult> results;
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(configuration());
            DataStream<StepResult> steps =
                    BatchNormJob.step(blocks(flink, BATCH, Sabotage.waiting("step, machine")), BEFORE);
            CompletableFuture<List<StepResult>> running = CompletableFuture.supplyAsync(() -> collected(steps));
            assertThat(plot.waiting.await(1, TimeUnit.MINUTES)).isTrue();
            CompletableFuture<Void> replaced = CompletableFuture.runAsync(() -> replaceTaskManager(cluster));
            replaced.get(1, TimeUnit.MINUTES);
            plot.done.countDown();
            results = running.get(2, TimeUnit.MINUTES);
        }
        assertThat(results).hasSize(SIZES.length);
        assertSame(StepResult.joined(results));
        assertResumed(plot);
    }

    @Test
    void aStepThatIsCancelledAndGoesOnInAnotherClusterWithOtherTasks() throws Exception {
        Sabotage.Plot plot = Sabotage.plot("step, cancelled");
        try (LocalCluster cluster = LocalCluster.start()) {
            StreamExecutionEnvironment flink = cluster.environment(configuration());
            DataStream<StepResult> steps =
                    BatchNormJob.step(blocks(flink, BATCH, Sabotage.waiting("step, cancelled")), BEFORE);
            try (CloseableIterator<StepResult> nothing = steps.collectAsync()) {
                JobClient job = flink.executeAsync();
                assertThat(plot.waiting.await(1, TimeUnit.MINUTES)).isTrue();
                job.cancel().get(1, TimeUnit.MINUTES);
                awaitEnd(job);
            }
        }
        plot.done.countDown();
        List<StepResult> results;
        try (LocalCluster cluster = LocalCluster.start()) {
            Configuration resumed = configuration();
            resumed.set(
                    StateRecoveryOptions.SAVEPOINT_PATH,
                    latestCheckpoint().toUri().toString());
            resumed.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            StreamExecutionEnvironment flink = cluster.environment(resumed);
            flink.setParallelism(3);
            results = FlinkMain.collected(
                    BatchNormJob.step(blocks(flink, BATCH, Sabotage.waiting("step, cancelled")), BEFORE));
        }
        assertThat(results).hasSize(SIZES.length);
        assertSame(StepResult.joined(results));
        assertResumed(plot);
    }

    private static List<StepResult> collected(DataStream<StepResult> steps) {
        try {
            return FlinkMain.collected(steps);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replaceTaskManager(LocalCluster cluster) {
        try {
            cluster.replaceTaskManager(0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitEnd(JobClient job) throws Exception {
        try {
            job.getJobExecutionResult().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException cancelled) {
            assertThat(cancelled).hasStackTraceContaining("cancelled");
        }
    }

    private Path latestCheckpoint() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(checkpoints)) {
            files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .forEach(found::add);
        }
        assertThat(found).isNotEmpty();
        return found.stream()
                .max(Comparator.comparingInt(folder ->
                        Integer.parseInt(folder.getFileName().toString().substring("chk-".length()))))
                .orElseThrow();
    }
}
