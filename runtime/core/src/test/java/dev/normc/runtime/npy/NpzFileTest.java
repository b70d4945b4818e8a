package dev.normc.runtime.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of arrays, good and bad. */
class NpzFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("arrays.npz");
    }

    @Test
    void readsBackWhatItWroteInOrder() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("b", NpyArray.of(new float[] {1, -0f, Float.NaN}, List.of(3, 1)));
        arrays.put("a", NpyArray.of(new double[] {2.5}, List.of()));
        arrays.put("empty", NpyArray.of(new float[0], List.of(0, 4)));
        NpzFile.write(file, arrays);
        Map<String, NpyArray> read = NpzFile.read(file);
        assertThat(read.keySet()).containsExactly("b", "a", "empty");
        assertThat(read.get("b").floats()).containsExactly(1, -0f, Float.NaN);
        assertThat(read.get("b").shape()).containsExactly(3, 1);
        assertThat(read.get("a").doubles()).containsExactly(2.5);
        assertThat(read.get("empty").shape()).containsExactly(0, 4);
    }

    @Test
    void readsACompressedArchive() throws IOException {
        archive("m.npy", NpyBytes.NUMPY_MATRIX);
        assertThat(NpzFile.read(file).get("m").floats()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void namesWhatIsNotAnArchive() throws IOException {
        assertThatThrownBy(() -> NpzFile.read(file)).hasMessage("`" + file + "`: does not exist");
        assertThatThrownBy(() -> NpzFile.read(folder)).hasMessage("`" + folder + "`: is a folder, not a file");
        Files.write(file, NpyBytes.NUMPY_MATRIX);
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(NpyException.class)
                .hasMessageContaining("is not a zip archive (.npz), or a damaged one");
    }

    @Test
    void namesTheArrayThatIsWrong() throws IOException {
        archive("m.npy", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(NpyException.class)
                .hasMessage("`" + file.resolve("m.npy") + "`: is not an npy file, its magic is missing");
        archive("../m.npy", NpyBytes.NUMPY_MATRIX);
        assertThatThrownBy(() -> NpzFile.read(file))
                .hasMessage("`" + file + "`: holds a file that is not an array, `../m.npy`");
    }

    @Test
    void noDamagedByteIsBelieved() throws IOException {
        NpzFile.write(file, Map.of("a", NpyArray.of(new float[] {1, 2, 3}, List.of(3))));
        byte[] bytes = Files.readAllBytes(file);
        int data = 30 + "a.npy".length() + 128;
        for (int i = data; i < data + 12; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            assertThatThrownBy(() -> NpzFile.read(file))
                    .isInstanceOf(NpyException.class)
                    .hasMessageContaining("its checksum differs");
        }
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> NpzFile.read(file)).isInstanceOf(NpyException.class);
        }
    }

    private void archive(String name, byte[] bytes) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
    }
}
