package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource({"7, 0, 7", "9, 2, 7", "0, 0, 0", "5, 5, 0", "2147483639, 2147483639, 0"})
    void aRangeThatFitsIsTaken(int length, int offset, int needed) {
        assertThatCode(() -> Arguments.range("x", length, offset, needed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "512 | 0 | 768 | `gamma`: needs 768 elements, got 512",
                "8 | 2 | 7 | `gamma`: needs 7 elements from offset 2 on, got 6",
                "3 | 5 | 1 | `gamma`: needs 1 elements from offset 5 on, got 0",
                "3 | 4 | 0 | `gamma`: needs 0 elements from offset 4 on, got 0",
                "3 | 2147483647 | 2147483647 | `gamma`: needs 2147483647 elements from offset 2147483647 on, got 0",
                "3 | -1 | 1 | `gamma`: offset -1 is negative",
                "3 | -2147483648 | 1 | `gamma`: offset -2147483648 is negative"
            })
    void aRangeThatDoesNotFitIsNamed(int length, int offset, int needed, String message) {
        assertThatThrownBy(() -> Arguments.range("gamma", length, offset, needed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 2, 4", "0, 3, 0, 3", "2, 4, 0, 3", "1, 1, 0, 5", "2147483640, 7, 2147483646, 1"})
    void partsOfOneArrayThatShareAnElementAreRefused(int offset, int elements, int otherOffset, int others) {
        float[] array = {};
        assertThatThrownBy(() -> Arguments.disjoint("y", array, offset, elements, "x", array, otherOffset, others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`y`: shares memory with `x`");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 3, 4", "3, 4, 0, 3", "2, 0, 0, 5", "0, 5, 2, 0", "0, 0, 0, 0"})
    void partsOfOneArrayThatShareNoElementAreTaken(int offset, int elements, int otherOffset, int others) {
        float[] array = {};
        assertThatCode(() -> Arguments.disjoint("y", array, offset, elements, "x", array, otherOffset, others))
                .doesNotThrowAnyException();
    }

    @Test
    void equalArraysAreNotTheSameArray() {
        assertThatCode(() -> Arguments.disjoint("y", new float[3], 0, 3, "x", new float[3], 0, 3))
                .doesNotThrowAnyException();
    }

    @Test
    void elementCountsGoUpToTheLargestArray() {
        assertThat(Arguments.elements("x", 7, 5, 3)).isEqualTo(38);
        assertThat(Arguments.elements("x", 0, 5, 0)).isZero();
        assertThat(Arguments.elements("x", Arguments.MAX_ARRAY, 1, 0)).isEqualTo(Arguments.MAX_ARRAY);
        assertThatThrownBy(() -> Arguments.elements("x", Arguments.MAX_ARRAY, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`x`: " + (Arguments.MAX_ARRAY + 1L) + " elements do not fit an array");
        assertThatThrownBy(() -> Arguments.elements("x", Integer.MAX_VALUE, 1L << 31, 0))
                .hasMessageContaining("do not fit an array");
    }

    @Test
    void anExtentBelowTheLeastIsRefusedWithTheReason() {
        assertThatCode(() -> Arguments.atLeast("N", 1, 1, "it is reduced")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Arguments.atLeast("N", 0, 1, "it is reduced"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis `N`: extent 0, but it is reduced");
    }
}
