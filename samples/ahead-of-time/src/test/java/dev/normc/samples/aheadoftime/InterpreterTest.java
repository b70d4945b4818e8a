package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.differentiate.Differentiator;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.GeneratedKernels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three ways to one result, on the same inputs: the class that Maven compiled and the one that the JIT compiles now have the
 * same bits, and both agree with the interpreter within the accuracy contract.
 *
 * <p>The interpreter runs the norm and its derivative in binary64 as they were before any pass simplified them. Where the
 * contract counts in ulps of the largest term, ulps of the result are used here, which are smaller where terms cancel.
 */
class InterpreterTest {
    private static final double WRONGLY_ROUNDED = 1e-4;
    /** Of a half ulp, what is left to the arithmetic in front of the one rounding. */
    private static final double IN_FRONT = 1e-6;
    /** Mean and variance of f64 are that good, and so is what is made of them. */
    private static final double STATISTIC = 1e-14;

    /** Where a norm is easy, and where it is not. */
    enum Data {
        /** Of unit variance about 0.3. */
        USUAL,
        /** Of unit variance about 10,000; about 40 where 16 bits would make one number of all. */
        FAR,
        /** One number: no variance. */
        CONSTANT;

        double[] draw(BufferSpec buffer, int elements, DataType type) {
            SplittableRandom random = new SplittableRandom(buffer.name().hashCode() + 31L * ordinal());
            boolean usual = this == USUAL || buffer.role() != BufferRole.INPUT;
            return DoubleStream.generate(random::nextGaussian)
                    .map(noise -> buffer.role() == BufferRole.STATE ? 0.5 + Math.abs(noise) : 0.3 + noise)
                    .map(value -> usual ? value : this == CONSTANT ? 7.25 : (type.isShort() ? 40 : 1e4) + value)
                    .map(buffer.type()::rounded)
                    .limit(elements)
                    .toArray();
        }
    }

