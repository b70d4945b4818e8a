package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kernel allocates nothing once its buffers are bound, interpreted or compiled. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 200;
    private static final int ROUNDS = 4;

    static Stream<Example> examples() {
        return Stream.of(
                new Example(Example.LAYER_NORM, "N=?, D=768"),
                new Example(Example.LAYER_NORM, "N=3, D=17"),
                new Example(Example.RMS_NORM, "N=?, D=100"),
                new Example(Example.BATCH_NORM, "N=?, C=5, H=7, W=3"),
                new Example(Example.GROUP_NORM, "N=2, C=6, H=9, W=7, G=3"),
                new Example(Example.MASKED_LAYER_NORM, "N=3, T=5, D=33"),
                new Example(Example.DYT, "N=?, D=65"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aCallAllocatesNothing(Example example) {
        NormKernel kernel = example.kernel();
        Bindings bindings = Example.filled(kernel, 4);
        for (Entry entry : kernel.signature().entries().keySet()) {
            assertThat(allocated(kernel, entry, bindings))
                    .as("bytes allocated by %d calls of %s", CALLS, entry.method())
                    .isZero();
        }
    }

    /** The least of some rounds: what a call allocates shows in each, what the JVM does once does not. */
    private static long allocated(NormKernel kernel, Entry entry, Bindings bindings) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                Example.run(kernel, entry, bindings);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
