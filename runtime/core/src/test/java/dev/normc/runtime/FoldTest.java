package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    private static final Fold FOUR = new Fold(List.of("C"), new double[] {2, -3, 5, 7}, new double[] {0.5, 1, -1, 0});
    private static final Fold ONE = new Fold(List.of(), new double[] {2}, new double[] {3});

    private static double[] ones(int elements) {
        double[] ones = new double[elements];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void aRowOfALinearMapIsScaledByItsChannel() {
        assertThat(FOUR.weight(ones(8), new int[] {4, 2}, 0, 1)).containsExactly(2, 2, -3, -3, 5, 5, 7, 7);
    }

    @Test
    void theOutputAxisMayBeTheSecond() {
        assertThat(FOUR.weight(ones(16), new int[] {2, 4, 1, 2}, 1, 1))
                .containsExactly(2, 2, -3, -3, 5, 5, 7, 7, 2, 2, -3, -3, 5, 5, 7, 7);
    }

    @Test
    void groupsOfATransposedConvolutionCutItsInputChannels() {
        assertThat(FOUR.weight(ones(24), new int[] {6, 2, 1, 2}, 1, 2))
                .containsExactly(2, 2, -3, -3, 2, 2, -3, -3, 2, 2, -3, -3, 5, 5, 7, 7, 5, 5, 7, 7, 5, 5, 7, 7);
    }

    @Test
    void aBiasIsScaledAndShiftedAndNoBiasIsTheShift() {
        assertThat(FOUR.bias(new double[] {1, 1, 1, 2})).containsExactly(2.5, -2, 4, 14);
        assertThat(FOUR.bias(new double[0])).containsExactly(0.5, 1, -1, 0);
    }

    @Test
    void oneScaleForAllChannelsFitsEveryWeight() {
        assertThat(ONE.weight(new double[] {1, 2, 3}, new int[] {3, 1}, 0, 1)).containsExactly(2, 4, 6);
        assertThat(ONE.bias(new double[] {1, 2, 3})).containsExactly(5, 7, 9);
        assertThat(ONE.bias(new double[0])).containsExactly(3);
    }

    @Test
    void floatsAreRoundedOnce() {
        Fold third = new Fold(List.of("C"), new double[] {1.0 / 3}, new double[] {0});
        float[] folded = third.weight(new float[] {0.1f, 7}, new int[] {1, 2}, 0, 1);
        assertThat(folded).containsExactly((float) (0.1f * (1.0 / 3)), (float) (7 * (1.0 / 3)));
    }

    @Test
    void whatIsGivenStaysAsItIs() {
        double[] weight = ones(4);
        double[] bias = ones(4);
        FOUR.weight(weight, new int[] {4, 1}, 0, 1);
        FOUR.bias(bias);
        assertThat(weight).containsOnly(1);
        assertThat(bias).containsOnly(1);
    }

    @Test
    void aWeightOfNoElementStaysEmpty() {
        assertThat(FOUR.weight(new double[0], new int[] {4, 0, 3}, 0, 1)).isEmpty();
        assertThat(FOUR.weight(new double[0], new int[] {0, 4, 3}, 1, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8  | 4,2   | 2  | 1 | axis 2 of a weight of shape [4, 2]: it has 2
            8  | 4,2   | -1 | 1 | axis -1 of a weight of shape [4, 2]: it has 2
            9  | 4,2   | 0  | 1 | weight: shape [4, 2] needs 8 elements, got 9
            10 | 5,2   | 0  | 1 | weight: axis 0 of shape [5, 2] has 5 output channels, the norm has 4
            8  | 4,2   | 1  | 1 | weight: axis 1 of shape [4, 2] has 2 output channels, the norm has 4
            12 | 6,2   | 1  | 3 | weight: axis 1 of shape [6, 2] has 6 output channels, the norm has 4
            8  | 4,2   | 0  | 2 | groups = 2: they cut axis 0 of a transposed convolution
            10 | 5,2   | 1  | 2 | of 5 elements here
            8  | 2,4   | 1  | 0 | groups = 0
            """)
    void whatDoesNotFitIsNamed(int elements, String shape, int axis, int groups, String named) {
        int[] extents =
                Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThatThrownBy(() -> FOUR.weight(ones(elements), extents, axis, groups))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
        assertThatThrownBy(() -> FOUR.weight(new float[elements], extents, axis, groups))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aBiasOfAnotherLengthIsNamed() {
        assertThatThrownBy(() -> FOUR.bias(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bias: needs 4 elements, got 3");
    }

    @Test
    void aScaleAlongTwoAxesFitsNoWeight() {
        Fold two = new Fold(List.of("C", "H"), new double[6], new double[6]);
        assertThatThrownBy(() -> two.weight(new double[6], new int[] {6, 1}, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the scale runs along C, H; a weight takes one along one axis");
    }

    @Test
    void aShiftOfAnotherLengthThanTheScaleIsNamed() {
        assertThatThrownBy(() -> new Fold(List.of("C"), new double[4], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shift: needs 4 elements, as scale, got 3");
    }
}
