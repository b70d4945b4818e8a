package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Normalization propagation (Arpit et al., 2016) of ReLU layers and the Jacobian that follows from it. */
class NormPropTest {
    /** {@code sqrt(1 / 2 pi)} and {@code sqrt((1 - 1 / pi) / 2)}. */
    private static final double MEAN = 0.3989422804014327;

    private static final double DEVIATION = 0.5838193701035489;
    private static final NormPropByHand BY_HAND =
            new NormPropByHand(a -> Math.max(0, a), a -> a > 0 ? 1 : 0, MEAN, DEVIATION);
    /** How many standard errors a mean of random samples may be off. */
    private static final double SIGMAS = 5;

    private static void checkWeightsOrthogonal(double[] w, double[] dw, int inputs) {
        assertThat(Near.scale(dw)).isGreaterThan(0.1);
        for (int o = 0; o < w.length / inputs; o++) {
            double[] along = {Vectors.dot(Vectors.row(w, inputs, o), Vectors.row(dw, inputs, o))};
            Near.zero("W dW", along, 100 * inputs, Near.scale(w) * Near.scale(dw));
        }
    }

    /** Mean 0 and variance 1, within the standard errors that the samples' own moments give. */
    private static void checkStandard(double[] samples) {
        double n = samples.length;
        double variance = Vectors.variance(samples);
        double mean = Vectors.mean(samples);
        double fourth = Vectors.mean(Vectors.each(samples, y -> Math.pow(y - mean, 4)));
        Near.check("mean", new double[] {mean}, new double[1], SIGMAS * Math.sqrt(variance / n));
        double error = Math.sqrt((fourth - variance * variance) / n);
        Near.check("variance", new double[] {variance}, new double[] {1}, SIGMAS * error);
    }

    @Nested
    @DisplayName("row 22: normalization propagation, ReLU")
    class Relu {
        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void output_and_gradients_are_those_of_the_formula(DataType type) {
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=7, I=5, O=3", type);
            Map<String, double[]> values = norm.random(1);
            Map<String, double[]> results = norm.train(values);
            BY_HAND.of(values).forEach((name, expected) -> Near.same(name, results.get(name), expected, 200, type));
        }

        @Test
        void the_gradient_is_orthogonal_to_the_weight() {
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=7, I=5, O=3");
            Map<String, double[]> values = norm.random(2);
            checkWeightsOrthogonal(values.get("w"), norm.train(values).get("dw"), 5);
        }

        @Test
        void standard_normal_inputs_give_outputs_of_mean_0_and_variance_1() {
            int n = 40_000;
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=?, I=5, O=3").at(n);
            double[] y = norm.train(Map.of("x", Vectors.normal(3, n * 5), "w", Vectors.normal(4, 15)))
                    .get("y");
            for (int o = 0; o < 3; o++) {
                checkStandard(Vectors.column(y, 3, o));
            }
        }

        @Test
        void one_sample_alone_at_training_or_test_time_gives_the_same_bits() {
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=?, I=5, O=3");
            assertThat(norm.kernel().signature().buffers(BufferRole.STATE)).isEmpty();
            Map<String, double[]> values = norm.at(7).random(5);
            double[] batch = norm.at(7).train(values).get("y");
            assertThat(norm.at(7).frozen(values).get("y")).containsExactly(batch);
            Map<String, double[]> alone = new HashMap<>(values);
            alone.put("x", Vectors.row(values.get("x"), 5, 4));
            alone.put("dy", Vectors.row(values.get("dy"), 3, 4));
            assertThat(norm.at(1).train(alone).get("y")).containsExactly(Vectors.row(batch, 3, 4));
        }
    }

    @Nested
    @DisplayName("row 24: normalization propagation, convolution: one norm per filter")
    class Filters {
        private static final int I = 2;
        private static final int O = 4;
        private static final int K = 2;
        private static final int L = 3;
        private static final int H = 5;
        private static final int W = 6;
        private static final int VALID = (H - K + 1) * (W - L + 1);
        private static final int PATCH = I * K * L;

        @Test
        void is_the_linear_layer_of_the_patches() {
            Norm norm = Norm.of(text(), "N=3, I=2, O=4, H=5, W=6, K=2, L=3");
            Map<String, double[]> values = norm.random(6);
            double[] dy = new double[3 * VALID * O];
            double[] whole = new double[3 * H * W * O];
            int[] place = validPlaces(norm, 3);
            for (int i = 0; i < dy.length; i++) {
                dy[i] = values.get("dy")[place[i]];
                whole[place[i]] = dy[i];
            }
            values.put("dy", whole);
            Map<String, double[]> results = norm.train(values);
            Map<String, double[]> linear = new HashMap<>(values);
            linear.put("x", patches(values.get("x"), 3));
            linear.put("dy", dy);
            Map<String, double[]> expected = BY_HAND.of(linear);
            double[] y = new double[dy.length];
            Arrays.setAll(y, i -> results.get("y")[place[i]]);
            Near.same("y", y, expected.get("y"), 4 * PATCH);
            for (String name : new String[] {"dw", "dg", "db"}) {
                Near.same(name, results.get(name), expected.get(name), 300);
            }
            double[] dx = new double[3 * I * H * W];
            for (int p = 0; p < expected.get("dx").length; p++) {
                dx[pixelOf(p)] += expected.get("dx")[p];
            }
            Near.same("dx", results.get("dx"), dx, 300);
            checkWeightsOrthogonal(values.get("w"), results.get("dw"), PATCH);
        }

