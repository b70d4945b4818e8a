package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What weight normalization takes from the data: its first values, and the mean of each mini-batch. */
class WeightNormWithDataTest {
    private static final int N = 12;
    private static final int I = 4;
    private static final int O = 3;

    @Nested
    @DisplayName("row 20: data-dependent initialization of weight normalization")
    class Initialization {
        private static final String RESPONSES = "norm Responses { input x[N, I, ..], v[O, I]"
                + " t = sum[I](v * x) / norm2[I](v) u = sum[I](v * x)"
                + " output g = 1 / std[N, ..](t) output b = -mean[N, ..](t) / std[N, ..](t)"
                + " output misprint = 1 / sqrt(var[N, ..](u) / norm2[I](v)) }";
        private static final String LAYER = "norm Layer { input x[N, I, ..] param v[O, I] = 0, g[O] = 1, b[O] = 0"
                + " output y = g * sum[I](v * x) / norm2[I](v) + b }";

        private Map<String, double[]> preActivations(String space, String scale) {
            Norm responses = Norm.of(RESPONSES, "N=12, I=4, O=3" + space);
            Map<String, double[]> values = responses.random(1);
            values.put("v", Vectors.times(values.get("v"), 3));
            Map<String, double[]> initial = responses.train(values);
            Norm layer = Norm.of(LAYER, "N=12, I=4, O=3" + space);
            Map<String, double[]> given = new HashMap<>();
            given.put("x", values.get("x"));
            given.put("v", values.get("v"));
            given.put("g", initial.get(scale));
            given.put("b", initial.get("b"));
            double[] y = layer.train(given).get("y");
            int pixels = y.length / N / O;
            SectionOne batch = new SectionOne("NOS", new int[] {N, O, pixels}, "NS", "O", 0);
            // y[N, O, ..] in the order of first appearance puts O last
            double[] ordered = new double[y.length];
            Arrays.setAll(ordered, i -> y[i / (O * pixels) * O * pixels + i % pixels * O + i / pixels % O]);
            double[] norms = new double[O];
            Arrays.setAll(norms, o -> Vectors.length(Vectors.row(values.get("v"), I, o)));
            return Map.of("mean", batch.means(ordered), "var", batch.variances(ordered), "norms", norms);
        }

        @Test
        void gives_the_pre_activations_of_the_batch_mean_0_and_variance_1() {
            Map<String, double[]> statistics = preActivations("", "g");
            Near.zero("mean", statistics.get("mean"), N * I, 1);
            Near.same("variance", statistics.get("var"), Vectors.filled(O, 1), N * I);
        }

        @Test
        void and_so_it_does_where_every_pixel_is_a_sample() {
            Map<String, double[]> statistics = preActivations(", H=2, W=5", "g");
            Near.zero("mean", statistics.get("mean"), 10 * N * I, 1);
            Near.same("variance", statistics.get("var"), Vectors.filled(O, 1), 10 * N * I);
        }

        @Test
        void the_initializer_of_a_layer_is_that_of_the_formula() {
            String layer = "norm Layer { input x[N, I] param v[O, I] = 0, g[O] = 1, b[O] = 0"
                    + " init g = 1 / std[N](t) from t[N, O] init b = -mean[N](t) / std[N](t) from t[N, O]"
                    + " output y = g * sum[I](v * x) / norm2[I](v) + b }";
            double[] t = Vectors.times(Vectors.normal(5, N * O), 7);
            Map<String, double[]> initial = Norm.initializer(layer, "N=12, O=3").train(Map.of("t", t));
            SectionOne batch = new SectionOne("NO", new int[] {N, O}, "N", "O", 0);
            double[] g = Vectors.each(batch.variances(t), v -> 1 / Math.sqrt(v));
            Near.same("g", initial.get("g"), g, N);
            Near.same("b", initial.get("b"), Vectors.times(Vectors.times(batch.means(t), g), -1), N);
        }

        @Test
        void the_formula_as_often_printed_leaves_the_variance_at_1_over_the_length_of_the_weight() {
            Map<String, double[]> statistics = preActivations("", "misprint");
            double[] norms = statistics.get("norms");
            Near.same("variance", statistics.get("var"), Vectors.each(norms, norm -> 1 / norm), N * I);
            assertThat(Arrays.stream(norms).min().orElseThrow()).isGreaterThan(2);
        }
    }

