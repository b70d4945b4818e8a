package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
    private static final int OFFSET = 5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 15, 16, 17, 31, 32, 33, 47, 64, 100, 769, 1024})
    void aSumKeepsTheOrderOfLanesForEveryLength(int length) {
        double[] wide = new double[length + OFFSET];
        float[] narrow = new float[length + OFFSET];
        Random random = new Random(length);
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6));
            wide[i] = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
        }
        assertThat(Lanes.sum(wide, OFFSET, length)).isEqualTo(inOrder(wide, length));
        assertThat(Lanes.sum(narrow, OFFSET, length)).isEqualTo(inOrder(widened(narrow), length));
    }

    @Test
    void twiceAsManyAccumulatorsAreCombinedInTheSameOrderAsAnyNumber() {
        Random random = new Random(32);
        double[] lanes = new double[2 * Lanes.COUNT + OFFSET];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
        }
        double[] again = lanes.clone();
        assertThat(Lanes.combineTwice(lanes, OFFSET)).isEqualTo(Sums.combine(again, OFFSET, 2 * Lanes.COUNT));
    }

    @Test
    void anInfinityOrNanReachesTheSumFromEveryPlace() {
        for (int place = 0; place < 35; place++) {
            double[] values = new double[35];
            values[place] = Double.POSITIVE_INFINITY;
            assertThat(Lanes.sum(values, 0, 35)).isEqualTo(Double.POSITIVE_INFINITY);
            values[place] = Double.NaN;
            assertThat(Lanes.sum(values, 0, 35)).isNaN();
        }
    }

    private static double[] widened(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static double inOrder(double[] values, int length) {
        double[] lanes = new double[Lanes.COUNT];
        for (int i = 0; i < length; i++) {
            lanes[i % Lanes.COUNT] += values[OFFSET + i];
        }
        return Sums.combine(lanes, 0, Lanes.COUNT);
    }
}
