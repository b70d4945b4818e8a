package dev.normc.jit.founding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import java.util.Arrays;

/** Arrays that must agree up to rounding, which follows from the storage and from how many terms a sum has. */
final class Near {
    /** Roundings of f64 arithmetic that each term of a sum may bring into a result. */
    private static final double ROUNDINGS_PER_TERM = 32;

    private Near() {}

    /** Fails at the first element that is further off than the tolerance, or not a number. */
    static void check(String what, double[] computed, double[] expected, double tolerance) {
        assertThat(computed).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            boolean near = Math.abs(computed[i] - expected[i]) <= tolerance;
            if (!near) {
                assertThat(computed[i])
                        .as("%s[%d], %g allowed", what, i, tolerance)
                        .isEqualTo(expected[i]);
            }
        }
    }

    /** f64 results of sums of so many terms, relative to the largest element. */
    static void same(String what, double[] computed, double[] expected, int terms) {
        same(what, computed, expected, terms, DataType.F64);
    }

    /** The same for results that were rounded once to their storage. */
    static void same(String what, double[] computed, double[] expected, int terms, DataType stored) {
        check(what, computed, expected, rounding(terms, stored) * scale(expected));
    }

    /** Elements that are 0 up to the rounding of sums of so many terms of that size. */
    static void zero(String what, double[] computed, int terms, double size) {
        check(what, computed, new double[computed.length], rounding(terms, DataType.F64) * size);
    }

    static void same(String what, double computed, double expected, int terms) {
        same(what, new double[] {computed}, new double[] {expected}, terms);
    }

    /** Fails unless two arrays are apart somewhere, by a tenth of the largest element of the second. */
    static void different(String what, double[] one, double[] other) {
        double[] off = Vectors.plus(one, Vectors.times(other, -1));
        assertThat(scale(off)).as(what).isGreaterThan(0.1 * scale(other));
    }

    static double scale(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static double rounding(int terms, DataType stored) {
        double once = stored == DataType.F32 ? 0x1.01p-24 : 0x1p-53;
        return once + ROUNDINGS_PER_TERM * terms * 0x1p-53;
    }
}
