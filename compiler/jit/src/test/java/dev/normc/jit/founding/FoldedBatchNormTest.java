package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Fold;
import dev.normc.runtime.Normc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batch normalization at test time is linear, and disappears in the layer before it (Jacob et al., 2018, 3.2). */
class FoldedBatchNormTest {
    private static final double EPSILON = 1e-3;
    private static final String TRACKED = "norm BatchNorm { input x[N, C, ..] reduce N, .. epsilon 1e-3"
            + " affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("batch.norm"), TRACKED);
    }

    @Nested
    @DisplayName("row 7: batch normalization at test time becomes a linear operator")
    class TestTime {
        private final Norm norm = Norm.of(TRACKED, "N=4, C=3, H=5");

        static Stream<Convolution> layers() {
            return Stream.of(
                    new Convolution(3, 5, 4, 1, 1, 1, 1, 1, 1, false),
                    new Convolution(2, 3, 4, 6, 5, 3, 2, 1, 1, false),
                    new Convolution(2, 4, 6, 5, 7, 2, 3, 2, 2, false),
                    new Convolution(2, 4, 4, 5, 3, 3, 2, 4, 1, false),
                    new Convolution(2, 3, 5, 3, 4, 2, 3, 1, 2, true),
                    new Convolution(2, 4, 6, 3, 4, 3, 2, 2, 2, true),
                    new Convolution(2, 6, 9, 2, 3, 2, 2, 3, 1, true));
        }

        @ParameterizedTest
        @MethodSource("layers")
        void the_folded_layer_computes_what_layer_and_norm_did(Convolution layer) {
            String shape = "N=" + layer.batch() + ", C=" + layer.out() + ", H=" + layer.outHeight() + ", W="
                    + layer.outWidth();
            Norm after = Norm.of(TRACKED, shape);
            Map<String, double[]> values = after.random(1);
            double[] x = Vectors.normal(2, layer.batch() * layer.in() * layer.height() * layer.width());
            double[] weight = Vectors.normal(3, layer.weights());
            double[] bias = Vectors.normal(4, layer.out());
            double[] none = new double[layer.out()];
            Fold fold = Normc.fold(file, shape, CompileOptions.DEFAULT, learned(values));
            int axis = layer.transposed() ? 1 : 0;
            int groups = layer.transposed() ? layer.groups() : 1;
            double[] folded = fold.weight(weight, layer.weightShape(), axis, groups);
            int terms = 4 * weight.length;
            double[] apart = after.frozen(Vectors.with(values, "x", layer.of(x, weight, bias)))
                    .get("y");
            Near.same("with a bias", layer.of(x, folded, fold.bias(bias)), apart, terms);
            apart = after.frozen(Vectors.with(values, "x", layer.of(x, weight, none)))
                    .get("y");
            Near.same("without one", layer.of(x, folded, fold.bias(new double[0])), apart, terms);
        }

        @Test
        void the_scale_and_the_shift_are_those_of_the_formula_and_single_weights_are_rounded_once() {
            Map<String, double[]> values = norm.random(5);
            Fold fold = Normc.fold(file, "N=4, C=3, H=5", CompileOptions.DEFAULT, learned(values));
            double[] scale = scale(values);
            double[] shift = new double[3];
            Arrays.setAll(shift, c -> values.get("beta")[c] - values.get("running_mean")[c] * scale[c]);
            assertThat(fold.axes()).containsExactly("C");
            Near.same("scale", fold.scale(), scale, 1);
            Near.same("shift", fold.shift(), shift, 1);
            float[] weight = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f};
            float[] folded = fold.weight(weight, new int[] {3, 2}, 0, 1);
            for (int i = 0; i < folded.length; i++) {
                assertThat(folded[i]).isEqualTo((float) (weight[i] * fold.scale()[i / 2]));
            }
        }

        @Test
        void inference_is_affine_and_training_is_not() {
            Map<String, double[]> values = norm.random(6);
            double[] x = values.get("x");
            double[] z = Vectors.normal(7, x.length);
            double a = 0.3;
            Map<String, double[]> mixed =
                    Vectors.with(values, "x", Vectors.plus(Vectors.times(x, a), Vectors.times(z, 1 - a)));
            Map<String, double[]> other = Vectors.with(values, "x", z);
            double[] mix = Vectors.plus(
                    Vectors.times(norm.frozen(values).get("y"), a),
                    Vectors.times(norm.frozen(other).get("y"), 1 - a));
            Near.same("infer", norm.frozen(mixed).get("y"), mix, 4);
            double[] trained = Vectors.plus(
                    Vectors.times(norm.train(values).get("y"), a),
                    Vectors.times(norm.train(other).get("y"), 1 - a));
            Near.different("train", norm.train(mixed).get("y"), trained);
            Near.different(
                    "train against infer",
                    norm.train(values).get("y"),
                    norm.frozen(values).get("y"));
        }

        @ParameterizedTest
        @EnumSource(
                value = DataType.class,
                names = {"F32", "F64"})
        void the_frozen_gradients_take_the_statistics_for_constants(DataType type) {
            Norm stored = Norm.of(TRACKED, "N=4, C=3, H=5", type);
            Map<String, double[]> values = stored.random(8);
            Map<String, double[]> gradients = stored.frozen(values);
            double[] scale = scale(values);
            double[] dx = new double[60];
            double[] dgamma = new double[3];
            double[] dbeta = new double[3];
            for (int i = 0; i < dx.length; i++) {
                int c = i / 5 % 3;
                double dy = values.get("dy")[i];
                double r = 1 / Math.sqrt(values.get("running_var")[c] + EPSILON);
                dx[i] = scale[c] * dy;
                dgamma[c] += dy * (values.get("x")[i] - values.get("running_mean")[c]) * r;
                dbeta[c] += dy;
            }
            Near.same("dx", gradients.get("dx"), dx, 4, type);
            Near.same("dgamma", gradients.get("dgamma"), dgamma, 60, type);
            Near.same("dbeta", gradients.get("dbeta"), dbeta, 60, type);
            Near.different(
                    "frozen against train",
                    gradients.get("dx"),
                    stored.train(values).get("dx"));
        }

        private double[] scale(Map<String, double[]> values) {
            double[] scale = new double[3];
            Arrays.setAll(scale, c -> values.get("gamma")[c] / Math.sqrt(values.get("running_var")[c] + EPSILON));
            return scale;
        }

        private Map<String, double[]> learned(Map<String, double[]> values) {
            Map<String, double[]> result = new HashMap<>(values);
            result.keySet().removeAll(Set.of("x", "dy"));
            return result;
        }
    }
}
