package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Instance normalization (Ulyanov et al., 2016) and group normalization (Wu &amp; He, 2018). */
class InstanceAndGroupNormTest {
    private static final double EPSILON = 0.02;
    private static final String INSTANCE = "norm InstanceNorm(eps = 1) { input x[N, C, ..] reduce .. epsilon eps"
            + " affine scale gamma[C], shift beta[C] }";
    private static final String GROUP = "norm GroupNorm(G = 2, eps = 1) { input x[N, C, ..] group C into G reduce C, .."
            + " epsilon eps affine scale gamma[C], shift beta[C] }";

    private static void agree(String text, String shape, String other, String otherShape, DataType type) {
        Norm norm = Norm.of(text, shape, type);
        Map<String, double[]> values = norm.random(1);
        Map<String, double[]> computed = norm.train(values);
        Map<String, double[]> expected = Norm.of(other, otherShape, type).train(values);
        for (String name : List.of("y", "dx", "dgamma", "dbeta")) {
            Near.same(name, computed.get(name), expected.get(name), 180, type);
        }
    }

    /** Each sample alone gives what it gives in the batch. */
    private static void checkSamplesAlone(String text, String extents, int perSample, DataType type) {
        Norm norm = Norm.of(text, "N=?, " + extents, type);
        Map<String, double[]> values = norm.at(3).random(2);
        Map<String, double[]> batch = norm.at(3).train(values);
        for (int n = 0; n < 3; n++) {
            Map<String, double[]> alone = new HashMap<>(values);
            alone.put("x", Vectors.row(values.get("x"), perSample, n));
            alone.put("dy", Vectors.row(values.get("dy"), perSample, n));
            Map<String, double[]> results = norm.at(1).train(alone);
            assertThat(results.get("y")).containsExactly(Vectors.row(batch.get("y"), perSample, n));
            assertThat(results.get("dx")).containsExactly(Vectors.row(batch.get("dx"), perSample, n));
        }
        assertThat(norm.at(3).frozen(values).get("y")).containsExactly(batch.get("y"));
        assertThat(norm.kernel().signature().buffers(BufferRole.STATE)).isEmpty();
    }

    @Nested
    @DisplayName("row 16: instance normalization")
    class Instance {
        @Test
        void obeys_the_laws() {
            SectionOne section = new SectionOne("NCWH", new int[] {2, 3, 5, 4}, "WH", "C", EPSILON);
            new Laws(INSTANCE, "N=2, C=3, W=5, H=4", section).check();
        }

        @Test
        void the_contrast_of_an_instance_does_not_matter() {
            Norm norm = Norm.of(INSTANCE, "N=2, C=3, W=5, H=4, eps=0");
            Map<String, double[]> values = norm.random(3);
            double[] contrast = {0.2, 3, 1.5, 7, 0.5, 2};
            double[] brightness = {1, -2, 0.5, 3, -1, 4};
            double[] other = new double[120];
            Arrays.setAll(other, i -> contrast[i / 20] * values.get("x")[i] + brightness[i / 20]);
            double[] y = norm.train(values).get("y");
            Near.same("y", norm.train(Vectors.with(values, "x", other)).get("y"), y, 200);
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void an_instance_alone_and_at_test_time_gives_the_same_bits(DataType type) {
            checkSamplesAlone(INSTANCE, "C=3, W=5, H=4, eps=1e-5", 60, type);
        }
    }

    @Nested
    @DisplayName("row 17: group normalization")
    class Group {
        @Test
        void obeys_the_laws() {
            SectionOne section = new SectionOne("NGKHW", new int[] {3, 2, 3, 2, 5}, "KHW", "GK", EPSILON);
            new Laws(GROUP, "N=3, C=6, H=2, W=5, G=2", section).check();
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void with_a_group_for_each_channel_is_instance_norm(DataType type) {
            agree(GROUP, "N=3, C=6, H=2, W=5, G=6, eps=1e-5", INSTANCE, "N=3, C=6, H=2, W=5, eps=1e-5", type);
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void with_one_group_is_layer_norm_with_params_per_channel(DataType type) {
            String layer = "norm LayerNorm { input x[N, C, H, W] reduce C, H, W epsilon 1e-5"
                    + " affine scale gamma[C], shift beta[C] }";
            agree(GROUP, "N=3, C=6, H=2, W=5, G=1, eps=1e-5", layer, "N=3, C=6, H=2, W=5", type);
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void is_independent_of_the_size_of_the_batch(DataType type) {
            checkSamplesAlone(GROUP, "C=6, H=2, W=5, G=3, eps=1e-5", 60, type);
        }

        @Test
        void its_params_are_one_per_channel_and_not_per_group() {
            Norm norm = Norm.of(GROUP, "N=3, C=6, H=2, W=5, G=2, eps=1e-5");
            assertThat(norm.kernel().signature().buffer("gamma").extents()).containsExactly(6);
            Map<String, double[]> values = norm.random(4);
            double[] y = norm.train(values).get("y");
            double[] beta = values.get("beta").clone();
            beta[4] += 1;
            double[] moved = norm.train(Vectors.with(values, "beta", beta)).get("y");
            double[] expected = new double[180];
            Arrays.setAll(expected, i -> y[i] + (i / 10 % 6 == 4 ? 1 : 0));
            Near.same("y", moved, expected, 1);
        }
    }
}
