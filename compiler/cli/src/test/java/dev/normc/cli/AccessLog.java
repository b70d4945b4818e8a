package dev.normc.cli;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every element that a kernel loads and stores, written down by the kernel itself once {@link CountedKernel} has rewritten
 * it. Beside it a cache that drives out what was not used for the longest time. One thread.
 */
public final class AccessLog {
    private static final Map<Object, long[]> COUNTS = new IdentityHashMap<>();
    private static final Map<Object, Integer> NUMBERS = new IdentityHashMap<>();
    private static final LinkedHashMap<Long, Integer> CACHE = new LinkedHashMap<>(16, 0.75f, true);
    private static long capacity;
    private static long cached;

    private AccessLog() {}

    /** Forgets all; the cache is empty. */
    static void clear(long cacheBytes) {
        COUNTS.clear();
        CACHE.clear();
        capacity = cacheBytes;
        cached = 0;
    }

    /** Elements of an array that were loaded. */
    static long loads(Object array) {
        return COUNTS.getOrDefault(array, new long[3])[0];
    }

    /** Elements of an array that were stored. */
    static long stores(Object array) {
        return COUNTS.getOrDefault(array, new long[3])[1];
    }

    /** Elements of an array that were loaded and not in the cache. */
    static long misses(Object array) {
        return COUNTS.getOrDefault(array, new long[3])[2];
    }

    public static float load(float[] array, int index) {
        note(array, index, Float.BYTES, false);
        return array[index];
    }

    public static double load(double[] array, int index) {
        note(array, index, Double.BYTES, false);
        return array[index];
    }

    public static void store(float[] array, int index, float value) {
        note(array, index, Float.BYTES, true);
        array[index] = value;
    }

    public static void store(double[] array, int index, double value) {
        note(array, index, Double.BYTES, true);
        array[index] = value;
    }

    /** The lanes of a vector that a mask takes. */
    public static void lanes(Object array, int index, int lanes, long mask, boolean store) {
        int bytes = array instanceof float[] ? Float.BYTES : Double.BYTES;
        for (int lane = 0; lane < lanes; lane++) {
            if ((mask >>> lane & 1) != 0) {
                note(array, index + lane, bytes, store);
            }
        }
    }

    private static void note(Object array, int index, int bytes, boolean store) {
        long[] counts = COUNTS.computeIfAbsent(array, key -> new long[3]);
        counts[store ? 1 : 0]++;
        long element = ((long) NUMBERS.computeIfAbsent(array, key -> NUMBERS.size()) << 32) + index;
        if (CACHE.put(element, bytes) == null) {
            counts[2] += store ? 0 : 1;
            cached += bytes;
        }
        while (cached > capacity) {
            var oldest = CACHE.entrySet().iterator();
            cached -= oldest.next().getValue();
            oldest.remove();
        }
    }
}
