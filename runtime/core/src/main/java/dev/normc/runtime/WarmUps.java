package dev.normc.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes vectorized kernels and runs them on zeros until the JIT compiler has compiled them, on a thread of its own that
 * ends when nothing is left to do.
 */
final class WarmUps {
    /** Runs at first and at most in one go; more as they get faster. */
    private static final int FIRST = 4;

    private static final int MOST = 2_000;

    /** One go lasts about so long. */
    private static final long GO_NANOS = 5_000_000;

    /** A go that is not faster by a tenth is no progress; after so many of them the code counts as compiled. */
    private static final int WITHOUT_PROGRESS = 12;

    /** HotSpot compiles no method fully that was entered less often, unless it loops for long. */
    private static final int LEAST_RUNS = 1_200;

    private static final long MOST_NANOS = 10_000_000_000L;

    private static final ThreadPoolExecutor THREAD =
            new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "normc-warm-up");
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });

    static {
        THREAD.allowCoreThreadTimeOut(true);
    }

    private final Supplier<? extends NormKernel> vectorized;
    private final Set<Entry> started = ConcurrentHashMap.newKeySet();
    private NormKernel made;

    /** @param vectorized makes the kernel, a {@link WarmUp}, on the thread of warm-ups */
    WarmUps(Supplier<? extends NormKernel> vectorized) {
        this.vectorized = vectorized;
    }

    /** Warms an entry up, once; if that fails, nobody is told of a kernel. */
    void start(Entry entry, Consumer<NormKernel> warm) {
        if (!started.add(entry)) {
            return;
        }
        THREAD.execute(() -> {
            try {
                if (made == null) {
                    made = vectorized.get();
                }
                warm((WarmUp) made, entry);
                warm.accept(made);
            } catch (RuntimeException | LinkageError e) {
                System.getLogger(WarmUps.class.getName())
                        .log(System.Logger.Level.WARNING, "a vectorized kernel cannot be used", e);
            }
        });
    }

    private static void warm(WarmUp kernel, Entry entry) {
        long start = System.nanoTime();
        double best = Double.MAX_VALUE;
        int times = FIRST;
        int stalled = 0;
        long runs = 0;
        while (stalled < WITHOUT_PROGRESS || runs < LEAST_RUNS) {
            long before = System.nanoTime();
            kernel.warmUp(entry, times);
            long spent = System.nanoTime() - before;
            runs += times;
            double each = spent / (double) times;
            stalled = each < 0.9 * best ? 0 : stalled + 1;
            best = Math.min(best, each);
            times = (int) Math.max(1, Math.min(MOST, GO_NANOS / Math.max(1, each)));
            if (System.nanoTime() - start > MOST_NANOS) {
                return;
            }
        }
    }
}
