package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void theReadmeListsTheWorkloadsInTheirOrder() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> documented = Pattern.compile("`([A-Za-z0-9-]+\\[[0-9,]+\\])`")
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(Workload.ALL.stream().map(Workload::title)).containsExactlyElementsOf(documented);
    }

    @Test
    void aGroupNormSharesAStatisticAmongTheChannelsOfAGroup() {
        Workload workload = Workload.of(Norm.GROUP, 3, 64, 5);
        assertThat(workload.statistics()).isEqualTo(3 * 32);
        assertThat(workload.statistic(64 * 5 + 2 * 5 + 4)).isEqualTo(32 + 1);
        assertThat(workload.channel(64 * 5 + 2 * 5 + 4)).isEqualTo(2);
    }

    @Test
    void channelsLastSharesAStatisticAlongAColumn() {
        Workload workload = Workload.of(Norm.BATCH_LAST, 3, 4, 2, 5);
        assertThat(workload.statistics()).isEqualTo(5);
        assertThat(workload.statistic(5 * 7 + 3)).isEqualTo(3);
    }

    @Test
    void coldBuffersAreSeveralLastLevelCaches() {
        for (Workload workload : Workload.ALL) {
            long bytes = 2L * Float.BYTES * workload.elements() * BufferSets.coldSets(workload);
            assertThat(bytes).as(workload.title()).isGreaterThanOrEqualTo(256L << 20);
        }
    }

    @Test
    void aTitleWithoutCommasNamesItsWorkload() {
        assertThat(Workload.named("BN[32x256x14x14]")).isEqualTo(Workload.of(Norm.BATCH, 32, 256, 14, 14));
    }

    @Test
    void anUnknownTitleIsNamed() {
        assertThatThrownBy(() -> Workload.named("LN[3,5]")).hasMessage("workload `LN[3,5]`: there is none; use --list");
    }
}
