package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Workload WORKLOAD = Workload.of(Norm.LAYER, 512, 1024);
    private static final Cell CELL = new Cell(Direction.FORWARD, 1, Memory.COLD);

    /** Three rounds in which the machine slowed down, and a peer that is wrong and therefore not timed. */
    private static Measured measured() {
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            double slow = 1 << round;
            samples.add(new Sample(CELL, "ours", round, 3000 * slow));
            samples.add(new Sample(CELL, "copy", round, 2000 * slow));
            samples.add(new Sample(CELL, "fast", round, 2500 * slow));
            samples.add(new Sample(CELL, "quick", round, 4000 * slow));
            samples.add(new Sample(CELL, "slow", round, 6000 * slow));
        }
        List<Check> checks = List.of(
                new Check(Direction.FORWARD, 1, "ours", new Accuracy(0.5, 1)),
                new Check(Direction.FORWARD, 1, "quick", new Accuracy(2, 0.5)),
                new Check(Direction.FORWARD, 1, "broken", new Accuracy(1e5, 0)));
        Map<String, String> versions =
                Map.of("ours", "1", "copy", "0", "fast", "1", "quick", "2", "slow", "3", "broken", "4");
        return new Measured(versions, List.of("hand left out"), checks, samples);
    }

    @Test
    void aRatioIsTakenWithinARound() {
        Ratio ratio = measured().ratio(CELL, "quick").orElseThrow();
        assertThat(ratio.median()).isCloseTo(0.75, Offset.offset(1e-12));
        assertThat(ratio.spread()).isCloseTo(0, Offset.offset(1e-12));
    }

    @Test
    void theBestPeerIsTheFastestThatIsNeitherOursNorALimit() {
        assertThat(measured().bestPeer(CELL)).contains("quick");
    }

    @Test
    void theTableShowsMediansRatiosAndWhatIsWrong() {
        String text = new Report(Map.of(WORKLOAD, measured())).markdown();
        assertThat(text.lines()
                        .filter(line -> line.startsWith("| LN[512,1024]"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(" +", " "))
                .isEqualTo("| LN[512,1024] | forward | 6.00 | 0.75 ±0.00 | quick | 1.50 ±0.00 | – | 1.20 ±0.00 |");
        assertThat(text).contains("wrong (100000)").contains("- hand left out");
        assertThat(text).doesNotContain("(hot)");
    }

    @Test
    void aMachineOnWhichTwoThreadsCopyMoreSlowlyThanOneWasDisturbed() {
        Cell two = new Cell(Direction.FORWARD, 2, Memory.COLD);
        List<Sample> samples = new ArrayList<>(measured().samples());
        samples.add(new Sample(two, "ours", 0, 3000));
        samples.add(new Sample(two, "copy", 0, 2500));
        assertThat(new Measured(Map.of(), List.of(), List.of(), samples).disturbed())
                .isFalse();
        samples.add(new Sample(two, "copy", 1, 9000));
        samples.add(new Sample(two, "copy", 2, 9000));
        Measured disturbed = new Measured(Map.of(), List.of(), List.of(), samples);
        assertThat(disturbed.disturbed()).isTrue();
        assertThat(new Report(Map.of(WORKLOAD, disturbed)).markdown())
                .contains("- LN[512,1024]: two threads copied more slowly than one");
    }

    @Test
    void theGeometricMeanOfARatioAndItsInverseIsOne() {
        assertThat(Report.geometricMean(List.of(0.25, 4.0))).isCloseTo(1, Offset.offset(1e-12));
        assertThat(Report.geometricMean(List.of(2.0, 3.0, 4.5))).isCloseTo(3, Offset.offset(1e-12));
    }

    @Test
    void samplesSurviveTheirFile() {
        Measured measured = measured();
        assertThat(SampleFile.parsed(SampleFile.lines(measured))).isEqualTo(measured);
    }

    @Test
    void columnsOfATableLineUp() {
        MarkdownTable table = new MarkdownTable(List.of("a", "long")).row(List.of("wider", "1"));
        assertThat(table.toString()).isEqualTo("| a     | long |\n|-------|-----:|\n| wider |    1 |\n");
    }
}
