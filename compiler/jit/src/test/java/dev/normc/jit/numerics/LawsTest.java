package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold exactly for every standardization, checked on f64 kernels to the rounding of f64. */
class LawsTest {
    private static final double ROUNDING = 1e-12;
    private static final int GROUPS = 5;

    static Stream<HardLayout> layouts() {
        return Stream.of(HardLayout.Kind.values())
                .flatMap(kind -> Stream.of(3, 10, 33).map(length -> new HardLayout(kind, GROUPS, length)));
    }

    static Stream<HardLayout> centred() {
        return layouts().filter(HardLayout::centred);
    }

    @ParameterizedTest
    @MethodSource("centred")
    void the_input_gradient_sums_to_nothing_and_so_does_what_is_standardized(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = plain(subject, 1);
        double[] dx = subject.run(Entry.BACKWARD, subject.random(2)).get("dx");
        Close.check("sum dx", groupSums(layout, dx), new double[GROUPS], ROUNDING * Close.scale(dx));
        double[] xhat = subject.run(Entry.FORWARD, values).get("y");
        Close.check("sum xhat", groupSums(layout, xhat), new double[GROUPS], ROUNDING * layout.length());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void the_mean_square_of_what_is_standardized_is_v_over_v_plus_epsilon(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = plain(subject, 3);
        double[] xhat = subject.run(Entry.FORWARD, values).get("y");
        double[] squares = Arrays.stream(xhat).map(value -> value * value).toArray();
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        double[] sums = groupSums(layout, squares);
        for (int group = 0; group < GROUPS; group++) {
            double v = exact.variance(group);
            assertClose(sums[group] / layout.length(), v / (v + HardLayout.EPSILON));
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void the_gradient_along_the_standardized_is_what_epsilon_leaves(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = subject.random(4);
        Map<String, double[]> ones = plain(subject, 4);
        ones.put("x", values.get("x"));
        double[] xhat = subject.run(Entry.FORWARD, ones).get("y");
        double[] dx = subject.run(Entry.BACKWARD, values).get("dx");
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        double[] along = new double[xhat.length];
        double[] remains = new double[xhat.length];
        for (int i = 0; i < xhat.length; i++) {
            double r = exact.r(layout.group(i));
            double u = values.get("gamma")[layout.param(i)] * values.get("dy")[i];
            along[i] = dx[i] * xhat[i];
            remains[i] = r * HardLayout.EPSILON * r * r * u * xhat[i];
        }
        double scale = Close.scale(dx) * layout.length();
        Close.check("along", groupSums(layout, along), groupSums(layout, remains), ROUNDING * scale);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void scaling_the_input_is_dividing_epsilon_by_the_square(HardLayout layout) {
        double c = 4; // a power of two, so that c x is exact; 1e-5 / 16 then is too
        Spec spec = layout.spec();
        Spec scaled = new Spec(spec.name(), spec.text().replace("1e-5", Double.toString(1e-5 / (c * c))), spec.shape());
        Subject plain = Subject.of(spec, DataType.F64);
        Map<String, double[]> values = plain.random(5);
        Map<String, double[]> larger = new HashMap<>(values);
        larger.put("x", times(values.get("x"), c));
        Map<String, double[]> one = both(plain, larger);
        Map<String, double[]> other = both(Subject.of(scaled, DataType.F64), values);
        same("y", one.get("y"), other.get("y"));
        same("dx", times(one.get("dx"), c), other.get("dx"));
        same("dgamma", one.get("dgamma"), other.get("dgamma"));
    }

    @ParameterizedTest
    @MethodSource("centred")
    void a_shift_of_the_input_changes_nothing(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = subject.random(6);
        // Multiples of 2^-20 below 2^5, so that the shifted values are exact.
        values.put(
                "x",
                Arrays.stream(values.get("x"))
                        .map(x -> Math.rint(x * 0x1p20) / 0x1p20)
                        .toArray());
        Map<String, double[]> shifted = new HashMap<>(values);
        shifted.put("x", Arrays.stream(values.get("x")).map(x -> x + 24.5).toArray());
        Map<String, double[]> expected = both(subject, values);
        both(subject, shifted).forEach((name, elements) -> {
            if (!name.startsWith("saved")) {
                same(name, elements, expected.get(name));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(HardLayout.Kind.class)
    void the_right_params_give_the_identity_back(HardLayout.Kind kind) {
        HardLayout layout =
                new HardLayout(kind, kind == HardLayout.Kind.RMS || kind == HardLayout.Kind.LAYER ? 1 : 5, 12);
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = subject.random(7);
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        for (int i = 0; i < layout.elements(); i++) {
            values.get("gamma")[layout.param(i)] = 1 / exact.r(layout.group(i));
            if (layout.centred()) {
                values.get("beta")[layout.param(i)] = exact.mean(layout.group(i));
            }
        }
        same("y", subject.run(Entry.FORWARD, values).get("y"), values.get("x"));
    }

    @ParameterizedTest
    @EnumSource(value = HardLayout.Kind.class, names = "RMS", mode = EnumSource.Mode.EXCLUDE)
    void a_single_element_is_standardized_to_zero_with_no_gradient(HardLayout.Kind kind) {
        for (DataType type : DataType.values()) {
            HardLayout layout = new HardLayout(kind, GROUPS, 1);
            Subject subject = Subject.of(layout.spec(), type);
            Map<String, double[]> values = subject.random(8);
            Map<String, double[]> results = both(subject, values);
            for (int i = 0; i < layout.elements(); i++) {
                assertThat(results.get("y")[i]).isEqualTo(values.get("beta")[layout.param(i)]);
            }
            assertThat(results.get("dx")).containsOnly(0);
            assertThat(results.get("dgamma")).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void a_permutation_of_a_row_permutes_its_result(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = plain(subject, 9);
        double[][] rows = new double[GROUPS][layout.length()];
        SplittableRandom random = new SplittableRandom(10);
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        values.put("x", layout.laidOut(rows));
        double[] y = subject.run(Entry.FORWARD, values).get("y");
        double[][] turned = Arrays.stream(rows).map(LawsTest::reversed).toArray(double[][]::new);
        values.put("x", layout.laidOut(turned));
        double[] back = subject.run(Entry.FORWARD, values).get("y");
        double[][] results = new double[GROUPS][layout.length()];
        int[] next = new int[GROUPS];
        for (int i = 0; i < y.length; i++) {
            results[layout.group(i)][next[layout.group(i)]++] = y[i];
        }
        same(
                "y",
                back,
                layout.laidOut(Arrays.stream(results).map(LawsTest::reversed).toArray(double[][]::new)));
    }

    @Test
    void group_norm_of_single_channels_is_instance_norm() {
        agree(Spec.named("GroupNorm").at("N=2, C=3, H=4, W=5, G=3"), Spec.named("InstanceNorm"));
    }

    @Test
    void group_norm_of_one_group_is_layer_norm_over_all_but_the_batch_with_params_per_channel() {
        Spec layer = new Spec(
                "Layer",
                "norm Layer { input x[N, C, H, W] reduce C, H, W epsilon 1e-5"
                        + " affine scale gamma[C], shift beta[C] }",
                "2,3,4,5");
        agree(Spec.named("GroupNorm").at("N=2, C=3, H=4, W=5, G=1"), layer);
    }

    @Test
    void batch_norm_of_images_is_batch_norm_of_their_pixels() {
        String card = " reduce %s epsilon 1e-5 affine scale gamma[C], shift beta[C] }";
        agree(
                new Spec("Images", "norm Images { input x[N, H, W, C]" + String.format(card, "N, H, W"), "2,3,4,5"),
                new Spec("Pixels", "norm Pixels { input x[M, C]" + String.format(card, "M"), "24,5"));
    }

    private static void agree(Spec one, Spec other) {
        Subject first = Subject.of(one, DataType.F64);
        Subject second = Subject.of(other, DataType.F64);
        Map<String, double[]> values = first.random(11);
        Map<String, double[]> results = both(first, values);
        Map<String, double[]> expected = both(second, values);
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
            same(name, results.get(name), expected.get(name));
        }
    }

    /** Random, with scale 1 and no shift. */
    private static Map<String, double[]> plain(Subject subject, long seed) {
        Map<String, double[]> values = new HashMap<>(subject.random(seed));
        Arrays.fill(values.get("gamma"), 1);
        values.computeIfPresent("beta", (name, beta) -> new double[beta.length]);
        return values;
    }

    private static Map<String, double[]> both(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> results = new HashMap<>(subject.run(Entry.FORWARD, values));
        results.putAll(subject.run(Entry.BACKWARD, values));
        return results;
    }

    private static double[] groupSums(HardLayout layout, double[] elements) {
        double[] sums = new double[layout.groups()];
        for (int i = 0; i < elements.length; i++) {
            sums[layout.group(i)] += elements[i];
        }
        return sums;
    }

    private static double[] times(double[] elements, double factor) {
        return Arrays.stream(elements).map(value -> value * factor).toArray();
    }

    private static double[] reversed(double[] row) {
        double[] result = new double[row.length];
        Arrays.setAll(result, i -> row[row.length - 1 - i]);
        return result;
    }

    private static void same(String what, double[] computed, double[] expected) {
        Close.check(what, computed, expected, ROUNDING * Close.scale(expected));
    }

    private static void assertClose(double computed, double expected) {
        Close.check("value", new double[] {computed}, new double[] {expected}, ROUNDING * Math.abs(expected));
    }
}
