package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelMathTest {
    /** The promise is 1; the measured errors are below this, and a broken low part of a constant is above it. */
    private static final double MOST_ULPS = 0.65;

    private static final int POINTS_PER_RANGE = 600;

    private static final List<DoubleUnaryOperator> FUNCTIONS = List.of(
            KernelMath::exp,
            KernelMath::expm1,
            KernelMath::log,
            KernelMath::log1p,
            KernelMath::tanh,
            KernelMath::sigmoid,
            KernelMath::softplus,
            KernelMath::erf);

    private interface Range extends ToDoubleFunction<SplittableRandom> {}

    @Test
    void expIsWithinOneUlpOverItsWholeRange() {
        Range subnormal = uniform(-745.2, -708.0);
        assertAccurate(
                KernelMath::exp, HighPrecision::exp, uniform(-1, 1), uniform(-745.2, 709.7), subnormal, size(-60, 5));
    }

    @Test
    void expm1IsWithinOneUlpOverItsWholeRange() {
        Range wide = uniform(-60, 709.7);
        assertAccurate(KernelMath::expm1, HighPrecision::expm1, uniform(-1, 1), wide, uniform(-40, 3), size(-1074, 5));
    }

    @Test
    void logIsWithinOneUlpOverItsWholeRange() {
        Range nearOne = random -> 1 + size(-52, -2).applyAsDouble(random);
        Range all = random -> Math.abs(size(-1074, 1023).applyAsDouble(random));
        Range subnormal = random -> Math.abs(size(-1074, -1022).applyAsDouble(random));
        assertAccurate(KernelMath::log, HighPrecision::log, uniform(0.5, 2), nearOne, all, subnormal);
    }

    @Test
    void log1pIsWithinOneUlpOverItsWholeRange() {
        Range nearMinusOne = random -> -1 + Math.abs(size(-53, -2).applyAsDouble(random));
        Range large = random -> Math.abs(size(0, 1023).applyAsDouble(random));
        assertAccurate(
                KernelMath::log1p, HighPrecision::log1p, uniform(-0.3, 0.5), nearMinusOne, large, size(-1074, -1));
    }

    @Test
    void tanhIsWithinOneUlpOverItsWholeRange() {
        assertAccurate(
                KernelMath::tanh, HighPrecision::tanh, uniform(-1, 1), uniform(-25, 25), size(-32, 2), size(-1074, 1));
    }

    @Test
    void sigmoidIsWithinOneUlpOverItsWholeRange() {
        Range wide = uniform(-745.2, 60);
        Range subnormal = uniform(-745.2, -708);
        assertAccurate(KernelMath::sigmoid, HighPrecision::sigmoid, uniform(-3, 3), wide, subnormal, size(-60, 5));
    }

    @Test
    void softplusIsWithinOneUlpOverItsWholeRange() {
        Range subnormal = uniform(-745.2, -708);
        Range negligible = uniform(35, 45);
        Range alsoNegligible = uniform(-45, -35);
        assertAccurate(
                KernelMath::softplus, HighPrecision::softplus, uniform(-3, 3), subnormal, negligible, size(-60, 9));
        assertAccurate(KernelMath::softplus, HighPrecision::softplus, alsoNegligible);
    }

    @Test
    void erfIsWithinOneUlpOverItsWholeRange() {
        assertAccurate(
                KernelMath::erf, HighPrecision::erf, uniform(-1, 1), uniform(-6.2, 6.2), size(-1074, 2), size(-32, 0));
    }

    @Test
    void powIsWithinOneUlpOverItsWholeRange() {
        Range exponent = uniform(-745, 709.7);
        Range all = random -> Math.abs(size(-1074, 1023).applyAsDouble(random));
        Range nearOne = random -> 1 + size(-45, -3).applyAsDouble(random);
        assertPowAccurate(uniform(0.5, 2), exponent);
        assertPowAccurate(all, exponent);
        assertPowAccurate(nearOne, exponent);
        assertPowAccurate(all, uniform(-745.1, -708));
        assertPowAccurate(all, size(-60, 5));
    }

    // Expected values: mpmath 1.3 at 60 digits. The points are ends of ranges, results next to a rounding boundary, and
    // points where a large search found the largest errors.
    @ParameterizedTest
    @CsvSource(textBlock = """
        exp, 0x1p-40, , 1.00000000000090949470177334182822132
        exp, 0x1.62e42fefa39efp+9, , 1.79769313486227321783964963090004165e+308
        exp, -0x1.74385446d71c3p+9, , 4.94065645841268393954763722976580885e-324
        exp, -0x1.6232bdd7abcd2p+9, , 2.22507385850726251792173072917790692e-308
        exp, -0x1.022dff9f206abp+8, , 7.4815035596144261392915430386685526e-113
        expm1, 0x1.8264073702ec4p-2, , 0.458392354874983722355619367410980662
        expm1, -0x1.62e42fefa39efp-2, , -0.292893218813452467400086998096272953
        expm1, 0x1.fffffffffffffp-50, , 1.77635683940025184518439480571655584e-15
        expm1, -0x1.2p5, , -0.999999999999999768047716975643061169
        log, 0x1.fffffffffffffp-1, , -1.11022302462515660205338988848237217e-16
        log, 0x1.0000000000001p+0, , 2.22044604925031283432823045461548793e-16
        log, 0x1p-1074, , -744.440071921381262314107298446081634
        log, 0x1.73b848dbaec44p-1, , -0.320184114332250719711425060468894055
        log, 0x1.fffffffffffffp+1023, , 709.782712893383996732223389910657146
        log1p, -0x1.fffffffffffffp-1, , -36.7368005696771013991133024372833581
        log1p, 0x1p-52, , 2.22044604925031283432823045461548793e-16
        log1p, 0x1.b4d91e37bf7a4p-2, , 0.35530064272978964425032145344497419
        log1p, 0x1.fffffffffffffp+1023, , 709.782712893383996732223389910657146
        tanh, 0x1.5752e1a9a75e8p-3, , 0.166085642260572054604666368947147101
        tanh, 0x1p-28, , 3.72529029846191404526707057181192354e-9
        tanh, -0x1.3p4, , -0.999999999999999937217344159039409397
        tanh, 0x1.193ea7aad030bp-1, , 0.500000000000000034017364631255736887
        sigmoid, -0x1.74p9, , 7.67194470417997907394977430442188786e-324
        sigmoid, -0x1.628p9, , 1.21678075062342306551643467034871998e-308
        sigmoid, -0x1.62e205515bfp-2, , 0.414215567667898915763477244310356044
        sigmoid, 0x1.2p5, , 0.999999999999999768047716975643114971
        softplus, -0x1.74p9, , 7.67194470417997907394977430442188786e-324
        softplus, -0x1.3fffffffffffep5, , 4.24835425529164935905007850303482646e-18
        softplus, -0x1.fb04de67f9ddep-1, , 0.315887396473770538649009537012483085
        softplus, 0x1.3fp5, , 39.875000000000000004814016052463533
        erf, 0x1p-1022, , 2.51072698718835429148768517095202917e-308
        erf, 0x1p-5, , 0.0352503738673228259986165880739634891
        erf, 0x1.ccc624affeep-3, , 0.249651669912759374649654113212893817
        erf, -0x1.7cp2, , -0.9999999999999999541552656376560343
        pow, 0x1.0000000000001p+0, 0x1.62e42fefa39efp+61, 1.79769313486213155654470928740347677e+308
        pow, 0x1.fffffffffffffp-1, 0x1.74p+62, 7.67194470417966222035863689362782517e-324
        pow, 0x1p-1074, -0x1.e8p-1, 1.41656497296247918948261391220803296e+308
        pow, 0x1.eb48331601d72p+0, -0x1.fb2b652d6e014p+7, 1.63102184139433936002767996890140624e-72
        pow, 0x1.8p0, -0x1.c58p10, 3.71925600595840379087900569459363119e-320
        pow, 0x1.fffffffffffffp+1023, 0x1.fffffffffffffp-1, 1.79769313486217404685033389044648245e+308
        pow, -0x1.4p3, 0x1.33p8, -1.0e+307
        pow, 0x1.921fb54442d18p+1, 0x1.3p9, 1.84979072715242939299060347740640409e+302
        """)
    void valuesAtHardPointsAgreeWithMpmath(String function, double x, Double y, BigDecimal expected) {
        double actual = y == null ? named(function).applyAsDouble(x) : KernelMath.pow(x, y);
        assertThat(HighPrecision.ulps(actual, expected)).isLessThanOrEqualTo(MOST_ULPS);
    }

    @Test
    void erfTableIsRightToTheLastBitOfItsLowParts() {
        double[] table = ErrorFunctionTable.rows();
        for (int row = 0; row < table.length / ErrorFunctionTable.COLUMNS; row++) {
            int start = row * ErrorFunctionTable.COLUMNS;
            BigDecimal center = exact(row / 16.0);
            assertSplit(HighPrecision.erf(center), table[start], table[start + 1]);
            assertSplit(HighPrecision.erfDerivative(center), table[start + 2], table[start + 3]);
        }
    }

    private static void assertSplit(BigDecimal expected, double high, double low) {
        assertThat(high).isEqualTo(expected.doubleValue());
        assertThat(low).isEqualTo(expected.subtract(exact(high)).doubleValue());
    }

    /** Pinned: the same on JDK 17 and 25, interpreted and compiled. A change of any coefficient changes it. */
    @Test
    void theBitsOfAllFunctionsAreThePromisedOnes() {
        SplittableRandom random = new SplittableRandom(2026);
        Range wide = size(-40, 10);
        long hash = 1;
        for (int i = 0; i < 20_000; i++) {
            double x = wide.applyAsDouble(random);
            for (DoubleUnaryOperator function : FUNCTIONS) {
                hash = 31 * hash + Double.doubleToLongBits(function.applyAsDouble(x));
            }
            double power = KernelMath.pow(Math.abs(x), wide.applyAsDouble(random));
            hash = 31 * hash + Double.doubleToLongBits(power);
        }
        assertThat(hash).isEqualTo(-5281726680053167479L);
    }

    private static DoubleUnaryOperator named(String function) {
        List<String> names = List.of("exp", "expm1", "log", "log1p", "tanh", "sigmoid", "softplus", "erf");
        return FUNCTIONS.get(names.indexOf(function));
    }

    private static void assertAccurate(
            DoubleUnaryOperator function, UnaryOperator<BigDecimal> reference, Range... ranges) {
        SplittableRandom random = new SplittableRandom(42);
        for (Range range : ranges) {
            for (int i = 0; i < POINTS_PER_RANGE; i++) {
                double x = range.applyAsDouble(random);
                double error = HighPrecision.ulps(function.applyAsDouble(x), reference.apply(exact(x)));
                assertThat(error).as("error in ulps at %a", x).isLessThanOrEqualTo(MOST_ULPS);
            }
        }
    }

    /** The range is that of log(x^y). */
    private static void assertPowAccurate(Range base, Range exponent) {
        DoubleBinaryOperator function = KernelMath::pow;
        BinaryOperator<BigDecimal> reference = HighPrecision::pow;
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < POINTS_PER_RANGE; i++) {
            double x = base.applyAsDouble(random);
            double y = exponent.applyAsDouble(random) / StrictMath.log(x);
            double error = HighPrecision.ulps(function.applyAsDouble(x, y), reference.apply(exact(x), exact(y)));
            assertThat(error).as("error in ulps at %a, %a", x, y).isLessThanOrEqualTo(MOST_ULPS);
        }
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    private static Range uniform(double low, double high) {
        return random -> low + (high - low) * random.nextDouble();
    }

    /** Either sign, every binary exponent from smallest to largest equally often. */
    private static Range size(int smallest, int largest) {
        return random -> {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(smallest, largest + 1));
            return random.nextBoolean() ? value : -value;
        };
    }
}
