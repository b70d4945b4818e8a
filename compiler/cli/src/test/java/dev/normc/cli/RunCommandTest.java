package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.DataType;
import dev.normc.runtime.npy.NpyArray;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code normc run}: results against formulas written out here. */
class RunCommandTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final int N = 2;
    private static final int C = 3;
    private static final int S = 4;
    private static final double EPS = 1e-5;

    @TempDir
    private Path folder;

    private Workbench bench;
    private final double[] x = Workbench.doubles(1, N * C * S);
    private final double[] dy = Workbench.doubles(2, N * C * S);
    private final double[] gamma = {1.5, -0.5, 2};
    private final double[] mean = {0.1, -0.2, 0.3};
    private final double[] variance = {0.5, 1.5, 2.5};

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("group.norm", Workbench.GROUP_NORM)
                .spec("dyt.norm", Workbench.DYT)
                .save("x.npy", x, N, C, 2, 2)
                .save("dy.npy", dy, N, C, 2, 2)
                .save("gamma.npy", gamma, C)
                .save("mean.npy", mean, C)
                .save("var.npy", variance, C);
    }

    private void works(String line) {
        assertThat(bench.run(line)).isEqualTo(new Workbench.Outcome(0, "", ""));
    }

    private double sum(double[] values, int channel) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += i / S % C == channel ? values[i] : 0;
        }
        return sum;
    }

    @Test
    void trainNormalizesWithTheStatisticsOfTheDataAndUpdatesTheStates() {
        works("run @batch.norm --in x=@x.npy --in gamma=@gamma.npy --in running_mean=@mean.npy --out @out");

        assertThat(bench.names("out")).containsExactly("running_mean.npy", "running_var.npy", "y.npy");
        double[] y = bench.load("out/y.npy").doubles();
        for (int c = 0; c < C; c++) {
            double mu = sum(x, c) / (N * S);
            double[] squares = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                squares[i] = (x[i] - mu) * (x[i] - mu);
            }
            double var = sum(squares, c) / (N * S);
            int first = c * S;
            assertThat(y[first]).isCloseTo(gamma[c] * (x[first] - mu) / Math.sqrt(var + EPS), CLOSE);
            assertThat(bench.load("out/running_mean.npy").doubles()[c]).isCloseTo(0.9 * mean[c] + 0.1 * mu, CLOSE);
            double unbiased = var * (N * S) / (N * S - 1);
            assertThat(bench.load("out/running_var.npy").doubles()[c]).isCloseTo(0.9 + 0.1 * unbiased, CLOSE);
        }
    }

    @Test
    void trainWithCotangentsWritesTheGradientOfEveryInputAndParam() {
        works("run @batch.norm --in x=@x.npy --in gamma=@gamma.npy --grad y=@dy.npy --out @out");

        assertThat(bench.names("out"))
                .containsExactly("dbeta.npy", "dgamma.npy", "dx.npy", "running_mean.npy", "running_var.npy", "y.npy");
        double[] dx = bench.load("out/dx.npy").doubles();
        for (int c = 0; c < C; c++) {
            assertThat(bench.load("out/dbeta.npy").doubles()[c]).isCloseTo(sum(dy, c), CLOSE);
            double mu = sum(x, c) / (N * S);
            double[] squares = new double[x.length];
            double[] products = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                squares[i] = (x[i] - mu) * (x[i] - mu);
                products[i] = dy[i] * (x[i] - mu);
            }
            double r = 1 / Math.sqrt(sum(squares, c) / (N * S) + EPS);
            assertThat(bench.load("out/dgamma.npy").doubles()[c]).isCloseTo(r * sum(products, c), CLOSE);
            int i = c * S + 1;
            double centred = dy[i] - sum(dy, c) / (N * S) - (x[i] - mu) * r * r * sum(products, c) / (N * S);
            assertThat(dx[i]).isCloseTo(gamma[c] * r * centred, CLOSE);
        }
    }

    @Test
    void inferReadsTheStatesAndChangesNone() {
        works("run @batch.norm --mode infer --in x=@x.npy --in running_mean=@mean.npy --in running_var=@var.npy"
                + " --out @out");

        double[] y = bench.load("out/y.npy").doubles();
        for (int i = 0; i < x.length; i++) {
            int c = i / S % C;
            assertThat(y[i]).isCloseTo((x[i] - mean[c]) / Math.sqrt(variance[c] + EPS), CLOSE);
        }
        assertThat(bench.load("out/running_mean.npy").doubles()).containsExactly(mean);
        assertThat(bench.load("out/running_var.npy").doubles()).containsExactly(variance);
    }

    @Test
    void frozenIsInferWithItsBackward() {
        works("run @batch.norm --mode frozen --in x=@x.npy --in gamma=@gamma.npy --in running_mean=@mean.npy"
                + " --in running_var=@var.npy --grad y=@dy.npy --out @out");

        double[] dx = bench.load("out/dx.npy").doubles();
        for (int i = 0; i < x.length; i++) {
            int c = i / S % C;
            assertThat(dx[i]).isCloseTo(dy[i] * gamma[c] / Math.sqrt(variance[c] + EPS), CLOSE);
        }
        assertThat(bench.load("out/running_mean.npy").doubles()).containsExactly(mean);
    }

    @Test
    void theBackwardOfTrainUsesStatesAsTheyWereBeforeTheUpdate() {
        bench.spec("state.norm", "norm S { input x[D] state s = 2 update s = s + 1 output y = s * x }")
                .save("v.npy", new double[] {1, 2}, 2);
        for (String compiler : List.of("janino", "interpreter")) {
            works("run @state.norm --in x=@v.npy --grad y=@v.npy --out @out --compiler " + compiler);

            assertThat(bench.load("out/y.npy").doubles()).containsExactly(2, 4);
            assertThat(bench.load("out/dx.npy").doubles()).containsExactly(2, 4);
            assertThat(bench.load("out/s.npy").doubles()).containsExactly(3);
            assertThat(bench.load("out/s.npy").shape()).isEmpty();
        }
    }

    @Test
    void anOutputWithoutACotangentHasCotangentZero() {
        bench.spec("two.norm", "norm Two { input x[D], unused[D] output a = 3 * x output b = 5 * x output c = 7 }")
                .save("v.npy", new double[] {1, 2}, 2);

        works("run @two.norm --in x=@v.npy --in unused=@v.npy --grad b=@v.npy --out @out");

        assertThat(bench.load("out/dx.npy").doubles()).containsExactly(5, 10);
        assertThat(bench.load("out/dunused.npy").doubles()).containsExactly(0, 0);
        assertThat(bench.load("out/c.npy").doubles()).containsExactly(7);
    }

    @Test
    void scalarParamsAreZeroDimensionalArrays() {
        bench.save("alpha.npy", new double[] {0.25}).save("v.npy", Workbench.doubles(3, 6), 3, 2);

        works("run @dyt.norm --in x=@v.npy --in alpha=@alpha.npy --grad y=@v.npy --out @out");

        double[] v = Workbench.doubles(3, 6);
        assertThat(bench.load("out/y.npy").doubles()[5]).isCloseTo(Math.tanh(0.25 * v[5]), CLOSE);
        NpyArray dalpha = bench.load("out/dalpha.npy");
        assertThat(dalpha.shape()).isEmpty();
        double expected = 0;
        for (double value : v) {
            double t = Math.tanh(0.25 * value);
            expected += value * value * (1 - t * t);
        }
        assertThat(dalpha.doubles()[0]).isCloseTo(expected, CLOSE);
    }

    @Test
    void furtherAxesMayBeNone() {
        bench.save("v.npy", Workbench.doubles(3, 2), 2);

        works("run @dyt.norm --in x=@v.npy --out @out");

        assertThat(bench.load("out/y.npy").shape()).containsExactly(2);
    }

    @Test
    void manyFurtherAxesNeedNoNames() {
        bench.save("v.npy", Workbench.doubles(3, 48), 2, 2, 2, 3, 2);

        works("run @dyt.norm --in x=@v.npy --out @out");

        assertThat(bench.load("out/y.npy").shape()).containsExactly(2, 2, 2, 3, 2);
    }

    @Test
    void groupsSplitTheChannelsThatTheArrayHas() {
        bench.save("v.npy", Workbench.doubles(3, 36), 1, 6, 6);

        works("run @group.norm --const G=3 --in x=@v.npy --out @out");

        double[] v = Workbench.doubles(3, 36);
        double mu = 0;
        for (int i = 12; i < 24; i++) {
            mu += v[i] / 12;
        }
        double var = 0;
        for (int i = 12; i < 24; i++) {
            var += (v[i] - mu) * (v[i] - mu) / 12;
        }
        assertThat(bench.load("out/y.npy").doubles()[13]).isCloseTo((v[13] - mu) / Math.sqrt(var + EPS), CLOSE);
    }

    @Test
    void constantsComeFromTheirOption() {
        works("run @batch.norm --const eps=3 --mode infer --in x=@x.npy --out @out");

        assertThat(bench.load("out/y.npy").doubles()[0]).isCloseTo(x[0] / 2, CLOSE);
    }

    @Test
    void aShapeThatAgreesWithTheArraysIsWelcome() {
        works("run @batch.norm --shape N=2,C=3,Y=2,X=2,eps=3 --mode infer --in x=@x.npy --out @out");

        assertThat(bench.load("out/y.npy").doubles()[0]).isCloseTo(x[0] / 2, CLOSE);
    }

    @Test
    void anAxisThatNoArrayHasComesFromTheShape() {
        bench.spec("p.norm", "norm P { input x[N] param w[K] = 2 output y = x * sum[K](w) }")
                .save("v.npy", new double[] {1, 2}, 2);

        works("run @p.norm --shape K=3 --in x=@v.npy --out @out");
        assertThat(bench.load("out/y.npy").doubles()).containsExactly(6, 12);

        Workbench.Outcome without = bench.run("run @p.norm --in x=@v.npy --out @other");
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).contains("N0302", "`K`");
    }

    @Test
    void resultsHaveTheTypeOfTheData() {
        bench.save("f.npy", Workbench.floats(1, 24), 2, 3, 2, 2);

        works("run @batch.norm --in x=@f.npy --grad y=@f.npy --out @out");

        for (String name : bench.names("out")) {
            assertThat(bench.load("out/" + name).type()).isEqualTo(DataType.F32);
        }
    }

    @Test
    void masksAreGivenLikeInputs() {
        bench.spec("masked.norm", "norm M { input x[N, D] mask m[N] output s = sum[N; m](x) }")
                .save("v.npy", new double[] {1, 2, 3, 4}, 2, 2)
                .save("m.npy", new double[] {0, 1}, 2);

        works("run @masked.norm --in x=@v.npy --in m=@m.npy --out @out");

        assertThat(bench.load("out/s.npy").doubles()).containsExactly(3, 4);
    }

    @Test
    void resultsReplaceOlderOnesAndLeaveOtherFilesAlone() {
        works("run @batch.norm --in x=@x.npy --out @out");
        bench.bytes("out/notes.txt", new byte[] {1});

        works("run @batch.norm --mode infer --in x=@x.npy --in running_mean=@out/running_mean.npy --out @out");

        assertThat(bench.names("out")).containsExactly("notes.txt", "running_mean.npy", "running_var.npy", "y.npy");
    }

    @Test
    void missingFoldersAreMade() {
        works("run @batch.norm --in x=@x.npy --out @deep/er/out");

        assertThat(bench.names("deep/er/out")).contains("y.npy");
    }
}
