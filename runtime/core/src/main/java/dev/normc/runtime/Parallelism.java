package dev.normc.runtime;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads a kernel runs on: the caller's, or also those of an executor that the caller gives.
 *
 * <p>The bits of all results are the same for any number of threads. What is too little to gain by it stays on the caller's
 * thread, which always takes part: a call ends also where the executor has no thread to spare, or is called from one of its
 * own tasks. A call allocates some hundred bytes for its tasks.
 */
public final class Parallelism {
    /** The caller's thread alone. */
    public static final Parallelism SERIAL = new Parallelism(Runnable::run, 1);

    /** Elements that a task has at least: below, waking a thread costs more than it brings. */
    private static final int LEAST_ELEMENTS = 16_384;

    /** Ranges for each task, so that a thread that is held up leaves some to others. */
    private static final int RANGES_PER_TASK = 2;

    private static final int SPINS = 2_000;

    private final Executor executor;
    private final int tasks;

    private Parallelism(Executor executor, int tasks) {
        this.executor = executor;
        this.tasks = tasks;
    }

    /**
     * The caller's thread and an executor.
     *
     * @param tasks that run at the same time at most, the caller's included; 1 for the caller alone
     * @throws IllegalArgumentException if there is no task
     */
    public static Parallelism of(Executor executor, int tasks) {
        Objects.requireNonNull(executor, "executor");
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks: " + tasks + ", but the caller's thread is one already");
        }
        return new Parallelism(executor, tasks);
    }

    /** Tasks that run at the same time at most. */
    public int tasks() {
        return tasks;
    }

    /**
     * Runs an entry if it can be cut and there is enough to do.
     *
     * @return whether it ran
     * @throws RuntimeException the first that a task has thrown, when all tasks have ended; the executor can be used on
     */
    boolean run(NormKernel kernel, Entry entry, Bindings bindings) {
        if (tasks == 1) {
            return false;
        }
        EntryRange range = kernel.signature().ranges().get(entry);
        if (range == null) {
            return false;
        }
        int extent = range.extent(bindings.dynamicExtent());
        int unit = range.unit(bindings.dynamicExtent());
        int units = (int) ((extent + (long) unit - 1) / unit);
        long most = bindings.largest(entry) / LEAST_ELEMENTS;
        int workers = (int) Math.min(Math.min(tasks, units), most);
        if (workers < 2) {
            return false;
        }
        bindings.reserve(entry, workers).prepare(entry);
        int ranges = (int) Math.min(Math.min((long) workers * RANGES_PER_TASK, units), most);
        Cut cut = new Cut(extent, unit, units, ranges, range.stages());
        kernel.combine(entry, bindings, 0);
        Call call = new Call(kernel, entry, bindings, cut, workers);
        for (int worker = 1; worker < workers; worker++) {
            try {
                executor.execute(call);
            } catch (RejectedExecutionException e) {
                break; // the caller does it alone then
            }
        }
        call.finish();
        return true;
    }

    /** Ranges of each stage, as even as units allow; they are numbered through all stages. */
    private record Cut(int extent, int unit, int units, int ranges, int stages) {
        int begin(int range) {
            long unitsBefore = (long) units * range / ranges;
            return (int) Math.min(unitsBefore * unit, extent);
        }

        int all() {
            return ranges * stages;
        }
    }

    /** One call; a task that begins when nothing is left to do ends at once. */
    private static final class Call implements Runnable {
        private final NormKernel kernel;
        private final Entry entry;
        private final Bindings bindings;
        private final Cut cut;
        private final int workers;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger joined = new AtomicInteger();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        /** The stage whose ranges may be computed. */
        private volatile int open;

        private volatile Throwable failure;

        private Call(NormKernel kernel, Entry entry, Bindings bindings, Cut cut, int workers) {
            this.kernel = kernel;
            this.entry = entry;
            this.bindings = bindings;
            this.cut = cut;
            this.workers = workers;
        }

        @Override
        public void run() {
            if (next.get() >= cut.all()) {
                return;
            }
            int worker = joined.getAndIncrement();
            if (worker >= workers) {
                return;
            }
            for (int range = next.getAndIncrement(); range < cut.all(); range = next.getAndIncrement()) {
                awaitOpen(range / cut.ranges());
                compute(worker, range);
            }
        }

        private void compute(int worker, int range) {
            try {
                if (failure == null) {
                    int part = range % cut.ranges();
                    kernel.run(entry, bindings, range / cut.ranges(), worker, cut.begin(part), cut.begin(part + 1));
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                if (done.incrementAndGet() % cut.ranges() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }

        /** Waits for the caller to complete the stage before; it waits for ranges that have begun, for nothing else. */
        private void awaitOpen(int stage) {
            for (int spin = 0; open < stage && spin < SPINS; spin++) {
                Thread.onSpinWait();
            }
            if (open >= stage) {
                return;
            }
            boolean interrupted = false;
            synchronized (this) {
                while (open < stage) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** Takes part, completes each stage when all its ranges are done, and throws what a task has thrown. */
        private void finish() {
            int worker = joined.getAndIncrement();
            int range = next.getAndIncrement();
            for (int stage = 0; stage < cut.stages(); stage++) {
                int end = (stage + 1) * cut.ranges();
                while (range < end) {
                    compute(worker, range);
                    range = next.getAndIncrement();
                }
                awaitDone(end);
                complete(stage + 1);
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }

        private void complete(int stages) {
            try {
                if (failure == null) {
                    kernel.combine(entry, bindings, stages);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                synchronized (this) {
                    open = stages;
                    notifyAll();
                }
            }
        }

        private void awaitDone(int ranges) {
            for (int spin = 0; done.get() < ranges && spin < SPINS; spin++) {
                Thread.onSpinWait();
            }
            boolean interrupted = false;
            while (done.get() < ranges) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
