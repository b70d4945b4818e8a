package dev.normc.compiler.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.tensor.Axis;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharingPictureTest {
    private static final Axis N = new Axis("N", Axis.DYNAMIC);
    private static final Axis C = new Axis("C", 5);
    private static final Axis H = new Axis("H", 3);
    private static final Axis W = new Axis("W", 7);

    @Test
    void rowsThatAreInnermostShareOneLetterEach() {
        assertThat(SharingPicture.lines(List.of(N, C), Set.of("C")))
                .containsExactly("N  | C", "0  | a a ..", "1  | b b ..", "..");
    }

    @Test
    void columnsShareAcrossRows() {
        assertThat(SharingPicture.lines(List.of(N, C), Set.of("N")))
                .containsExactly("N  | C", "0  | a b ..", "1  | a b ..", "..");
    }

    @Test
    void neighboursThatDoTheSameAreOneColumn() {
        assertThat(SharingPicture.lines(List.of(N, C, H, W), Set.of("N", "H", "W")))
                .containsExactly(
                        "N  C  | H, W",
                        "0  0  | a a ..",
                        "   1  | b b ..",
                        "1  0  | a a ..",
                        "   1  | b b ..",
                        ".. ..");
        assertThat(SharingPicture.lines(List.of(N, C, H), Set.of("H")))
                .containsExactly("N, C | H", "0    | a a ..", "1    | b b ..", "..");
    }

    @Test
    void whatHasTwoElementsAtMostIsDrawnWhole() {
        assertThat(SharingPicture.lines(List.of(new Axis("A", 2), new Axis("B", 1)), Set.of("B")))
                .containsExactly("A  | B", "0  | a", "1  | b");
    }

    @Test
    void aValueOfAllElementsIsOneLetter() {
        assertThat(SharingPicture.lines(List.of(H, W), Set.of("H", "W"))).containsExactly("H, W", "a a ..");
    }

    @Test
    void nothingIsDrawnOfNothingOrOfTooManyRows() {
        assertThat(SharingPicture.lines(List.of(), Set.of())).isEmpty();
        assertThat(SharingPicture.lines(List.of(new Axis("A", 0), C), Set.of("C")))
                .isEmpty();
        List<Axis> many = List.of(N, C, H, W, new Axis("U", 2), new Axis("V", 9));
        assertThat(SharingPicture.lines(many, Set.of("C", "W", "V"))).isEmpty();
    }
}