        @Test
        void standard_normal_images_give_every_map_mean_0_and_variance_1() {
            int n = 1_000;
            Norm norm = Norm.of(text(), "N=?, I=2, O=4, H=5, W=6, K=2, L=3").at(n);
            double[] y = norm.train(Map.of("x", Vectors.normal(7, n * I * H * W), "w", Vectors.normal(8, O * PATCH)))
                    .get("y");
            int[] place = validPlaces(norm, n);
            double[] first = new double[n];
            for (int o = 0; o < O; o++) { // one pixel of each image, so that samples are independent
                int map = o;
                Arrays.setAll(first, i -> y[place[(i * VALID + 5) * O + map]]);
                checkStandard(first);
            }
        }

        /** The convolution as the sum over its taps. */
        private String text() {
            StringBuilder taps = new StringBuilder();
            for (int k = 0; k < K; k++) {
                for (int l = 0; l < L; l++) {
                    taps.append(String.format(
                            "%1$ssum[I](sum[K, L](where(index[K] == %2$d, where(index[L] == %3$d, w, 0), 0))"
                                    + " * shift[H](shift[W](x, %3$d), %2$d))",
                            k + l == 0 ? "" : " + ", k, l));
                }
            }
            return "norm NormPropConvolution { input x[N, I, H, W] param w[O, I, K, L] = 0, g[O] = 1, b[O] = 0"
                    + " a = g * (" + taps + ") / norm2[I, K, L](w) + b"
                    + " output y = (relu(a) - gauss_mean(z, relu(z))) / gauss_std(z, relu(z)) }";
        }

        /** Where the output holds {@code [n, row, column, o]}, for the pixels whose patch is inside the image. */
        private int[] validPlaces(Norm norm, int samples) {
            assertThat(norm.kernel().signature().buffer("y").axes()).containsExactly("N", "H", "W", "O");
            int[] place = new int[samples * VALID * O];
            Arrays.setAll(place, i -> {
                int pixel = i / O % VALID;
                int row = pixel / (W - L + 1);
                int column = pixel % (W - L + 1);
                return ((i / O / VALID * H + row) * W + column) * O + i % O;
            });
            return place;
        }

        /** {@code [n row column, i k l]}. */
        private double[] patches(double[] x, int samples) {
            double[] patches = new double[samples * VALID * PATCH];
            Arrays.setAll(patches, p -> x[pixelOf(p)]);
            return patches;
        }

        /** Where the image holds an element of the patches. */
        private int pixelOf(int p) {
            int pixel = p / PATCH % VALID;
            int row = pixel / (W - L + 1) + p / L % K;
            int column = pixel % (W - L + 1) + p % L;
            return ((p / PATCH / VALID * I + p / (K * L) % I) * H + row) * W + column;
        }
    }

    @Nested
    @DisplayName("row 25: the Jacobian of normalization propagation")
    class Jacobian {
        private static final int N = 40_000;
        private static final int I = 6;
        private static final int O = 3;

        @Test
        void its_squared_rows_are_pi_over_pi_minus_1_and_its_products_a_closed_form() {
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=?, I=6, O=3").at(N);
            double[] w = Vectors.normal(9, O * I);
            double[] x = Vectors.normal(10, N * I);
            double[][] rows = new double[O][];
            for (int o = 0; o < O; o++) {
                double[] dy = new double[N * O];
                for (int n = 0; n < N; n++) {
                    dy[n * O + o] = 1;
                }
                rows[o] = norm.train(Map.of("x", x, "w", w, "dy", dy)).get("dx");
            }
            double full = 1 / (DEVIATION * DEVIATION);
            for (int i = 0; i < O; i++) {
                for (int j = 0; j < O; j++) {
                    double[] wi = Vectors.row(w, I, i);
                    double[] wj = Vectors.row(w, I, j);
                    double rho = Vectors.dot(wi, wj) / (Vectors.length(wi) * Vectors.length(wj));
                    double both = i == j ? 0.5 : 0.25 + Math.asin(rho) / (2 * Math.PI);
                    // each sample contributes rho / c1^2 where both units are on, else 0: a Bernoulli mean
                    double tolerance = SIGMAS * Math.abs(rho) * full * Math.sqrt(both * (1 - both) / N);
                    double mean = Vectors.dot(rows[i], rows[j]) / N;
                    Near.check("J J^T", new double[] {mean}, new double[] {rho * both * full}, tolerance);
                }
            }
            assertThat(full / 2).isCloseTo(Math.PI / (Math.PI - 1), within(1e-10));
            assertThat(full / 2).isCloseTo(1.4669422069, within(1e-10));
            assertThat(Math.sqrt(full / 2)).isCloseTo(1.2111738962, within(1e-10));
        }

        @Test
        void a_row_is_the_unit_weight_over_the_deviation_where_the_unit_is_on_and_0_elsewhere() {
            Norm norm = Norm.of(NormPropByHand.text("relu"), "N=12, I=6, O=1");
            double[] w = Vectors.normal(11, I);
            double[] x = Vectors.normal(12, 12 * I);
            double[] dx = norm.train(Map.of("x", x, "w", w, "dy", Vectors.filled(12, 1)))
                    .get("dx");
            double[] expected = new double[dx.length];
            Arrays.setAll(
                    expected,
                    i -> Vectors.dot(Vectors.row(x, I, i / I), w) > 0 ? w[i % I] / (DEVIATION * Vectors.length(w)) : 0);
            Near.same("dx", dx, expected, 10 * I);
        }
    }
}
