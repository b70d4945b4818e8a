package dev.normc.jit.founding;

import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalization propagation for any activation. */
class NormPropActivationsTest {

    /**
     * One activation.
     *
     * @param mean of the activation in a standard normal, by quadrature to 30 digits in another program
     * @param deviation its standard deviation, likewise
     * @param gain the mean square of the slope over the variance, likewise
     */
    record Activation(
            String text,
            DoubleUnaryOperator function,
            DoubleUnaryOperator slope,
            double mean,
            double deviation,
            double gain) {

        String of(String argument) {
            return text.replace("$", argument);
        }

        @Override
        public String toString() {
            return of("z");
        }
    }

    @Nested
    @DisplayName("row 23: normalization propagation, any activation")
    class AnyActivation {
        private static final double CONSTANT = 1e-10;
        private static final double STEP = 1e-3;
        private static final double END = 12;

        static Stream<Activation> activations() {
            return Stream.of(
                    new Activation(
                            "relu($)",
                            z -> Math.max(0, z),
                            z -> z > 0 ? 1 : 0,
                            0.3989422804014327,
                            0.5838193701035489,
                            1.466942206924260),
                    new Activation(
                            "leaky_relu($, 0.01)",
                            z -> z > 0 ? z : 0.01 * z,
                            z -> z > 0 ? 1 : 0.01,
                            0.3949528575974184,
                            0.5865681889393878,
                            1.453370761055914),
                    new Activation(
                            "sigmoid($)",
                            AnyActivation::sigmoid,
                            z -> sigmoid(z) * sigmoid(-z),
                            0.5,
                            0.2082763449316628,
                            1.033592390039936),
                    new Activation(
                            "tanh($)",
                            Math::tanh,
                            z -> 1 - Math.tanh(z) * Math.tanh(z),
                            0,
                            0.6279287303491067,
                            1.177807232304180),
                    new Activation(
                            "elu($)",
                            z -> z > 0 ? z : Math.expm1(z),
                            z -> z > 0 ? 1 : Math.exp(z),
                            0.1605205722665560,
                            0.7868790017354264,
                            1.079013455479765),
                    new Activation(
                            "softplus($)",
                            z -> Math.log1p(Math.exp(z)),
                            AnyActivation::sigmoid,
                            0.8060591833474398,
                            0.5210705343814393,
                            1.080528052507467),
                    new Activation(
                            "silu($)",
                            z -> z * sigmoid(z),
                            z -> sigmoid(z) * (1 + z * sigmoid(-z)),
                            0.2066209641419070,
                            0.5595384678415068,
                            1.212081114757111),
                    new Activation(
                            "gelu($)",
                            z -> z * below(z),
                            z -> below(z) + z * density(z),
                            0.2820947917738781,
                            0.5879149692126839,
                            1.318844970865623));
        }

        @ParameterizedTest
        @MethodSource("activations")
        void its_constants_are_good_to_ten_digits(Activation activation) {
            String text = "norm Constants { input x output c2 = x * gauss_mean(z, " + activation.of("z")
                    + ") output c1 = x * gauss_std(z, " + activation.of("z") + ") }";
            Map<String, double[]> results = Norm.of(text, "").train(Map.of("x", new double[] {1}));
            Near.check("c2", results.get("c2"), new double[] {activation.mean()}, CONSTANT);
            Near.check("c1", results.get("c1"), new double[] {activation.deviation()}, CONSTANT);
        }

        @ParameterizedTest
        @MethodSource("activations")
        void output_and_gradients_are_those_of_the_formula(Activation activation) {
            String text = NormPropByHand.textOf(activation.of("a"), activation.of("z"));
            NormPropByHand byHand = new NormPropByHand(
                    activation.function(), activation.slope(), activation.mean(), activation.deviation());
            Norm norm = Norm.of(text, "N=7, I=5, O=3");
            Map<String, double[]> values = norm.random(1);
            Map<String, double[]> results = norm.train(values);
            byHand.of(values).forEach((name, expected) -> {
                double tolerance = 10 * CONSTANT * Near.scale(expected);
                Near.check(name, results.get(name), expected, tolerance);
            });
        }

        /** The kernel on a grid, weighed with the normal density: a quadrature of its output and of its slope. */
        @ParameterizedTest
        @MethodSource("activations")
        void in_a_standard_normal_it_has_mean_0_variance_1_and_the_gain_of_the_table(Activation activation) {
            String text = "norm Grid { input x[N] output y = (" + activation.of("x") + " - gauss_mean(z, "
                    + activation.of("z") + ")) / gauss_std(z, " + activation.of("z") + ") }";
            int points = (int) Math.round(2 * END / STEP);
            double[] grid = new double[points];
            Arrays.setAll(grid, i -> -END + (i + 0.5) * STEP); // kinks at 0 lie between two points
            Map<String, double[]> results = Norm.of(text, "N=?", DataType.F64)
                    .at(points)
                    .train(Map.of("x", grid, "dy", Vectors.filled(points, 1)));
            double[] weights = Vectors.each(grid, z -> density(z) * STEP);
            double[] y = results.get("y");
            double[] dx = results.get("dx");
            double[] computed = {
                Vectors.dot(weights, y),
                Vectors.dot(weights, Vectors.times(y, y)),
                Vectors.dot(weights, Vectors.times(dx, dx))
            };
            // the midpoint rule on both sides of a kink: h^2 / 24 times jumps of slopes below 10
            Near.check("moments", computed, new double[] {0, 1, activation.gain()}, STEP * STEP);
        }

        private static double sigmoid(double z) {
            return 1 / (1 + Math.exp(-z));
        }

        private static double density(double z) {
            return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }

        /** The standard normal distribution function, by the series of Marsaglia (2004). */
        private static double below(double z) {
            double term = z;
            double sum = z;
            for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
                term *= z * z / i;
                sum += term;
            }
            return 0.5 + sum * density(z);
        }
    }
}
