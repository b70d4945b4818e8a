package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.typed.TypedNorm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zoo as a collection of texts; what its norms compute is tested where kernels are. */
class ZooTest {
    private static final Path FILES = Path.of("../../grammar/src/main/resources/zoo");
    private static final int MOST_LINES = 26;

    static Stream<String> names() {
        return Zoo.names().stream();
    }

    @Test
    void theIndexListsTheFilesInOrder() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(Zoo.names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("index.txt"))
                                    .map(name -> name.replaceFirst("\\.norm$", ""))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void thereAreMoreThanFiftyNorms() {
        assertThat(Zoo.names()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileDeclaresOneNormOfItsName(String name) {
        List<TypedNorm> norms = Compiler.check(Zoo.source(name));

        assertThat(norms).extracting(TypedNorm::name).containsExactly(name);
        assertThat(Zoo.source(name).name()).isEqualTo("zoo:" + name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDocumentationSaysWhatItIsTheFormulaThePaperTheNeighboursAndTheTraps(String name) {
        ZooEntry entry = ZooEntry.of(name);

        assertThat(entry.summary()).endsWith(".").hasSizeLessThan(120);
        assertThat(List.of(entry.formula(), entry.paper(), entry.near(), entry.trap()))
                .allMatch(part -> part.endsWith(".") && part.length() > 10);
        assertThat(entry.paper()).matches(".*(\\b(19|20)\\d\\d\\b|none).*");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSpecificationIsShortAndFitsAPage(String name) {
        List<String> lines = Zoo.source(name).text().lines().toList();

        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines.stream().filter(line -> !line.startsWith("///"))).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(Zoo.source(name).text()).matches("(?s)\\p{ASCII}*}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group_norm", "groupnorm", "GroupNorn", "Group Norm"})
    void aNearNameIsSuggested(String wrong) {
        assertThatThrownBy(() -> Zoo.source(wrong))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContainingAll("error[N0403]", "`" + wrong + "`", "did you mean `GroupNorm`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../zoo/GroupNorm", "index.txt", "Whitening"})
    void whatIsInNoIndexIsInNoZoo(String wrong) {
        assertThatThrownBy(() -> Zoo.source(wrong))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContainingAll("error[N0403]", "`normc zoo` lists");
    }
}
