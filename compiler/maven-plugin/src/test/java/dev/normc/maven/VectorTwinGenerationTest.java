package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain class with its vector twins beside it. */
class VectorTwinGenerationTest {
    private static final VectorModule ADDED =
            new VectorModule("compile", List.of(List.of("--add-modules", "jdk.incubator.vector")));
    private static final VectorModule MISSING = new VectorModule("compile", List.of(List.of()));
    private static final String PACKAGE = "out/com/acme/";
    private static final String SERVICES = "resources/META-INF/services/dev.normc.runtime.NormKernel";

    @TempDir
    private Path project;

    private KernelConfiguration layer = Configured.kernel("layer.norm", "N=?, D=37", "Layer");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(project.resolve("norm"));
        Files.writeString(
                project.resolve("norm/layer.norm"),
                "norm LayerNorm { input x[N, D] reduce D epsilon 1e-5 affine scale g[D], shift b[D] }\n");
    }

    private Generation generation(boolean vector, String vectorBits, VectorModule module) {
        return new Generation(new Generation.Settings(
                project.resolve("norm"),
                project.resolve("out"),
                project.resolve("resources"),
                List.of(),
                project.resolve("normc/ledger"),
                "generate-default",
                "compiler 1",
                Configured.defaults(vector, vectorBits),
                true,
                module));
    }

    private Generation.Outcome run(boolean vector, String vectorBits) throws IOException {
        return generation(vector, vectorBits, ADDED).run(List.of("layer.norm"), List.of(layer));
    }

    private List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve(PACKAGE))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(project.resolve(file));
    }

    @Test
    void twins_take_the_signature_of_the_plain_class_and_are_not_registered() throws IOException {
        layer = Configured.with(layer, "vector", "true");
        assertThat(run(false, "0").kernels()).isEqualTo(1);
        assertThat(classes()).containsExactly("Layer.java", "LayerVector256.java", "LayerVector512.java");
        assertThat(text(PACKAGE + "Layer.java")).doesNotContain("jdk.incubator", "Layer.SIGNATURE");
        for (int bits : List.of(256, 512)) {
            assertThat(text(PACKAGE + "LayerVector" + bits + ".java"))
                    .contains(
                            "class LayerVector" + bits + " implements VectorTwin",
                            "SIGNATURE = Layer.SIGNATURE;",
                            "SPECIES_" + bits)
                    .doesNotContain("KernelSignature.builder");
        }
        assertThat(text(SERVICES).lines().filter(line -> !line.startsWith("#"))).containsExactly("com.acme.Layer");
    }

    @Test
    void the_plain_class_differs_from_one_without_twins_in_its_workspace_alone() throws IOException {
        run(false, "0");
        String alone = text(PACKAGE + "Layer.java");
        layer = Configured.with(layer, "vector", "true");
        run(false, "0");
        assertThat(withoutWorkspace(text(PACKAGE + "Layer.java"))).isEqualTo(withoutWorkspace(alone));
    }

    private static List<String> withoutWorkspace(String text) {
        return text.lines()
                .filter(line -> !line.contains("workspace") && !line.contains(".range("))
                .map(String::strip)
                .toList();
    }

    @Test
    void a_second_build_keeps_twins_and_one_without_them_deletes_them() throws IOException {
        layer = Configured.with(layer, "vector", "true");
        assertThat(run(false, "0").compiled()).isEqualTo(1);
        assertThat(run(false, "0")).isEqualTo(new Generation.Outcome(1, 0, List.of()));
        Files.delete(project.resolve(PACKAGE + "LayerVector512.java"));
        assertThat(run(false, "0").changed()).containsExactly(project.resolve(PACKAGE + "LayerVector512.java"));
        layer = Configured.with(layer, "vector", "false");
        run(true, "0");
        assertThat(classes()).containsExactly("Layer.java");
    }

    @Test
    void widths_are_those_that_are_named() throws IOException {
        run(true, "512, 128");
        assertThat(classes()).containsExactly("Layer.java", "LayerVector128.java", "LayerVector512.java");
        layer = Configured.with(layer, "vectorBits", "256");
        run(true, "0");
        assertThat(classes()).containsExactly("Layer.java", "LayerVector256.java");
        layer = Configured.with(layer, "vectorBits", "256,300");
        assertFails("vectors of 300 bits: 128, 256 or 512", true);
        layer = Configured.with(layer, "vectorBits", "128,256");
        assertFails("a class has vectors of one width, and several twins with `<vector>true</vector>`", false);
        layer = Configured.with(layer, "vector", "yes");
        assertFails("`vector` yes: write `true` or `false`", false);
    }

    @Test
    void buffers_have_no_twins() throws IOException {
        layer = Configured.with(layer, "memory", "buffer");
        run(true, "0");
        assertThat(classes()).containsExactly("Layer.java");
        layer = Configured.with(layer, "vector", "true");
        assertFails("`vector` true of a kernel with `memory` buffer: there are no vectors of buffers", false);
    }

    private void assertFails(String message, boolean vector) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> run(vector, "0"))
                .withMessageContaining(message);
    }

    @Test
    void a_twin_of_the_name_of_another_kernel_is_an_error() {
        layer = Configured.with(layer, "vector", "true");
        KernelConfiguration other = Configured.kernel("layer.norm", "N=?, D=5", "LayerVector256");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation(false, "0", ADDED).run(List.of("layer.norm"), List.of(layer, other)))
                .withMessageContaining("class com.acme.LayerVector256: two kernels are of this class");
    }

    @Test
    void without_the_module_nothing_is_written() {
        layer = Configured.with(layer, "vector", "true");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation(false, "0", MISSING).run(List.of("layer.norm"), List.of(layer)))
                .satisfies(fault -> assertThat(fault.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.text()).contains("<arg>jdk.incubator.vector</arg>")));
        assertThat(project.resolve("out")).doesNotExist();
        layer = Configured.with(layer, "vector", "");
        assertThat(generation(false, "0", MISSING).check(List.of("layer.norm"), List.of(layer)))
                .isEqualTo(1);
    }
}
