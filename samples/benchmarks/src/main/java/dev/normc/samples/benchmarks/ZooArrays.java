package dev.normc.samples.benchmarks;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Several sets of arrays for one kernel, all with the same seeded values; the workspace is one for all. */
final class ZooArrays {
    private static final double MASKED = 0.125;
    private static final double AROUND_INITIAL = 0.1;
    private static final long COLD_BYTES = 160L << 20;
    private static final long MOST_BYTES = 3L << 29;
    private static final int MOST_SETS = 64;

    private final NormKernel kernel;
    private final List<Bindings> sets = new ArrayList<>();

    /**
     * Allocates and fills so many sets that neither entry finds its arrays in the cache when a set comes around again.
     *
     * @param leastBytes that an entry has to move in one set
     */
    ZooArrays(NormKernel kernel, long leastBytes, int threads) {
        this.kernel = kernel;
        long each = kernel.signature().buffers().stream()
                .mapToLong(buffer -> (long) buffer.elements(1) * buffer.type().bytes())
                .sum();
        long wanted = Math.min((COLD_BYTES + leastBytes - 1) / leastBytes, MOST_BYTES / each);
        for (int set = 0; set < Math.max(1, Math.min(MOST_SETS, wanted)); set++) {
            Bindings bindings = kernel.bindings().allocateAll();
            if (set == 0) {
                fill(bindings);
                List.of(Entry.FORWARD, Entry.BACKWARD).forEach(entry -> bindings.reserve(entry, threads));
            } else {
                share(bindings);
            }
            sets.add(bindings);
        }
    }

    /** All sets. */
    List<Bindings> sets() {
        return sets;
    }

    private void fill(Bindings bindings) {
        SplittableRandom random = new SplittableRandom(1);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            switch (buffer.role()) {
                case INPUT -> put(bindings, buffer, () -> 1 + random.nextGaussian());
                case COTANGENT -> put(bindings, buffer, () -> 0.5 + random.nextGaussian());
                case MASK -> put(bindings, buffer, () -> random.nextDouble() < MASKED ? 0 : 1);
                case PARAM -> put(bindings, buffer, () -> buffer.initial() + AROUND_INITIAL * random.nextGaussian());
                case STATE, OUTPUT, SAVED, STATISTIC, GRADIENT, WORKSPACE -> {}
            }
        }
    }

    private static void put(Bindings bindings, BufferSpec buffer, DoubleSupplier values) {
        for (int i = 0; i < buffer.elements(1); i++) {
            if (buffer.type() == DataType.F32) {
                bindings.floats(buffer.name())[i] = (float) values.getAsDouble();
            } else {
                bindings.doubles(buffer.name())[i] = values.getAsDouble();
            }
        }
    }

    /** The values of the first set in arrays of its own, and its workspace. */
    private void share(Bindings bindings) {
        Bindings first = sets.get(0);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (buffer.role() == BufferRole.WORKSPACE) {
                bindings.set(buffer.name(), first.doubles(buffer.name()));
            } else {
                System.arraycopy(array(first, buffer), 0, array(bindings, buffer), 0, buffer.elements(1));
            }
        }
    }

    /** Other code over the first set, with a workspace of its own. */
    Bindings firstFor(NormKernel other) {
        Bindings bindings = other.bindings().allocateAll();
        for (BufferSpec buffer : other.signature().buffers()) {
            if (buffer.role() == BufferRole.WORKSPACE) {
                continue;
            }
            if (buffer.type() == DataType.F32) {
                bindings.set(buffer.name(), sets.get(0).floats(buffer.name()));
            } else {
                bindings.set(buffer.name(), sets.get(0).doubles(buffer.name()));
            }
        }
        return bindings;
    }

    /** States as they were before the first call, and results that no kernel computes. */
    void spoil() {
        Bindings first = sets.get(0);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (buffer.role() == BufferRole.STATE) {
                first.reset(buffer.name());
            } else if (buffer.role() == BufferRole.OUTPUT || buffer.role() == BufferRole.GRADIENT) {
                put(first, buffer, () -> Double.NaN);
            }
        }
    }

    /** Copies of what an entry has left in the first set. */
    List<Object> results(Entry entry) {
        BufferRole role = entry == Entry.FORWARD ? BufferRole.OUTPUT : BufferRole.GRADIENT;
        return kernel.signature().buffers(role).stream()
                .map(buffer -> array(sets.get(0), buffer))
                .map(array -> array instanceof float[] floats ? (Object) floats.clone() : ((double[]) array).clone())
                .toList();
    }

    private static Object array(Bindings bindings, BufferSpec buffer) {
        return buffer.type() == DataType.F32 ? bindings.floats(buffer.name()) : bindings.doubles(buffer.name());
    }
}
