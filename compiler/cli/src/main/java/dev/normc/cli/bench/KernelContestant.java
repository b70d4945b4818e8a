package dev.normc.cli.bench;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Parallelism;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One entry of a kernel. */
public final class KernelContestant implements Contestant {
    private final String name;
    private final List<Bindings> sets;
    private final Executor executor;
    private final BooleanSupplier waiting;
    private final boolean usesThreads;
    private final Consumer<Bindings> entry;

    /**
     * An entry with a binding for each set.
     *
     * @param executor for further threads
     * @param usesThreads whether it takes them
     * @param waiting whether the kernel may still go over to other code
     */
    public KernelContestant(
            String name,
            NormKernel kernel,
            Entry entry,
            List<Bindings> sets,
            Executor executor,
            boolean usesThreads,
            BooleanSupplier waiting) {
        this.name = name;
        this.sets = List.copyOf(sets);
        this.executor = executor;
        this.usesThreads = usesThreads;
        this.waiting = waiting;
        this.entry = method(kernel, entry);
    }

    /** What runs an entry of first order. */
    static Consumer<Bindings> method(NormKernel kernel, Entry entry) {
        return switch (entry) {
            case FORWARD -> kernel::forward;
            case BACKWARD -> kernel::backward;
            case INFER -> kernel::infer;
            case BACKWARD_FROZEN -> kernel::backwardFrozen;
            case BACKWARD2, BACKWARD_FROZEN2, PARTIAL, FINISH, BACKWARD_PARTIAL, BACKWARD_FINISH ->
                throw new IllegalArgumentException(entry.method() + " is not timed");
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void threads(int count) {
        Parallelism parallelism = count == 1 || !usesThreads ? Parallelism.SERIAL : Parallelism.of(executor, count);
        sets.forEach(set -> set.parallelism(parallelism));
    }

    @Override
    public boolean usesThreads() {
        return usesThreads;
    }

    @Override
    public void call(int set) {
        entry.accept(sets.get(set));
    }

    @Override
    public boolean isWaiting() {
        return waiting.getAsBoolean();
    }
}
