package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The accuracy contract on rows that broke other implementations, against 45-digit decimal arithmetic.
 *
 * <p>The unit is the f32 ulp of the largest absolute term of the formula. Outputs and input gradients: never more than 1
 * such ulp off and correctly rounded in 99.99 % of elements. Param gradients: half an f32 ulp of the result and 1e-13 of
 * the sum of absolute terms. f64: what the contract's bounds of mean and variance leave of the outputs.
 */
class HardRowsTest {
    private static final double CORRECT = 0.9999;
    /** Rows whose mean, as one f64, is too coarse for their deviation. */
    private static final List<HardRow> BEYOND =
            List.of(HardRow.STEPS_ON_1E5, HardRow.STEPS_ON_1E7, HardRow.FAR_NEGATIVE);

    private static final List<HardRow> WITHIN =
            Stream.of(HardRow.values()).filter(row -> !BEYOND.contains(row)).toList();
    private static final double STATISTIC = 1e-14;
    private static final double F64_TERMS = 4e-15;

    static Stream<HardLayout> shortRows() {
        int rows = WITHIN.size();
        return IntStream.of(1, 2, 3, 7, 16, 49, 64, 130).boxed().flatMap(length -> Stream.of(HardLayout.Kind.values())
                .map(kind -> new HardLayout(kind, rows, length)));
    }

    static Stream<HardLayout> longRows() {
        return longRows(WITHIN.size());
    }

    static Stream<HardLayout> farRows() {
        return longRows(BEYOND.size());
    }

    private static Stream<HardLayout> longRows(int rows) {
        return Stream.of(HardLayout.Kind.values())
                .map(kind -> new HardLayout(kind, rows, kind.ordinal() < 3 ? 8192 : 1025));
    }

    /** Which rows a layout holds; the far ones are fewer. */
    private static List<HardRow> rows(HardLayout layout) {
        return layout.groups() == BEYOND.size() ? BEYOND : WITHIN;
    }

    @ParameterizedTest
    @MethodSource({"shortRows", "longRows"})
    void f32_results_are_correctly_rounded(HardLayout layout) {
        checkRounding(layout);
    }

    @ParameterizedTest
    @MethodSource("farRows")
    void f32_results_are_never_more_than_an_ulp_off_however_far_the_mean(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F32);
        Map<String, double[]> values = values(layout, subject);
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        wronglyRounded(layout, "y", subject.run(Entry.FORWARD, values).get("y"), exact.y());
        wronglyRounded(layout, "dx", subject.run(Entry.BACKWARD, values).get("dx"), exact.dx());
    }

    @ParameterizedTest
    @MethodSource("farRows")
    @Disabled("a mean is held as one f64: its own rounding is 1e-9 of sigma at |mean| = 1e7 sigma, 3 % of an f32 ulp")
    void f32_results_are_correctly_rounded_where_the_mean_is_1e5_sigma_and_more(HardLayout layout) {
        checkRounding(layout);
    }

    private static void checkRounding(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F32);
        Map<String, double[]> values = values(layout, subject);
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        double[] y = subject.run(Entry.FORWARD, values).get("y");
        Map<String, double[]> backward = subject.run(Entry.BACKWARD, values);
        int allowed = (int) (layout.elements() * (1 - CORRECT));
        assertThat(wronglyRounded(layout, "y", y, exact.y())).hasSizeLessThanOrEqualTo(allowed);
        assertThat(wronglyRounded(layout, "dx", backward.get("dx"), exact.dx())).hasSizeLessThanOrEqualTo(allowed);
        checkSums("dgamma", backward.get("dgamma"), exact.dgamma());
        if (layout.centred()) {
            checkSums("dbeta", backward.get("dbeta"), exact.dbeta());
        }
    }

    @ParameterizedTest
    @MethodSource("shortRows")
    void f64_results_are_as_good_as_the_contract_makes_them(HardLayout layout) {
        Subject subject = Subject.of(layout.spec(), DataType.F64);
        Map<String, double[]> values = values(layout, subject);
        ExactNorm exact = new ExactNorm(layout, layout.centred(), HardLayout.EPSILON, values);
        ExactNorm.Result y = exact.y();
        double[] computed = subject.run(Entry.FORWARD, values).get("y");
        for (int i = 0; i < computed.length; i++) {
            int group = layout.group(i);
            double sigma = Math.sqrt(exact.variance(group));
            double shift = STATISTIC * Math.max(Math.abs(exact.mean(group)), sigma) * exact.r(group);
            double tolerance =
                    shift * Math.abs(values.get("gamma")[layout.param(i)]) + (F64_TERMS + STATISTIC) * y.terms()[i];
            double error =
                    sigma == 0 ? Math.abs(computed[i] - y.values()[i].doubleValue()) : off(computed[i], y.values()[i]);
            assertThat(error)
                    .as("y[%d] of %s", i, rows(layout).get(group))
                    .isLessThanOrEqualTo(sigma == 0 ? 0 : tolerance);
        }
    }

    private static Map<String, double[]> values(HardLayout layout, Subject subject) {
        SplittableRandom random = new SplittableRandom(1000 * layout.kind().ordinal() + layout.length());
        double[][] rows = rows(layout).stream()
                .map(row -> row.values(layout.length(), random))
                .toArray(double[][]::new);
        Map<String, double[]> values = new HashMap<>(subject.random(layout.length()));
        values.put("x", layout.laidOut(rows));
        values.computeIfPresent("beta", (name, beta) -> {
            // Some without a shift: small results are then not hidden by it.
            for (int i = 0; i < beta.length; i += 3) {
                beta[i] = 0;
            }
            return beta;
        });
        return values;
    }

    /** Elements of the rows that are not correctly rounded; fails if one is off by more than 1 unit. */
    private static List<String> wronglyRounded(
            HardLayout layout, String what, double[] computed, ExactNorm.Result exact) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < computed.length; i++) {
            float correct = exact.values()[i].floatValue();
            if ((float) computed[i] == correct) {
                continue;
            }
            double error = off(computed[i], exact.values()[i]);
            double term = Math.ulp((float) exact.terms()[i]);
            HardRow row = rows(layout).get(layout.group(i));
            String where = what + "[" + i + "] of " + row + " " + layout + ": " + computed[i] + ", not " + correct;
            assertThat(error).as(where).isLessThanOrEqualTo(Math.max(term, Math.ulp(correct)));
            // Where terms cancel, eight ulps of the result may be one of the terms; f64 itself leaves 1e-9 at ties.
            if (error > (0.5 + 1e-9) * Math.max(term / 8, Math.ulp(correct))) {
                wrong.add(where);
            }
        }
        return wrong;
    }

    private static void checkSums(String what, double[] computed, ExactNorm.Result exact) {
        for (int i = 0; i < computed.length; i++) {
            double half = Math.ulp(exact.values()[i].floatValue()) / 2.0;
            assertThat(off(computed[i], exact.values()[i]))
                    .as("%s[%d] = %s", what, i, computed[i])
                    .isLessThanOrEqualTo(half * (1 + 1e-15) + 1e-13 * exact.terms()[i]);
        }
    }

    private static double off(double computed, BigDecimal exact) {
        assertThat(computed).isFinite();
        return exact.subtract(new BigDecimal(computed)).abs().doubleValue();
    }
}
