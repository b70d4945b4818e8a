package dev.normc.samples.distributed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executors are JVMs of their own here, and one of them is lost half way. */
class ExecutorLossTest {
    private static final int[] SIZES = {3, 0, 11, 1, 0, 0, 14, 5, 2};
    private static final BatchNormState BEFORE = BatchNormState.some();

    @TempDir
    private Path folder;

    /** Ends this JVM, once. */
    private static Block sabotaged(Block block, String mark) throws IOException {
        if (block.shard() == 6) {
            try {
                Files.createFile(Path.of(mark));
                Runtime.getRuntime().halt(1);
            } catch (FileAlreadyExistsException done) {
                return block;
            }
        }
        return block;
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aStepThatLosesAnExecutorIsThatOfOneMachine() throws IOException {
        // Launching executors asks for the jars of an installation; here they are on the class path.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        String mark = folder.resolve("mark").toString();
        StepResult step;
        try (SparkSession spark = SparkSession.builder()
                .master("local-cluster[2,1,512]")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            JavaRDD<Block> blocks =
                    SparkJobs.blocks(spark, RowData.activations(SIZES), 4).map(block -> sabotaged(block, mark));
            step = StepResult.joined(SparkJobs.step(blocks, BEFORE).collect());
        }
        assertThat(Path.of(mark)).exists();
        StepResult expected =
                BatchNormStep.onOneMachine(BEFORE, RowData.activations(SIZES).whole());
        assertThat(Comparison.of(expected, step, BEFORE.beta()))
                .allSatisfy(comparison -> assertThat(comparison.isWithinContract())
                        .as("%s", comparison)
                        .isTrue());
    }
}
