package dev.normc.samples.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What moving the bytes alone costs: {@code y = x} for forward, {@code dx = x + dy} for backward, as plain Java loops.
 *
 * <p>With two threads each does one half, unless the halves are smaller than handing one over is worth.
 */
final class Copy implements Engine {
    private static final int SMALLEST_HALF = 1 << 14;

    private final AtomicInteger done = new AtomicInteger();
    private BufferSets sets;
    private int threads = 1;

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String version() {
        return "plain Java loops: y = x; dx = x + dy";
    }

    @Override
    public Kind kind() {
        return Kind.LIMIT;
    }

    @Override
    public boolean supports(Workload workload, Direction direction) {
        return true;
    }

    @Override
    public void prepare(Workload workload, Data data, BufferSets sets) {
        this.sets = sets;
    }

    @Override
    public void threads(int count) {
        threads = count;
    }

    @Override
    public void run(Direction direction, int set) {
        float[] x = sets.x()[set];
        float[] y = direction == Direction.FORWARD ? sets.y()[set] : sets.dx()[set];
        float[] dy = sets.dy()[set];
        int half = x.length / 2;
        if (threads == 1 || half < SMALLEST_HALF) {
            part(direction, x, dy, y, 0, x.length);
            return;
        }
        int before = done.get();
        Workers.HELPER.execute(() -> {
            part(direction, x, dy, y, half, x.length);
            done.incrementAndGet();
        });
        part(direction, x, dy, y, 0, half);
        while (done.get() == before) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void spoil() {
        throw new UnsupportedOperationException("a copy has no results");
    }

    @Override
    public float[] result(String name) {
        throw new UnsupportedOperationException("a copy has no results");
    }

    private static void part(Direction direction, float[] x, float[] dy, float[] to, int from, int end) {
        if (direction == Direction.FORWARD) {
            copy(x, to, from, end);
        } else {
            triad(x, dy, to, from, end);
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
}
