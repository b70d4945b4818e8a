package dev.normc.samples.distributed.spark;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.Report;
import dev.normc.samples.distributed.StepResult;
import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The same report as Flink's; on the master that {@code spark-submit} names, or on two threads of this JVM. */
public final class SparkMain {
    private static final int PARTITIONS = 4;

    private SparkMain() {}

    /** Prints what was computed, and how far it is from one machine. */
    public static void main(String[] args) throws IOException {
        SparkConf configuration = new SparkConf()
                .setAppName("normc distributed")
                .setIfMissing("spark.master", "local[2]")
                .setIfMissing("spark.kryo.registrator", RecordsInKryo.class.getName())
                .setIfMissing("spark.log.level", "WARN")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false");
        Report report =
                new Report("Apache Spark, " + configuration.get("spark.master") + ", " + PARTITIONS + " partitions");
        try (SparkSession spark = SparkSession.builder().config(configuration).getOrCreate()) {
            Dataset<Block> images = SparkJobs.dataset(spark, Report.IMAGES, PARTITIONS);
            ShardStatistics all = SparkJobs.statistics(images);
            report.statistics(ImageScaling.moments(all));
            report.images(Block.joined(SparkJobs.scaled(images, all).collectAsList()));
            BatchNormState before = BatchNormState.some();
            StepResult step =
                    StepResult.joined(SparkJobs.step(SparkJobs.blocks(spark, Report.BATCH, PARTITIONS), before)
                            .collect());
            report.step(Comparison.of(BatchNormStep.onOneMachine(before, Report.BATCH.whole()), step, before.beta()));
        }
        System.out.print(report);
    }
}
