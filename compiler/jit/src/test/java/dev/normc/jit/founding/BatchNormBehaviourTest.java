package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch norm does to the layer in front of it, and to the samples of one batch. */
class BatchNormBehaviourTest {
    private static final int N = 6;
    private static final int I = 4;
    private static final int O = 3;
    private static final String SHAPE = "N=6, I=4, O=3";
    /** Batch norm of W x + b, all of it one norm. */
    private static final String LAYER = "norm Layer(eps = 1) { input x[N, I]"
            + " param w[O, I] = 0, b[O] = 0, gamma[O] = 1, beta[O] = 0"
            + " a = sum[I](w * x) + b  output y = %s(gamma * standardize[N](a, eps) + beta) }";

    private static final String LINEAR = String.format(LAYER, "");
    private static final SectionOne SECTION = new SectionOne("NO", new int[] {N, O}, "N", "O", 0);

    @Nested
    @DisplayName("row 8: batch normalization and ReLU of a linear layer, the shift after the statistics")
    class BatchNormRelu {
        private final Norm norm = Norm.of(String.format(LAYER, "relu"), SHAPE + ", eps=0");
        private final Map<String, double[]> values = norm.random(1);

        @Test
        void a_bias_before_the_norm_has_no_effect_and_no_gradient() {
            Map<String, double[]> results = norm.train(values);
            Map<String, double[]> without = norm.train(Vectors.with(values, "b", new double[O]));
            for (String name : new String[] {"y", "dx", "dw", "dgamma", "dbeta"}) {
                Near.same(name, without.get(name), results.get(name), 10 * N * I * O);
            }
            Near.zero("db", results.get("db"), N * I * O, Near.scale(results.get("dw")));
            assertThat(Near.scale(results.get("dbeta"))).isGreaterThan(0.1);
        }

        @Test
        void a_bias_after_the_norm_has_the_whole_effect() {
            Map<String, double[]> moved = new HashMap<>(values);
            moved.put("beta", Vectors.each(values.get("beta"), beta -> beta + 10));
            double[] y = Norm.of(LINEAR, SHAPE + ", eps=0").train(values).get("y");
            Near.same("y", norm.train(moved).get("y"), Vectors.each(y, value -> value + 10), N * I);
        }

        @Test
        void the_gradient_goes_through_the_statistics_into_the_layer() {
            Map<String, double[]> results = norm.train(values);
            double[] a = Vectors.product(values.get("x"), Vectors.transposed(values.get("w"), I), I, O);
            Map<String, double[]> inner = new HashMap<>(values);
            inner.put("x", a);
            double[] before = SECTION.of(inner).get("y");
            Near.same("y", results.get("y"), Vectors.each(before, y -> Math.max(0, y)), N * I * O);
            inner.put("dy", Vectors.times(values.get("dy"), Vectors.each(before, y -> y > 0 ? 1 : 0)));
            double[] da = SECTION.of(inner).get("dx");
            double[] dw = Vectors.product(Vectors.transposed(da, O), values.get("x"), N, I);
            Near.same("dw", results.get("dw"), dw, N * I * O);
            Near.same("dx", results.get("dx"), Vectors.product(da, values.get("w"), O, I), N * I * O);
        }

        @Test
        void with_stopped_statistics_the_bias_would_have_a_gradient() {
            String stopped = "norm Stopped { input x[N, I] param w[O, I] = 0, b[O] = 0, gamma[O] = 1, beta[O] = 0"
                    + " a = sum[I](w * x) + b"
                    + " output y = relu(gamma * (a - stop(mean[N](a))) / stop(std[N](a)) + beta) }";
            Map<String, double[]> results = Norm.of(stopped, SHAPE).train(values);
            Near.same("y", results.get("y"), norm.train(values).get("y"), N * I * O);
            assertThat(Near.scale(results.get("db"))).isGreaterThan(0.1);
        }
    }

    @Nested
    @DisplayName("row 9: scaling the weights before a batch norm")
    class ParameterScaling {
        private static final double EPSILON = 0.3;

