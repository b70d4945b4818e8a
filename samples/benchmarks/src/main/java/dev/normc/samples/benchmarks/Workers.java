package dev.normc.samples.benchmarks;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One helping thread that waits as OpenMP's threads do: actively for a while, then asleep.
 *
 * <p>With the caller it makes two threads. The peers' libraries wait the same way, so nobody pays for waking a thread
 * that the others kept awake.
 */
final class Workers implements Executor {
    /** The one of this process. */
    static final Workers HELPER = new Workers();

    private static final long AWAKE_NANOS = 1_000_000;

    private final AtomicReference<Runnable> task = new AtomicReference<>();
    private final Thread thread;

    private Workers() {
        thread = new Thread(this::serve, "helper");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a task to the helper; waits while it still has one. */
    @Override
    public void execute(Runnable command) {
        while (!task.compareAndSet(null, command)) {
            Thread.onSpinWait();
        }
        LockSupport.unpark(thread);
    }

    private void serve() {
        long idleSince = System.nanoTime();
        while (true) {
            Runnable command = task.get();
            if (command != null) {
                task.set(null);
                command.run();
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince < AWAKE_NANOS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                idleSince = System.nanoTime();
            }
        }
    }
}
