package dev.normc.jit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged norms give diagnostics or a norm, soon, and nothing else. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MutatedTextTest {
    private static final int TEXTS = 40;

    static LongStream seeds() {
        return Seeds.seeds(10, 500);
    }

    static List<Regression> regressions() {
        return Regression.kept();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_text_breaks_nothing(long seed) throws IOException {
        Draw draw = new Draw(~seed);
        Mutations mutations = new Mutations(draw);
        String written = new String(
                MutatedTextTest.class
                        .getResourceAsStream("/numerics/specs.norm")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        for (int i = 0; i < TEXTS; i++) {
            RandomNorm norm = RandomNorm.of(seed * TEXTS + i);
            String text = mutations.of(
                    norm.text(), draw.oneIn(2) ? written : RandomNorm.of(i).text());
            Regression.ofText(seed, text, norm.small()).check(() -> FrontEnd.survives(text, norm.small()));
        }
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void what_once_broke_the_front_end_does_not_again(Regression regression) {
        for (String shape : regression.shapes()) {
            boolean compiled = FrontEnd.survives(regression.text(), shape);
            assertThat(compiled || !regression.isNorm())
                    .as("%s at %s is valid", regression, shape)
                    .isTrue();
        }
    }
}
