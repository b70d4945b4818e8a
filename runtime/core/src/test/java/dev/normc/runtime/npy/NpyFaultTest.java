package dev.normc.runtime.npy;

import static dev.normc.runtime.npy.NpyBytes.NUMPY_MATRIX;
import static dev.normc.runtime.npy.NpyBytes.header;
import static dev.normc.runtime.npy.NpyBytes.npy;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way a file can be wrong, and the sentence that says so. */
class NpyFaultTest {

    @TempDir
    Path folder;

    @Test
    void namesAMissingFileAndAFolder() {
        Path missing = folder.resolve("missing.npy");
        assertThatThrownBy(() -> NpyFile.read(missing))
                .isInstanceOf(NpyException.class)
                .hasMessage("`" + missing + "`: does not exist");
        assertThatThrownBy(() -> NpyFile.read(folder)).hasMessage("`" + folder + "`: is a folder, not a file");
    }

    @Test
    void rejectsFilesThatAreNotNpy() throws IOException {
        assertThat(fault(new byte[0])).isEqualTo("is not an npy file, its magic is missing");
        assertThat(fault("1.0, 2.0".getBytes(ISO_8859_1))).isEqualTo("is not an npy file, its magic is missing");
        assertThat(fault("PK\3\4\0\0\0\0".getBytes(ISO_8859_1))).isEqualTo("is a zip archive (.npz), not an npy file");
    }

    @Test
    void rejectsOtherVersions() throws IOException {
        byte[] bytes = NUMPY_MATRIX.clone();
        bytes[6] = 4;
        assertThat(fault(bytes)).isEqualTo("has npy version 4.0, needs 1.0, 2.0 or 3.0");
        bytes[6] = 1;
        bytes[7] = (byte) 200;
        assertThat(fault(bytes)).isEqualTo("has npy version 1.200, needs 1.0, 2.0 or 3.0");
    }

    @Test
    void rejectsEveryPrefixOfAFile() throws IOException {
        assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, 7))).isEqualTo("truncated header, needs 2 more bytes, has 1");
        assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, 9))).isEqualTo("truncated header, needs 2 more bytes, has 1");
        assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, 100))).isEqualTo("truncated header, needs 118 more bytes, has 90");
        assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, 148))).isEqualTo("needs 24 bytes of data, has 20");
        for (int length = 0; length < NUMPY_MATRIX.length; length++) {
            assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, length))).containsPattern("magic|truncated header|of data");
        }
    }

    @Test
    void rejectsTrailingBytes() throws IOException {
        assertThat(fault(Arrays.copyOf(NUMPY_MATRIX, 153))).isEqualTo("trailing bytes, needs 24 bytes of data, has 25");
    }

    @Test
    void believesNoHeaderLengthBeyondTheFile() throws IOException {
        byte[] bytes = npy(2, "{}", 0);
        Arrays.fill(bytes, 8, 12, (byte) 0xff);
        assertThat(fault(bytes)).isEqualTo("truncated header, needs 4294967295 more bytes, has 2");
        assertThat(fault(npy(3, "(".repeat(70_000), 0))).isEqualTo("header of 70000 bytes, at most 65535 are read");
    }

    @Test
    void survivesDeepNestingAndNonsense() throws IOException {
        assertThat(fault(npy(1, "{'descr': " + "[(".repeat(32_000), 0)))
                .startsWith("malformed header dictionary, expected a closing bracket at character ");
        assertThat(fault(npy(3, "\u00ff\u00fe\0", 0)))
                .isEqualTo("malformed header dictionary, expected `{` at character 0");
        assertThat(fault(header("'\u00e9\u001b[2J'", "False", "(2, 3)"))).startsWith("holds `??[2J`, needs ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "''                                                      | expected `{` at character 0",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)  | expected `,` at character 54",
                "{'descr': '<f4', 'fortran_order': False}                | no key `shape`",
                "{'descr': '<f4', 'descr': '<f4'}                        | key `descr` is unknown or repeated",
                "{'align': True}                                         | key `align` is unknown or repeated",
                "{'descr' '<f4'}                                         | expected `:` at character 9",
                "{'descr': '<f4\", }                                     | string without end at character 10",
                "{'descr': <f4}                                          | expected a quoted string at character 10",
                "{'fortran_order': 0}                                    | expected True or False at character 18",
                "{'shape': [2, 3]}                                       | expected `(` at character 10",
                "{'shape': (2 3)}                                        | expected `,` at character 13",
                "{'shape': (,)}                                          | expected an extent at character 11",
                "{'shape': (2,,3)}                                       | expected an extent at character 13",
                "{'shape': (2.0, 3)}                                     | expected `,` at character 12",
                "{'shape': (3)}                                          | the shape is a number, not a tuple",
                "{'shape': (3,)} 4                                       | expected the end at character 16",
            })
    void rejectsMalformedDictionaries(String header, String expected) throws IOException {
        assertThat(fault(npy(1, header, 0))).isEqualTo("malformed header dictionary, " + expected);
    }

    @ParameterizedTest
    @CsvSource({"<i8,<f4", ">f4,<f4", ">f8,<f8", "|O,<f4", "<c8,<f4", "<f2,<f4"})
    void namesOtherElementTypesAndTheCure(String descriptor, String closest) throws IOException {
        assertThat(fault(header("'" + descriptor + "'", "False", "(2, 3)")))
                .isEqualTo(
                        "holds `" + descriptor + "`, needs `<f4` or `<f8`; convert with x.astype('" + closest + "')");
    }

    @Test
    void namesStructuredElementTypes() throws IOException {
        assertThat(fault(header("[(\"a'b\", '<f4'), ('c', '<i8', (2,))]", "False", "(2, 3)")))
                .isEqualTo("holds `[(\"a'b\", '<f4'), ('c', '<i8', (2,))]`, needs `<f4` or `<f8`; "
                        + "save each field as its own array");
    }

    @Test
    void rejectsFortranOrder() throws IOException {
        assertThat(fault(header("'<f4'", "True", "(2, 3)")))
                .isEqualTo("is in Fortran order, needs C order; convert with np.ascontiguousarray(x)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2, -3)                                  | negative extent -3",
                "(2, 4294967296)                          | extent 4294967296 is too large",
                "(99999999999999999999999,)               | extent 99999999999999999999999 is too large",
                "(65536, 32768)                           | more than 2147483639 elements in shape (65536, 32768)",
                "(2147483647, 2147483647, 2147483647, 4)  "
                        + "| more than 2147483639 elements in shape (2147483647, 2147483647, 2147483647, 4)",
                "(1000000, 2000)                          | needs 8000000000 bytes of data, has 0",
            })
    void rejectsShapesBeforeItAllocates(String shape, String expected) throws IOException {
        assertThat(fault(header("'<f4'", "False", shape))).isEqualTo(expected);
    }

    @Test
    void rejectsMoreAxesThanNumpyHas() throws IOException {
        assertThat(fault(header("'<f4'", "False", "(" + "1,".repeat(65) + ")")))
                .isEqualTo("has 65 axes, at most 64 are possible");
    }

    /** What is wrong with these bytes, without the file's name before it. */
    private String fault(byte[] bytes) throws IOException {
        Path path = file(bytes);
        NpyException fault = catchThrowableOfType(NpyException.class, () -> NpyFile.read(path));
        assertThat(fault).hasMessageStartingWith("`" + path + "`: ");
        return fault.getMessage().substring(path.toString().length() + 4);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.npy"), bytes);
    }
}
