package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Batch normalization (Ioffe &amp; Szegedy, 2015): of vectors, of images, and its running statistics. */
class BatchNormTest {
    private static final double EPSILON = 0.02;
    private static final String ROWS = "norm BatchNorm1d(eps = 1) { input x[N, D] reduce N epsilon eps"
            + " affine scale gamma[D], shift beta[D] }";
    private static final String IMAGES = "norm BatchNorm2d(eps = 1) { input x[N, C, H, W] reduce N, H, W epsilon eps"
            + " affine scale gamma[C], shift beta[C] }";

    /** With gamma = sqrt(v + epsilon) and beta = mu the norm is the identity. */
    private static void checkIdentity(Norm norm, SectionOne section) {
        Map<String, double[]> values = norm.random(7);
        double[] x = values.get("x");
        values.put("gamma", Vectors.each(section.variances(x), v -> Math.sqrt(v + section.epsilon())));
        values.put("beta", section.means(x));
        Near.same("identity", norm.train(values).get("y"), x, section.length());
    }

    @Nested
    @DisplayName("row 4: batch normalization, fully connected")
    class FullyConnected {
        private final SectionOne section = new SectionOne("ND", new int[] {7, 5}, "N", "D", EPSILON);

        @Test
        void obeys_the_laws() {
            new Laws(ROWS, "N=7, D=5", section).check();
        }

        @Test
        void the_identity_is_recovered() {
            checkIdentity(Norm.of(ROWS, "N=7, D=5, eps=" + EPSILON), section);
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void a_batch_of_one_is_standardized_to_zero_with_no_gradient(DataType type) {
            Norm norm = Norm.of(ROWS, "N=1, D=5, eps=1e-5", type);
            Map<String, double[]> values = norm.random(8);
            Map<String, double[]> results = norm.train(values);
            assertThat(results.get("y")).containsExactly(values.get("beta"));
            assertThat(results.get("dx")).containsOnly(0);
        }

        @Test
        void a_batch_of_two_without_epsilon_is_plus_or_minus_one_with_no_gradient() {
            Norm norm = Norm.of(ROWS, "N=2, D=5, eps=0");
            Map<String, double[]> values = Laws.plain(norm.random(9));
            Map<String, double[]> results = norm.train(values);
            double[] x = values.get("x");
            double[] expected = new double[x.length];
            Arrays.setAll(expected, i -> Math.signum(x[i] - x[(i + 5) % 10]));
            Near.same("xhat", results.get("y"), expected, 2);
            double largest = 0;
            for (int j = 0; j < 5; j++) {
                largest = Math.max(largest, 2 / Math.abs(x[j] - x[j + 5]));
            }
            Near.zero("dx", results.get("dx"), 2, largest * largest * Near.scale(values.get("dy")));
        }
    }

    @Nested
    @DisplayName("row 5: batch normalization of images, every pixel a sample")
    class Images {
        private final SectionOne section = new SectionOne("NCHW", new int[] {3, 4, 2, 5}, "NHW", "C", EPSILON);

        @Test
        void obeys_the_laws() {
            new Laws(IMAGES, "N=3, C=4, H=2, W=5", section).check();
        }

        @Test
        void the_identity_is_recovered() {
            checkIdentity(Norm.of(IMAGES, "N=3, C=4, H=2, W=5, eps=" + EPSILON), section);
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void of_images_is_that_of_the_rows_of_their_pixels(DataType type) {
            Norm images = Norm.of(IMAGES, "N=3, C=4, H=2, W=5, eps=1e-5", type);
            Norm rows = Norm.of(ROWS, "N=30, D=4, eps=1e-5", type);
            Map<String, double[]> values = images.random(10);
            Map<String, double[]> reshaped = new HashMap<>(values);
            reshaped.put("x", pixels(values.get("x")));
            reshaped.put("dy", pixels(values.get("dy")));
            Map<String, double[]> computed = images.train(values);
            Map<String, double[]> expected = rows.train(reshaped);
            Near.same("y", pixels(computed.get("y")), expected.get("y"), 30, type);
            Near.same("dx", pixels(computed.get("dx")), expected.get("dx"), 120, type);
            Near.same("dgamma", computed.get("dgamma"), expected.get("dgamma"), 120, type);
            Near.same("dbeta", computed.get("dbeta"), expected.get("dbeta"), 120, type);
        }

        /** {@code [N, C, H, W]} as {@code [N H W, C]}. */
        private double[] pixels(double[] images) {
            double[] result = new double[images.length];
            Arrays.setAll(result, i -> images[i / 40 * 40 + i % 4 * 10 + i / 4 % 10]);
            return result;
        }
    }

