package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.DataType;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code normc fold}: results against formulas written out here, and what it says when something is wrong. */
class FoldCommandTest {
    private static final Offset<Double> CLOSE = within(1e-14);
    private static final int O = 4;
    private static final double EPS = 1e-5;
    private static final String NORM = "fold @batch.norm --in gamma=@gamma.npy --in beta=@beta.npy"
            + " --in running_mean=@mean.npy --in running_var=@var.npy";

    @TempDir
    private Path folder;

    private Workbench bench;
    private final double[] gamma = {1.5, -0.5, 2, 0.7};
    private final double[] beta = {0.25, 1, -2, 3};
    private final double[] mean = {0.1, -0.2, 0.3, -0.4};
    private final double[] variance = {0.5, 1.5, 2.5, 3.5};
    private final double[] weight = Workbench.doubles(1, O * 3);
    private final double[] bias = Workbench.doubles(2, O);

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("both.norm", Workbench.BATCH_NORM + Workbench.GROUP_NORM)
                .spec("group.norm", Workbench.GROUP_NORM)
                .spec("dyt.norm", Workbench.DYT)
                .spec("pixels.norm", "norm P { input x[N, C, H] reduce N epsilon 1 track decay 0.9 }")
                .save("gamma.npy", gamma, O)
                .save("beta.npy", beta, O)
                .save("mean.npy", mean, O)
                .save("var.npy", variance, O)
                .save("W.npy", weight, O, 3)
                .save("b.npy", bias, O)
                .save("three.npy", new double[3], 3)
                .save("f.npy", new float[O], O)
                .save("square.npy", new double[O * O], O, O);
    }

    private double scale(int channel) {
        return gamma[channel] / Math.sqrt(variance[channel] + EPS);
    }

    private void works(String line) {
        assertThat(bench.run(line)).isEqualTo(new Workbench.Outcome(0, "", ""));
    }

    @Test
    void withoutALayerTheScaleAndTheShiftAreWritten() {
        works(NORM + " --out @out");

        assertThat(bench.names("out")).containsExactly("scale.npy", "shift.npy");
        assertThat(bench.load("out/scale.npy").shape()).containsExactly(O);
        for (int c = 0; c < O; c++) {
            assertThat(bench.load("out/scale.npy").doubles()[c]).isCloseTo(scale(c), CLOSE);
            assertThat(bench.load("out/shift.npy").doubles()[c]).isCloseTo(beta[c] - mean[c] * scale(c), CLOSE);
        }
    }

    @Test
    void theLayerBeforeTheNormTakesItIn() {
        works(NORM + " --weight @W.npy --bias @b.npy --axis 0 --out @out");

        assertThat(bench.names("out")).containsExactly("bias.npy", "scale.npy", "shift.npy", "weight.npy");
        assertThat(bench.load("out/weight.npy").shape()).containsExactly(O, 3);
        for (int i = 0; i < weight.length; i++) {
            assertThat(bench.load("out/weight.npy").doubles()[i]).isCloseTo(weight[i] * scale(i / 3), CLOSE);
        }
        for (int c = 0; c < O; c++) {
            assertThat(bench.load("out/bias.npy").doubles()[c])
                    .isCloseTo((bias[c] - mean[c]) * scale(c) + beta[c], CLOSE);
        }
    }

    @Test
    void aLayerWithoutABiasGetsOne() {
        works(NORM + " --weight @W.npy --out @out");

        assertThat(bench.load("out/bias.npy").doubles())
                .containsExactly(bench.load("out/shift.npy").doubles());
    }

    @Test
    void aTransposedConvolutionHasItsChannelsInTheSecondAxisAndMayHaveGroups() {
        bench.save("T.npy", Workbench.doubles(3, 24), 2, O, 3).save("G.npy", Workbench.doubles(4, 24), 6, 2, 2);

        works(NORM + " --weight @T.npy --axis 1 --out @plain");
        works(NORM + " --weight @G.npy --axis 1 --groups 2 --out @grouped");

        for (int i = 0; i < 24; i++) {
            assertThat(bench.load("plain/weight.npy").doubles()[i])
                    .isCloseTo(Workbench.doubles(3, 24)[i] * scale(i / 3 % O), CLOSE);
            int channel = i / 12 * 2 + i / 2 % 2;
            assertThat(bench.load("grouped/weight.npy").doubles()[i])
                    .isCloseTo(Workbench.doubles(4, 24)[i] * scale(channel), CLOSE);
        }
    }

    @Test
    void theWeightAloneSaysHowManyChannelsThereAreAndConstantsComeFromTheirOption() {
        works("fold @batch.norm --const eps=3 --weight @W.npy --out @out");

        for (int i = 0; i < weight.length; i++) {
            assertThat(bench.load("out/weight.npy").doubles()[i]).isCloseTo(weight[i] / 2, CLOSE);
        }
        assertThat(bench.load("out/bias.npy").doubles()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void resultsHaveTheTypeOfTheData() {
        bench.save("w32.npy", Workbench.floats(1, O * 3), O, 3);

        works("fold @batch.norm --in gamma=@f.npy --weight @w32.npy --out @out");

        for (String name : bench.names("out")) {
            assertThat(bench.load("out/" + name).type()).isEqualTo(DataType.F32);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch.norm --bias @b.npy --out @out                               | `--bias` without `--weight`
            batch.norm --axis 1 --out @out                                    | `--axis` without `--weight`
            batch.norm --groups 0 --out @out                                  | `--groups` without `--weight`
            batch.norm --weight @W.npy                                        | --out
            batch.norm --in gamma --out @out                                  | NAME=VALUE
            batch.norm --in gamma=@gamma.npy --in gamma=@beta.npy --out @out  | twice
            batch.norm --weight @W.npy --axis first --out @out                | --axis
            batch.norm --weight @W.npy --groups many --out @out               | --groups
            batch.norm --grad y=@W.npy --out @out                             | --grad
            """)
    void wrongUsageIsTwo(String arguments, String named) {
        assertThat(fails(2, arguments)).contains(named, "normc fold --help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch.norm --in gama=@gamma.npy                       | `gama`           | `gamma`
            batch.norm --in x=@W.npy                              | `x`              | `gamma`
            batch.norm --in gamma=@nowhere.npy                    | nowhere.npy      | does not exist
            batch.norm --in gamma=@W.npy                          | `gamma[C]`       | (4, 3)
            batch.norm --in gamma=@f.npy --in beta=@beta.npy      | holds f32        | one dtype
            batch.norm --in gamma=@gamma.npy --const epsilon=2    | `epsilon`        | `eps`
            batch.norm --in gamma=@three.npy --weight @W.npy      | 4 output channels | the norm has 3
            batch.norm --in gamma=@gamma.npy --weight @W.npy --axis 1 | 3 output channels | --axis
            batch.norm --in gamma=@gamma.npy --weight @W.npy --axis 2 | axis 2        | --axis
            batch.norm --in gamma=@gamma.npy --weight @W.npy --axis -1 | axis -1      | --axis
            batch.norm --in gamma=@gamma.npy --weight @W.npy --groups 2 | groups = 2  | --groups
            batch.norm --in gamma=@gamma.npy --weight @W.npy --groups 0 | groups = 0  | --groups
            batch.norm --weight @W.npy --bias @three.npy          | bias: needs 4 elements, got 3 | hint
            pixels.norm --in running_mean=@square.npy --weight @square.npy | C, H      | one axis
            group.norm --in gamma=@gamma.npy --const G=2          | N0404            | statistic of its input
            dyt.norm                                              | N0404            | `tanh`
            both.norm --in gamma=@gamma.npy                       | N0401            | `BatchNorm`, `GroupNorm`
            nowhere.norm                                          | nowhere.norm     | does not exist
            """)
    void aFaultIsNamedWithAWayOutAndLeavesTheFolderAsItWas(String arguments, String named, String wayOut) {
        bench.bytes("kept.npy", new byte[] {1});

        assertThat(fails(1, arguments + " --out @out")).contains(named, wayOut, "error", "hint: ");

        Workbench.Outcome again = bench.run("fold @" + arguments + " --out @");
        assertThat(again.code()).isEqualTo(1);
        assertThat(bench.names("")).doesNotContain("scale.npy", "shift.npy", "weight.npy", "bias.npy");
        assertThat(bench.names("")).contains("kept.npy");
    }

    @Test
    void arraysThatDisagreeAboutTheChannelsAreNamed() {
        String err = fails(1, "batch.norm --in gamma=@gamma.npy --in beta=@three.npy --out @out");

        assertThat(err).contains("axis `C` is 4 in `gamma` (4,) and 3 in `beta` (3,)");
    }

    private String fails(int code, String arguments) {
        Workbench.Outcome outcome = bench.run("fold @" + arguments);
        assertThat(outcome.err()).isNotEmpty().doesNotContain("\tat ", "Exception");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
        return outcome.err();
    }
}
