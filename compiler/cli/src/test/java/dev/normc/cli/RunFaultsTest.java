package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code normc run} says when something is wrong, and that it then writes nothing. */
class RunFaultsTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void fill() throws IOException {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("group.norm", Workbench.GROUP_NORM)
                .spec("dyt.norm", Workbench.DYT)
                .spec("both.norm", Workbench.BATCH_NORM + Workbench.GROUP_NORM)
                .spec("wrong.norm", "norm A { input x[N] reduce M epsilon 1e-5 }")
                .spec("masked.norm", "norm M { input x[N] mask m[N] output s = sum[N; m](x) }")
                .save("x.npy", Workbench.floats(1, 24), 2, 3, 2, 2)
                .save("x64.npy", Workbench.doubles(1, 24), 2, 3, 2, 2)
                .save("v.npy", Workbench.floats(1, 3), 3)
                .save("four.npy", Workbench.floats(1, 4), 4)
                .save("scalar.npy", new float[] {1})
                .bytes("text.npy", "not numpy".getBytes(StandardCharsets.UTF_8));
        byte[] whole = Files.readAllBytes(folder.resolve("x.npy"));
        bench.bytes("short.npy", Arrays.copyOf(whole, whole.length - 5));
        String header = new String(whole, StandardCharsets.ISO_8859_1);
        bench.bytes(
                "fortran.npy",
                header.replace("'fortran_order': False", "'fortran_order': True ")
                        .getBytes(StandardCharsets.ISO_8859_1));
        bench.bytes("int.npy", header.replace("<f4", "<i4").getBytes(StandardCharsets.ISO_8859_1));
    }

    private Workbench.Outcome fails(int code, String line) {
        Workbench.Outcome outcome = bench.run("run " + line);
        assertThat(outcome.err()).isNotEmpty().doesNotContain("\tat ", "Exception");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
        return outcome;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch.norm --in gamma=@v.npy                              | `x`          | --in x=FILE.npy
            masked.norm --in x=@v.npy                                 | `m`          | --in m=FILE.npy
            batch.norm --in x=@x.npy --in gama=@v.npy                 | `gama`       | `gamma`
            batch.norm --in x=@x.npy --grad z=@x.npy                  | `z`          | `y`
            batch.norm --in x=@nowhere.npy                            | nowhere.npy  | does not exist
            batch.norm --in x=@                                       | `x`          | folder
            batch.norm --in x=@text.npy                               | text.npy     | not an npy file
            batch.norm --in x=@short.npy                              | short.npy    | bytes of data
            batch.norm --in x=@fortran.npy                            | fortran.npy  | ascontiguousarray
            batch.norm --in x=@int.npy                                | int.npy      | '<f4'
            batch.norm --in x=@x.npy --in gamma=@four.npy             | `gamma` (4,) | axis `C` is 3 in `x` (2, 3, 2, 2)
            batch.norm --in x=@v.npy                                  | `x[N, C, ..]` has at least 2 axes | (3,)
            batch.norm --in x=@x.npy --in gamma=@x.npy                | `gamma[C]` has 1 axis | (2, 3, 2, 2)
            dyt.norm --in x=@v.npy --in alpha=@v.npy                  | `alpha` is a scalar | reshape(())
            dyt.norm --in x=@scalar.npy                               | `x[.., D]` has at least 1 axis | ()
            batch.norm --in x=@x64.npy --in gamma=@v.npy              | `gamma` holds f32 | `x` holds f64
            batch.norm --in x=@x64.npy --grad y=@x.npy                | `dy` holds f32 | one dtype
            batch.norm --in x=@x.npy --grad y=@v.npy                  | has shape (3,) | (2, 3, 2, 2)
            batch.norm --in x=@x.npy --shape C=4                      | `C=4`        | C=3
            batch.norm --in x=@x.npy --shape H=2                      | names 1 axis | has 2
            batch.norm --in x=@x.npy --shape H=2,W=3                  | `W=3`        | W=2
            batch.norm --in x=@x.npy --shape H=2,,W=3                 | binds nothing | --shape
            batch.norm --in x=@x.npy --shape 2,3,2,2                  | `2`          | the arrays have extents
            batch.norm --in x=@x.npy --shape N=?                      | `N=?`        | leave `N` out
            batch.norm --in x=@x.npy --shape eps=1 --const eps=2      | `eps`        | bind it once
            batch.norm --in x=@x.npy --const epsilon=2                | `epsilon`    | `eps`
            batch.norm --in x=@x.npy --const eps=many                 | `many`       | N0309
            group.norm --in x=@x.npy                                  | N0304        | `C` = 3
            both.norm --in x=@x.npy                                   | N0401        | `BatchNorm`, `GroupNorm`
            both.norm --norm LayerNorm --in x=@x.npy                  | `LayerNorm`  | `BatchNorm`
            wrong.norm --in x=@v.npy                                  | N0201        | `M`
            nowhere.norm --in x=@v.npy                                | nowhere.norm | does not exist
            """)
    void aFaultIsNamedWithAWayOut(String arguments, String named, String wayOut) {
        Workbench.Outcome outcome = fails(1, "@" + arguments + " --out @out");

        assertThat(outcome.err()).contains(named, wayOut, "error", "hint: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch.norm --mode infer --in x=@x.npy --grad y=@x.npy --out @out | --mode frozen
            batch.norm --in x=@x.npy                                         | --out
            batch.norm --in x --out @out                                     | NAME=VALUE
            batch.norm --in =@x.npy --out @out                               | NAME=VALUE
            batch.norm --in x= --out @out                                    | NAME=VALUE
            batch.norm --in x=@x.npy --in x=@x64.npy --out @out              | twice
            batch.norm --const eps --in x=@x.npy --out @out                  | NAME=VALUE
            batch.norm --mode test --in x=@x.npy --out @out                  | train, infer, frozen
            batch.norm --compiler gcc --in x=@x.npy --out @out               | janino, javac, interpreter
            batch.norm --backend gpu --in x=@x.npy --out @out                | auto, scalar, vector
            batch.norm --input x=@x.npy --out @out                           | --input
            batch.norm batch.norm --in x=@x.npy --out @out                   | batch.norm
            batch.norm --in x=@x.npy --out=                                  | it names no folder
            """)
    void wrongUsageIsTwo(String arguments, String named) {
        assertThat(fails(2, "@" + arguments).err()).contains(named, "normc run --help");
    }

    @Test
    void conflictingFurtherAxesNameBothArrays() {
        bench.spec("two.norm", "norm T { input a[.., D], b[.., D] output y = a + b }")
                .save("other.npy", Workbench.floats(1, 18), 3, 3, 2);

        Workbench.Outcome outcome = fails(1, "@two.norm --in a=@x.npy --in b=@other.npy --out @out");

        assertThat(outcome.err()).contains("`..` is (2, 3, 2) in `a` (2, 3, 2, 2)", "(3, 3) in `b` (3, 3, 2)");
    }

    @Test
    void aFaultLeavesAnExistingFolderAsItWas() {
        assertThat(bench.run("run @batch.norm --in x=@x.npy --out @results").code())
                .isZero();
        byte[] before = bytes("results/y.npy");

        assertThat(bench.run("run @batch.norm --in x=@v.npy --out @results").code())
                .isEqualTo(1);

        assertThat(bytes("results/y.npy")).isEqualTo(before);
        assertThat(bench.names("results")).containsExactly("running_mean.npy", "running_var.npy", "y.npy");
    }

    @Test
    void aFolderInTheWayOfAResultStopsAllOfThem() throws IOException {
        Files.createDirectories(folder.resolve("results/y.npy"));

        Workbench.Outcome outcome = bench.run("run @batch.norm --in x=@x.npy --out @results");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("y.npy` is a folder");
        assertThat(bench.names("results")).containsExactly("y.npy");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() {
        Workbench.Outcome inPlace = bench.run("run @batch.norm --in x=@x.npy --out @x.npy");
        Workbench.Outcome inTheWay = bench.run("run @batch.norm --in x=@x.npy --out @x.npy/deep/er");

        assertThat(inPlace.code()).isEqualTo(1);
        assertThat(inPlace.err()).contains("is a file, not a folder");
        assertThat(inTheWay.code()).isEqualTo(1);
        assertThat(inTheWay.err()).contains("a file is in the way").doesNotContain("Exception");
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
