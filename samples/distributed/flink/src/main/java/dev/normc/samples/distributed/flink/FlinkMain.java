package dev.normc.samples.distributed.flink;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.Report;
import dev.normc.samples.distributed.StepResult;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Statistics of a data set, the scaled data set, and a step of synchronized batch norm. */
public final class FlinkMain {
    private static final Configuration CONFIGURATION = LocalCluster.configuration(Duration.ofMillis(200));

    private static final OptionalInt UNLIMITED = OptionalInt.empty();

    /** How a job gets to a cluster. */
    @FunctionalInterface
    interface Submission {

        /** Where one job is built and run. */
        StreamExecutionEnvironment environment(Configuration configuration);
    }

    private FlinkMain() {}

    /**
     * Prints what was computed, and how far it is from one machine.
     *
     * @param args none, for the cluster that {@code flink run} names, or without that one in this JVM; or {@code HOST:PORT}
     *     of another and the number of tasks
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            StreamExecutionEnvironment given = StreamExecutionEnvironment.getExecutionEnvironment();
            if (!(given instanceof LocalStreamEnvironment)) {
                String where = "submitted, " + given.getParallelism() + " tasks";
                System.out.print(report(where, StreamExecutionEnvironment::getExecutionEnvironment));
                return;
            }
            try (LocalCluster cluster = LocalCluster.start()) {
                System.out.print(report("2 task managers with 2 slots each", cluster.target()));
            }
            return;
        }
        Target target;
        try {
            target = Target.of(List.of(args), jar());
        } catch (IllegalArgumentException wrong) {
            System.err.println("FlinkMain: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        System.out.print(report(args[0] + ", " + target.parallelism() + " tasks", target));
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(FlinkMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Report report(String where, Submission submission) throws Exception {
        Report report = new Report("Apache Flink, " + where);
        ShardStatistics all;
        try (StreamExecutionEnvironment flink = submission.environment(CONFIGURATION)) {
            all = ImageJobs.statistics(collected(ImageJobs.statistics(Blocks.of(flink, Report.IMAGES, UNLIMITED)))
                    .get(0));
            report.statistics(ImageScaling.moments(all));
        }
        try (StreamExecutionEnvironment flink = submission.environment(CONFIGURATION)) {
            report.images(Block.joined(collected(ImageJobs.scaled(Blocks.of(flink, Report.IMAGES, UNLIMITED), all))));
        }
        BatchNormState before = BatchNormState.some();
        try (StreamExecutionEnvironment flink = submission.environment(CONFIGURATION)) {
            StepResult step =
                    StepResult.joined(collected(BatchNormJob.step(Blocks.of(flink, Report.BATCH, UNLIMITED), before)));
            report.step(Comparison.of(BatchNormStep.onOneMachine(before, Report.BATCH.whole()), step, before.beta()));
        }
        return report;
    }

    /** Runs a job and brings what comes out of it here. */
    static <T> List<T> collected(DataStream<T> results) throws Exception {
        List<T> list = new ArrayList<>();
        try (CloseableIterator<T> iterator = results.executeAndCollect()) {
            iterator.forEachRemaining(list::add);
        }
        return list;
    }
}
