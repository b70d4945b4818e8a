package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weight normalization (Salimans &amp; Kingma, 2016) and what plain gradient descent does to what it scales. */
class WeightNormTest {
    private static final int O = 3;
    private static final int UNIT = 20;
    private static final String SHAPE = "O=3, I=5, KH=2, KW=2";
    private static final String WEIGHT_NORM =
            "norm WeightNorm { input v[O, ..] param g[O] = 1 output w = g * v / norm2[..](v) }";

    /** One number for each output unit, of the rows of two arrays. */
    private static double[] rowDots(double[] a, double[] b, int columns) {
        double[] dots = new double[a.length / columns];
        Arrays.setAll(dots, o -> Vectors.dot(Vectors.row(a, columns, o), Vectors.row(b, columns, o)));
        return dots;
    }

    @Nested
    @DisplayName("row 18: weight normalization, w = g v / |v|")
    class WeightNormalization {
        private final Norm norm = Norm.of(WEIGHT_NORM, SHAPE);
        private final Map<String, double[]> values = norm.random(1);

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void weight_and_gradients_are_those_of_the_formula(DataType type) {
            Norm stored = Norm.of(WEIGHT_NORM, SHAPE, type);
            Map<String, double[]> given = stored.random(2);
            Map<String, double[]> results = stored.train(given);
            double[] v = given.get("v");
            double[] dw = given.get("dw");
            double[] g = given.get("g");
            double[] norms = Vectors.each(rowDots(v, v, UNIT), Math::sqrt);
            double[] along = rowDots(dw, v, UNIT);
            double[] w = new double[v.length];
            double[] dv = new double[v.length];
            double[] dg = new double[O];
            Arrays.setAll(dg, o -> along[o] / norms[o]);
            Arrays.setAll(w, i -> g[i / UNIT] * v[i] / norms[i / UNIT]);
            Arrays.setAll(dv, i -> {
                int o = i / UNIT;
                return g[o] / norms[o] * (dw[i] - along[o] * v[i] / (norms[o] * norms[o]));
            });
            Near.same("w", results.get("w"), w, UNIT, type);
            Near.same("dg", results.get("dg"), dg, UNIT, type);
            Near.same("dv", results.get("dv"), dv, UNIT, type);
        }

        @Test
        void the_gradient_is_orthogonal_to_the_weight_of_every_unit() {
            double[] dv = norm.train(values).get("dv");
            assertThat(Near.scale(dv)).isGreaterThan(0.1);
            Near.zero("v dv", rowDots(values.get("v"), dv, UNIT), UNIT, Near.scale(values.get("v")) * Near.scale(dv));
        }

        @ParameterizedTest
        @ValueSource(doubles = {7, 0.3})
        void the_length_of_v_leaves_w_and_divides_the_gradient(double c) {
            Map<String, double[]> expected = norm.train(values);
            Map<String, double[]> results = norm.train(Vectors.with(values, "v", Vectors.times(values.get("v"), c)));
            Near.same("w", results.get("w"), expected.get("w"), UNIT);
            Near.same("dg", results.get("dg"), expected.get("dg"), UNIT);
            Near.same("dv", Vectors.times(results.get("dv"), c), expected.get("dv"), UNIT);
            Near.same(
                    "|w|",
                    Vectors.each(rowDots(results.get("w"), results.get("w"), UNIT), Math::sqrt),
                    Vectors.each(values.get("g"), Math::abs),
                    UNIT);
        }

        @Test
        void training_and_test_are_one_and_no_sample_takes_part() {
            assertThat(norm.kernel().signature().buffers(BufferRole.STATE)).isEmpty();
            assertThat(norm.frozen(values).get("w"))
                    .containsExactly(norm.train(values).get("w"));
        }
    }

    @Nested
    @DisplayName("row 19: the step is orthogonal to the weight, whose length grows")
    class Growth {
        private static final int STEPS = 40;
        private static final double RATE = 1;

        @Test
        void plain_gradient_descent_on_weight_norm_grows_by_the_root_of_1_plus_c_squared() {
            checkGrowth(Norm.of(WEIGHT_NORM, SHAPE), "v", "w", UNIT);
        }

        @Test
        void and_on_normalization_propagation_too() {
            checkGrowth(Norm.of(NormPropByHand.text("relu"), "N=6, I=4, O=3"), "w", "y", 4);
        }

        private void checkGrowth(Norm norm, String weight, String output, int columns) {
            Map<String, double[]> values = norm.random(3);
            double[] first = rowDots(values.get(weight), values.get(weight), columns);
            for (int step = 0; step < STEPS; step++) {
                double[] w = values.get(weight);
                Map<String, double[]> given =
                        Vectors.with(values, "d" + output, Vectors.normal(step, values.get("d" + output).length));
                double[] by = Vectors.times(norm.train(given).get("d" + weight), -RATE);
                double[] next = Vectors.plus(w, by);
                double[] before = Vectors.each(rowDots(w, w, columns), Math::sqrt);
                double[] c = new double[O];
                double[] moved = Vectors.each(rowDots(by, by, columns), Math::sqrt);
                Arrays.setAll(c, o -> moved[o] / before[o]);
                double[] expected = new double[O];
                Arrays.setAll(expected, o -> Math.sqrt(1 + c[o] * c[o]) * before[o]);
                double[] after = Vectors.each(rowDots(next, next, columns), Math::sqrt);
                Near.same("length", after, expected, 10 * columns);
                for (int o = 0; o < O; o++) {
                    assertThat(after[o]).isGreaterThanOrEqualTo(before[o]);
                }
                values.put(weight, next);
            }
            double[] last = rowDots(values.get(weight), values.get(weight), columns);
            assertThat(Arrays.stream(last).sum())
                    .isGreaterThan(1.1 * Arrays.stream(first).sum());
        }

        @Test
        void with_momentum_the_step_is_not_orthogonal_and_the_length_is_another() {
            Norm norm = Norm.of(WEIGHT_NORM, SHAPE);
            Map<String, double[]> values = norm.random(4);
            double[] w = values.get("v");
            double[] dv = norm.train(values).get("dv");
            double[] next = Vectors.plus(w, Vectors.times(dv, -RATE));
            double[] other = Vectors.normal(5, w.length);
            double[] again = norm.train(Vectors.with(Vectors.with(values, "v", next), "dw", other))
                    .get("dv");
            double[] by = Vectors.plus(Vectors.times(dv, -0.9 * RATE), Vectors.times(again, -RATE));
            double[] sums = rowDots(next, by, UNIT);
            assertThat(Near.scale(sums)).isGreaterThan(1e-3);
        }
    }
}
