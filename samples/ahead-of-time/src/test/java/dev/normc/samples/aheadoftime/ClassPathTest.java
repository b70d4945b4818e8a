package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.NormKernel;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs needs this module and the runtime, and nothing else. */
class ClassPathTest {

    private static String placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static String run(List<String> classPath) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        AheadOfTime.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void aJvmWithTwoEntriesRunsTheKernels() throws Exception {
        List<String> classPath = List.of(placeOf(AheadOfTime.class), placeOf(NormKernel.class));
        assertThat(classPath).doesNotHaveDuplicates();
        assertThat(run(classPath).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("as a class: y\\[0] = -?\\d.*, dgamma\\[0] = -?\\d.*"),
                        line -> assertThat(line).startsWith("in a layer: running_mean = ["),
                        line -> assertThat(line).isEqualTo("by name: x[N=3, C=64, H=5, W=6], one of 6"));
    }

    @Test
    void noneOfTheTwoKnowsTheCompiler() throws Exception {
        ClassLoader two = new URLClassLoader(
                new URL[] {
                    Path.of(placeOf(AheadOfTime.class)).toUri().toURL(),
                    Path.of(placeOf(NormKernel.class)).toUri().toURL()
                },
                ClassLoader.getPlatformClassLoader());
        for (String absent :
                List.of("dev.normc.compiler.Compiler", "dev.normc.jit.Jit", "org.antlr.v4.runtime.Lexer")) {
            assertThat(absent).satisfies(name -> assertThat(Class.forName(name)).isNotNull());
            assertThat(two.getResource(absent.replace('.', '/') + ".class")).isNull();
        }
    }
}
