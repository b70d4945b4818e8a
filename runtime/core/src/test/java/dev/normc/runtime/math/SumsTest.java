package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels do with a sum and its rounding error. */
class SumsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void aSumThatIsNotFiniteStandsWhateverTheErrorIs(double sum) {
        for (double error : new double[] {0, 1, Double.NaN, INFINITY, -INFINITY}) {
            assertThat(Sums.total(sum, error)).isEqualTo(Double.valueOf(sum));
            assertThat(Sums.mean(sum, error, 7)).isEqualTo(Double.valueOf(sum));
            assertThat(Sums.rest(sum, error, sum)).isZero();
        }
    }

    @Test
    void anErrorThatIsNotFiniteMeansNothingBesideAFiniteSum() {
        for (double error : new double[] {Double.NaN, INFINITY, -INFINITY}) {
            assertThat(Sums.total(3, error)).isEqualTo(3);
            assertThat(Sums.rest(3, error, 3)).isZero();
            assertThat(Sums.mean(3, error, 4)).isEqualTo(0.75);
        }
    }

    @Test
    void theTotalIsRoundedOnceAndTheRestIsWhatItLost() {
        double half = Math.ulp(1.0) / 2;
        assertThat(Sums.total(1, half * 1.5)).isEqualTo(1 + Math.ulp(1.0));
        assertThat(Sums.rest(1, half * 1.5, Sums.total(1, half * 1.5))).isEqualTo(-half / 2);
        assertThat(Sums.total(1, half / 2)).isEqualTo(1);
        assertThat(Sums.rest(1, half / 2, 1)).isEqualTo(half / 2);
    }

    @Test
    void totalAndRestAddUpExactly() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            double sum = random.nextGaussian() * Math.scalb(1.0, random.nextInt(-300, 300));
            double error = sum * random.nextDouble(-1e-12, 1e-12);
            double total = Sums.total(sum, error);
            double rest = Sums.rest(sum, error, total);
            assertThat(new BigDecimal(total).add(new BigDecimal(rest)))
                    .isEqualByComparingTo(new BigDecimal(sum).add(new BigDecimal(error)));
        }
    }

    @Test
    void theSignOfZeroIsKept() {
        assertThat(Sums.total(-0.0, -0.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(Sums.mean(0.0, 0.0, 5)).isEqualTo(Double.valueOf(0.0));
    }

    @Test
    void aMeanOfEqualNumbersIsThatNumber() {
        SplittableRandom random = new SplittableRandom(5);
        for (int count = 1; count <= 2000; count++) {
            for (int i = 0; i < 20; i++) {
                assertMeanOfEquals(random.nextGaussian() * Math.scalb(1.0, random.nextInt(-900, 900)), count);
            }
        }
        for (int count : new int[] {4095, 65_537, 1_000_003, 10_000_000, Integer.MAX_VALUE}) {
            for (double x : new double[] {1.0 / 3, 40000.1, 0.1, -7e-300, 1e290, Float.MIN_VALUE, Float.MAX_VALUE}) {
                assertMeanOfEquals(x, count);
            }
        }
    }

    /** The sum of {@code count} equal numbers, exactly, as a value and its rounding error. */
    private static void assertMeanOfEquals(double x, int count) {
        double sum = x * count;
        double error = Math.fma(x, count, -sum);
        assertThat(Sums.mean(sum, error, count))
                .as("mean of %d times %s", count, x)
                .isEqualTo(x);
    }

    @Test
    void aMeanOfNoWeightIsNotANumberAndOfALargeSumIsNotLost() {
        assertThat(Sums.mean(0, 0, 0)).isNaN();
        assertThat(Sums.mean(Double.MAX_VALUE, 0, 1)).isEqualTo(Double.MAX_VALUE);
        assertThat(Sums.mean(Double.MAX_VALUE, 0, 0.5)).isEqualTo(INFINITY);
        assertThat(Sums.mean(Double.MIN_VALUE, 0, 1)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void aMeanIsTheRoundedQuotientOfTheExactSum() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double sum = random.nextGaussian();
            double error = Math.ulp(sum) * random.nextDouble(-0.5, 0.5);
            int count = random.nextInt(1, 100_000);
            double mean = Sums.mean(sum, error, count);
            BigDecimal exact = new BigDecimal(sum).add(new BigDecimal(error));
            BigDecimal miss = exact.subtract(new BigDecimal(mean).multiply(new BigDecimal(count)))
                    .abs();
            double ulps = miss.doubleValue() / count / Math.ulp(mean);
            assertThat(ulps).as("%s and %s over %d", sum, error, count).isLessThan(0.5000001);
        }
    }
}
