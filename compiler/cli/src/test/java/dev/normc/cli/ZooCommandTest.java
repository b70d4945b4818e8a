package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.normc.compiler.Zoo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code normc zoo}, and {@code zoo:NAME} where other commands take a file. */
class ZooCommandTest {
    @TempDir
    private Path folder;

    private Workbench.Outcome run(String line) {
        return new Workbench(folder).run(line);
    }

    @Test
    void everyNormIsListedWithTheFirstLineOfItsDocumentation() {
        Workbench.Outcome outcome = run("zoo");

        List<String> lines = outcome.out().lines().toList();
        assertThat(outcome.code()).isZero();
        assertThat(lines).hasSameSizeAs(Zoo.names());
        assertThat(lines).anyMatch(line -> line.matches("GroupNorm +Group normalization: .*"));
    }

    @Test
    void theListIsAligned() {
        List<String> lines = run("zoo").out().lines().toList();

        int column = lines.get(0).indexOf(lines.get(0).replaceFirst("\\w+ +", ""));
        assertThat(lines)
                .allMatch(line -> line.charAt(column - 1) == ' ' && line.charAt(column) != ' ')
                .allMatch(line -> line.length() <= 150);
    }

    @Test
    void theListIsJsonForPrograms() throws JsonProcessingException {
        JsonNode norms =
                new ObjectMapper().readTree(run("zoo --format json").out()).get("norms");

        assertThat(norms.findValuesAsText("name")).isEqualTo(Zoo.names());
        assertThat(norms.findValuesAsText("summary")).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoo GroupNorm", "zoo zoo:GroupNorm"})
    void oneNormIsPrintedAsItIs(String line) {
        Workbench.Outcome outcome = run(line);

        assertThat(outcome)
                .isEqualTo(new Workbench.Outcome(0, Zoo.source("GroupNorm").text(), ""));
    }

    @Test
    void oneNormIsJsonForPrograms() throws JsonProcessingException {
        JsonNode norm = new ObjectMapper().readTree(run("zoo GRN --format json").out());

        assertThat(norm.get("name").asText()).isEqualTo("GRN");
        assertThat(norm.get("specification").asText())
                .isEqualTo(Zoo.source("GRN").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoo GrupNorm",
                "check zoo:GrupNorm",
                "explain zoo:GrupNorm",
                "dump zoo:GrupNorm --stage check",
                "emit zoo:GrupNorm --shape 2,6,5",
                "run zoo:GrupNorm --out @results"
            })
    void aMisspelledNameGetsASuggestion(String line) {
        Workbench.Outcome outcome = run(line);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("error[N0403]: the zoo has no norm `GrupNorm`", "did you mean `GroupNorm`?");
    }

    @Test
    void aNormOfTheZooIsCheckedBesideFiles() {
        Workbench bench = new Workbench(folder).spec("two.norm", Workbench.BATCH_NORM + Workbench.GROUP_NORM);

        assertThat(bench.run("check zoo:GRN @two.norm").out())
                .isEqualTo("zoo:GRN: GRN\n" + folder + "/two.norm: BatchNorm, GroupNorm\n");
    }

    @Test
    void everyNormOfTheZooIsExplained() {
        for (String name : Zoo.names()) {
            Workbench.Outcome outcome = run("explain zoo:" + name);

            assertThat(outcome.err()).as(name).isEmpty();
            assertThat(outcome.out()).as(name).contains(name);
        }
    }

    @Test
    void aNormOfTheZooIsDumpedAndEmitted() {
        assertThat(run("dump zoo:GroupNorm --stage parse").out()).contains("GroupNorm");
        assertThat(run("emit zoo:GroupNorm --shape N=2,C=6,L=5 --const G=3").out())
                .contains("class GroupNorm", "gamma");
    }

    @Test
    void aNormOfTheZooRunsOnArrays() {
        Workbench bench = new Workbench(folder)
                .save("x.npy", Workbench.doubles(1, 36), 2, 6, 3)
                .save("dy.npy", Workbench.doubles(2, 36), 2, 6, 3)
                .spec("group.norm", Zoo.source("GroupNorm").text());
        String rest = " --in x=@x.npy --grad y=@dy.npy --const G=3 --out ";

        Workbench.Outcome outcome = bench.run("run zoo:GroupNorm" + rest + "@zoo");
        bench.run("run @group.norm" + rest + "@file");

        assertThat(outcome).isEqualTo(new Workbench.Outcome(0, "", ""));
        assertThat(bench.names("zoo")).containsExactly("dbeta.npy", "dgamma.npy", "dx.npy", "y.npy");
        assertThat(bench.load("zoo/dx.npy").doubles())
                .isEqualTo(bench.load("file/dx.npy").doubles());
    }

    @Test
    void aFileMayHaveANameThatBeginsLikeTheZoo() {
        Workbench bench = new Workbench(folder).spec("zoo:Mine", Workbench.DYT);

        assertThat(bench.run("check @zoo:Mine").out()).endsWith("zoo:Mine: DyT\n");
    }
}
