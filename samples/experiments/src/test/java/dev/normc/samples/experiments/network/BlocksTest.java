package dev.normc.samples.experiments.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pieces of the networks, by themselves. */
class BlocksTest {
    private static final int COUNT = 7;
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 4;

    @ParameterizedTest
    @EnumSource
    void theInputGradientOfAHiddenLayerIsItsSlope(Method method) {
        SplittableRandom random = new SplittableRandom(3);
        List<Block> blocks = method.hidden(INPUTS, OUTPUTS, 1, 0.6, random);
        float[] x = Dense.gaussian(COUNT, INPUTS, 1, random);
        float[] direction = Dense.gaussian(COUNT, INPUTS, 1, random);
        float[] cotangent = Dense.gaussian(COUNT, OUTPUTS, 1, random);
        forward(blocks, x);
        float[] gradient = cotangent;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            gradient = blocks.get(i).backward(gradient);
        }
        float step = 1e-3f;
        double slope = (dot(forward(blocks, moved(x, direction, step)), cotangent)
                        - dot(forward(blocks, moved(x, direction, -step)), cotangent))
                / (2 * step);
        assertThat(dot(gradient, direction)).isCloseTo(slope, Offset.offset(0.01 * Math.max(1, Math.abs(slope))));
    }

    @Test
    void theBackwardOfPatchesIsTheirTranspose() {
        SplittableRandom random = new SplittableRandom(4);
        for (int stride : new int[] {1, 2}) {
            Patches patches = new Patches(6, 3, stride);
            float[] x = Dense.gaussian(2, 6 * 6 * 3, 1, random);
            float[] y = patches.forward(x, true);
            float[] dy = Dense.gaussian(1, y.length, 1, random);
            assertThat(y).hasSize(2 * 36 / (stride * stride) * 27);
            assertThat(dot(patches.backward(dy), x)).isCloseTo(dot(y, dy), Offset.offset(1e-3));
        }
    }

    @Test
    void theInitialValuesOfWeightNormalizationGiveMeanZeroAndVarianceOne() {
        SplittableRandom random = new SplittableRandom(5);
        Block block = Method.WEIGHT.hidden(INPUTS, OUTPUTS, 1, 10, random).get(0);
        float[] x = Dense.gaussian(COUNT, INPUTS, 3, random);
        block.initialize(x);
        float[] y = block.forward(x, true);
        for (int o = 0; o < OUTPUTS; o++) {
            double sum = 0;
            double squares = 0;
            for (int n = 0; n < COUNT; n++) {
                sum += y[n * OUTPUTS + o];
                squares += y[n * OUTPUTS + o] * y[n * OUTPUTS + o];
            }
            assertThat(sum / COUNT).isCloseTo(0, Offset.offset(1e-5));
            assertThat(squares / COUNT).isCloseTo(1, Offset.offset(1e-5));
        }
    }

    private static float[] forward(List<Block> blocks, float[] x) {
        float[] values = x;
        for (Block block : blocks) {
            values = block.forward(values, true);
        }
        return values.clone();
    }

    private static float[] moved(float[] x, float[] direction, float step) {
        float[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
