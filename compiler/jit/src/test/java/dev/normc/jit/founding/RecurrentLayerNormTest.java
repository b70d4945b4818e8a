package dev.normc.jit.founding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Layer normalization of a recurrent network (Ba et al., 2016, section 3.1), three steps unrolled. */
class RecurrentLayerNormTest {
    private static final int N = 2;
    private static final int H = 4;
    private static final int I = 3;
    private static final int STEPS = 3;
    private static final int TERMS = 200;
    private static final String SHAPE = "N=2, H=4, I=3";

    @Nested
    @DisplayName("row 15: layer normalization in a recurrent network, without epsilon")
    class Recurrent {
        private final Norm norm = Norm.of(text(), SHAPE);
        private final Map<String, double[]> values = norm.random(1);

        @Test
        void the_steps_are_those_of_section_1_and_so_is_the_way_back_with_params_summed_over_time() {
            Map<String, double[]> results = norm.train(values);
            byHand(values).forEach((name, expected) -> Near.same(name, results.get(name), expected, TERMS));
        }

        @Test
        void scaled_weights_and_a_constant_added_to_all_of_a_unit_leave_the_states() {
            double c = 3;
            double[] t = Vectors.normal(2, H);
            double[] s = Vectors.normal(3, I);
            Map<String, double[]> changed = new HashMap<>(values);
            changed.put("whh", moved(values.get("whh"), c, t));
            changed.put("wxh", moved(values.get("wxh"), c, s));
            Map<String, double[]> expected = norm.train(values);
            Map<String, double[]> results = norm.train(changed);
            for (String name : new String[] {"h1", "h2", "h3", "dgamma", "dbeta"}) {
                Near.same(name, results.get(name), expected.get(name), TERMS);
            }
        }

        @Test
        void the_size_of_the_weights_divides_their_gradient() {
            double c = 3;
            Map<String, double[]> changed = new HashMap<>(values);
            changed.put("whh", Vectors.times(values.get("whh"), c));
            changed.put("wxh", Vectors.times(values.get("wxh"), c));
            Map<String, double[]> expected = norm.train(values);
            Map<String, double[]> results = norm.train(changed);
            for (String name : new String[] {"dwhh", "dwxh"}) {
                Near.same(name, Vectors.times(results.get(name), c), expected.get(name), TERMS);
            }
        }

        @Test
        void scaled_data_leave_the_first_state_and_translated_data_do_not() {
            Map<String, double[]> first = Vectors.with(values, "h0", new double[N * H]);
            double[] expected = norm.train(first).get("h1");
            double[] scaled = Vectors.times(values.get("x1"), 5);
            Near.same("h1", norm.train(Vectors.with(first, "x1", scaled)).get("h1"), expected, TERMS);
            double[] translated = Vectors.each(values.get("x1"), x -> x + 5);
            Near.different(
                    "h1", norm.train(Vectors.with(first, "x1", translated)).get("h1"), expected);
        }

        /** {@code c w + 1 t^T}: the same row added to the weights of every unit. */
        private double[] moved(double[] w, double c, double[] t) {
            double[] result = new double[w.length];
            Arrays.setAll(result, i -> c * w[i] + t[i % t.length]);
            return result;
        }
    }

    private static String text() {
        StringBuilder text = new StringBuilder("norm LayerNormRecurrent { input h0[N, H], x1[N, I], x2[N, I], x3[N, I]"
                + " param whh[H, K] = 0, wxh[H, I] = 0, gamma[H] = 1, beta[H] = 0");
        for (int t = 1; t <= STEPS; t++) {
            text.append(String.format(
                    " a%1$d = sum[K](whh * rename[H -> K](h%2$d)) + sum[I](wxh * x%1$d)"
                            + " output h%1$d = tanh(gamma * standardize[H](a%1$d, 0) + beta)",
                    t, t - 1));
        }
        return text.append(" }").toString();
    }

    /** Forward, and back through time by the chain rule. */
    private static Map<String, double[]> byHand(Map<String, double[]> values) {
        SectionOne section = new SectionOne("NH", new int[] {N, H}, "H", "H", 0);
        double[] whh = values.get("whh");
        double[] wxh = values.get("wxh");
        Map<String, double[]> results = new LinkedHashMap<>();
        double[][] a = new double[STEPS + 1][];
        double[][] h = new double[STEPS + 1][];
        h[0] = values.get("h0");
        for (int t = 1; t <= STEPS; t++) {
            a[t] = Vectors.plus(
                    Vectors.product(h[t - 1], Vectors.transposed(whh, H), H, H),
                    Vectors.product(values.get("x" + t), Vectors.transposed(wxh, I), I, H));
            Map<String, double[]> inner = new HashMap<>(values);
            inner.put("x", a[t]);
            inner.put("dy", new double[N * H]);
            h[t] = Vectors.each(section.of(inner).get("y"), Math::tanh);
            results.put("h" + t, h[t]);
        }
        double[] dh = new double[N * H];
        double[] dwhh = new double[H * H];
        double[] dwxh = new double[H * I];
        double[] dgamma = new double[H];
        double[] dbeta = new double[H];
        for (int t = STEPS; t >= 1; t--) {
            dh = Vectors.plus(dh, values.get("dh" + t));
            Map<String, double[]> inner = new HashMap<>(values);
            inner.put("x", a[t]);
            inner.put("dy", Vectors.times(dh, Vectors.each(h[t], value -> 1 - value * value)));
            Map<String, double[]> step = section.of(inner);
            double[] da = step.get("dx");
            dgamma = Vectors.plus(dgamma, step.get("dgamma"));
            dbeta = Vectors.plus(dbeta, step.get("dbeta"));
            dwhh = Vectors.plus(dwhh, Vectors.product(Vectors.transposed(da, H), h[t - 1], N, H));
            dwxh = Vectors.plus(dwxh, Vectors.product(Vectors.transposed(da, H), values.get("x" + t), N, I));
            results.put("dx" + t, Vectors.product(da, wxh, H, I));
            dh = Vectors.product(da, whh, H, H);
        }
        results.putAll(Map.of("dh0", dh, "dwhh", dwhh, "dwxh", dwxh, "dgamma", dgamma, "dbeta", dbeta));
        return results;
    }
}
