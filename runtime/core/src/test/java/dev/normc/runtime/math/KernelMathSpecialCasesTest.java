package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Zeros, infinities, NaN, exact results and the ends of the ranges; between them see {@link KernelMathTest}. */
class KernelMathSpecialCasesTest {
    private static final List<DoubleUnaryOperator> FUNCTIONS = List.of(
            KernelMath::exp,
            KernelMath::expm1,
            KernelMath::log,
            KernelMath::log1p,
            KernelMath::tanh,
            KernelMath::sigmoid,
            KernelMath::softplus,
            KernelMath::erf);

    @Test
    void nanGivesNan() {
        assertThat(FUNCTIONS)
                .allSatisfy(f -> assertThat(f.applyAsDouble(Double.NaN)).isNaN());
        assertThat(KernelMath.pow(Double.NaN, 1.5)).isNaN();
        assertThat(KernelMath.pow(1.0, Double.NaN)).isNaN();
    }

    @Test
    void infinitiesGiveTheLimits() {
        double infinity = Double.POSITIVE_INFINITY;
        assertLimits(KernelMath::exp, 0.0, infinity);
        assertLimits(KernelMath::expm1, -1.0, infinity);
        assertLimits(KernelMath::log, Double.NaN, infinity);
        assertLimits(KernelMath::log1p, Double.NaN, infinity);
        assertLimits(KernelMath::tanh, -1.0, 1.0);
        assertLimits(KernelMath::sigmoid, 0.0, 1.0);
        assertLimits(KernelMath::softplus, 0.0, infinity);
        assertLimits(KernelMath::erf, -1.0, 1.0);
    }

    @Test
    void oddFunctionsKeepZerosAndTheSmallestArguments() {
        for (double x : new double[] {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            assertSame(KernelMath.expm1(x), x);
            assertSame(KernelMath.log1p(x), x);
            assertSame(KernelMath.tanh(x), x);
            assertSame(KernelMath.erf(x), x);
        }
    }

    @Test
    void logarithmsEndAtTheirPoles() {
        assertSame(KernelMath.log(0.0), Double.NEGATIVE_INFINITY);
        assertSame(KernelMath.log(-0.0), Double.NEGATIVE_INFINITY);
        assertSame(KernelMath.log(1.0), 0.0);
        assertThat(KernelMath.log(-Double.MIN_VALUE)).isNaN();
        assertSame(KernelMath.log1p(-1.0), Double.NEGATIVE_INFINITY);
        assertThat(KernelMath.log1p(Math.nextDown(-1.0))).isNaN();
    }

    @Test
    void exponentialsOverflowAndUnderflowWhereTheyShould() {
        double largest = 0x1.62e42fefa39efp+9; // exp is 1.797693134862273e308
        assertThat(KernelMath.exp(largest)).isFinite();
        assertSame(KernelMath.exp(Math.nextUp(largest)), Double.POSITIVE_INFINITY);
        assertSame(KernelMath.expm1(Math.nextUp(largest)), Double.POSITIVE_INFINITY);
        double smallest = -0x1.74910d52d3051p+9; // exp is 0.5000000000000035 of the smallest double
        assertSame(KernelMath.exp(smallest), Double.MIN_VALUE);
        assertSame(KernelMath.sigmoid(smallest), Double.MIN_VALUE);
        assertSame(KernelMath.softplus(smallest), Double.MIN_VALUE);
        assertSame(KernelMath.exp(Math.nextDown(smallest)), 0.0);
        assertSame(KernelMath.pow(2.0, 1024.0), Double.POSITIVE_INFINITY);
        assertSame(KernelMath.pow(-2.0, -1075.0), -0.0);
    }

    @Test
    void powHasTheSpecialCasesOfJava() {
        double[] values = {
            0.0,
            0.25,
            0.5,
            1.0,
            1.5,
            2.0,
            3.0,
            1e300,
            0x1p52 + 1,
            0x1p53 - 1,
            0x1p53,
            0x1p53 + 2,
            0x1p64,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.nextDown(1.0),
            Math.nextUp(1.0),
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (double x : values) {
            for (double y : values) {
                assertPowLikeJava(x, y);
                assertPowLikeJava(-x, y);
                assertPowLikeJava(x, -y);
                assertPowLikeJava(-x, -y);
            }
        }
    }

    @Test
    void exactPowersAreExact() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            assertSame(KernelMath.pow(2.0, exponent), Math.scalb(1.0, exponent));
            assertSame(KernelMath.pow(Math.scalb(-1.0, exponent), 1.0), Math.scalb(-1.0, exponent));
        }
        for (int base = -9; base < 10; base++) {
            long power = 1;
            for (int exponent = 0; exponent < 16; exponent++, power *= base) {
                assertSame(KernelMath.pow(base, exponent), power);
            }
            assertSame(KernelMath.pow(base * base, 0.5), Math.abs(base));
        }
    }

    // Where Java's result is rounded, only its sign is compared: the magnitude is KernelMathTest's.
    private static void assertPowLikeJava(double x, double y) {
        double expected = StrictMath.pow(x, y);
        double actual = KernelMath.pow(x, y);
        boolean rounded = Double.isFinite(expected) && expected != 0.0 && Math.abs(expected) != 1.0;
        assertThat(Double.toHexString(rounded ? Math.signum(actual) : actual))
                .as("pow(%s, %s)", x, y)
                .isEqualTo(Double.toHexString(rounded ? Math.signum(expected) : expected));
    }

    private static void assertLimits(DoubleUnaryOperator function, double atMinusInfinity, double atInfinity) {
        assertSame(function.applyAsDouble(Double.NEGATIVE_INFINITY), atMinusInfinity);
        assertSame(function.applyAsDouble(Double.POSITIVE_INFINITY), atInfinity);
    }

    /** Tells 0.0 from -0.0, and takes every NaN as the same. */
    private static void assertSame(double actual, double expected) {
        assertThat(Double.toHexString(actual)).isEqualTo(Double.toHexString(expected));
    }
}
