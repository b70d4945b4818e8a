package dev.normc.samples.distributed.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever checkpoint a failure finds, before, between or after the two merges, the step comes out the same. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AnyMomentTest {
    private static final BatchNormState BEFORE = BatchNormState.some();
    private static final RowData BATCH = RowData.activations(
            IntStream.range(0, 12).map(block -> block * 5 % 4).toArray());
    private static final int NEVER = 0;
    private static final Configuration CONFIGURATION = LocalCluster.configuration(Duration.ofMillis(20));
    private static LocalCluster cluster;
    private static StepResult undisturbed;

    @BeforeAll
    static void start() throws Exception {
        cluster = LocalCluster.start();
        StreamExecutionEnvironment flink = cluster.environment(CONFIGURATION);
        undisturbed = StepResult.joined(
                FlinkMain.collected(BatchNormJob.step(Blocks.of(flink, BATCH, OptionalInt.empty()), BEFORE)));
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    /** Takes its time for every element, that checkpoints come in between, and throws once, at the n-th. */
    private static final class Failure<T> implements MapFunction<T, T> {
        private static final long serialVersionUID = 1L;
        private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();

        private final String name;
        private final int last;

        private Failure(String name, int last) {
            this.name = name;
            this.last = last;
        }

        private static int seen(String name) {
            return SEEN.computeIfAbsent(name, key -> new AtomicInteger()).get();
        }

        @Override
        public T map(T element) throws InterruptedException {
            Thread.sleep(40);
            if (SEEN.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet() == last) {
                throw new IllegalStateException(name);
            }
            return element;
        }
    }

    private static <T> DataStream<T> failing(DataStream<T> stream, Class<T> type, String name, int last) {
        return stream.map(new Failure<T>(name, last)).returns(TypeInformation.of(type));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "aligned, blocks, 1",
        "aligned, blocks, 7",
        "aligned, forward, 1",
        "aligned, forward, 12",
        "aligned, results, 1",
        "aligned, results, 12",
        "unaligned, blocks, 7",
        "unaligned, forward, 7",
        "unaligned, forward, 12",
        "unaligned, results, 1",
        "unaligned, results, 7",
        "unaligned, results, 12",
    })
    void aFailureChangesNothing(String barriers, String place, int last) throws Exception {
        String name = barriers + " " + place + " " + last;
        Configuration configuration = CONFIGURATION.clone();
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, barriers.equals("unaligned"));
        StreamExecutionEnvironment flink = cluster.environment(configuration);
        DataStream<Block> blocks = failing(
                Blocks.of(flink, BATCH, OptionalInt.empty()),
                Block.class,
                "blocks of " + name,
                place.equals("blocks") ? last : NEVER);
        DataStream<Carried> forward = failing(
                BatchNormJob.forward(blocks),
                Carried.class,
                "forward of " + name,
                place.equals("forward") ? last : NEVER);
        DataStream<StepResult> results = failing(
                BatchNormJob.backward(forward, BEFORE),
                StepResult.class,
                "results of " + name,
                place.equals("results") ? last : NEVER);
        List<StepResult> step = FlinkMain.collected(results);
        assertThat(Failure.seen(place + " of " + name))
                .as("elements, with those after the failure")
                .isGreaterThan(12);
        assertThat(step).hasSize(12);
        assertThat(Comparison.of(undisturbed, StepResult.joined(step), BEFORE.beta()))
                .allMatch(comparison -> comparison.different() == 0);
    }
}
