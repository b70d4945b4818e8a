package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What weights mean, in closed form and at weight 0. */
class MaskedLawsTest {
    private static final double ROUNDING = 1e-12;
    private static final int N = 3;
    private static final int C = 4;
    private static final int T = 7;
    private static final String SHAPE = "N=3, C=4, T=7";
    private static final String PLAIN = "norm Masked { input x[N, C, T] mask m[N, T] reduce N, T epsilon 1e-5"
            + " affine scale gamma[C], shift beta[C] track decay 0.75 }";
    private static final String SELECTED = "norm Selected { input x[N, C, T] mask m[N, T]"
            + " param gamma[C] = 1, beta[C] = 0"
            + " output y = where(m > 0, gamma * standardize[N, T; m](x, 1e-5) + beta, 0) }";

    @Test
    void the_masked_gradient_is_the_closed_form() {
        Subject subject = Subject.of(new Spec("Masked", PLAIN, SHAPE), DataType.F64);
        Map<String, double[]> values = subject.random(3);
        double[] dx = subject.run(Entry.BACKWARD, values).get("dx");
        double[] y = subject.run(Entry.FORWARD, values).get("y");
        double[] expectedDx = new double[dx.length];
        double[] expectedY = new double[dx.length];
        for (int c = 0; c < C; c++) {
            double n = 0;
            double mean = 0;
            for (int i = 0; i < N * T; i++) {
                n += weight(values, i);
                mean += weight(values, i) * x(values, c, i);
            }
            mean /= n;
            double variance = 0;
            for (int i = 0; i < N * T; i++) {
                variance += weight(values, i) * Math.pow(x(values, c, i) - mean, 2) / n;
            }
            double r = 1 / Math.sqrt(variance + 1e-5);
            double gamma = values.get("gamma")[c];
            double sumU = 0;
            double sumAlong = 0;
            for (int i = 0; i < N * T; i++) {
                double u = gamma * values.get("dy")[at(c, i)];
                sumU += u;
                sumAlong += u * (x(values, c, i) - mean) * r;
            }
            for (int i = 0; i < N * T; i++) {
                double xhat = (x(values, c, i) - mean) * r;
                double u = gamma * values.get("dy")[at(c, i)];
                expectedY[at(c, i)] = gamma * xhat + values.get("beta")[c];
                expectedDx[at(c, i)] = r * (u - weight(values, i) / n * (sumU + xhat * sumAlong));
            }
        }
        Close.check("y", y, expectedY, ROUNDING * Close.scale(expectedY));
        Close.check("dx", dx, expectedDx, ROUNDING * Close.scale(expectedDx));
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void a_nan_at_weight_0_does_nothing(DataType type) {
        Subject subject = Subject.of(new Spec("Masked", PLAIN, SHAPE), type);
        Map<String, double[]> values = subject.random(4);
        Map<String, double[]> hurt = withNaNs(values);
        Map<String, double[]> clean = both(subject, values);
        Map<String, double[]> results = both(subject, hurt);
        for (int c = 0; c < C; c++) {
            for (int i = 0; i < N * T; i++) {
                if (weight(values, i) > 0) {
                    assertThat(results.get("y")[at(c, i)]).isEqualTo(clean.get("y")[at(c, i)]);
                }
            }
        }
        for (String state : new String[] {"running_mean", "running_var"}) {
            assertThat(results.get(state)).containsExactly(clean.get(state));
        }
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void a_nan_at_weight_0_does_nothing_at_all_where_the_output_is_masked_too(DataType type) {
        Subject subject = Subject.of(new Spec("Selected", SELECTED, SHAPE), type);
        Map<String, double[]> values = subject.random(5);
        Map<String, double[]> clean = both(subject, values);
        Map<String, double[]> hurt = both(subject, withNaNs(values));
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
            assertThat(hurt.get(name)).as(name).containsExactly(clean.get(name));
        }
        for (int c = 0; c < C; c++) {
            for (int i = 0; i < N * T; i++) {
                if (weight(values, i) == 0) {
                    assertThat(hurt.get("y")[at(c, i)]).isZero();
                    assertThat(hurt.get("dx")[at(c, i)]).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DataType.class)
    void a_group_without_elements_has_statistics_0_and_no_gradient(DataType type) {
        String text = "norm Empty { input x[N, D] mask m[N, D] output a = mean[D; m](x) output b = var[D; m](x)"
                + " output c = std[D; m](x) output d = max[D; m](x) output e = min[D; m](x) output f = norm2[D; m](x)"
                + " output g = rms[D; m](x) output h = norm1[D; m](x) output i = count[D; m](x)"
                + " output j = sum[D; m](x) }";
        Subject subject = Subject.of(new Spec("Empty", text, "N=3, D=17"), type);
        Map<String, double[]> values = subject.random(6);
        Arrays.fill(values.get("m"), 17, 34, 0);
        values.get("x")[20] = Double.NaN;
        Map<String, double[]> results = both(subject, values);
        for (String name : "a b c d e f g h i j".split(" ")) {
            assertThat(results.get(name)[1]).as(name).isZero();
            assertThat(results.get(name)[0]).as(name).isFinite();
        }
        assertThat(Arrays.copyOfRange(results.get("dx"), 17, 34)).containsOnly(0);
        assertThat(Arrays.copyOf(results.get("dx"), 17)).doesNotContain(Double.NaN);
    }

    @Test
    void weights_of_one_are_no_weights() {
        Spec without = new Spec("Without", PLAIN.replace(" mask m[N, T]", ""), SHAPE);
        Subject masked = Subject.of(new Spec("Masked", PLAIN, SHAPE), DataType.F64);
        Map<String, double[]> values = masked.random(7);
        Arrays.fill(values.get("m"), 1);
        Map<String, double[]> results = both(masked, values);
        Map<String, double[]> bare = new HashMap<>(values);
        bare.remove("m");
        Map<String, double[]> expected = both(Subject.of(without, DataType.F64), bare);
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta", "running_mean", "running_var"}) {
            Close.check(name, results.get(name), expected.get(name), ROUNDING * Close.scale(expected.get(name)));
        }
    }

    private static Map<String, double[]> withNaNs(Map<String, double[]> values) {
        Map<String, double[]> hurt = new HashMap<>(values);
        double[] x = values.get("x").clone();
        for (int c = 0; c < C; c++) {
            for (int i = 0; i < N * T; i++) {
                if (weight(values, i) == 0) {
                    x[at(c, i)] = i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
                }
            }
        }
        hurt.put("x", x);
        return hurt;
    }

    /** The element of a channel; {@code i} counts samples and positions. */
    private static int at(int c, int i) {
        return (i / T * C + c) * T + i % T;
    }

    private static double x(Map<String, double[]> values, int c, int i) {
        return values.get("x")[at(c, i)];
    }

    private static double weight(Map<String, double[]> values, int i) {
        return values.get("m")[i];
    }

    private static Map<String, double[]> both(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> results = new HashMap<>(subject.run(Entry.FORWARD, values));
        results.putAll(subject.run(Entry.BACKWARD, values));
        return results;
    }
}
