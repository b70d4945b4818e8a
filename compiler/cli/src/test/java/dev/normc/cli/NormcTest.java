package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands have in common. */
class NormcTest {
    @TempDir
    private Path folder;

    private Workbench.Outcome run(String line) {
        return new Workbench(folder).run(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "explain", "dump", "emit", "run", "zoo"})
    void helpGoesToStandardOutput(String command) {
        Workbench.Outcome outcome = run(command + " --help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage: normc " + command)
                .contains("Exit codes:", "2   the command was used wrongly")
                .doesNotContain("\u001b");
    }

    @Test
    void theMainHelpListsEveryCommand() {
        assertThat(run("--help").out()).contains("check ", "explain ", "dump ", "emit ", "run ", "zoo ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "run --version", "-V"})
    void theVersionIsThatOfTheBuild(String line) {
        assertThat(run(line).out()).matches("normc [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compile x.norm",
                "check",
                "check --loud x.norm",
                "explain",
                "explain a b",
                "explain x.norm --format xml",
                "dump x.norm",
                "dump x.norm --stage link",
                "emit",
                "emit x.norm --dtype f8",
                "zoo GRN DyT",
                "zoo --format xml"
            })
    void wrongUsageIsTwoAndSaysWhereHelpIs(String line) {
        Workbench.Outcome outcome = run(line);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("error: ").contains("--help` shows how it is used");
    }

    @Test
    void aFileNameCannotRewriteTheTerminal() {
        assertThat(run("check @\u001b[2J.norm").err()).doesNotContain("\u001b").contains("\uFFFD[2J");
    }

    @Test
    void anInternalFailureIsOneMessageThatAsksForAReport() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Faults faults = new Faults(new Console(stream, stream, false));

        int code = faults.handleExecutionException(new IllegalStateException("no buffer q"), null, null);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("error[N0901]", "no buffer q", "report")
                .doesNotContain("\tat ");
    }
}
