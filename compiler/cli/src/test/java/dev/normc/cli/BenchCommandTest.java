package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code normc bench}; no test looks at how long anything takes. */
class BenchCommandTest {
    private static final String QUICK = " --seconds 0.02 --footprint 1 --backend scalar";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("all.norm", Workbench.BATCH_NORM + Workbench.DYT);
    }

    private String measured(String line) {
        Workbench.Outcome outcome = bench.run("bench " + line + QUICK);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    private JsonNode cells(String line) throws JsonProcessingException {
        return new ObjectMapper().readTree(measured(line + " --format json")).path("cells");
    }

    @Test
    void oursTheCopyAndTheNaiveLoopAreTimedHotAndColdForwardAndBackward() throws JsonProcessingException {
        List<String> seen = new ArrayList<>();
        for (JsonNode cell : cells("zoo:LayerNorm --shape N=37,D=48 --threads 1,2")) {
            List<String> names = new ArrayList<>();
            cell.path("lines").forEach(line -> {
                names.add(line.path("name").asText());
                JsonNode nanos = line.path("nanos");
                assertThat(nanos.path("median").asDouble())
                        .isPositive()
                        .isBetween(
                                nanos.path("low").asDouble(), nanos.path("high").asDouble());
            });
            seen.add(cell.path("entry").asText() + " " + cell.path("threads") + " " + cell.path("cold") + " " + names);
            assertThat(cell.path("rounds").asInt()).isGreaterThanOrEqualTo(5);
            assertThat(cell.at("/lines/0/oursOverIt/median").asDouble()).isEqualTo(1);
        }
        assertThat(seen)
                .containsExactly(
                        "forward 1 false [ours, copy, naive]",
                        "forward 1 true [ours, copy, naive]",
                        "forward 2 false [ours, copy, naive]",
                        "forward 2 true [ours, copy, naive]",
                        "backward 1 false [ours, triad, naive]",
                        "backward 1 true [ours, triad, naive]",
                        "backward 2 false [ours, triad, naive]",
                        "backward 2 true [ours, triad, naive]");
    }

    @Test
    void coldCallsGoThroughAsManyBytesAsAskedFor() throws JsonProcessingException {
        for (JsonNode cell : cells("zoo:RMSNorm --shape N=37,D=48 --cold")) {
            assertThat(cell.path("cold").asBoolean()).isTrue();
            assertThat(cell.path("footprintBytes").asLong()).isGreaterThanOrEqualTo(1 << 20);
        }
        JsonNode hot = cells("zoo:RMSNorm --shape N=37,D=48 --hot").path(0);
        assertThat(hot.path("sets").asInt()).isEqualTo(1);
        // x and y, gamma, and one saved statistic of each row
        assertThat(hot.path("footprintBytes").asLong()).isEqualTo(2 * 37 * 48 * 4 + 48 * 4 + 37 * 8);
        assertThat(hot.at("/lines/1/bytes").asLong()).isEqualTo(2 * 37 * 48 * 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zoo:BatchNorm --shape N=3,C=5,H=4,W=7 --mode frozen | infer backwardFrozen",
                "zoo:BatchNorm --shape 3,5,4,7 --mode infer          | infer",
                "@all.norm --norm DyT --shape N=3,D=19               | forward backward",
                "zoo:GRN --shape N=3,H=4,W=5,C=6 --dtype bf16        | forward backward",
                "zoo:MaskedLayerNorm --shape N=3,T=4,D=9 --dtype f64 | forward backward",
                "zoo:AddRMSNorm --shape N=3,D=19 --dtype f16         | forward backward",
                "zoo:WeightNorm --shape O=7,I=20                     | forward backward",
                "zoo:LayerNorm --shape N=7,D=20 --numerics fast     | forward backward",
                "zoo:BatchRenorm --shape N=4,C=3,H=5                 | forward backward",
            })
    void everyKindOfNormIsCheckedAndMeasured(String line, String entries) throws JsonProcessingException {
        List<String> seen = new ArrayList<>();
        cells(line + " --hot").forEach(cell -> seen.add(cell.path("entry").asText()));

        assertThat(seen).containsExactly(entries.split(" "));
    }

    @Test
    void everyNumberOfTheTextHasItsUnit() {
        assertThat(measured("@batch.norm --shape 3,5,4,7"))
                .startsWith("BatchNorm for N=3, C=5, ")
                .contains(
                        "420 elements of x", "naive: plain loops, one accumulator for each sum, in double, one thread")
                .contains("results checked against the interpreter")
                .containsPattern(
                        "(?m)^forward, 1 thread, hot \\([0-9.]+ KiB\\), .*settled after [0-9.]+ s, [0-9]+ rounds$")
                .containsPattern("(?m)^forward, 1 thread, cold \\([0-9]+ sets of buffers, 1\\.[0-9] MiB\\)")
                .containsPattern("(?m)^  copy +[0-9.,]+ ±[0-9.,]+ µs/call +[0-9.]+ ns/element +[0-9.]+ GB/s +"
                        + "ours takes [0-9.]+× ±[0-9.]+ as long$");
    }

    @Test
    void markdownIsOneTable() {
        assertThat(measured("@batch.norm --shape 3,5,4,7 --hot --format md").lines())
                .filteredOn(line -> line.startsWith("|"))
                .hasSize(2 + 2 * 3)
                .allMatch(line ->
                        line.chars().filter(character -> character == '|').count() == 7);
    }

    @Test
    void aKernelGoesOverToVectorsBeforeItIsMeasured() throws JsonProcessingException {
        Workbench.Outcome outcome =
                bench.run("bench zoo:LayerNorm --shape N=64,D=96 --mode infer --hot --seconds 0.05 --format json");

        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertThat(root.path("vectorBits").asInt()).isGreaterThanOrEqualTo(128);
        assertThat(root.at("/cells/0/inVectors").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zoo:LayerNorm                                  | 2 | missing `--shape`",
                "zoo:LayerNorm --shape N=3,D=4 --mode init      | 2 | `--mode init`",
                "zoo:LayerNorm --shape N=3,D=4 --seconds 0      | 2 | `--seconds 0.0`",
                "zoo:LayerNorm --shape N=3,D=4 --threads 1,0    | 2 | `--threads 0`",
                "zoo:LayerNorm --shape N=3,D=4 --threads x      | 2 | --threads",
                "zoo:LayerNorm --shape N=3,D=4 --footprint -1   | 2 | `--footprint -1`",
                "zoo:LayerNorm --shape N=3,D=4 --format xml     | 2 | --format",
                "zoo:LayerNorm --shape N=?,D=4                  | 1 | the extent of `N` is open",
                "zoo:LayerNorm --shape N=3                      | 1 | axis `D` has no extent",
                "zoo:LayerNorm --shape N=3,D=4 --norm Nope      | 1 | no norm `Nope`",
                "zoo:Nope --shape N=3                           | 1 | the zoo has no norm `Nope`",
                "nowhere.norm --shape N=3                       | 1 | `nowhere.norm` does not exist",
                "@all.norm --shape N=3,C=4                      | 1 | the file declares 2 norms",
                "zoo:LayerNorm --shape N=500000,D=1000 --cold   | 1 | sets of buffers take",
            })
    void whatCannotBeMeasuredIsSaid(String line, int code, String message) {
        Workbench.Outcome outcome = bench.run("bench " + line);

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).contains(message, "hint:").doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }
}
