package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

/** Arrays that must agree to a bound. */
final class Close {
    private Close() {}

    /** Fails at the element that is furthest off, if it is further off than the tolerance or not a number. */
    static void check(String what, double[] computed, double[] expected, double tolerance) {
        assertThat(computed).as(what).hasSameSizeAs(expected);
        int worst = -1;
        double error = tolerance;
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.compare(computed[i], expected[i]) == 0;
            double off = Math.abs(computed[i] - expected[i]);
            if (!same && !(off <= error)) {
                worst = i;
                error = Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
            }
        }
        if (worst >= 0) {
            assertThat(computed[worst])
                    .as("%s[%d], off by %g where %g is allowed", what, worst, error, tolerance)
                    .isEqualTo(expected[worst]);
        }
    }

    /** The largest absolute value; 0 where there is none. */
    static double scale(double[] values) {
        double scale = 0;
        for (double value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }
}
