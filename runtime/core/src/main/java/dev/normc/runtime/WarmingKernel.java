package dev.normc.runtime;

import java.util.function.Supplier;

/**
 * A kernel of which each entry runs as plain Java until its vectorized form is warm: until the JIT compiler has compiled it,
 * on a thread of its own, after some calls of that entry. The bits are the same;
 * for {@link Numerics#FAST} they are within its bound.
 */
public final class WarmingKernel implements NormKernel {
    /** A kernel that is called less often, or not for so long, is not worth it. */
    private static final int LEAST_CALLS = 8;

    /** Until then the JIT compiler is busy with the plain kernel. */
    private static final long PATIENCE_NANOS = 100_000_000;

    private final int[] calls = new int[Entry.values().length];
    private final long[] firstCall = new long[Entry.values().length];
    private final NormKernel plain;
    private final WarmUps warmUps;
    private final NormKernel[] current = new NormKernel[Entry.values().length];

    /**
     * Plain for now.
     *
     * @param vectorized makes the other form, for the same bindings; asked for once, when an entry has been called some
     *     times; if it fails, the kernel stays plain and the failure is logged
     */
    public <K extends NormKernel & WarmUp> WarmingKernel(NormKernel plain, Supplier<K> vectorized) {
        this.plain = plain;
        this.warmUps = new WarmUps(vectorized);
    }

    /** What runs an entry now; its first calls start the warm-up. */
    NormKernel of(Entry entry) {
        // Without a lock: whoever reads an old value is served by the plain kernel once more.
        NormKernel kernel = current[entry.ordinal()];
        if (kernel != null) {
            return kernel;
        }
        long now = System.nanoTime();
        int calls = ++this.calls[entry.ordinal()];
        if (calls == 1) {
            firstCall[entry.ordinal()] = now;
        } else if (calls >= LEAST_CALLS && now - firstCall[entry.ordinal()] > PATIENCE_NANOS) {
            warmUps.start(entry, warm -> current[entry.ordinal()] = warm);
        }
        return plain;
    }

    /** Whether an entry still runs as plain Java, and will go over to vectors if called on. */
    public boolean isPlain(Entry entry) {
        return current[entry.ordinal()] == null;
    }

    @Override
    public KernelSignature signature() {
        return plain.signature();
    }

    /** The text of what runs forward now. */
    @Override
    public String source() {
        NormKernel forward = current[Entry.FORWARD.ordinal()];
        return forward == null ? plain.source() : forward.source();
    }

    @Override
    public void forward(Bindings bindings) {
        of(Entry.FORWARD).forward(bindings);
    }

    @Override
    public void infer(Bindings bindings) {
        of(Entry.INFER).infer(bindings);
    }

    @Override
    public void backward(Bindings bindings) {
        of(Entry.BACKWARD).backward(bindings);
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        of(Entry.BACKWARD_FROZEN).backwardFrozen(bindings);
    }

    @Override
    public void backward2(Bindings bindings) {
        of(Entry.BACKWARD2).backward2(bindings);
    }

    @Override
    public void backwardFrozen2(Bindings bindings) {
        of(Entry.BACKWARD_FROZEN2).backwardFrozen2(bindings);
    }

    @Override
    public void partial(Bindings bindings) {
        of(Entry.PARTIAL).partial(bindings);
    }

    @Override
    public void finish(Bindings bindings) {
        of(Entry.FINISH).finish(bindings);
    }

    @Override
    public void backwardPartial(Bindings bindings) {
        of(Entry.BACKWARD_PARTIAL).backwardPartial(bindings);
    }

    @Override
    public void backwardFinish(Bindings bindings) {
        of(Entry.BACKWARD_FINISH).backwardFinish(bindings);
    }

    /** Always plain: what one range leaves for {@link #combine} must not depend on when it ran. */
    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        plain.run(entry, bindings, stage, task, begin, end);
    }

    @Override
    public void combine(Entry entry, Bindings bindings, int done) {
        plain.combine(entry, bindings, done);
    }
}
