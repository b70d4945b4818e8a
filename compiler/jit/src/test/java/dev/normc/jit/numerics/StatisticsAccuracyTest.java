package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * f64 means and variances against 40-digit decimal arithmetic, for n up to 10^6, and what rows do to each other.
 *
 * <p>{@code |dmean| <= 1e-14 max(|mean|, sigma)}, {@code |dvar| <= 1e-14 var}; constant rows give exactly 0.
 */
class StatisticsAccuracyTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double BOUND = 1e-14;
    private static final String INNER = "norm Inner { input x[N, D] output mu = mean[D](x) output v = var[D](x) }";
    private static final String OUTER = "norm Outer { input x[D, N] output mu = mean[D](x) output v = var[D](x) }";

    @ParameterizedTest
    @CsvSource({"3, 0", "49, 0", "49, 1e9", "1000, 1e4", "65537, 1e9", "1000000, 0", "1000000, 1e9"})
    void f64_statistics_are_good_to_1e_minus_14_at_means_up_to_1e9_sigma(int length, double mean) {
        checkStatistics(length, mean, BOUND);
    }

    @ParameterizedTest
    @CsvSource({"49, 1e12", "1000000, 1e12"})
    void f64_means_are_good_to_1e_minus_14_at_1e12_sigma(int length, double mean) {
        checkStatistics(length, mean, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"49, 1e12", "1000, 1e12", "65537, 1e12", "1000000, 1e12"})
    void f64_variances_are_good_to_1e_minus_14_at_1e12_sigma(int length, double mean) {
        checkStatistics(length, mean, BOUND);
    }

    private static void checkStatistics(int length, double mean, double varianceBound) {
        SplittableRandom random = new SplittableRandom(length);
        double[] row =
                random.doubles(length, -1.7, 1.7).map(value -> mean + value).toArray();
        check(INNER, row, varianceBound);
        if (length <= 1000) {
            check(OUTER, row, varianceBound);
        }
    }

    /** Between two other rows, so that offsets matter. */
    private static void check(String text, double[] row, double varianceBound) {
        boolean inner = text.equals(INNER);
        int length = row.length;
        double[] x = new double[3 * length];
        for (int i = 0; i < length; i++) {
            x[inner ? length + i : 3 * i + 1] = row[i];
        }
        String name = inner ? "Inner" : "Outer";
        Subject subject = Subject.of(new Spec(name, text, "N=3, D=" + length), DataType.F64);
        Map<String, double[]> computed = subject.run(Entry.FORWARD, Map.of("x", x));
        BigDecimal n = new BigDecimal(length);
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : row) {
            sum = sum.add(new BigDecimal(value), DIGITS);
        }
        BigDecimal mean = sum.divide(n, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : row) {
            BigDecimal difference = new BigDecimal(value).subtract(mean, DIGITS);
            squares = squares.add(difference.multiply(difference, DIGITS), DIGITS);
        }
        BigDecimal variance = squares.divide(n, DIGITS);
        double largest = Math.max(Math.abs(mean.doubleValue()), Math.sqrt(variance.doubleValue()));
        double meanError =
                mean.subtract(new BigDecimal(computed.get("mu")[1])).abs().doubleValue();
        double varianceError =
                variance.subtract(new BigDecimal(computed.get("v")[1])).abs().doubleValue();
        assertThat(meanError).as("mean of " + name).isLessThanOrEqualTo(BOUND * largest);
        assertThat(varianceError).as("variance of " + name).isLessThanOrEqualTo(varianceBound * variance.doubleValue());
    }

    static Stream<HardLayout> constantRows() {
        return Stream.of(3, 7, 10, 49, 1000).flatMap(length -> Stream.of(HardLayout.Kind.values())
                .filter(kind -> kind != HardLayout.Kind.RMS)
                .map(kind -> new HardLayout(kind, 5, length)));
    }

    @ParameterizedTest
    @MethodSource("constantRows")
    void constant_rows_give_exactly_the_shift_and_no_variance(HardLayout layout) {
        for (DataType type : DataType.values()) {
            Subject subject = Subject.of(layout.spec(), type);
            Map<String, double[]> values = new HashMap<>(subject.random(5));
            double[] constants = {0.1, 1.0 / 3, type == DataType.F16 ? -12345.6 : -1234567.8, 1e-300, 1e-6};
            constants[4] = type == DataType.F16 ? 6e4 : 7e22;
            double[][] rows = new double[constants.length][layout.length()];
            for (int row = 0; row < rows.length; row++) {
                Arrays.fill(rows[row], constants[row]);
            }
            values.put("x", subject.rounded(layout.laidOut(rows)));
            Map<String, double[]> computed = subject.run(Entry.FORWARD, values);
            double[] y = computed.get("y");
            double[] beta = values.get("beta");
            for (int i = 0; i < y.length; i++) {
                assertThat(y[i]).as("%s y[%d] of %s", type, i, layout).isEqualTo(beta[layout.param(i)]);
            }
            for (BufferSpec saved : subject.signature().buffers(BufferRole.SAVED)) {
                if (saved.name().startsWith("saved_var")) {
                    assertThat(computed.get(saved.name())).containsOnly(0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HardLayout.Kind.class)
    void a_row_of_nan_or_infinity_touches_no_other_row(HardLayout.Kind kind) {
        for (DataType type : DataType.values()) {
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                for (int length : new int[] {2, 16, 33}) {
                    checkBad(new HardLayout(kind, 5, length), type, bad);
                }
            }
        }
    }

    private static void checkBad(HardLayout layout, DataType type, double bad) {
        Subject subject = Subject.of(layout.spec(), type);
        Map<String, double[]> values = new HashMap<>(subject.random(6));
        Map<String, double[]> without = both(subject, values);
        double[] x = values.get("x").clone();
        int at = 0;
        while (layout.group(at) != 2 || at % layout.length() < layout.length() / 4) {
            at++;
        }
        x[at] = bad;
        values.put("x", x);
        Map<String, double[]> with = both(subject, values);
        for (String name : new String[] {"y", "dx"}) {
            for (int i = 0; i < x.length; i++) {
                boolean own = layout.group(i) == 2;
                // Infinity over infinity is not a number, but a finite value over it is 0.
                boolean excused = own && !layout.centred() && Double.isInfinite(bad);
                if (!excused) {
                    Object expected = own ? Double.NaN : without.get(name)[i];
                    assertThat((Object) with.get(name)[i])
                            .as("%s %s[%d] of %s with %s", type, name, i, layout, bad)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static Map<String, double[]> both(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> results = new HashMap<>(subject.run(Entry.FORWARD, values));
        results.putAll(subject.run(Entry.BACKWARD, values));
        return results;
    }

    @Test
    void a_pair_without_epsilon_goes_to_plus_and_minus_one() {
        Spec spec = new Spec("Pair", "norm Pair { input x[N, D] reduce D epsilon 0 }", "N=3, D=2");
        Subject subject = Subject.of(spec, DataType.F64);
        Map<String, double[]> values = new HashMap<>(subject.random(9));
        values.put("x", new double[] {3, 5, 1e9, 1e9 - 1, -0.25, 0.75});
        assertThat(subject.run(Entry.FORWARD, values).get("y")).containsExactly(-1, 1, 1, -1, -1, 1);
        double[] dx = subject.run(Entry.BACKWARD, values).get("dx");
        Close.check("dx", dx, new double[dx.length], 1e-14);
    }
}
