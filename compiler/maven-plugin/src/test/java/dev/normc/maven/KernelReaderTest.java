package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand in {@code <kernels>}, and what is said of the rest. */
class KernelReaderTest {
    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<KernelConfiguration> read(String kernels) throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "<kernels>" + kernels + "</kernels>");
        return new KernelReader(problems).all(Configured.read(pom));
    }

    private static List<String> texts(List<Value> values) {
        return values.stream().map(Value::text).toList();
    }

    @Test
    void the_short_form_is_a_specification_and_a_shape() throws IOException {
        assertThat(read("<kernel>  layers/layer.norm   N=?; D=768 </kernel>"))
                .singleElement()
                .satisfies(kernel -> {
                    assertThat(texts(kernel.specifications())).containsExactly("layers/layer.norm");
                    assertThat(texts(kernel.extents())).containsExactly("N=?, D=768");
                });
    }

    @Test
    void a_short_form_without_shape_leaves_it_to_the_compiler_to_say_what_is_missing() throws IOException {
        assertThat(read("<kernel>zoo:LayerNorm</kernel>")).singleElement().satisfies(kernel -> {
            assertThat(texts(kernel.specifications())).containsExactly("zoo:LayerNorm");
            assertThat(texts(kernel.extents())).containsExactly("");
        });
    }

    @Test
    void a_text_is_several_kernels_parted_by_commas() throws IOException {
        assertThat(read(" zoo:LayerNorm N=?; D=768, a.norm 3;5, "))
                .extracting(kernel -> texts(kernel.specifications()) + " " + texts(kernel.extents()))
                .containsExactly("[zoo:LayerNorm] [N=?, D=768]", "[a.norm] [3,5]");
    }

    @Test
    void files_and_names_of_the_zoo_and_shapes_are_lists_in_either_form() throws IOException {
        List<KernelConfiguration> kernels = read("""
                <kernel>
                  <spec>a.norm</spec>
                  <specs>b.norm , c.norm</specs>
                  <zoo>RMSNorm, zoo:DyT,</zoo>
                  <shape>7</shape>
                  <shapes>2,3; N=5, D=7</shapes>
                  <entries>forward, backward</entries>
                </kernel>
                <testKernel>
                  <specs><spec>b.norm</spec></specs>
                  <zoo><norm>RMSNorm</norm><norm> DyT </norm></zoo>
                  <shapes><shape>2,3</shape><shape>N=5, D=7</shape></shapes>
                  <entries><entry>forward</entry><entry>backward</entry></entries>
                </testKernel>
                """);
        assertThat(kernels)
                .extracting(kernel -> String.join(" ", texts(kernel.specifications())))
                .containsExactly("a.norm b.norm c.norm zoo:RMSNorm zoo:DyT", "b.norm zoo:RMSNorm zoo:DyT");
        assertThat(kernels)
                .extracting(kernel -> String.join(" | ", texts(kernel.extents())))
                .containsExactly("7 | 2,3 | N=5, D=7", "2,3 | N=5, D=7");
        assertThat(kernels)
                .allSatisfy(kernel -> assertThat(texts(kernel.entries())).containsExactly("forward", "backward"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <kernal>a.norm 3,5</kernal>                                        | 10 | `<kernal>` stands among the kernels | write `<kernel>`
            <kernel><spec>a.norm</spec><shpe>3,5</shpe></kernel>               | 37 | `<shpe>` is no part of a kernel | did you mean `<shape>`?
            <kernel><Spec>a.norm</Spec></kernel>                               | 18 | `<Spec>` is no part of a kernel | did you mean `<spec>`?
            <kernel><wholly>a.norm</wholly></kernel>                           | 18 | `<wholly>` is no part of a kernel | there are `<className>`, `<dtype>`, `<entries>`
            <kernel><shapes><shap>3,5</shap></shapes></kernel>                 | 26 | `<shap>` stands in `<shapes>` | write `<shape>`
            <kernel><zoo><LayerNorm/></zoo></kernel>                           | 23 | `<LayerNorm>` stands in `<zoo>` | write `<norm>`
            <kernel><shape><N>3</N></shape></kernel>                           | 25 | `<N>` stands in `<shape>`, which is a text |
            <kernel><shapes><shape><N>3</N></shape></shapes></kernel>          | 33 | `<N>` stands in `<shape>`, which is a text |
            <kernel><spec>a</spec><spec>b</spec></kernel>                      | 32 | a second `<spec>` in one kernel: write both into `<specs>` |
            <kernel><norm>A</norm><norm>B</norm></kernel>                      | 32 | a second `<norm>` in one kernel: leave one of them out |
            <kernel><initializer>yes</initializer></kernel>                    | 31 | `initializer` yes: write `true` or `false` |
            """)
    void what_does_not_belong_there_has_its_place_and_a_way_out(String kernels, int column, String message, String hint)
            throws IOException {
        read(kernels);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.headline())
                    .isEqualTo(folder.resolve("pom.xml") + ":1:" + column + ": error: " + message);
            assertThat(problem.excerpt()).startsWith(hint == null ? "" : "  = hint: " + hint);
        });
    }
}
