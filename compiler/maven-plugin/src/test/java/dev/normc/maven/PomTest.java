package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PomTest {
    private static final String TEXT =
            "<project>\n  <shape>N=3, D=5</shape>\n  <shape>N=32</shape>\n  <dtype>f16</dtype>\n"
                    + "  <dtype>f16</dtype>\n  <kernel><dtype>bf16</dtype></kernel>\n  <kernel><dtype>bf16</dtype></kernel>\n</project>\n";

    @TempDir
    private Path folder;

    private Pom pom() throws IOException {
        return new Pom(Files.writeString(folder.resolve("pom.xml"), TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N=3, D=5 | 0 | :2:10: error: odd
            N=3, D=5 | 5 | :2:15: error: odd
            N=32     | 0 | :3:10: error: odd
            N=3      | 0 | :2:10: error: odd
            f16      | 0 | : error: odd
            f64      | 0 | : error: odd
            bf16     | 0 | :6:18: error: odd
            """)
    void aValueThatStandsThereOnceOrInAKernelHasAPlace(String value, int offset, String expected) throws IOException {
        assertThat(pom().error(value, offset, "odd", "").headline()).isEqualTo(folder.resolve("pom.xml") + expected);
    }

    @Test
    void aProjectWithoutAFileHasNoPlaces() {
        assertThat(new Pom(folder.resolve("none.xml")).error("N=3", "odd").headline())
                .endsWith("none.xml: error: odd");
    }

    @Test
    void whatCouldRewriteATerminalLineIsMasked() {
        assertThat(Problem.error(Path.of("a.norm"), "b\u001b[2Kc\nd").headline())
                .isEqualTo("a.norm: error: b\ufffd[2Kc\ufffdd");
    }
}
