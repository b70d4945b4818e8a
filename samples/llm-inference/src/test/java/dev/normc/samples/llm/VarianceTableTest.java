package dev.normc.samples.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.samples.llm.VarianceTable.Outcome;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VarianceTableTest {

    @Test
    void theKernelIsExactForEveryBase() {
        assertThat(VarianceTable.rows()).hasSize(6).allSatisfy(x -> assertThat(VarianceTable.byKernel(x))
                .isEqualTo(new Outcome(1.25f, (float) VarianceTable.exactFirst())));
        assertThat(VarianceTable.print(new PrintStream(OutputStream.nullOutputStream())))
                .isEmpty();
    }

    @Test
    void onePassInFloatLosesTheVarianceAndThenTheResult() {
        assertThat(VarianceTable.inOnePass(new float[] {4096, 4097, 4098, 4099}).variance())
                .isNotEqualTo(1.25f);
        assertThat(VarianceTable.inOnePass(new float[] {100000, 100001, 100002, 100003}))
                .satisfies(outcome -> assertThat(outcome.variance()).isZero())
                .satisfies(outcome -> assertThat(outcome.first()).isLessThan(-100));
        float[] last = VarianceTable.rows().get(5);
        assertThat(last).hasSize(768).startsWith(100000);
        assertThat(VarianceTable.inOnePass(last).variance()).isNegative();
        assertThat(VarianceTable.inOnePass(last).first()).isNaN();
    }

    @Test
    void twoPassesInFloatAreBetterAndNotExact() {
        assertThat(VarianceTable.rows().subList(0, 5))
                .allSatisfy(
                        x -> assertThat(VarianceTable.inTwoPasses(x).variance()).isEqualTo(1.25f));
        assertThat(VarianceTable.inTwoPasses(VarianceTable.rows().get(5)).variance())
                .isBetween(1.2501f, 1.26f);
    }

    @Test
    void theLoopThatIsTimedHasTheVarianceOfTheTable() {
        float[] x = VarianceTable.rows().get(3);
        float[] y = new float[768];
        float[] one = new float[768];
        Arrays.fill(one, 1);
        HandWritten.layerNorm(y, 0, x, 0, one, new float[768], 768, (float) VarianceTable.EPS);
        assertThat(y[0]).isEqualTo(VarianceTable.inOnePass(x).first());
    }
}
