package dev.normc.runtime.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.math.KernelMath;
import dev.normc.runtime.math.VectorSupport;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorMathTest {
    private static final int[] WIDTHS = {128, 256, 512};

    private static final int BATCHES = 250;

    private static final int BATCH = 4096;

    static Stream<Arguments> functionsAndWidths() {
        return Arrays.stream(ArrayFunction.values())
                .flatMap(function -> IntStream.of(WIDTHS).mapToObj(bits -> Arguments.of(function, bits)));
    }

    @Test
    void testsRunWithTheModule() {
        assertThat(VectorSupport.isPresent()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functionsAndWidths")
    void vectorsOfEveryWidthHaveTheBitsOfKernelMath(ArrayFunction function, int bits) {
        WidthLoader vectors = WidthLoader.of(bits);
        AwkwardNumbers numbers = new AwkwardNumbers(17L + function.ordinal());
        for (int batch = 0; batch < BATCHES; batch++) {
            double[] arguments = numbers.next(BATCH);
            double[] results = arguments.clone();
            vectors.apply(function, results, 0, BATCH);
            double[] expected = Arrays.stream(arguments).map(function.scalar).toArray();
            assertSame(results, expected, i -> function + " of " + arguments[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void powersOfEveryWidthHaveTheBitsOfKernelMath(int bits) {
        WidthLoader vectors = WidthLoader.of(bits);
        AwkwardNumbers numbers = new AwkwardNumbers(5L);
        for (int batch = 0; batch < BATCHES; batch++) {
            double[] bases = numbers.next(BATCH);
            double[] exponents = numbers.next(BATCH);
            double[] results = bases.clone();
            vectors.pow(results, 0, exponents, 0, BATCH);
            double[] expected = IntStream.range(0, BATCH)
                    .mapToDouble(i -> KernelMath.pow(bases[i], exponents[i]))
                    .toArray();
            assertSame(results, expected, i -> bases[i] + " to the power of " + exponents[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void powersWithOneExponentHaveTheBitsOfKernelMath(int bits) {
        WidthLoader vectors = WidthLoader.of(bits);
        AwkwardNumbers numbers = new AwkwardNumbers(6L);
        for (int batch = 0; batch < BATCHES; batch++) {
            double[] bases = numbers.next(BATCH);
            double exponent = numbers.next();
            double[] results = bases.clone();
            vectors.pow(results, 0, exponent, BATCH);
            double[] expected = Arrays.stream(bases)
                    .map(base -> KernelMath.pow(base, exponent))
                    .toArray();
            assertSame(results, expected, i -> bases[i] + " to the power of " + exponent);
        }
    }

    @ParameterizedTest
    @MethodSource("functionsAndWidths")
    void everyLengthAndOffsetLeavesTheRestAlone(ArrayFunction function, int bits) {
        WidthLoader vectors = WidthLoader.of(bits);
        AwkwardNumbers numbers = new AwkwardNumbers(7L);
        for (int length = 0; length <= 2 * bits / Double.SIZE + 1; length++) {
            for (int from : new int[] {0, 1, 5}) {
                double[] arguments = numbers.next(from + length + 3);
                double[] results = arguments.clone();
                vectors.apply(function, results, from, length);
                double[] expected = arguments.clone();
                for (int i = from; i < from + length; i++) {
                    expected[i] = function.scalar.applyAsDouble(arguments[i]);
                }
                assertSame(results, expected, i -> function + " of " + arguments[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void everyLengthAndOffsetOfPowersLeavesTheRestAlone(int bits) {
        WidthLoader vectors = WidthLoader.of(bits);
        AwkwardNumbers numbers = new AwkwardNumbers(8L);
        for (int length = 0; length <= 2 * bits / Double.SIZE + 1; length++) {
            double[] bases = numbers.next(2 + length + 3);
            double[] exponents = numbers.next(1 + length);
            double[] listed = bases.clone();
            double[] single = bases.clone();
            vectors.pow(listed, 2, exponents, 1, length);
            vectors.pow(single, 2, 1.7, length);
            double[] expectedListed = bases.clone();
            double[] expectedSingle = bases.clone();
            for (int i = 0; i < length; i++) {
                expectedListed[2 + i] = KernelMath.pow(bases[2 + i], exponents[1 + i]);
                expectedSingle[2 + i] = KernelMath.pow(bases[2 + i], 1.7);
            }
            assertSame(listed, expectedListed, i -> bases[i] + " to a power");
            assertSame(single, expectedSingle, i -> bases[i] + " to the power of 1.7");
        }
    }

    @ParameterizedTest
    @EnumSource(ArrayFunction.class)
    void aRangeOutsideTheArrayIsRefusedBeforeAnythingIsWritten(ArrayFunction function) {
        double[] values = new double[20];
        Arrays.fill(values, 0.25);
        double[] before = values.clone();
        WidthLoader vectors = WidthLoader.of(256);
        assertThatThrownBy(() -> vectors.apply(function, values, 1, 20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> function.array.apply(values, 1, 20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> vectors.pow(values, 0, new double[19], 0, 20))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(values).containsExactly(before);
    }

    private static void assertSame(
            double[] results, double[] expected, java.util.function.IntFunction<String> description) {
        for (int i = 0; i < expected.length; i++) {
            if (Double.doubleToLongBits(results[i]) != Double.doubleToLongBits(expected[i])) {
                assertThat(results[i]).as(description.apply(i)).isEqualTo(expected[i]);
            }
        }
    }
}
