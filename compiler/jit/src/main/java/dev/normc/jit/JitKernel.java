package dev.normc.jit;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.WarmUp;

/** A generated kernel that still knows its source. */
record JitKernel(NormKernel generated, String source) implements NormKernel, WarmUp {

    @Override
    public KernelSignature signature() {
        return generated.signature();
    }

    /** Plain Java needs none. */
    @Override
    public void warmUp(Entry entry, int times) {
        if (generated instanceof WarmUp vectorized) {
            vectorized.warmUp(entry, times);
        }
    }

    @Override
    public void forward(Bindings bindings) {
        generated.forward(bindings);
    }

    @Override
    public void infer(Bindings bindings) {
        generated.infer(bindings);
    }

    @Override
    public void backward(Bindings bindings) {
        generated.backward(bindings);
    }

    @Override
    public void backwardFrozen(Bindings bindings) {
        generated.backwardFrozen(bindings);
    }

    @Override
    public void backward2(Bindings bindings) {
        generated.backward2(bindings);
    }

    @Override
    public void backwardFrozen2(Bindings bindings) {
        generated.backwardFrozen2(bindings);
    }

    @Override
    public void partial(Bindings bindings) {
        generated.partial(bindings);
    }

    @Override
    public void finish(Bindings bindings) {
        generated.finish(bindings);
    }

    @Override
    public void backwardPartial(Bindings bindings) {
        generated.backwardPartial(bindings);
    }

    @Override
    public void backwardFinish(Bindings bindings) {
        generated.backwardFinish(bindings);
    }

    @Override
    public void run(Entry entry, Bindings bindings, int stage, int task, int begin, int end) {
        generated.run(entry, bindings, stage, task, begin, end);
    }

    @Override
    public void combine(Entry entry, Bindings bindings, int done) {
        generated.combine(entry, bindings, done);
    }
}
