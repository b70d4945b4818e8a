package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.DataType;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code normc run --grad2}: results against differences of {@code --grad} and formulas, and its faults. */
class SecondDerivativeCommandTest {
    private static final double STEP = 1e-4;
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final String BATCH = "run @batch.norm --in x=@x.npy --in gamma=@gamma.npy --grad y=@dy.npy";

    @TempDir
    private Path folder;

    private Workbench bench;
    private final double[] x = Workbench.doubles(1, 30);
    private final double[] gamma = {1.5, -0.5, 2};
    private final double[] dy = Workbench.doubles(2, 30);
    private final double[] v = Workbench.doubles(3, 30);
    private final double[] w = {0.3, -0.7, 1.1};

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("two.norm", "norm Two { input x[D], z[D] param a = 2 output p = a * x^3 output q = x * z }")
                .save("x.npy", x, 2, 3, 5)
                .save("dy.npy", dy, 2, 3, 5)
                .save("v.npy", v, 2, 3, 5)
                .save("gamma.npy", gamma, 3)
                .save("w.npy", w, 3)
                .save("v32.npy", Workbench.floats(3, 30), 2, 3, 5)
                .save("s.npy", new double[] {2, 3}, 2)
                .save("t.npy", new double[] {5, 7}, 2)
                .save("u.npy", new double[] {11, 13}, 2)
                .save("one.npy", new double[] {1});
    }

    private void works(String line) {
        assertThat(bench.run(line)).isEqualTo(new Workbench.Outcome(0, "", ""));
    }

    @Test
    void everyInputEveryParamAndTheGivenCotangentGetTheirSecondGradient() {
        works(BATCH + " --grad2 dx=@v.npy --out @out");

        assertThat(bench.names("out"))
                .containsExactly(
                        "dbeta.npy",
                        "dgamma.npy",
                        "dx.npy",
                        "g2_beta.npy",
                        "g2_dy.npy",
                        "g2_gamma.npy",
                        "g2_x.npy",
                        "running_mean.npy",
                        "running_var.npy",
                        "y.npy");
        assertThat(bench.load("out/g2_x.npy").shape()).containsExactly(2, 3, 5);
        assertThat(bench.load("out/g2_dy.npy").shape()).containsExactly(2, 3, 5);
        assertThat(bench.load("out/g2_gamma.npy").shape()).containsExactly(3);
    }

    @Test
    void itIsTheSlopeOfTheGradientsTimesTheirCotangents() {
        works(BATCH + " --grad2 dx=@v.npy --grad2 dgamma=@w.npy --out @out");

        for (int i : new int[] {0, 7, 29}) {
            checkSlope("x", x, i, 2, 3, 5);
            checkSlope("dy", dy, i, 2, 3, 5);
        }
        checkSlope("gamma", gamma, 1, 3);
        assertThat(bench.load("out/g2_beta.npy").doubles()).containsOnly(0);
    }

    private void checkSlope(String name, double[] at, int element, Integer... shape) {
        double[] sums = new double[2];
        for (int side = 0; side < 2; side++) {
            double[] moved = at.clone();
            moved[element] += side == 0 ? STEP : -STEP;
            bench.save(name + ".npy", moved, shape);
            works(BATCH + " --compiler interpreter --out @moved");
            sums[side] = dot(bench.load("moved/dx.npy").doubles(), v)
                    + dot(bench.load("moved/dgamma.npy").doubles(), w);
        }
        bench.save(name + ".npy", at, shape);
        double slope = (sums[0] - sums[1]) / (2 * STEP);
        double computed = bench.load("out/g2_" + name + ".npy").doubles()[element];
        assertThat(computed).as(name).isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void everyExecutorGivesTheSame() {
        for (String compiler : List.of("janino", "javac", "interpreter")) {
            works(BATCH + " --grad2 dx=@v.npy --out @" + compiler + " --compiler " + compiler);
        }

        for (String name : List.of("g2_x", "g2_gamma", "g2_beta", "g2_dy")) {
            double[] expected = bench.load("interpreter/" + name + ".npy").doubles();
            assertThat(bench.load("janino/" + name + ".npy").doubles()).containsExactly(expected, CLOSE);
            assertThat(bench.load("javac/" + name + ".npy").doubles())
                    .containsExactly(bench.load("janino/" + name + ".npy").doubles());
        }
    }

    @Test
    void frozenStatisticsAreConstantsOfItToo() {
        works(BATCH + " --mode frozen --grad2 dx=@v.npy --grad2 dgamma=@w.npy --out @out");

        double r = 1 / Math.sqrt(1 + 1e-5);
        for (int i = 0; i < 30; i++) {
            int c = i / 5 % 3;
            assertThat(bench.load("out/g2_x.npy").doubles()[i]).isCloseTo(w[c] * dy[i] * r, CLOSE);
            assertThat(bench.load("out/g2_dy.npy").doubles()[i])
                    .isCloseTo(v[i] * gamma[c] * r + w[c] * x[i] * r, CLOSE);
        }
    }

    @Test
    void aCotangentThatWasNotGivenHasNoSecondGradient() {
        String line = "run @two.norm --in x=@s.npy --in z=@t.npy --grad p=@u.npy --grad2 dx=@t.npy --out @out";
        works(line);

        assertThat(bench.names("out"))
                .containsExactly(
                        "da.npy",
                        "dx.npy",
                        "dz.npy",
                        "g2_a.npy",
                        "g2_dp.npy",
                        "g2_x.npy",
                        "g2_z.npy",
                        "p.npy",
                        "q.npy");
        // dx = 3 a x^2 dp + z dq, dq = 0
        assertThat(bench.load("out/g2_x.npy").doubles())
                .containsExactly(new double[] {5 * 6 * 2 * 2 * 11, 7 * 6 * 2 * 3 * 13}, CLOSE);
        assertThat(bench.load("out/g2_dp.npy").doubles())
                .containsExactly(new double[] {5 * 3 * 2 * 4, 7 * 3 * 2 * 9}, CLOSE);
        assertThat(bench.load("out/g2_a.npy").doubles())
                .containsExactly(new double[] {5 * 3 * 4 * 11 + 7 * 3 * 9 * 13}, CLOSE);
        assertThat(bench.load("out/g2_z.npy").doubles()).containsExactly(0, 0);
    }

    @Test
    void bothCotangentsGivenBothHaveOne() {
        works("run @two.norm --in x=@s.npy --in z=@t.npy --grad p=@u.npy --grad q=@u.npy --grad2 dx=@t.npy"
                + " --grad2 da=@one.npy --out @out");

        assertThat(bench.names("out")).contains("g2_dp.npy", "g2_dq.npy");
        assertThat(bench.load("out/g2_dq.npy").doubles()).containsExactly(25, 49);
        assertThat(bench.load("out/g2_z.npy").doubles()).containsExactly(5 * 11, 7 * 13);
        assertThat(bench.load("out/g2_dp.npy").doubles())
                .containsExactly(new double[] {5 * 3 * 2 * 4 + 8, 7 * 3 * 2 * 9 + 27}, CLOSE);
    }

    @Test
    void resultsHaveTheTypeOfTheData() {
        works("run @batch.norm --in x=@v32.npy --grad y=@v32.npy --grad2 dx=@v32.npy --out @out");

        for (String name : bench.names("out")) {
            assertThat(bench.load("out/" + name).type()).as(name).isEqualTo(DataType.F32);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | --mode infer --in x=@x.npy --grad2 dx=@v.npy          | `--grad2`                     | --mode frozen
            2 | --in x=@x.npy --grad y=@dy.npy --grad2 dx             | NAME=VALUE                    | --help
            2 | --in x=@x.npy --grad2 dx=@v.npy --grad2 dx=@dy.npy    | twice                         | --help
            1 | --in x=@x.npy --grad y=@dy.npy --grad2 x=@v.npy       | no gradient `x`               | `dx`, `dgamma`, `dbeta`
            1 | --in x=@x.npy --grad y=@dy.npy --grad2 drunning_mean=@w.npy | no gradient             | `dx`, `dgamma`, `dbeta`
            1 | --in x=@x.npy --grad y=@dy.npy --grad2 dx=@w.npy      | has shape (3,)                | (2, 3, 5)
            1 | --in x=@x.npy --grad y=@dy.npy --grad2 dx=@v32.npy    | f32                           | one dtype
            1 | --in x=@x.npy --grad y=@dy.npy --grad2 dx=@nowhere.npy | nowhere.npy                  | does not exist
            """)
    void aFaultIsNamedAndNothingIsWritten(int code, String arguments, String named, String wayOut) {
        works("run @batch.norm --in x=@x.npy --out @results");
        List<String> before = bench.names("results");
        double[] y = bench.load("results/y.npy").doubles();

        Workbench.Outcome outcome = bench.run("run @batch.norm " + arguments + " --out @results");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err()).contains(named, wayOut).doesNotContain("\tat ", "Exception");
        assertThat(outcome.out()).isEmpty();
        assertThat(bench.names("results")).isEqualTo(before);
        assertThat(bench.load("results/y.npy").doubles()).containsExactly(y);
    }
}
