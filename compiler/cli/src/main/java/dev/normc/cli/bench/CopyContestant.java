package dev.normc.cli.bench;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What moving the bytes alone costs, as plain Java loops: {@code y = x}, or the triad {@code dx = x + dy} where a call
 * cannot do without two arrays.
 *
 * <p>With further threads each does an even part, unless the parts are smaller than handing one over is worth.
 */
public final class CopyContestant implements Contestant {
    private static final int SMALLEST_PART = 1 << 14;

    private final List<Arrays> sets;
    private final Executor executor;
    private final AtomicInteger done = new AtomicInteger();
    private int threads = 1;

    /**
     * What one call moves: arrays of one length, of {@code float}, {@code double} or {@code short}.
     *
     * @param second added to the first; the same array where there is only one to read
     */
    public record Arrays(Object first, Object second, Object target) {}

    /** A copy, or a triad, for each set. */
    public CopyContestant(List<Arrays> sets, Executor executor) {
        this.sets = List.copyOf(sets);
        this.executor = executor;
    }

    @Override
    public String name() {
        return sets.get(0).first() == sets.get(0).second() ? "copy" : "triad";
    }

    @Override
    public void threads(int count) {
        threads = count;
    }

    @Override
    public boolean usesThreads() {
        return true;
    }

    @Override
    public void call(int set) {
        Arrays arrays = sets.get(set);
        int length = java.lang.reflect.Array.getLength(arrays.first());
        int parts = Math.max(1, Math.min(threads, length / SMALLEST_PART));
        int before = done.get();
        for (int part = 1; part < parts; part++) {
            int from = (int) ((long) length * part / parts);
            int end = (int) ((long) length * (part + 1) / parts);
            executor.execute(() -> {
                part(arrays, from, end);
                done.incrementAndGet();
            });
        }
        part(arrays, 0, length / parts);
        while (done.get() - before < parts - 1) {
            Thread.onSpinWait();
        }
    }

    private static void part(Arrays arrays, int from, int end) {
        boolean one = arrays.first() == arrays.second();
        if (arrays.first() instanceof float[] first) {
            if (one) {
                copy(first, (float[]) arrays.target(), from, end);
            } else {
                triad(first, (float[]) arrays.second(), (float[]) arrays.target(), from, end);
            }
        } else if (arrays.first() instanceof double[] first) {
            if (one) {
                copy(first, (double[]) arrays.target(), from, end);
            } else {
                triad(first, (double[]) arrays.second(), (double[]) arrays.target(), from, end);
            }
        } else if (one) {
            copy((short[]) arrays.first(), (short[]) arrays.target(), from, end);
        } else {
            triad((short[]) arrays.first(), (short[]) arrays.second(), (short[]) arrays.target(), from, end);
        }
    }

    private static void copy(float[] x, float[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = x[i];
        }
    }

    private static void triad(float[] x, float[] dy, float[] dx, int from, int end) {
        for (int i = from; i < end; i++) {
            dx[i] = x[i] + dy[i];
        }
    }

    private static void copy(double[] x, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = x[i];
        }
    }

    private static void triad(double[] x, double[] dy, double[] dx, int from, int end) {
        for (int i = from; i < end; i++) {
            dx[i] = x[i] + dy[i];
        }
    }

    private static void copy(short[] x, short[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = x[i];
        }
    }

    private static void triad(short[] x, short[] dy, short[] dx, int from, int end) {
        for (int i = from; i < end; i++) {
            dx[i] = (short) (x[i] + dy[i]);
        }
    }
}
