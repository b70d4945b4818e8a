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

/** Layer normalization (Ba et al., 2016) of vectors, in convolutional networks and in transformers. */
class LayerNormTest {
    private static final double EPSILON = 0.02;
    private static final String VECTORS =
            "norm LayerNorm(eps = 1) { input x[N, D] reduce D epsilon eps" + " affine scale gamma[D], shift beta[D] }";
    private static final String GROUPS_ALONE =
            "norm GroupNorm(G = 1) { input x[N, C, H, W] group C into G reduce C, H, W epsilon 1e-3 }";

    @Nested
    @DisplayName("row 12: layer normalization, fully connected: one behaviour at training and at test time")
    class FullyConnected {
        @Test
        void obeys_the_laws() {
            new Laws(VECTORS, "N=5, D=9", new SectionOne("ND", new int[] {5, 9}, "D", "D", EPSILON)).check();
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void a_sample_alone_gives_the_bits_it_gives_in_a_batch(DataType type) {
            Norm norm = Norm.of(VECTORS, "N=?, D=9, eps=1e-5", type);
            Map<String, double[]> values = norm.at(5).random(1);
            Map<String, double[]> batch = norm.at(5).train(values);
            for (int n = 0; n < 5; n++) {
                Map<String, double[]> alone = new HashMap<>(values);
                alone.put("x", Vectors.row(values.get("x"), 9, n));
                alone.put("dy", Vectors.row(values.get("dy"), 9, n));
                Map<String, double[]> results = norm.at(1).train(alone);
                assertThat(results.get("y")).containsExactly(Vectors.row(batch.get("y"), 9, n));
                assertThat(results.get("dx")).containsExactly(Vectors.row(batch.get("dx"), 9, n));
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void inference_gives_the_bits_of_training_and_there_is_no_state(DataType type) {
            Norm norm = Norm.of(VECTORS, "N=5, D=9, eps=1e-5", type);
            assertThat(norm.kernel().signature().buffers(BufferRole.STATE)).isEmpty();
            Map<String, double[]> values = norm.random(2);
            Map<String, double[]> frozen = norm.frozen(values);
            assertThat(frozen.get("y")).containsExactly(norm.train(values).get("y"));
            Near.same("dx", frozen.get("dx"), norm.train(values).get("dx"), 9, type);
        }
    }

    @Nested
    @DisplayName("row 13: layer normalization in a convolutional network, over C, H and W")
    class Images {
        @Test
        void obeys_the_laws_with_params_per_channel() {
            checkLaws("C");
        }

        @Test
        void obeys_the_laws_with_params_per_element() {
            checkLaws("CHW");
        }

        private void checkLaws(String learned) {
            String axes = String.join(", ", learned.split(""));
            String text = "norm LayerNorm(eps = 1) { input x[N, C, H, W] reduce C, H, W epsilon eps affine scale gamma["
                    + axes + "], shift beta[" + axes + "] }";
            SectionOne section = new SectionOne("NCHW", new int[] {3, 4, 2, 5}, "CHW", learned, EPSILON);
            new Laws(text, "N=3, C=4, H=2, W=5", section).check();
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void without_params_it_is_group_norm_of_one_group(DataType type) {
            Norm layer = Norm.of(
                    "norm LayerNorm { input x[N, C, H, W] reduce C, H, W epsilon 1e-3 }", "N=3, C=4, H=2, W=5", type);
            Norm group = Norm.of(GROUPS_ALONE, "N=3, C=4, H=2, W=5, G=1", type);
            Map<String, double[]> values = layer.random(3);
            for (String name : List.of("y", "dx")) {
                Near.same(
                        name, layer.train(values).get(name), group.train(values).get(name), 40, type);
            }
        }
    }

    @Nested
    @DisplayName("row 14: layer normalization in a transformer, over C alone")
    class Transformer {
        @Test
        void obeys_the_laws_for_each_token() {
            String text = "norm LayerNorm(eps = 1) { input x[.., C] reduce C epsilon eps"
                    + " affine scale gamma[C], shift beta[C] }";
            SectionOne section = new SectionOne("NTC", new int[] {2, 3, 7}, "C", "C", EPSILON);
            new Laws(text, "N=2, T=3, C=7", section).check();
        }

        @Test
        void obeys_the_laws_for_each_pixel() {
            String text = "norm LayerNorm(eps = 1) { input x[N, C, H, W] reduce C epsilon eps"
                    + " affine scale gamma[C], shift beta[C] }";
            SectionOne section = new SectionOne("NCHW", new int[] {3, 4, 2, 5}, "C", "C", EPSILON);
            new Laws(text, "N=3, C=4, H=2, W=5", section).check();
        }

        @Test
        void is_not_group_norm_of_one_group_where_there_are_pixels_and_is_where_there_is_one() {
            Norm channels = Norm.of("norm L { input x[N, C, H, W] reduce C epsilon 1e-3 }", "N=3, C=4, H=2, W=5");
            Map<String, double[]> values = channels.random(4);
            double[] y = channels.train(values).get("y");
            Norm group = Norm.of(GROUPS_ALONE, "N=3, C=4, H=2, W=5, G=1");
            Near.different("y", y, group.train(values).get("y"));
            double[] pixel = new double[12];
            Arrays.setAll(pixel, i -> values.get("x")[i * 10 + 7]);
            double[] expected = new double[12];
            Arrays.setAll(expected, i -> y[i * 10 + 7]);
            Map<String, double[]> alone = Map.of("x", pixel, "dy", pixel);
            Near.same(
                    "pixel",
                    Norm.of(GROUPS_ALONE, "N=3, C=4, H=1, W=1, G=1")
                            .train(alone)
                            .get("y"),
                    expected,
                    4);
        }
    }
}
