package dev.normc.samples.benchmarks;

import dev.normc.compiler.op.Op;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a norm is held against, over arrays of its own that no cache holds: each call takes the next stretch of them.
 *
 * <p>The copy is {@code y[i] = x[i]}, half of the bytes read and half written. The bare loop is {@code y[i] = f(x[i])}: it
 * widens 512 elements, calls the function, rounds them and writes them; further functions are called on numbers that are in
 * the cache, since one loop could compute them along with the first. With two threads each takes a half.
 */
final class ZooLimits {
    private static final int BLOCK = 512;
    /** Elements of each array, which make 256 MB. */
    static final int LENGTH = 1 << 25;

    private static final int PERIOD = 1 << 20;
    private static final double POSITIVE = 0.5;

    private final float[] from;
    private final float[] to;
    private final double[] normal = new double[BLOCK];
    private final double[][] blocks = new double[2][BLOCK];
    private final ElementaryFunctions functions;
    private final AtomicInteger done = new AtomicInteger();
    private int next;

    /** Work on a part of a range. */
    private interface Part {
        void run(double[] block, int begin, int end);
    }

    /** Arrays of so many elements. */
    ZooLimits(boolean inVectors, int length) {
        functions = ElementaryFunctions.of(inVectors);
        from = new float[length];
        to = new float[length];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < length; i++) {
            from[i] = i < PERIOD ? (float) random.nextGaussian() : from[i - PERIOD];
        }
        for (int i = 0; i < BLOCK; i++) {
            normal[i] = from[i];
        }
    }

    /**
     * Copies.
     *
     * @param bytes read and written together, at most as many as both arrays have
     */
    void copy(long bytes, int threads) {
        int length = (int) Math.min(from.length, bytes / (2 * Float.BYTES));
        int begin = stretch(length);
        split(length, threads, (block, first, end) -> copy(begin + first, begin + end));
    }

    /** Calls every function so often. */
    void functions(Map<LoopCount.Elementary, Long> calls, int threads) {
        List<Map.Entry<LoopCount.Elementary, Long>> ordered = calls.entrySet().stream()
                .sorted(Map.Entry.<LoopCount.Elementary, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            LoopCount.Elementary function = ordered.get(i).getKey();
            int length = (int) Math.min(from.length, ordered.get(i).getValue());
            int begin = stretch(length);
            boolean streams = i == 0;
            split(length, threads, (block, first, end) -> {
                for (int at = first; at < end; at += BLOCK) {
                    int count = Math.min(BLOCK, end - at);
                    if (streams) {
                        stream(function, block, begin + at, count);
                    } else {
                        System.arraycopy(normal, 0, block, 0, count);
                        apply(function, block, count);
                    }
                }
            });
        }
    }

    /** What is read. */
    float[] source() {
        return from;
    }

    /** What is written. */
    float[] target() {
        return to;
    }

    private int stretch(int length) {
        int begin = next + length <= from.length ? next : 0;
        next = begin + length;
        return begin;
    }

    private void stream(LoopCount.Elementary function, double[] block, int begin, int count) {
        for (int i = 0; i < count; i++) {
            block[i] = from[begin + i];
        }
        apply(function, block, count);
        for (int i = 0; i < count; i++) {
            to[begin + i] = (float) block[i];
        }
    }

    private void apply(LoopCount.Elementary function, double[] block, int count) {
        if (function.op() == Op.LOG || function.op() == Op.POWER) {
            for (int i = 0; i < count; i++) {
                block[i] = Math.abs(block[i]) + POSITIVE;
            }
        }
        functions.apply(function, block, count);
    }

    private void copy(int begin, int end) {
        float[] source = from;
        float[] target = to;
        for (int i = begin; i < end; i++) {
            target[i] = source[i];
        }
    }

    private void split(int length, int threads, Part part) {
        int half = threads == 1 ? length : length / 2;
        int before = done.get();
        if (half < length) {
            Workers.HELPER.execute(() -> {
                part.run(blocks[1], half, length);
                done.incrementAndGet();
            });
        }
        part.run(blocks[0], 0, half);
        while (half < length && done.get() == before) {
            Thread.onSpinWait();
        }
    }
}
