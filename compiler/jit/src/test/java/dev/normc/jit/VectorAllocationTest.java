package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.VectorSupport;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A vectorized kernel makes no object once it is compiled: a vector that becomes one costs ten times what it computes. The
 * rows of the benchmark's shapes, fewer of them, and rows with tails.
 *
 * <p>Not here: backward of {@code BatchNormLast} over rows of 64. Compiled first in a JVM it allocates nothing; compiled
 * after the kernels above, JDK 17 makes twelve vectors a call objects. The cause has not been found.
 */
class VectorAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int CALLS = 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=70, D=768",
                "LayerNorm | N=70, D=1024",
                "LayerNorm | N=70, D=4096",
                "LayerNorm | N=1, D=768",
                "LayerNorm | N=70, D=33",
                "LayerNorm | N=70, D=1025",
                "RMSNorm | N=70, D=4096",
                "RMSNorm | N=1, D=4096",
                "BatchNorm | N=2, C=64, H=56, W=56",
                "BatchNorm | N=2, C=256, H=14, W=14",
                "BatchNorm | N=8, C=512, H=7, W=7",
                "BatchNormLast | N=256, C=1024",
                "InstanceNorm | N=1, C=4, H=128, W=128",
                "GroupNorm | N=1, C=256, H=28, W=28",
                "GroupNorm | N=1, C=64, H=64, W=64",
            })
    void no_call_allocates_once_it_is_compiled(String norm, String shape) {
        int bits = VectorSupport.bits();
        assumeThat(bits).as("the machine's vectors").isPositive();
        SourceFile source = Zoo.source(norm);
        CompileRequest request =
                new CompileRequest(source, Optional.empty(), shape, DataType.F32, Schedule.DEFAULT.withVectors(bits));
        NormKernel kernel = new Jit(4).kernel(request, CompilerChoice.JANINO);
        for (Entry entry : new Entry[] {Entry.FORWARD, Entry.BACKWARD}) {
            Bindings bindings = filled(kernel);
            long end = System.nanoTime() + PATIENCE_NANOS;
            long least = Long.MAX_VALUE;
            while (least > 0 && System.nanoTime() < end) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int call = 0; call < CALLS; call++) {
                    Example.run(kernel, entry, bindings);
                }
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least)
                    .as("bytes allocated by %d calls of %s", CALLS, entry)
                    .isZero();
        }
    }

    private static Bindings filled(NormKernel kernel) {
        Bindings bindings = kernel.bindings();
        Random random = new Random(7);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (buffer.role() == BufferRole.INPUT || buffer.role() == BufferRole.COTANGENT) {
                float[] elements = bindings.floats(buffer.name());
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = (float) random.nextGaussian();
                }
            }
        }
        return bindings.allocateAll();
    }
}
