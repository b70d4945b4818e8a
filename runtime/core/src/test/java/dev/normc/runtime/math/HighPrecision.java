package dev.normc.runtime.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The functions of {@link KernelMath} to some 60 digits, from their series and by other ways than the code under test.
 */
final class HighPrecision {
    static final MathContext CONTEXT = new MathContext(70);

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-70");
    private static final BigDecimal SMALL = new BigDecimal("0.01");

    private static final BigDecimal LN2 =
            atanh(divide(ONE, BigDecimal.valueOf(3))).multiply(TWO, CONTEXT);

    // Machin (1706): pi/4 = 4 arctan(1/5) - arctan(1/239).
    private static final BigDecimal PI = arctanOfInverse(5)
            .multiply(BigDecimal.valueOf(4))
            .subtract(arctanOfInverse(239))
            .multiply(BigDecimal.valueOf(4), CONTEXT);

    private static final BigDecimal TWO_OVER_SQRT_PI = divide(TWO, PI.sqrt(CONTEXT));

    private static final int DOUBLINGS = 10;

    private HighPrecision() {}

    static BigDecimal exp(BigDecimal x) {
        BigDecimal whole = divide(x, LN2).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal rest = x.subtract(whole.multiply(LN2), CONTEXT);
        return ONE.add(expm1Reduced(rest)).multiply(TWO.pow(whole.intValueExact(), CONTEXT), CONTEXT);
    }

    static BigDecimal expm1(BigDecimal x) {
        return x.abs().compareTo(ONE) < 0 ? expm1Reduced(x) : exp(x).subtract(ONE, CONTEXT);
    }

    // Taylor at x / 1024, then expm1(2 t) = expm1(t) (2 + expm1(t)), which keeps the relative accuracy.
    private static BigDecimal expm1Reduced(BigDecimal x) {
        BigDecimal t = divide(x, BigDecimal.valueOf(1L << DOUBLINGS));
        BigDecimal term = t;
        BigDecimal sum = t;
        for (int n = 2; isVisible(term, sum); n++) {
            term = divide(term.multiply(t, CONTEXT), BigDecimal.valueOf(n));
            sum = sum.add(term, CONTEXT);
        }
        for (int i = 0; i < DOUBLINGS; i++) {
            sum = sum.multiply(TWO.add(sum), CONTEXT);
        }
        return sum;
    }

    /** Only for an x that lies within the range of double; {@code StrictMath} is no more than a first guess. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal guess = new BigDecimal(StrictMath.log(x.doubleValue()));
        BigDecimal ratio = x.multiply(exp(guess.negate()), CONTEXT);
        return guess.add(log1pSmall(ratio.subtract(ONE)), CONTEXT);
    }

    static BigDecimal log1p(BigDecimal x) {
        return x.abs().compareTo(SMALL) < 0 ? log1pSmall(x) : log(ONE.add(x, CONTEXT));
    }

    private static BigDecimal log1pSmall(BigDecimal x) {
        return atanh(divide(x, TWO.add(x, CONTEXT))).multiply(TWO, CONTEXT);
    }

    private static BigDecimal atanh(BigDecimal s) {
        BigDecimal square = s.multiply(s, CONTEXT);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int n = 3; isVisible(power, sum); n += 2) {
            power = power.multiply(square, CONTEXT);
            sum = sum.add(divide(power, BigDecimal.valueOf(n)), CONTEXT);
        }
        return sum;
    }

    private static BigDecimal arctanOfInverse(int n) {
        BigDecimal square = BigDecimal.valueOf((long) n * n).negate();
        BigDecimal power = divide(ONE, BigDecimal.valueOf(n));
        BigDecimal sum = power;
        for (int k = 3; isVisible(power, sum); k += 2) {
            power = divide(power, square);
            sum = sum.add(divide(power, BigDecimal.valueOf(k)), CONTEXT);
        }
        return sum;
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal numerator = expm1(x.multiply(TWO));
        return divide(numerator, numerator.add(TWO));
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return divide(ONE, ONE.add(exp(x.negate())));
    }

    static BigDecimal softplus(BigDecimal x) {
        return x.max(BigDecimal.ZERO).add(log1p(exp(x.abs().negate())), CONTEXT);
    }

    // Abramowitz and Stegun 7.1.6: all terms have one sign, so that nothing cancels.
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x, CONTEXT);
        BigDecimal twice = square.multiply(TWO);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 3; isVisible(term, sum); n += 2) {
            term = divide(term.multiply(twice, CONTEXT), BigDecimal.valueOf(n));
            sum = sum.add(term, CONTEXT);
        }
        return sum.multiply(TWO_OVER_SQRT_PI, CONTEXT).multiply(exp(square.negate()), CONTEXT);
    }

    static BigDecimal erfDerivative(BigDecimal x) {
        return TWO_OVER_SQRT_PI.multiply(exp(x.multiply(x).negate()), CONTEXT);
    }

    /** For positive x. */
    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(log(x).multiply(y, CONTEXT));
    }

    /**
     * The distance of actual from expected in units of the spacing of doubles at expected; infinite for an actual that
     * is not finite.
     */
    static double ulps(double actual, BigDecimal expected) {
        if (!Double.isFinite(actual)) {
            return Double.POSITIVE_INFINITY;
        }
        double nearest = Math.abs(expected.doubleValue());
        // Rounding up may have reached the next power of two, where the spacing doubles.
        boolean up = new BigDecimal(nearest).compareTo(expected.abs()) > 0;
        double spacing = Math.ulp(up ? Math.nextDown(nearest) : nearest);
        return divide(new BigDecimal(actual).subtract(expected, CONTEXT), new BigDecimal(spacing))
                .abs()
                .doubleValue();
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, CONTEXT);
    }

    private static boolean isVisible(BigDecimal term, BigDecimal sum) {
        return term.abs().compareTo(sum.abs().multiply(NEGLIGIBLE)) > 0;
    }
}
