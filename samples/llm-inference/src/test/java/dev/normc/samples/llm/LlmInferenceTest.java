package dev.normc.samples.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.NormKernel;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as it is started: this module and the runtime on the class path, with the module of vectors or without. */
class LlmInferenceTest {

    private record Result(int exitCode, String output) {}

    private static String placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static Result run(List<String> options, String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                String.join(File.pathSeparator, placeOf(LlmInference.class), placeOf(NormKernel.class)),
                LlmInference.class.getName()));
        command.addAll(List.of(arguments));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(java.waitFor(), output);
    }

    @Test
    void withoutTheModuleItRunsInPlainJava() throws Exception {
        Result result = run(List.of(), "check");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("one thread; no vectors (java --add-modules jdk.incubator.vector")
                .contains("All results are as promised")
                .contains("NaN")
                .doesNotContain("Median time");
        assertThat(result.output().lines().filter(line -> line.startsWith("RMSNorm  ")))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(line -> assertThat(line).contains("(100.0 %)").contains(" - "));
    }

    @Test
    void withTheModuleItComparesVectorsToo() throws Exception {
        Result result = run(List.of("--add-modules", "jdk.incubator.vector"), "check");
        assertThat(result.exitCode()).as(result.output()).isZero();
        boolean wide = OptionalParts.vectors().isPresent();
        assertThat(result.output().lines().filter(line -> line.startsWith("LayerNorm  ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.split("%", -1)).hasSize(wide ? 6 : 4));
    }

    @Test
    void anUnknownArgumentIsAnsweredWithTheUsage() throws Exception {
        Result result = run(List.of(), "chekc");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).startsWith("usage: java ").hasLineCount(2);
    }
}