    private static Map<String, double[]> values(GeneratedKernel kernel, Data data) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (BufferSpec buffer : kernel.given()) {
            values.put(buffer.name(), data.draw(buffer, buffer.elements(kernel.dynamicExtent()), kernel.type()));
        }
        return values;
    }

    static Stream<Arguments> cases() {
        return GeneratedKernel.all().flatMap(kernel -> kernel.ahead().signature().entries().keySet().stream()
                .sorted()
                .flatMap(entry -> Stream.of(Data.values()).map(data -> arguments(kernel, entry, data))));
    }

    @Test
    void everyKernelIsCompared() {
        assertThat(GeneratedKernel.all().map(kernel -> kernel.ahead().getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(GeneratedKernels.names());
        assertThat(cases().map(arguments -> arguments.get()[1]))
                .contains(Entry.FORWARD, Entry.INFER, Entry.BACKWARD, Entry.BACKWARD_FROZEN);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void theClassTheJitAndTheInterpreterAgree(GeneratedKernel kernel, Entry entry, Data data) {
        Map<String, double[]> values = values(kernel, data);
        Map<String, double[]> ahead = kernel.run(kernel.ahead(), values, upTo(entry));
        Map<String, double[]> jit = kernel.run(kernel.jit(), values, upTo(entry));
        ahead.forEach((name, elements) -> assertThat(elements).as(name).isEqualTo(jit.get(name))); // compares bits
        check(kernel, ahead, expected(kernel, entry, values));
    }

    /** A derivative stands beside the outputs that it is of. */
    private static List<Entry> upTo(Entry entry) {
        return switch (entry) {
            case FORWARD, INFER -> List.of(entry);
            case BACKWARD -> List.of(Entry.FORWARD, entry);
            case BACKWARD_FROZEN -> List.of(Entry.INFER, entry);
            case BACKWARD2, BACKWARD_FROZEN2, PARTIAL, FINISH, BACKWARD_PARTIAL, BACKWARD_FINISH ->
                throw new IllegalArgumentException("no kernel here has " + entry);
        };
    }

    /** What the entry stores, and the one before it, by the definition of the norm. */
    private static Map<String, double[]> expected(GeneratedKernel kernel, Entry entry, Map<String, double[]> values) {
        Compilation compilation = kernel.compilation();
        TensorProgram train = compilation.specialized().train();
        TensorProgram infer = compilation.specialized().infer();
        TensorProgram definition =
                switch (entry) {
                    case FORWARD -> train;
                    case INFER -> infer;
                    case BACKWARD -> Differentiator.differentiate(train);
                    case BACKWARD_FROZEN -> Differentiator.differentiate(infer);
                    case BACKWARD2, BACKWARD_FROZEN2, PARTIAL, FINISH, BACKWARD_PARTIAL, BACKWARD_FINISH ->
                        throw new IllegalArgumentException("no kernel here has " + entry);
                };
        Map<String, double[]> expected = new HashMap<>(Interpreter.run(definition, values, kernel.dynamicExtent()));
        if (entry == Entry.FORWARD) {
            // Only the simplified program knows which statistics are saved.
            Interpreter.run(compilation.programs().get(entry), values, kernel.dynamicExtent())
                    .forEach(expected::putIfAbsent);
        }
        return expected;
    }

    private static void check(GeneratedKernel kernel, Map<String, double[]> computed, Map<String, double[]> expected) {
        Set<String> compared = new HashSet<>();
        for (BufferSpec buffer : kernel.results()) {
            double[] exact = expected.get(buffer.name());
            if (exact != null) {
                check(buffer, computed.get(buffer.name()), exact, expected);
                compared.add(buffer.name());
            }
        }
        assertThat(compared).isEqualTo(expected.keySet()).isNotEmpty();
    }

    private static void check(BufferSpec buffer, double[] computed, double[] exact, Map<String, double[]> expected) {
        assertThat(computed).as(buffer.name()).hasSameSizeAs(exact);
        switch (buffer.role()) {
            case OUTPUT, GRADIENT, STATE -> {
                if (buffer.type().isNarrow()) {
                    checkRounding(buffer, computed, exact);
                } else {
                    checkWithin(buffer.name(), computed, exact, STATISTIC * largest(exact));
                }
            }
            case SAVED -> {
                // A mean is as good as the deviation allows.
                double[] variance = expected.getOrDefault("saved_var", new double[0]);
                boolean isMean = buffer.name().equals("saved_mean");
                for (int i = 0; i < exact.length; i++) {
                    double scale = isMean ? Math.max(Math.abs(exact[i]), Math.sqrt(variance[i])) : Math.abs(exact[i]);
                    assertThat(Math.abs(computed[i] - exact[i]))
                            .as("%s[%d] = %s", buffer.name(), i, computed[i])
                            .isLessThanOrEqualTo(STATISTIC * scale);
                }
            }
            case INPUT, PARAM, MASK, COTANGENT, STATISTIC, WORKSPACE ->
                throw new IllegalArgumentException(buffer + " is no result");
        }
    }

    /** Never more than an ulp off, and one in 10,000 not the nearest number; of few elements, as params have, none. */
    private static void checkRounding(BufferSpec buffer, double[] computed, double[] exact) {
        int wrong = 0;
        for (int i = 0; i < exact.length; i++) {
            double ulp = ulp(buffer.type(), exact[i]);
            double error = Math.abs(computed[i] - exact[i]);
            assertThat(error)
                    .as("%s[%d] = %s, not %s", buffer.name(), i, computed[i], exact[i])
                    .isLessThanOrEqualTo(ulp);
            wrong += error > (0.5 + IN_FRONT) * ulp ? 1 : 0;
        }
        assertThat(wrong)
                .as("elements of %s that are not the nearest number", buffer.name())
                .isLessThanOrEqualTo((int) (WRONGLY_ROUNDED * exact.length));
    }

    private static void checkWithin(String name, double[] computed, double[] exact, double tolerance) {
        for (int i = 0; i < exact.length; i++) {
            assertThat(Math.abs(computed[i] - exact[i]))
                    .as("%s[%d] = %s, not %s", name, i, computed[i], exact[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    private static double ulp(DataType type, double value) {
        return type == DataType.F32
                ? Math.ulp((float) value)
                : Math.scalb(1.0, Math.getExponent(value) - 7); // bf16 has 8 bits, all numbers here are normal
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The control: a class that computed on other numbers is told from one that computed on these. */
    @ParameterizedTest
    @MethodSource("dev.normc.samples.aheadoftime.GeneratedKernel#all")
    void aThousandthMoreInOneElementIsSeen(GeneratedKernel kernel) {
        Map<String, double[]> values = values(kernel, Data.USUAL);
        Map<String, double[]> others = new HashMap<>(values);
        double[] x = values.get("x").clone();
        x[7] += kernel.type().isShort() ? 0.1 : 1e-3;
        others.put("x", x);
        for (Entry entry : List.of(Entry.FORWARD, Entry.BACKWARD)) {
            Map<String, double[]> computed = kernel.run(kernel.ahead(), others, upTo(entry));
            Map<String, double[]> expected = expected(kernel, entry, values);
            assertThatThrownBy(() -> check(kernel, computed, expected)).isInstanceOf(AssertionError.class);
        }
    }
}
