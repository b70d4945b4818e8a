package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormLayer;
import dev.normc.runtime.npy.NpyArray;
import dev.normc.runtime.npy.NpyException;
import dev.normc.runtime.npy.NpzFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a layer saves it loads, and what does not fit it names and leaves. */
class NormLayerFileTest {
    private static final NormKernel BATCH_NORM = new Example(Example.BATCH_NORM, "N=?, C=3").kernel();

    @TempDir
    Path folder;

    private Path file;
    private NormLayer layer;

    @BeforeEach
    void trainAStep() {
        file = folder.resolve("layer.npz");
        layer = new NormLayer(BATCH_NORM);
        layer.forward(new float[] {1, 2, 3, 4, 6, 9});
        layer.floats("gamma")[1] = 5;
    }

    @Test
    void aLoadedLayerInfersTheSameBits() {
        layer.save(file);
        NormLayer other = new NormLayer(BATCH_NORM);
        other.load(file);
        float[] x = {1, 2, 3, 4, 5, 6};
        assertThat(other.mode(NormLayer.Mode.INFER).forward(x))
                .isEqualTo(layer.mode(NormLayer.Mode.INFER).forward(x));
        assertThat(other.floats("gamma")).containsExactly(1, 5, 1);
    }

    @Test
    void equalLayersGiveEqualBytesAndAnOldFileIsReplaced() throws IOException {
        layer.save(file);
        byte[] first = Files.readAllBytes(file);
        layer.save(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder).toList()).containsExactly(file);
    }

    @Test
    void aScalarParamKeepsItsEmptyShape() {
        NormLayer dyt = new NormLayer(new Example(Example.DYT, "N=?, D=2").kernel());
        dyt.floats("alpha")[0] = 0.25f;
        dyt.save(file);
        assertThat(NpzFile.read(file).get("alpha").shape()).isEmpty();
        NormLayer other = new NormLayer(new Example(Example.DYT, "N=?, D=2").kernel());
        other.load(file);
        assertThat(other.floats("alpha")).containsExactly(0.25f);
    }

    @Test
    void whatDoesNotFitIsNamedAndTheLayerStaysAsItWas() {
        Map<String, NpyArray> good = new LinkedHashMap<>();
        for (String name : List.of("gamma", "beta", "running_mean", "running_var")) {
            good.put(name, NpyArray.of(new float[] {7, 7, 7}, List.of(3)));
        }
        refused(without(good, "running_var"), "`running_var` is missing");
        refused(with(good, "delta", NpyArray.of(new float[1], List.of(1))), "`delta` is no param or state of this");
        refused(with(good, "beta", NpyArray.of(new float[3], List.of(1, 3))), "`beta` has extents [1, 3], needs [3]");
        refused(with(good, "running_mean", NpyArray.of(new double[3], List.of(3))), "holds f64, needs f32");
        NpzFile.write(file, good);
        layer.load(file);
        assertThat(layer.floats("running_var")).containsOnly(7);
    }

    @Test
    void aFileThatCannotBeReadLeavesTheLayerAsItWas() throws IOException {
        assertThatThrownBy(() -> layer.load(file)).isInstanceOf(NpyException.class);
        layer.save(file);
        byte[] bytes = Files.readAllBytes(file);
        layer.floats("gamma")[2] = 9;
        bytes[170] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> layer.load(file)).isInstanceOf(NpyException.class);
        assertThat(layer.floats("gamma")).containsExactly(1, 5, 9);
    }

    @Test
    void aBackwardAfterALoadNeedsANewForward() {
        layer.save(file);
        layer.load(file);
        assertThatThrownBy(() -> layer.backward(new float[6])).isInstanceOf(IllegalStateException.class);
    }

    private void refused(Map<String, NpyArray> arrays, String message) {
        NpzFile.write(file, arrays);
        assertThatThrownBy(() -> layer.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + file + "`: ")
                .hasMessageContaining(message);
        assertThat(layer.floats("gamma")).containsExactly(1, 5, 1);
    }

    private static Map<String, NpyArray> without(Map<String, NpyArray> arrays, String name) {
        Map<String, NpyArray> copy = new LinkedHashMap<>(arrays);
        copy.remove(name);
        return copy;
    }

    private static Map<String, NpyArray> with(Map<String, NpyArray> arrays, String name, NpyArray array) {
        Map<String, NpyArray> copy = new LinkedHashMap<>(arrays);
        copy.put(name, array);
        return copy;
    }
}
