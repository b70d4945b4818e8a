package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whitening by iteration (Huang et al., 2019), and what scaling alone leaves. */
class WhiteningTest {

    /** The norm with so many Newton steps, {@code P <- (3 P - P^3 S) / 2}; a product is a {@code rename} and a {@code sum}. */
    private static String text(int steps) {
        StringBuilder text = new StringBuilder("norm IterNorm(eps = 0) { input x[N, C] xc = x - mean[N](x)"
                + " unit = where(index[C] == rename[C -> D](index[C]), 1, 0)"
                + " sigma = mean[N](xc * rename[C -> D](xc)) + eps * unit"
                + " trace = sum[C, D](sigma * unit) s = sigma / trace p0 = unit");
        for (int k = 1; k <= steps; k++) {
            text.append(String.format(
                    " square%1$d = %2$s cube%1$d = %3$s step%1$d = %4$s p%1$d = 1.5 * p%5$d - 0.5 * step%1$d",
                    k,
                    product("p" + (k - 1), "p" + (k - 1)),
                    product("square" + k, "p" + (k - 1)),
                    product("cube" + k, "s"),
                    k - 1));
        }
        return text + " output y = sum[D](p" + steps + " * rename[C -> D](xc)) / sqrt(trace) }";
    }

    private static String product(String left, String right) {
        return "sum[E](rename[D -> E](" + left + ") * rename[C -> E](" + right + "))";
    }

    private static double[] centred(double[] x, int columns) {
        SectionOne batch = new SectionOne("NC", new int[] {x.length / columns, columns}, "N", "C", 0);
        return Vectors.plus(x, Vectors.times(SectionOne.spread(batch.means(x), batch.groups()), -1));
    }

    private static double[] covariance(double[] x, int columns) {
        return Eigen.secondMoment(centred(x, columns), columns);
    }

    private static double[] unit(int n) {
        double[] unit = new double[n * n];
        Arrays.setAll(unit, i -> i % (n + 1) == 0 ? 1 : 0);
        return unit;
    }

    @Nested
    @DisplayName("row 31: whitening, where uncorrelated is best and expensive")
    class Whitening {
        private static final int N = 20;
        private static final int C = 3;
        private static final int STEPS = 9;
        private final double[] x = correlated();

        /**
         * Three correlated channels about means that are not 0, whose own covariance has the eigenvalues 6, 3 and 1:
         * the iteration as published amplifies rounding where the condition number is above 9.
         */
        private double[] correlated() {
            double[] turn =
                    Eigen.of(Eigen.secondMoment(Vectors.normal(4, 15), C), C).vectors();
            double[] roots = {Math.sqrt(6), 0, 0, 0, Math.sqrt(3), 0, 0, 0, 1};
            double[] mixed = Vectors.product(white(C), Vectors.product(roots, turn, C, C), C, C);
            Arrays.setAll(mixed, i -> mixed[i] + i % C - 1);
            return mixed;
        }

        /** Samples whose own covariance is the unit matrix. */
        private double[] white(int columns) {
            double[] drawn = centred(Vectors.normal(3, N * columns), columns);
            double[] root =
                    Eigen.of(Eigen.secondMoment(drawn, columns), columns).map(value -> 1 / Math.sqrt(value));
            return Vectors.product(drawn, root, columns, columns);
        }

        @Test
        void iterated_to_the_end_the_covariance_is_the_unit_matrix() {
            double[] y = Norm.of(text(STEPS), "N=20, C=3").train(Map.of("x", x)).get("y");
            Near.same("condition before", Eigen.of(covariance(x, C), C).condition(), 6, 100 * N);
            assertThat(Math.abs(covariance(x, C)[1])).isGreaterThan(0.3);
            Near.check("covariance", covariance(y, C), unit(C), 1e-12 * N);
            assertThat(Eigen.of(covariance(y, C), C).condition()).isLessThan(1 + 1e-11 * N);
        }