        @ParameterizedTest
        @ValueSource(doubles = {5, 0.125, -3})
        void changes_neither_the_output_nor_its_gradient_by_x_and_divides_that_by_w(double c) {
            for (double epsilon : new double[] {0, EPSILON}) {
                Norm norm = Norm.of(LINEAR, SHAPE + ", eps=" + epsilon);
                Norm smaller = Norm.of(LINEAR, SHAPE + ", eps=" + epsilon / (c * c));
                Map<String, double[]> values = norm.random(2);
                values.put("b", new double[O]);
                Map<String, double[]> scaled = norm.train(scaled(values, c));
                if (c < 0) { // what is standardized flips its sign, as if gamma had
                    values.put("gamma", Vectors.times(values.get("gamma"), -1));
                }
                Map<String, double[]> expected = smaller.train(values);
                Near.same("y", scaled.get("y"), expected.get("y"), N * I * O);
                Near.same("dx", scaled.get("dx"), expected.get("dx"), N * I * O);
                Near.same("c dw", Vectors.times(scaled.get("dw"), c), expected.get("dw"), N * I * O);
            }
        }

        /** Euler's theorem for the law: {@code w dw = epsilon / (v + epsilon) gamma dgamma}, 0 without epsilon. */
        @ParameterizedTest
        @ValueSource(doubles = {0, EPSILON})
        void along_the_weights_of_a_unit_the_gradient_is_what_epsilon_leaves(double epsilon) {
            Norm norm = Norm.of(LINEAR, SHAPE + ", eps=" + epsilon);
            Map<String, double[]> values = norm.random(5);
            Map<String, double[]> results = norm.train(values);
            double[] a = Vectors.product(values.get("x"), Vectors.transposed(values.get("w"), I), I, O);
            double[] v = SECTION.variances(a);
            double[] along = new double[O];
            double[] expected = new double[O];
            for (int o = 0; o < O; o++) {
                along[o] = Vectors.dot(Vectors.row(values.get("w"), I, o), Vectors.row(results.get("dw"), I, o));
                expected[o] = epsilon / (v[o] + epsilon) * values.get("gamma")[o] * results.get("dgamma")[o];
            }
            double size = Near.scale(values.get("w")) * Near.scale(results.get("dw"));
            Near.check("w dw", along, expected, 1e-15 * 10 * N * I * O * size);
        }

        @Test
        void with_epsilon_as_it_was_the_law_fails() {
            Norm norm = Norm.of(LINEAR, SHAPE + ", eps=" + EPSILON);
            Map<String, double[]> values = norm.random(3);
            double[] y = norm.train(values).get("y");
            assertThat(Vectors.length(Vectors.plus(
                            Vectors.times(y, -1), norm.train(scaled(values, 5)).get("y"))))
                    .isGreaterThan(0.01 * Vectors.length(y));
        }

        private Map<String, double[]> scaled(Map<String, double[]> values, double c) {
            return Vectors.with(values, "w", Vectors.times(values.get("w"), c));
        }
    }

    @Nested
    @DisplayName("row 10: what a batch norm makes of a sample depends on its batch")
    class BatchDependence {
        private final Norm norm = Norm.of(
                "norm BatchNorm { input x[N, D] reduce N epsilon 0 affine scale gamma[D], shift beta[D] }", "N=6, D=3");
        private final Map<String, double[]> values = norm.random(4);

        @Test
        void different_samples_of_a_batch_and_of_its_affine_image_get_the_same_output() {
            double[] factor = {2.5, 0.3, 7};
            double[] offset = {-4, 1, 3};
            double[] image = new double[N * 3];
            Arrays.setAll(image, i -> factor[i % 3] * values.get("x")[i] + offset[i % 3]);
            Near.different("x", image, values.get("x"));
            double[] y = norm.train(values).get("y");
            Near.same("y", norm.train(Vectors.with(values, "x", image)).get("y"), y, 20 * N);
        }

        @Test
        void one_sample_in_two_batches_gets_two_outputs() {
            double[] other = values.get("x").clone();
            for (int j = 0; j < 3; j++) {
                other[15 + j] += 9;
            }
            double[] first = Vectors.row(norm.train(values).get("y"), 3, 0);
            double[] second =
                    Vectors.row(norm.train(Vectors.with(values, "x", other)).get("y"), 3, 0);
            Near.different("the first sample", second, first);
        }
    }
}
