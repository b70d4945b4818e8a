package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven compiled computes what the JIT compiles now, bit for bit. */
class SameBitsTest {

    private static Map<String, double[]> values(GeneratedKernel kernel) {
        Map<String, double[]> values = new HashMap<>();
        for (BufferSpec buffer : kernel.given()) {
            SplittableRandom random = new SplittableRandom(buffer.name().hashCode());
            double least = buffer.role() == BufferRole.STATE ? 0.5 : -3;
            values.put(
                    buffer.name(),
                    random.doubles(buffer.elements(kernel.dynamicExtent()), least, 5)
                            .toArray());
        }
        return values;
    }

    private static void assertSameBits(GeneratedKernel kernel, List<Entry> entries) {
        NormKernel ahead = kernel.ahead();
        NormKernel jit = kernel.jit();
        assertThat(jit.getClass()).isNotEqualTo(ahead.getClass());
        Map<String, double[]> results = kernel.run(ahead, values(kernel), entries);
        Map<String, double[]> expected = kernel.run(jit, values(kernel), entries);
        assertThat(results).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(4);
        results.forEach((name, elements) -> {
            assertThat(elements).as(name).isEqualTo(expected.get(name)); // compares bits
            assertThat(Arrays.stream(elements).anyMatch(element -> element != 0))
                    .as("%s has something to compare", name)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.normc.samples.aheadoftime.GeneratedKernel#all")
    void forwardAndBackwardAreThoseOfTheJit(GeneratedKernel kernel) {
        assertSameBits(kernel, List.of(Entry.FORWARD, Entry.BACKWARD));
    }

    @ParameterizedTest
    @MethodSource("dev.normc.samples.aheadoftime.GeneratedKernel#all")
    void inferAndItsBackwardAreThoseOfTheJit(GeneratedKernel kernel) {
        Set<Entry> entries = kernel.ahead().signature().entries().keySet();
        if (entries.contains(Entry.BACKWARD_FROZEN)) {
            assertSameBits(kernel, List.of(Entry.FORWARD, Entry.INFER, Entry.BACKWARD_FROZEN));
        }
    }
}
