package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    private static final String TEXT = """
            <kernel>
              <shape>N=32, N=3,
                D=5</shape>
              <spec>${which}</spec><zoo>
                 LayerNorm</zoo>
              <norm/>
            </kernel>
            """;

    @TempDir
    private Path folder;

    private Path pom() throws IOException {
        return Files.writeString(folder.resolve("pom.xml"), TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shape | 2 | N=32      | 0 | :2:10
            shape | 2 | N=3       | 0 | :2:16
            shape | 2 | D=5       | 2 | :3:7
            shape | 2 | absent    | 0 | :2:10
            shape | 2 | ''        | 0 | :2:3
            spec  | 4 | a.norm    | 0 | :4:9
            zoo   | 4 | ''        | 0 | :4:24
            zoo   | 4 | LayerNorm | 5 | :5:11
            norm  | 6 | LayerNorm | 0 | :6:3
            """)
    void a_value_is_found_in_its_element_wherever_maven_saw_the_tag(
            String element, int line, String value, int offset, String expected) throws IOException {
        String text = TEXT.lines().toList().get(line - 1);
        int begin = text.indexOf("<" + element);
        int end = text.indexOf(">", begin) + 1;
        for (int column : new int[] {begin + 1, end, end + 1}) {
            assertThat(Place.of(pom(), line, column, element)
                            .error(value, offset, "odd", "")
                            .headline())
                    .as("column %d", column)
                    .isEqualTo(pom() + expected + ": error: odd");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_they_do_on_any_system(String end) throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), TEXT.replace("\n", end));
        assertThat(Place.of(pom, 2, 10, "shape").error("D=5", 0, "odd", "").headline())
                .isEqualTo(pom + ":3:5: error: odd");
    }

    @Test
    void a_file_that_is_gone_has_the_place_that_maven_knew() {
        Path pom = folder.resolve("gone.xml");
        assertThat(Place.of(pom, 7, 11, "shape").error("N=3", 0, "odd", "").headline())
                .isEqualTo(pom + ":7:11: error: odd");
    }

    @Test
    void an_option_of_the_command_line_is_a_place() {
        assertThat(Place.option("normc.dtype").error("f33", 0, "odd", "").headline())
                .isEqualTo("-Dnormc.dtype: error: odd");
    }

    @Test
    void what_could_rewrite_a_terminal_line_is_masked() {
        assertThat(Problem.error(Path.of("a.norm"), "b\u001b[2Kc\nd").headline())
                .isEqualTo("a.norm: error: b\ufffd[2Kc\ufffdd");
    }
}
