package dev.normc.runtime.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against exact arithmetic: every number of both formats, and every boundary between two. */
class ShortFormatsTest {
    private static final int SIGN = 0x8000;

    private enum Format {
        BF16(8, 7) {
            @Override
            double widen(int bits) {
                return ShortFormats.widenBf16((short) bits);
            }

            @Override
            int round(double value) {
                return ShortFormats.roundToBf16(value) & 0xffff;
            }
        },
        F16(5, 10) {
            @Override
            double widen(int bits) {
                return ShortFormats.widenF16((short) bits);
            }

            @Override
            int round(double value) {
                return ShortFormats.roundToF16(value) & 0xffff;
            }
        };

        private final int exponentBits;
        private final int fractionBits;

        Format(int exponentBits, int fractionBits) {
            this.exponentBits = exponentBits;
            this.fractionBits = fractionBits;
        }

        abstract double widen(int bits);

        abstract int round(double value);

        int infinity() {
            return ((1 << exponentBits) - 1) << fractionBits;
        }

        /** By the definition of IEEE 754, section 3.4, without a sign. */
        BigDecimal exact(int magnitude) {
            int field = magnitude >>> fractionBits;
            int fraction = magnitude & (1 << fractionBits) - 1;
            int bias = (1 << exponentBits - 1) - 1;
            BigDecimal significand = BigDecimal.valueOf(field == 0 ? fraction : fraction + (1 << fractionBits));
            int power = Math.max(field, 1) - bias - fractionBits;
            BigDecimal scale = BigDecimal.valueOf(2).pow(Math.abs(power));
            return power < 0 ? significand.divide(scale) : significand.multiply(scale);
        }

        /** The nearest by exact distances, ties to the even one; overflow as if exponents went on. */
        int nearest(double value) {
            BigDecimal wanted = new BigDecimal(Math.abs(value));
            int low = 0;
            int high = infinity();
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (exact(middle).compareTo(wanted) <= 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            int nearer = wanted.subtract(exact(low)).compareTo(exact(high).subtract(wanted));
            int magnitude = nearer < 0 || nearer == 0 && low % 2 == 0 ? low : high;
            return magnitude | (Double.doubleToRawLongBits(value) < 0 ? SIGN : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void every_number_is_widened_exactly_and_rounds_to_itself(Format format) {
        for (int magnitude = 0; magnitude < format.infinity(); magnitude++) {
            double wide = format.widen(magnitude);
            assertThat(new BigDecimal(wide).compareTo(format.exact(magnitude))).isZero();
            assertThat(Double.doubleToRawLongBits(format.widen(magnitude | SIGN)))
                    .isEqualTo(Double.doubleToRawLongBits(-wide));
            assertThat(format.round(wide)).isEqualTo(magnitude);
            assertThat(format.round(-wide)).isEqualTo(magnitude | SIGN);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void between_any_two_neighbours_the_middle_goes_to_the_even_one_and_everything_else_to_the_nearer(Format format) {
        for (int low = 0; low < format.infinity(); low++) {
            // Half a step is a number of binary64; infinity stands where the exponents would go on.
            double middle = format.exact(low)
                    .add(format.exact(low + 1))
                    .divide(BigDecimal.valueOf(2))
                    .doubleValue();
            int even = low % 2 == 0 ? low : low + 1;
            for (int sign : new int[] {0, SIGN}) {
                double signed = sign == 0 ? middle : -middle;
                assertThat(format.round(signed)).isEqualTo(even | sign);
                assertThat(format.round(Math.nextAfter(signed, 0))).isEqualTo(low | sign);
                assertThat(format.round(Math.nextAfter(signed, signed * Double.POSITIVE_INFINITY)))
                        .isEqualTo(low + 1 | sign);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void random_values_round_to_the_nearest_number(Format format) {
        SplittableRandom random = new SplittableRandom(41);
        double least = format.widen(1);
        for (int i = 0; i < 20_000; i++) {
            double value =
                    random.nextBoolean() ? random.nextGaussian() : Math.exp(random.nextDouble(-20, 12)) * least * 100;
            double signed = random.nextBoolean() ? value : -value;
            assertThat(format.round(signed)).as("%s", signed).isEqualTo(format.nearest(signed));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void infinities_and_nan_stay_and_the_extremes_of_binary64_go_to_infinity_and_zero(Format format) {
        int infinity = format.infinity();
        assertThat(format.round(Double.POSITIVE_INFINITY)).isEqualTo(infinity);
        assertThat(format.round(Double.NEGATIVE_INFINITY)).isEqualTo(infinity | SIGN);
        assertThat(format.round(Double.MAX_VALUE)).isEqualTo(infinity);
        assertThat(format.round(-Double.MAX_VALUE)).isEqualTo(infinity | SIGN);
        assertThat(format.round(Double.MIN_VALUE)).isZero();
        assertThat(format.round(-Double.MIN_VALUE)).isEqualTo(SIGN);
        assertThat(format.round(-0.0)).isEqualTo(SIGN);
        assertThat(format.widen(infinity)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(format.widen(infinity | SIGN)).isEqualTo(Double.NEGATIVE_INFINITY);
        int[] bits = {infinity + 1, infinity | 1 << format.fractionBits - 1, 0x7fff, 0xffff, infinity + 1 | SIGN};
        assertThat(Arrays.stream(bits).mapToDouble(format::widen)).allMatch(value -> Double.isNaN(value));
        long[] payloads = {0x7ff8000000000000L, 0xfff8000000000000L, 0x7ff0000000000001L, 0xffffffffffffffffL};
        int quiet = infinity | 1 << format.fractionBits - 1;
        assertThat(Arrays.stream(payloads).mapToInt(payload -> format.round(Double.longBitsToDouble(payload))))
                .containsOnly(quiet);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_value_just_above_a_middle_is_not_rounded_by_way_of_float(Format format) {
        double value = 1 + Math.scalb(1.0, -format.fractionBits - 1) + 0x1p-40;
        assertThat(format.round((float) value)).isEqualTo(format.round(1));
        assertThat(format.round(value)).isEqualTo(format.round(1) + 1);
    }
}
