package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs scaled once and for all, and the module of which every normalization is one. */
class InputAndModuleTest {

    @Nested
    @DisplayName("row 2: input normalization (LeCun et al., 1998)")
    class InputNormalization {
        private static final int N = 40;
        private static final int D = 3;
        private static final String STATISTICS =
                "norm Statistics { input x[N, D] output m = mean[N](x) output s = std[N](x) }";
        private static final String INPUT_NORM =
                "norm InputNorm { input x[N, D] state m[D] = 0, s[D] = 1 output y = (x - m) / s }";

        private final double[] x = data();

        private double[] data() {
            double[] drawn = Vectors.normal(1, N * D);
            double[] scales = {0.1, 0.3, 6};
            double[] means = {3, -2, 5};
            Arrays.setAll(drawn, i -> means[i % D] + scales[i % D] * drawn[i]);
            return drawn;
        }

        private Map<String, double[]> normalized(double[] rows, double[] dy) {
            Map<String, double[]> statistics =
                    Norm.of(STATISTICS, "N=40, D=3").train(Map.of("x", x, "dm", new double[D], "ds", new double[D]));
            return Norm.of(INPUT_NORM, "N=?, D=3")
                    .at(rows.length / D)
                    .train(Map.of("x", rows, "dy", dy, "m", statistics.get("m"), "s", statistics.get("s")));
        }

        @Test
        void every_input_of_the_data_set_has_mean_0_and_variance_1() {
            double[] y = normalized(x, new double[N * D]).get("y");
            for (int j = 0; j < D; j++) {
                double[] column = Vectors.column(y, D, j);
                Near.zero("mean", new double[] {Vectors.mean(column)}, N, 100);
                Near.same("variance", Vectors.variance(column), 1, 100 * N);
            }
        }

        @Test
        void the_statistics_are_constants_of_the_backward() {
            double[] rows = Vectors.row(x, 7 * D, 1);
            double[] dy = Vectors.normal(2, rows.length);
            Map<String, double[]> results = normalized(rows, dy);
            double[] expected = new double[rows.length];
            Arrays.setAll(expected, i -> dy[i] / Math.sqrt(Vectors.variance(Vectors.column(x, D, i % D))));
            Near.same("dx", results.get("dx"), expected, N);
            Near.same("y", Vectors.row(normalized(x, new double[N * D]).get("y"), 7 * D, 1), results.get("y"), 1);
        }

        @Test
        void the_condition_number_drops_and_gradient_descent_on_least_squares_needs_fewer_steps() {
            double[] y = normalized(x, new double[N * D]).get("y");
            double before = Eigen.of(Eigen.secondMoment(x, D), D).condition();
            double after = Eigen.of(Eigen.secondMoment(y, D), D).condition();
            assertThat(after).isBetween(1.0, 4.0);
            assertThat(before).isGreaterThan(100 * after);
            assertThat(steps(y)).isLessThan(60);
            assertThat(steps(x)).isGreaterThan(20 * steps(y));
        }

        /** Steps of size 1 / lambda_max until the weights are within 1/1000 of those that made the targets. */
        private int steps(double[] inputs) {
            double[] hessian = Eigen.secondMoment(inputs, D);
            double rate = 1 / Arrays.stream(Eigen.of(hessian, D).values()).max().orElseThrow();
            double[] off = {1, -2, 0.5};
            int steps = 0;
            for (double first = Vectors.length(off); Vectors.length(off) > 1e-3 * first && steps < 10_000; steps++) {
                off = Vectors.plus(off, Vectors.times(Vectors.product(hessian, off, D, 1), -rate));
            }
            return steps;
        }
    }

    @Nested
    @DisplayName("row 3: one module, variants differ in the support of E[x] and Var[x]")
    class Module {
        private static final String AXES = "NCHW";
        private static final int[] EXTENTS = {3, 4, 2, 5};

        static Stream<Arguments> supports() {
            return Stream.of("C", "NHW").flatMap(learned -> Stream.of(
                            "N", "C", "H", "W", "NC", "NH", "CW", "HW", "NCH", "NHW", "CHW", "NCHW")
                    .map(reduced -> Arguments.of(reduced, learned)));
        }

        @ParameterizedTest(name = "R = {0}, P = {1}")
        @MethodSource("supports")
        void only_the_axes_change_and_the_same_theorem_holds(String reduced, String learned) {
            String text = "norm Module(eps = 1) { input x[N, C, H, W] reduce " + String.join(", ", reduced.split(""))
                    + " epsilon eps affine scale gamma[" + String.join(", ", learned.split("")) + "], shift beta["
                    + String.join(", ", learned.split("")) + "] }";
            SectionOne section = new SectionOne(AXES, EXTENTS, reduced, learned, 0.01);
            new Laws(text, "N=3, C=4, H=2, W=5", section).formulas(DataType.F64);
        }
    }
}
