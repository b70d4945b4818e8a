package dev.normc.jit;

import com.sun.management.ThreadMXBean;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
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

/**
 * A program that runs kernels one after the other, and prints of each how many bytes some late calls have allocated.
 *
 * <p>Arguments are a norm of the zoo, an entry and a shape, in turns.
 */
final class MixedKernels {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long PATIENCE_NANOS = 15_000_000_000L;
    private static final int CALLS = 20;

    private MixedKernels() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 3) {
            System.out.println(arguments[i] + " " + arguments[i + 1] + " "
                    + allocated(arguments[i], Entry.valueOf(arguments[i + 1]), arguments[i + 2]));
        }
    }

    private static long allocated(String norm, Entry entry, String shape) {
        Schedule schedule = Schedule.DEFAULT.withVectors(VectorSupport.bits());
        NormKernel kernel = new Jit(4)
                .kernel(
                        new CompileRequest(Zoo.source(norm), Optional.empty(), shape, DataType.F32, schedule),
                        CompilerChoice.JANINO);
        return least(kernel, entry, filled(kernel));
    }

    /** The least that some calls in a row allocate, until it is nothing or it takes too long. */
    static long least(NormKernel kernel, Entry entry, Bindings bindings) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long least = Long.MAX_VALUE;
        while (least > 0 && System.nanoTime() < end) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                Example.run(kernel, entry, bindings);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    static Bindings filled(NormKernel kernel) {
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