    @Nested
    @DisplayName("row 21: mean-only batch normalization, alone and with weight normalization")
    class MeanOnly {
        private static final String MEAN_ONLY = "norm MeanOnlyBatchNorm { input x[N, C, ..] reduce N, .. subtract mean"
                + " affine shift beta[C] track decay 0.9 }";
        private static final String BOTH = "norm WeightNormMeanOnly { input x[N, I]"
                + " param v[O, I] = 0, g[O] = 1, beta[O] = 0 a = g * sum[I](v * x) / norm2[I](v) mu = mean[N](a)"
                + " track mu as running_mean[O] = 0 decay 0.9 output y = a - mu + beta }";
        private final SectionOne section = new SectionOne("NCH", new int[] {4, 3, 5}, "NH", "C", 0);

        @Test
        void the_mean_is_replaced_the_variance_kept_and_the_gradient_loses_its_mean() {
            Norm norm = Norm.of(MEAN_ONLY, "N=4, C=3, H=5");
            Map<String, double[]> values = norm.random(2);
            Map<String, double[]> results = norm.train(values);
            double[] x = values.get("x");
            double[] dy = values.get("dy");
            double[] y = results.get("y");
            Near.same("mean of y", section.means(y), values.get("beta"), 20);
            Near.same("variance of y", section.variances(y), section.variances(x), 20);
            double[] means = SectionOne.spread(section.means(x), section.groups());
            double[] shift = SectionOne.spread(values.get("beta"), section.params());
            Near.same("y", y, Vectors.plus(Vectors.plus(x, Vectors.times(means, -1)), shift), 20);
            double[] dyMeans = SectionOne.spread(section.means(dy), section.groups());
            Near.same("dx", results.get("dx"), Vectors.plus(dy, Vectors.times(dyMeans, -1)), 20);
            Near.zero("sum dx", section.groupSums(results.get("dx")), 20, Near.scale(dy));
            Near.same("dbeta", results.get("dbeta"), section.groupSums(dy), 20);
        }

        @Test
        void the_running_mean_is_used_at_test_time() {
            Norm norm = Norm.of(MEAN_ONLY, "N=4, C=3, H=5");
            Map<String, double[]> values = norm.random(3);
            double[] expected = new double[60];
            Arrays.setAll(expected, i -> {
                int c = i / 5 % 3;
                return values.get("x")[i] - values.get("running_mean")[c] + values.get("beta")[c];
            });
            Near.same("y", norm.frozen(values).get("y"), expected, 2);
            assertThat(norm.frozen(values).get("dx")).containsExactly(values.get("dy"));
            double[] mixed = Vectors.plus(
                    Vectors.times(values.get("running_mean"), 0.9), Vectors.times(section.means(values.get("x")), 0.1));
            Near.same("running_mean", norm.train(values).get("running_mean"), mixed, 20);
        }

        @Test
        void with_weight_norm_it_is_one_after_the_other_and_the_gradient_stays_orthogonal() {
            Norm both = Norm.of(BOTH, "N=12, I=4, O=3");
            Map<String, double[]> values = both.random(4);
            Map<String, double[]> results = both.train(values);
            Map<String, double[]> weights = Norm.of(
                            "norm WeightNorm { input v[O, I] param g[O] = 1 output w = g * v / norm2[I](v) }",
                            "O=3, I=4")
                    .train(Map.of("v", values.get("v"), "g", values.get("g")));
            double[] a = Vectors.product(values.get("x"), Vectors.transposed(weights.get("w"), I), I, O);
            Map<String, double[]> after = Norm.of(MEAN_ONLY, "N=12, C=3")
                    .train(Map.of("x", a, "dy", values.get("dy"), "beta", values.get("beta")));
            Near.same("y", results.get("y"), after.get("y"), N * I);
            double[] dw = Vectors.product(Vectors.transposed(after.get("dx"), O), values.get("x"), N, I);
            Map<String, double[]> back = Norm.of(
                            "norm WeightNorm { input v[O, I] param g[O] = 1 output w = g * v / norm2[I](v) }",
                            "O=3, I=4")
                    .train(Map.of("v", values.get("v"), "g", values.get("g"), "dw", dw));
            Near.same("dv", results.get("dv"), back.get("dv"), N * I);
            Near.same("dg", results.get("dg"), back.get("dg"), N * I);
            for (int o = 0; o < O; o++) {
                double[] v = Vectors.row(values.get("v"), I, o);
                double[] dv = Vectors.row(results.get("dv"), I, o);
                Near.zero("v dv", new double[] {Vectors.dot(v, dv)}, N * I, Near.scale(v) * Near.scale(dv));
            }
        }
    }
}
