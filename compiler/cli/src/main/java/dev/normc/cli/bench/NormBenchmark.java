package dev.normc.cli.bench;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A kernel against the copy limit and the naive loop, on the same arrays. */
public final class NormBenchmark implements AutoCloseable {
    private static final double WARM_UP_SHARE = 0.25;
    private static final double MOST_WARM_UP = 3;

    private final NormKernel kernel;
    private final NormKernel naive;
    private final Predicate<Entry> waiting;
    private final double patience;
    private final double tolerance;
    private final BufferSets sets;
    private final List<Bindings> ours;
    private final List<Bindings> theirs;
    private final ExecutorService executor;

    /**
     * Allocates everything.
     *
     * @param waiting whether the kernel may still go over to other code at an entry
     * @param patience seconds to wait for that
     * @param entries in the order in which one needs what another saves
     * @param threads at most
     * @param tolerance of the kernel's errors, over that of one rounding
     */
    public NormBenchmark(
            NormKernel kernel,
            NormKernel naive,
            Predicate<Entry> waiting,
            double patience,
            List<Entry> entries,
            int setCount,
            int threads,
            double tolerance) {
        this.kernel = kernel;
        this.naive = naive;
        this.waiting = waiting;
        this.patience = patience;
        this.tolerance = tolerance;
        this.sets = new BufferSets(kernel.signature(), setCount);
        this.ours = sets.bindings(kernel.signature(), entries, threads);
        this.theirs = sets.bindings(naive.signature(), entries, 1);
        this.executor = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "normc-bench");
            thread.setDaemon(true);
            return thread;
        });
        if (entries.contains(Entry.FORWARD)) {
            ours.forEach(kernel::forward); // every set has the statistics that backward reads
        }
    }

    /** The arrays. */
    public BufferSets sets() {
        return sets;
    }

    /**
     * Runs an entry of the kernel and of the naive loop once and compares.
     *
     * @param reference empty to compare the two with each other
     * @return what is wrong, in words; empty where nothing is
     */
    public Optional<String> difference(Optional<Reference> reference, Entry entry) {
        runOnce(naive, theirs, entry);
        Reference wanted = reference.orElseGet(() -> new Reference(kernel.signature()));
        if (reference.isEmpty()) {
            wanted.take(entry, sets);
        }
        Optional<String> found =
                wanted.difference(entry, sets, 1).map(text -> "the naive loop in " + entry.method() + ": " + text);
        if (found.isEmpty()) {
            runOnce(kernel, ours, entry);
            found = wanted.difference(entry, sets, tolerance)
                    .map(text -> "the kernel in " + entry.method() + ": " + text);
        }
        return found;
    }

    private void runOnce(NormKernel which, List<Bindings> bindings, Entry entry) {
        sets.resetStates();
        if (entry == Entry.BACKWARD) {
            which.forward(bindings.get(0)); // what it saves depends on states, which timed calls have moved on
        }
        sets.spoil();
        KernelContestant.method(which, entry).accept(bindings.get(0));
    }

    /** Warms one cell up and measures it. */
    public Measured measure(Cell cell, double seconds, Runnable warm, Rounds.Progress progress) {
        Entry entry = cell.entry();
        List<Contestant> contestants = List.of(
                new KernelContestant("ours", kernel, entry, ours, executor, true, () -> waiting.test(entry)),
                new CopyContestant(copies(entry), executor),
                new KernelContestant("naive", naive, entry, theirs, executor, false, () -> false));
        contestants.forEach(contestant -> contestant.threads(cell.threads()));
        int count = cell.cold() ? sets.sets() : 1;
        Rounds rounds = new Rounds(contestants, cell.cold(), count, progress);
        Rounds.WarmUp warmUp = rounds.warmUp(WARM_UP_SHARE * seconds, MOST_WARM_UP * seconds, patience);
        warm.run();
        Map<Contestant, double[]> nanos = rounds.measure(seconds);
        double[] first = nanos.get(contestants.get(0));
        long copied = (contestants.get(1).name().equals("copy") ? 2L : 3L)
                * largest(BufferRole.INPUT).elements(1)
                * largest(BufferRole.INPUT).type().bytes();
        long taken = BufferSets.bytes(kernel.signature(), entry);
        long[] bytes = {taken, copied, taken};
        List<Measured.Line> lines = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            lines.add(Measured.line(contestants.get(i), nanos.get(contestants.get(i)), first, bytes[i]));
        }
        return new Measured(cell, warmUp, first.length, count, count * taken, lines);
    }

    private BufferSpec largest(BufferRole role) {
        return kernel.signature().buffers(role).stream()
                .max(Comparator.comparing(buffer -> buffer.elements(1)))
                .orElseThrow();
    }

    private List<CopyContestant.Arrays> copies(Entry entry) {
        boolean backward = entry == Entry.BACKWARD || entry == Entry.BACKWARD_FROZEN;
        BufferSpec input = largest(BufferRole.INPUT);
        BufferSpec output = largest(backward ? BufferRole.GRADIENT : BufferRole.OUTPUT);
        List<CopyContestant.Arrays> made = new ArrayList<>();
        for (int set = 0; set < sets.sets(); set++) {
            Object first = sets.array(set, input.name());
            Object second = backward ? sets.arrayOf(set, largest(BufferRole.COTANGENT), input) : first;
            made.add(new CopyContestant.Arrays(first, second, sets.arrayOf(set, output, input)));
        }
        return made;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