    @Nested
    @DisplayName("row 6: running statistics of batch normalization")
    class RunningStatistics {
        private static final String TRACKED = "norm BatchNorm { input x[N, D] reduce N epsilon 1e-5"
                + " affine scale gamma[D], shift beta[D] track %s }";
        private static final int BATCHES = 6;
        private final SectionOne section = new SectionOne("ND", new int[] {7, 3}, "N", "D", 1e-5);

        private Norm tracking(String how) {
            return Norm.of(String.format(TRACKED, how), "N=7, D=3");
        }

        /** The states after a forward on each of the batches. */
        private Map<String, double[]> after(Norm norm, Map<String, double[]> values, double[]... batches) {
            Map<String, double[]> now = new HashMap<>(values);
            for (double[] batch : batches) {
                Map<String, double[]> results = norm.train(Vectors.with(now, "x", batch));
                norm.kernel()
                        .signature()
                        .buffers(BufferRole.STATE)
                        .forEach(state -> now.put(state.name(), results.get(state.name())));
            }
            return now;
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.9, 0.25})
        void after_k_equal_batches_the_first_value_has_weight_decay_to_the_k(double decay) {
            Norm norm = tracking("decay " + decay);
            Map<String, double[]> values = norm.random(11);
            double[] x = values.get("x");
            double[][] batches = new double[BATCHES][];
            Arrays.fill(batches, x);
            Map<String, double[]> states = after(norm, values, batches);
            double old = Math.pow(decay, BATCHES);
            checkMix("running_mean", states, values.get("running_mean"), old, section.means(x));
            checkMix("running_var", states, values.get("running_var"), old, section.variances(x));
        }

        private void checkMix(String name, Map<String, double[]> states, double[] first, double old, double[] batch) {
            double[] expected = Vectors.plus(Vectors.times(first, old), Vectors.times(batch, 1 - old));
            Near.same(name, states.get(name), expected, BATCHES);
        }

        @Test
        void cumulative_is_the_plain_mean_whatever_the_states_were() {
            Norm norm = tracking("cumulative");
            double[][] batches = new double[BATCHES][];
            Arrays.setAll(batches, k -> Vectors.times(Vectors.normal(20 + k, 21), 1 + k));
            Map<String, double[]> values = norm.random(12);
            values.put("batches", new double[1]);
            Map<String, double[]> states = after(norm, values, batches);
            double[] means = new double[3];
            double[] variances = new double[3];
            for (double[] batch : batches) {
                means = Vectors.plus(means, Vectors.times(section.means(batch), 1.0 / BATCHES));
                variances = Vectors.plus(variances, Vectors.times(section.variances(batch), 1.0 / BATCHES));
            }
            Near.same("running_mean", states.get("running_mean"), means, 10 * BATCHES);
            Near.same("running_var", states.get("running_var"), variances, 10 * BATCHES);
            assertThat(states.get("batches")).containsExactly(BATCHES);
        }

        @Test
        void neither_training_nor_its_gradient_depends_on_the_states() {
            Norm norm = tracking("decay 0.9");
            Map<String, double[]> values = norm.random(13);
            Map<String, double[]> expected = norm.train(values);
            Map<String, double[]> moved = norm.train(Vectors.with(
                    Vectors.with(values, "running_mean", Vectors.filled(3, 40)), "running_var", Vectors.filled(3, 50)));
            for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
                assertThat(moved.get(name)).as(name).containsExactly(expected.get(name));
            }
            Near.same("dx", expected.get("dx"), section.of(values).get("dx"), 21);
        }
    }
}