        @Test
        void a_few_steps_do_to_each_eigenvalue_what_newton_does_to_a_number() {
            double epsilon = 0.1;
            double[] y = Norm.of(text(2), "N=20, C=3, eps=" + epsilon)
                    .train(Map.of("x", x))
                    .get("y");
            double[] sigma = Vectors.plus(covariance(x, C), Vectors.times(unit(C), epsilon));
            double trace = sigma[0] + sigma[4] + sigma[8];
            double[] p = Eigen.of(sigma, C).map(value -> {
                double root = 1;
                for (int k = 0; k < 2; k++) {
                    root = 1.5 * root - 0.5 * root * root * root * value / trace;
                }
                return root / Math.sqrt(trace);
            });
            Near.same("y", y, Vectors.product(centred(x, C), p, C, C), 10 * N);
        }

        @Test
        void the_gradient_is_that_of_the_root_of_the_covariance() {
            Norm norm = Norm.of(text(STEPS), "N=20, C=3");
            Map<String, double[]> values = Vectors.with(norm.random(2), "x", x);
            double[] expected = byEigenvalues(x, values.get("dy"));
            Near.check("dx", norm.train(values).get("dx"), expected, 1e-12 * N * Near.scale(expected));
        }

        /** With {@code W = Sigma^(-1/2)} and {@code P = Sigma^(1/2)}: {@code dP = -W dW W}, and P P = Sigma for dSigma. */
        private double[] byEigenvalues(double[] data, double[] dy) {
            double[] xc = centred(data, C);
            Eigen eigen = Eigen.of(Eigen.secondMoment(xc, C), C);
            double[] w = eigen.map(value -> 1 / Math.sqrt(value));
            double[] dw = symmetric(Vectors.product(Vectors.transposed(xc, C), dy, N, C));
            double[] dp = Vectors.times(Vectors.product(Vectors.product(w, dw, C, C), w, C, C), -1);
            double[] vectors = eigen.vectors();
            double[] turned = Vectors.product(Vectors.product(Vectors.transposed(vectors, C), dp, C, C), vectors, C, C);
            Arrays.setAll(
                    turned, i -> turned[i] / (Math.sqrt(eigen.values()[i / C]) + Math.sqrt(eigen.values()[i % C])));
            double[] dsigma = symmetric(
                    Vectors.product(Vectors.product(vectors, turned, C, C), Vectors.transposed(vectors, C), C, C));
            double[] through = Vectors.times(Vectors.product(xc, dsigma, C, C), 2.0 / N);
            return centred(Vectors.plus(Vectors.product(dy, w, C, C), through), C);
        }

        private double[] symmetric(double[] a) {
            return Vectors.times(Vectors.plus(a, Vectors.transposed(a, C)), 0.5);
        }

        @Test
        void batch_norm_leaves_the_correlation_of_a_gaussian_turned_by_45_degrees() {
            double[] turned = gaussian(Math.PI / 4);
            double[] y = batchNorm(turned);
            Near.same("correlation", covariance(y, 2)[1], 0.6, 100 * N);
            Near.same("condition before", Eigen.of(covariance(turned, 2), 2).condition(), 4, 100 * N);
            Near.same("condition after", Eigen.of(covariance(y, 2), 2).condition(), 4, 100 * N);
            double[] white =
                    Norm.of(text(STEPS), "N=20, C=2").train(Map.of("x", turned)).get("y");
            Near.check("whitened", covariance(white, 2), unit(2), 1e-12 * N);
        }

        @Test
        void batch_norm_whitens_a_gaussian_along_the_axes_where_scale_is_all_there_is() {
            double[] aligned = gaussian(0);
            double[] y = batchNorm(aligned);
            Near.check("covariance", covariance(y, 2), unit(2), 1e-14 * 10 * N);
            Near.same("condition before", Eigen.of(covariance(aligned, 2), 2).condition(), 4, 100 * N);
        }

        /** Samples whose own variances are exactly 4 and 1 along two axes at that angle. */
        private double[] gaussian(double angle) {
            double[] scaled = Vectors.product(white(2), new double[] {2, 0, 0, 1}, 2, 2);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            return Vectors.product(scaled, new double[] {cos, sin, -sin, cos}, 2, 2);
        }

        private double[] batchNorm(double[] data) {
            return Norm.of("norm BatchNorm { input x[N, D] reduce N epsilon 0 }", "N=20, D=2")
                    .train(Map.of("x", data))
                    .get("y");
        }
    }
}
