package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.op.Literal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as a specification writes them. */
class LiteralTest {

    @ParameterizedTest
    @CsvSource({
        "1.0E-5, 1e-5",
        "1.5E-5, 1.5e-5",
        "0.001, 0.001",
        "0.9, 0.9",
        "-0.25, -0.25",
        "-1.0E-7, -1e-7",
        "768.0, 768",
        "1.0E15, 1e15",
        "2.5E20, 2.5e20",
        "2.0E-3, 0.002",
        "1.0E23, 1e23",
        "4.9E-324, 5e-324",
        "0.09999999999999998, 0.09999999999999998",
        "NaN, NaN"
    })
    void aNumberIsAsShortAsItCanBeReadBack(double value, String expected) {
        assertThat(Literal.of(value)).isEqualTo(expected);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.valueOf(Literal.of(value))).isEqualTo(Double.valueOf(value));
        }
    }
}
