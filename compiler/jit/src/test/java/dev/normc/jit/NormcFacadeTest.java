package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.NormcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door as a user meets it: a file, a shape, arrays. */
class NormcFacadeTest {
    private static final String TWO_NORMS = """
            norm First  { input x[N, D]   reduce D   subtract mean }
            norm Second { input x[N, D]   reduce D   divide rms   epsilon 1e-6 }
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeTheSpecification() throws IOException {
        file = Files.writeString(folder.resolve("layer_norm.norm"), Example.LAYER_NORM);
    }

    @AfterEach
    void clearTheProperty() {
        System.clearProperty(CompilerChoice.PROPERTY);
    }

    @Test
    void theSnippetOfTheReadmeRuns() {
        int batch = 2;
        float[] x = new float[batch * 768];
        float[] dy = new float[batch * 768];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? 3 : 1;
            dy[i] = 1;
        }
        NormKernel layerNorm = Normc.compile(file, "N=?, D=768");
        Bindings b = layerNorm.bindings(batch);
        b.set("x", x).set("dy", dy);
        layerNorm.forward(b);
        layerNorm.backward(b);
        float[] y = b.floats("y");
        float one = (float) (1 / Math.sqrt(1 + 1e-5)); // mean 2, variance 1
        assertThat(y).hasSize(batch * 768).containsOnly(one, -one);
        assertThat(b.floats("dbeta")).containsOnly((float) batch);
        assertThat(b.floats("dgamma")[1]).isEqualTo((float) (-batch / Math.sqrt(1 + 1e-5)));
    }

    @Test
    void equalRequestsShareOneKernel() {
        NormKernel kernel = Normc.compile(file, "N=?, D=768");
        assertThat(Normc.compile(file, "N=?, D=768")).isSameAs(kernel);
        assertThat(Normc.compile("layer_norm.norm", Example.LAYER_NORM, "N=?, D=768"))
                .isSameAs(kernel);
    }

    @Test
    void theStorageTypeAndTheNormAreOptions() {
        NormKernel kernel = Normc.compile(
                "two.norm",
                TWO_NORMS,
                "N=2, D=3",
                CompileOptions.DEFAULT.withNorm("Second").withType(DataType.F64));
        assertThat(kernel.signature().norm()).isEqualTo("Second");
        assertThat(kernel.bindings().doubles("y")).hasSize(6);
    }

    @Test
    void anErrorOfTheShapeComesAsRenderedDiagnostics() {
        assertThatThrownBy(() -> Normc.compile(file, "N=?, D=768, width=1"))
                .isInstanceOf(NormcException.class)
                .hasMessageStartingWith("error[N03")
                .hasMessageContaining("`width`")
                .hasMessageContaining(" --> shape:1:");
    }

    @Test
    void anErrorOfTheTextComesWithTheFileTheLineAndAMark() {
        assertThatThrownBy(() ->
                        Normc.compile("wrong.norm", "norm W {\n  input x[N, D]\n  reduce E  epsilon 1e-5\n}", "2,3"))
                .isInstanceOf(NormcException.class)
                .hasMessageStartingWith("error[N0201]: ")
                .hasMessageContainingAll("`E`", " --> wrong.norm:3:10", "reduce E", "^");
    }

    @Test
    void aFileOfSeveralNormsNeedsAName() {
        assertThatThrownBy(() -> Normc.compile("two.norm", TWO_NORMS, "2,3"))
                .isInstanceOf(NormcException.class)
                .hasMessageContainingAll("error[N0401]", "`First`, `Second`");
    }

    @Test
    void aNormOfTheZooIsFoundByName() {
        NormKernel kernel = Normc.zoo("GroupNorm", "N=?, C=6, H=2, W=5, G=3");
        assertThat(kernel.signature().norm()).isEqualTo("GroupNorm");
        assertThat(kernel.bindings(4).floats("y")).hasSize(4 * 6 * 2 * 5);
        assertThat(Normc.zoo("GroupNorm").compile("N=?, C=6, H=2, W=5, G=3")).isSameAs(kernel);
        CompileOptions f64 = CompileOptions.DEFAULT.withType(DataType.F64);
        assertThat(Normc.zoo("RMSNorm", "3,8", f64).bindings().doubles("y")).hasSize(24);
    }

    @Test
    void weightNormOfTheZooBeginsWithOneOverTheDeviationOfABatch() {
        CompileOptions initializer =
                CompileOptions.DEFAULT.withType(DataType.F64).withInitializer();
        NormKernel kernel = Normc.zoo("WeightNorm").compile("O=2, N=4", initializer);
        Bindings b = kernel.bindings().set("t", new double[] {1, 10, 3, 30, 3, 30, 1, 10}); // deviations 1 and 10
        kernel.forward(b);
        assertThat(b.doubles("g")).containsExactly(1, 0.1);
    }

    @Test
    void theZooIsListedAndItsTextsAreShown() {
        assertThat(Normc.zoo()).contains("BatchNorm", "GroupNorm", "RMSNorm").isSorted();
        assertThat(Normc.zoo("DyT")).hasToString(Normc.zoo("DyT").text());
        assertThat(Normc.zoo("DyT").text()).startsWith("/// ").contains("norm DyT {");
    }

    @Test
    void aNameThatTheZooDoesNotHaveGetsASuggestion() {
        assertThatThrownBy(() -> Normc.zoo("GroupNrom", "2,6,5"))
                .isInstanceOf(NormcException.class)
                .hasMessageContainingAll("error[N0403]", "did you mean `GroupNorm`?");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.norm");
        assertThatThrownBy(() -> Normc.compile(missing, "N=?, D=768"))
                .isInstanceOf(NormcException.class)
                .hasMessageStartingWith("`" + missing + "`: ")
                .hasMessageMatching("(?s).*(does not exist|cannot be read)");
        assertThatThrownBy(() -> Normc.compile(folder, "N=?, D=768")).isInstanceOf(NormcException.class);
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.norm"), new byte[] {'n', (byte) 0xFF, 'o'});
        assertThatThrownBy(() -> Normc.compile(bytes, "N=?, D=768"))
                .isInstanceOf(NormcException.class)
                .hasMessage("`" + bytes + "`: not UTF-8 text");
    }

    @Test
    void aWrongCompilerPropertyIsNamed() {
        System.setProperty(CompilerChoice.PROPERTY, "gcc");
        assertThatThrownBy(() -> Normc.compile(file, "N=?, D=768"))
                .hasMessage("normc.compiler=gcc: takes janino, javac or auto");
    }

    @Test
    void oneShapeTextServesANormAndItsInitializer() {
        String text = "norm W { input v[O, I] param g[O] = 1 output w = g * v / norm2[I](v)"
                + " init g = 1 / std[N](t) from t[N, O] }";
        NormKernel initializer =
                Normc.compile("w.norm", text, "O=2, I=3, N=?", CompileOptions.DEFAULT.withInitializer());
        Bindings data = initializer.bindings(2);
        data.set("t", new float[] {1, 2, 5, -2});
        initializer.infer(data);
        assertThat(data.floats("g")).containsExactly(0.5f, 0.5f);
    }
}
