package dev.normc.runtime.npy;

import static dev.normc.runtime.npy.NpyBytes.NUMPY_MATRIX;
import static dev.normc.runtime.npy.NpyBytes.NUMPY_SCALAR;
import static dev.normc.runtime.npy.NpyBytes.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written, and how. */
class NpyFileTest {

    @TempDir
    Path folder;

    @Test
    void readsTheMatrixNumpySaved() throws IOException {
        NpyArray array = NpyFile.read(file(NUMPY_MATRIX));

        assertThat(array.type()).isEqualTo(DataType.F32);
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.floats()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void readsTheScalarNumpySaved() throws IOException {
        NpyArray array = NpyFile.read(file(NUMPY_SCALAR));

        assertThat(array.type()).isEqualTo(DataType.F64);
        assertThat(array.shape()).isEmpty();
        assertThat(array.elements()).isEqualTo(1);
        assertThat(array.doubles()).containsExactly(2.5);
    }

    @Test
    void encodesByteForByteWhatNumpySaves() {
        assertThat(NpyFile.encode(NpyArray.of(new float[] {0, 1, 2, 3, 4, 5}, List.of(2, 3))))
                .isEqualTo(NUMPY_MATRIX);
        assertThat(NpyFile.encode(NpyArray.of(new double[] {2.5}, List.of()))).isEqualTo(NUMPY_SCALAR);
    }

    @Test
    void keepsEveryBitOfNanPayloadsAndNegativeZero() throws IOException {
        double[] values = {Double.longBitsToDouble(0xfff8_0000_1234_5678L), -0.0, Double.MIN_VALUE};
        float[] floats = {Float.intBitsToFloat(0x7fc1_2345), -0.0f, Float.NEGATIVE_INFINITY};

        double[] doublesBack = roundTrip(NpyArray.of(values, List.of(3))).doubles();
        float[] floatsBack = roundTrip(NpyArray.of(floats, List.of(1, 3))).floats();

        for (int i = 0; i < 3; i++) {
            assertThat(Double.doubleToRawLongBits(doublesBack[i])).isEqualTo(Double.doubleToRawLongBits(values[i]));
            assertThat(Float.floatToRawIntBits(floatsBack[i])).isEqualTo(Float.floatToRawIntBits(floats[i]));
        }
    }

    @Test
    void keepsScalarsAndEmptyArrays() throws IOException {
        assertThat(roundTrip(NpyArray.of(new float[] {7}, List.of())).floats()).containsExactly(7);
        NpyArray empty = roundTrip(NpyArray.of(new double[0], List.of(0, 3)));
        assertThat(empty.shape()).containsExactly(0, 3);
        assertThat(empty.doubles()).isEmpty();
    }

    @Test
    void keepsAsManyAxesAsNumpyHas() throws IOException {
        List<Integer> shape = new ArrayList<>(Collections.nCopies(64, 1));
        shape.set(63, 2);
        assertThat(roundTrip(NpyArray.of(new float[] {3, 4}, shape)).floats()).containsExactly(3, 4);
    }

    @Test
    void keepsArraysOfManyChunksAndALittleMore() throws IOException {
        float[] floats = new float[3 * 70_001];
        double[] doubles = new double[5 * 33_001];
        Arrays.setAll(doubles, i -> i / 3.0);
        for (int i = 0; i < floats.length; i++) {
            floats[i] = i / 3f;
        }

        assertThat(roundTrip(NpyArray.of(floats, List.of(3, 70_001))).floats()).isEqualTo(floats);
        assertThat(roundTrip(NpyArray.of(doubles, List.of(33_001, 5))).doubles())
                .isEqualTo(doubles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}",
                "{'shape':(1,2,),'fortran_order':False,'descr':'<f4',}",
                " { \"fortran_order\" :\tFalse ,\n \"shape\" : ( 1 , 2 ) , \"descr\" : \"<f4\" , } \n",
            })
    void readsDictionariesInAnyOrderSpacingAndQuotes(String header) throws IOException {
        for (int version = 1; version <= 3; version++) {
            NpyArray array = NpyFile.read(file(npy(version, header, 8)));
            assertThat(array.shape()).containsExactly(1, 2);
            assertThat(array.floats()).containsExactly(0, 0);
        }
    }

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path path = file(NUMPY_SCALAR);
        NpyFile.write(path, NpyArray.of(new float[] {1, 2}, List.of(2)));
        assertThat(NpyFile.read(path).floats()).containsExactly(1, 2);
        assertThat(entries()).containsExactly(path);
    }

    @Test
    void keepsTheOldContentWhenWritingFails() throws IOException {
        Path path = file(NUMPY_SCALAR);
        Thread.currentThread().interrupt(); // the channel closes itself under the writer
        assertThatThrownBy(() -> NpyFile.write(path, NpyArray.of(new float[2], List.of(2))))
                .isInstanceOf(NpyException.class)
                .hasMessageStartingWith("`" + path + "`: cannot be written: ");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(path).hasBinaryContent(NUMPY_SCALAR);
        assertThat(entries()).containsExactly(path);
    }

    @Test
    void saysWhyItCannotWriteAndLeavesNothing() throws IOException {
        NpyArray array = NpyArray.of(new float[2], List.of(2));
        Path orphan = folder.resolve("none").resolve("x.npy");
        Path endless = folder.resolve("x".repeat(300));
        assertThatThrownBy(() -> NpyFile.write(orphan, array))
                .hasMessage("`" + orphan + "`: cannot be written, its folder does not exist");
        assertThatThrownBy(() -> NpyFile.write(folder, array)).hasMessage("`" + folder + "`: is a folder, not a file");
        assertThatThrownBy(() -> NpyFile.write(endless, array))
                .hasMessageStartingWith("`" + endless + "`: cannot be written: ");
        assertThat(entries()).isEmpty();
    }

    private NpyArray roundTrip(NpyArray array) throws IOException {
        Path path = folder.resolve("round.npy");
        NpyFile.write(path, array);
        assertThat(path).hasBinaryContent(NpyFile.encode(array));
        NpyArray back = NpyFile.read(path);
        assertThat(back.type()).isEqualTo(array.type());
        assertThat(back.shape()).isEqualTo(array.shape());
        return back;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.npy"), bytes);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
