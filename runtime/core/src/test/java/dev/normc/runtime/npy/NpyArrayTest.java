package dev.normc.runtime.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpyArrayTest {

    @Test
    void handsOutItsBackingArray() {
        float[] data = new float[6];
        assertThat(NpyArray.of(data, List.of(2, 3)).floats()).isSameAs(data);
        assertThat(NpyArray.of(data, List.of(2, 3))).hasToString("f32 (2, 3)");
    }

    @Test
    void namesItsTypeWhenTheOtherIsAsked() {
        NpyArray floats = NpyArray.of(new float[1], List.of());
        NpyArray doubles = NpyArray.of(new double[3], List.of(3));
        assertThatIllegalArgumentException().isThrownBy(floats::doubles).withMessage("the array holds f32, not f64");
        assertThatIllegalArgumentException().isThrownBy(doubles::floats).withMessage("the array holds f64, not f32");
    }

    @Test
    void checksTheElementCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new float[5], List.of(2, 3)))
                .withMessage("shape (2, 3) needs 6 elements, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new double[0], List.of()))
                .withMessage("shape () needs 1 elements, got 0");
    }

    @Test
    void rejectsShapesNoArrayHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new float[6], List.of(-2, -3)))
                .withMessage("negative extent -2 in shape (-2, -3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new float[0], List.of(65536, 65537)))
                .withMessage("more than 2147483639 elements in shape (65536, 65537)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyArray.of(new float[1], Collections.nCopies(65, 1)))
                .withMessage("has 65 axes, at most 64 are possible");
    }
}
