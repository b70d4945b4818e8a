package dev.normc.samples.distributed.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.ShardStatistics;
import dev.normc.samples.distributed.BatchNormState;
import dev.normc.samples.distributed.BatchNormStep;
import dev.normc.samples.distributed.Comparison;
import dev.normc.samples.distributed.ImageScaling;
import dev.normc.samples.distributed.RowData;
import dev.normc.samples.distributed.StepResult;
import java.io.IOException;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Jobs whose serializer is Kryo. */
class KryoTest {
    private static final int[] UNEVEN = {3, 0, 11, 1, 0, 0, 14};

    private static SparkSession session(String registrator) {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.kryo.registrator", registrator)
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    private static StepResult step(SparkSession spark) {
        return StepResult.joined(
                SparkJobs.step(SparkJobs.blocks(spark, RowData.activations(UNEVEN), 3), BatchNormState.some())
                        .collect());
    }

    @Test
    void recordsAreSentByJavaSerialization() throws IOException {
        RowData images = RowData.images(UNEVEN);
        StepResult step;
        ShardStatistics statistics;
        try (SparkSession spark = session(RecordsInKryo.class.getName())) {
            step = step(spark);
            statistics = SparkJobs.statistics(SparkJobs.dataset(spark, images, 3));
        }
        BatchNormState before = BatchNormState.some();
        StepResult expected =
                BatchNormStep.onOneMachine(before, RowData.activations(UNEVEN).whole());
        assertThat(Comparison.of(expected, step, before.beta()))
                .allSatisfy(comparison -> assertThat(comparison.isWithinContract())
                        .as("%s", comparison)
                        .isTrue());
        assertThat(ImageScaling.moments(statistics).count()).isEqualTo(images.rows() * 20);
    }

    /** When this fails, Spark has a Kryo that knows records, and {@link RecordsInKryo} is no longer needed. */
    @Test
    void withoutThatKryoRefusesThem() throws IOException {
        try (SparkSession spark = session("")) {
            assertThatThrownBy(() -> step(spark))
                    .isInstanceOf(SparkException.class)
                    .hasMessageContaining("Unable to create serializer");
        }
    }
}
