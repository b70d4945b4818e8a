package dev.normc.samples.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an experiment leaves behind. */
class ReportTest {

    @TempDir
    Path folder;

    @Test
    void anExperimentPrintsItsTableSaysWhatOneShouldSeeAndDrawsIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Rotation.show(new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8), folder.resolve("new")));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("angle (degrees)", "45.0", "One should see", "rotation.png");
        assertThat(text).doesNotContain("\r");
        assertThat(folder.resolve("new/rotation.png")).isNotEmptyFile();
        assertThat(folder.resolve("new/rotation-45.png")).isNotEmptyFile();
    }
}
