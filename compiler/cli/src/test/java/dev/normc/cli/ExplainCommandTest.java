package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.normc.compiler.diag.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code normc explain}. */
class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("group.norm", Workbench.GROUP_NORM)
                .spec("all.norm", Workbench.BATCH_NORM + Workbench.GROUP_NORM + Workbench.DYT);
    }

    private String explained(String line) {
        Workbench.Outcome outcome = bench.run("explain " + line);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void aCardIsExplainedForAnyShape() {
        assertThat(explained("@batch.norm"))
                .startsWith("BatchNorm\n  Batch normalization.\n")
                .contains("input    x[N, C, ..]", "gamma[C]", "starts at 1", "eps = 1e-5")
                .contains("output y = gamma * ((x - mean) / sqrt(var + eps)) + beta")
                .containsPattern("mean = mean\\[N, \\.\\.]\\(x\\) +one value for each C, shared along N, \\.\\.")
                .contains("Gradient, with `..` written as H, W", "  dx = ", "  dgamma = ", "  dbeta = ")
                .doesNotContain("Buffers");
    }

    @Test
    void everyNormOfAFileIsExplainedWhereNoneIsNamed() {
        assertThat(explained("@all.norm")).contains("BatchNorm\n", "GroupNorm\n", "DyT\n");
        assertThat(explained("@all.norm --norm DyT")).startsWith("DyT\n").doesNotContain("BatchNorm");
    }

    @Test
    void groupsShareStatisticsWithinThemselves() {
        assertThat(explained("@group.norm --shape N=2,C=64,L=5"))
                .contains("C = G*K", "one value for each N, G, shared along K, ..")
                .contains("64 values [N=2, G=32], each of 10 elements");
    }

    @Test
    void aShapeAddsBuffersSweepsAndBytes() {
        assertThat(explained("@batch.norm --shape N=2,C=6,H=40,W=50"))
                .contains("For N=2, C=6, H=40, W=50, eps=1e-5, f32 storage")
                .contains("x[N=2, C=6, H=40, W=50]", "96,000 bytes (93.8 KiB)")
                .containsPattern("backward +2 +[0-9,]+ bytes");
        assertThat(explained("@batch.norm --shape 2,6,4,5 --dtype f64")).contains("f64 storage", "1,920 bytes");
    }

    @Test
    void constantsMayFollowExtentsWithoutNames() {
        assertThat(explained("@batch.norm --shape 2,6,4,5 --const eps=1e-3"))
                .contains("For N=2, C=6, H=4, W=5, eps=0.001");
        assertThat(explained("zoo:GroupNorm --shape 2,6,4,5,G=3")).contains("G=3");
    }

    @Test
    void aShapeAddsTheScheduleOfEveryEntry() {
        assertThat(explained("zoo:LayerNorm --shape N=70,D=768 --backend scalar"))
                .contains("Schedule, in plain Java")
                .contains(
                        "    for each N, 30.0 KiB at a time, in the cache:\n      1  along D: reads x; keeps x in f64\n")
                .contains("      2  along D: takes the kept x; collects one sum for each N\n")
                .contains("    threads: cut along N into 70 ranges at most\n    workspace: 30,720 bytes (30.0 KiB)")
                .containsPattern("forward +2 +.* 4\\.11 \\+ 4\\.02 +1\\.02 +0");
        assertThat(explained("zoo:BatchNorm --shape 32,64,56,56 --backend scalar"))
                .contains("    1  along N, C, HW: reads x; collects one sum for each C\n")
                .containsPattern("forward +3 +.* 12 \\+ 4 +2\\.00 +0")
                .containsPattern("backward +2 +.* 16(\\.01)? \\+ 4 +2\\.50 +0");
        assertThat(explained("zoo:LayerNorm --shape N=?,D=768 --backend scalar"))
                .contains("threads: cut along N into at most 16 chunks, of at least 64", "for all");
    }

    @Test
    void aLoopThatStaysPlainUnderVectorsSaysWhy() {
        assertThat(explained("zoo:LRN --shape N=2,C=6,H=5,W=70 --backend vector")
                        .replaceAll("\\s+", " "))
                .contains("; stays in plain Java: it reads x at shifted places, which may lie outside");
        assertThat(explained("zoo:LayerNorm --shape N=70,D=768 --backend vector"))
                .contains("Schedule, in vectors of")
                .doesNotContain("stays in plain Java");
        assertThat(explained("zoo:LRN --shape N=2,C=6,H=5,W=70 --backend scalar"))
                .doesNotContain("stays in plain Java");
    }

    @Test
    void jsonSaysWhyALoopStaysPlainUnderVectors() {
        assertThat(explained("zoo:LRN --shape N=2,C=6,H=5,W=70 --backend vector --format json"))
                .contains("\"suitsVectors\" : false", "\"staysPlain\" : \"it reads x at shifted places");
        assertThat(explained("zoo:LayerNorm --shape N=70,D=768 --backend vector --format json"))
                .contains("\"suitsVectors\" : true")
                .doesNotContain("\"suitsVectors\" : false", "staysPlain");
    }

    @Test
    void noLineOfAScheduleIsWiderThanATerminal() {
        for (String norm : List.of(
                "LayerNorm --shape N=?,D=768",
                "BatchNorm --shape 32,64,56,56",
                "GRN --shape N=8,H=28,W=28,C=96",
                "LRN --shape N=2,C=6,H=5,W=70",
                "MaskedGroupNorm --shape N=8,C=64,T=37")) {
            for (String backend : List.of("scalar", "vector")) {
                String text = explained("zoo:" + norm + " --backend " + backend);
                assertThat(text.substring(text.indexOf("Bytes for each element"))
                                .lines())
                        .as(norm)
                        .allMatch(line -> line.length() <= 100);
            }
        }
    }

    @Test
    void anOpenAxisKeepsItsSizesSymbolic() {
        bench.spec("layer.norm", "norm LayerNorm { input x[.., D] reduce D epsilon 1e-5 }");

        assertThat(explained("@layer.norm --shape N=?,D=8"))
                .contains("N values [N=?], each of 8 elements", "32 bytes for each N");
    }

    @Test
    void standardizeHasTwoStatistics() {
        bench.spec("s.norm", "norm S { input x[N, D] output y = standardize[D](x * 2, 1e-5) }");

        assertThat(explained("@s.norm")).contains("mean[D](x * 2)", "var[D](x * 2)", "one value for each N");
    }

    @Test
    void aSavedStatisticWithoutANameIsDefined() {
        bench.spec("s.norm", "norm S { input x[N, D] output y = standardize[D](x * 2, 1e-5) }")
                .spec("m.norm", "norm M { input x[N, D] mask m[N, D] reduce D epsilon 1e-5 }")
                .spec("u.norm", "norm U { input x[N] state k = 0 output y = k * x update k = k + 1 }");

        assertThat(explained("@s.norm"))
                .contains("  saved_2 = mean[D](x)\n  saved_1 = mean[D]((2 * x - 2 * saved_2)^2)\n");
        assertThat(explained("@m.norm")).contains("  saved_1 = sum[D](where(m == 0, 0, m))");
        assertThat(explained("@u.norm")).contains("  saved_k = k before the update", "  dx = saved_k * dy");
    }

    @Test
    void jsonParsesAndHoldsTheSame() throws JsonProcessingException {
        String text = explained("@group.norm --shape N=?,C=64,L=5 --format json");

        JsonNode norm = new ObjectMapper().readTree(text).path("norms").path(0);
        assertThat(norm.path("name").asText()).isEqualTo("GroupNorm");
        assertThat(norm.path("card").asBoolean()).isTrue();
        assertThat(norm.path("axes").path(1).path("factors").path(0).asText()).isEqualTo("G");
        assertThat(norm.path("statistics").path(0).path("sharedAlong").path(0).asText())
                .isEqualTo("K");
        assertThat(norm.path("statistics").path(0).path("shape").path("G").asInt())
                .isEqualTo(32);
        assertThat(norm.path("equations")).isNotEmpty();
        assertThat(norm.path("gradient")).isNotEmpty();
        JsonNode specialization = norm.path("specialization");
        assertThat(specialization.path("openAxis").asText()).isEqualTo("N");
        assertThat(specialization
                        .path("buffers")
                        .path(0)
                        .path("bytesPerOpenIndex")
                        .asLong())
                .isEqualTo(1280);
        JsonNode forward = specialization.path("entries").path(0);
        assertThat(specialization.path("entries")).hasSize(4);
        assertThat(forward.path("range").path("axis").asText()).isEqualTo("G");
        assertThat(forward.path("passGroups")
                        .path(0)
                        .path("passes")
                        .path(0)
                        .path("reads")
                        .path(0)
                        .asText())
                .isEqualTo("x");
        assertThat(forward.path("bytesPerElement").path("copies").asDouble()).isBetween(1.0, 1.3);
    }

    @Test
    void jsonWithoutAShapeHasEveryNorm() throws JsonProcessingException {
        JsonNode norms = new ObjectMapper()
                .readTree(explained("@all.norm --format json"))
                .path("norms");

        assertThat(norms).hasSize(3);
        assertThat(norms.path(2).has("specialization")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyErrorHasItsPage(ErrorCode code) {
        assertThat(explained(code.name())).isEqualTo(code.page());
    }

    @Test
    void errorsMayBeNamedInSmallLettersAndAsJson() throws JsonProcessingException {
        JsonNode page = new ObjectMapper().readTree(explained("n0201 --format json"));

        assertThat(page.path("code").asText()).isEqualTo("N0201");
        assertThat(page.path("page").asText()).isEqualTo(ErrorCode.N0201.page());
    }

    @Test
    void anUnknownErrorIsAFault() {
        Workbench.Outcome outcome = bench.run("explain N9999");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("there is no error `N9999`");
    }

    @Test
    void aShapeForAFileOfSeveralNormsNeedsAName() {
        Workbench.Outcome outcome = bench.run("explain @all.norm --shape N=2");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("N0401");
    }

    @Test
    void aShapeThatDoesNotFitIsAFault() {
        assertThat(bench.run("explain @group.norm --shape N=2,C=7").err()).contains("N0304", "1, 7");
        assertThat(bench.run("explain @batch.norm --const delta=7").err()).contains("`delta`", "`eps`");
        assertThat(bench.run("explain @batch.norm --const eps").code()).isEqualTo(2);
    }
}
