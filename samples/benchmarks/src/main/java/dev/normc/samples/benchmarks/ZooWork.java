package dev.normc.samples.benchmarks;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Traffic;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.Entry;
import java.util.Map;
import java.util.Set;

/**
 * What one call of an entry has to do and what its loops do.
 *
 * @param elements of the largest input
 * @param necessaryBytes inputs, masks, params, states and cotangents that the entry needs, read once, and outputs,
 *     gradients and states written once; saved statistics and the workspace are the compiler's own
 * @param movedBytes what its loops bring from memory and send there, by {@link Traffic}
 * @param sweeps passes over the largest iteration space that touch the caller's arrays
 * @param chain reductions that follow one another
 * @param calls of transcendental functions, each value of the simplified program computed once, where they are as many as
 *     {@link #FEW} of the elements
 * @param madeCalls calls that the loops make of all those, values that they compute again counted again
 * @param isContraction whether a loop runs over more positions than any array has elements: products of two tensors summed
 * @param flop additions, subtractions, multiplications, divisions, square roots
 */
record ZooWork(
        long elements,
        long necessaryBytes,
        long movedBytes,
        int sweeps,
        int chain,
        Map<LoopCount.Elementary, Long> calls,
        long madeCalls,
        boolean isContraction,
        long flop) {
    /** A function that is called once for a row or a channel does not make a loop over functions. */
    private static final double FEW = 0.01;

    private static final double MORE = 1.5;
    private static final Set<BufferRole> READ =
            Set.of(BufferRole.INPUT, BufferRole.MASK, BufferRole.PARAM, BufferRole.STATE, BufferRole.COTANGENT);
    private static final Set<BufferRole> WRITTEN = Set.of(BufferRole.OUTPUT, BufferRole.GRADIENT, BufferRole.STATE);

    /** Of an entry of a kernel without open axes. */
    static ZooWork of(Compilation compilation, Entry entry) {
        LoopProgram program = compilation.plan().programs().get(entry);
        Traffic traffic = Traffic.of(program, 1);
        long necessary = 0;
        long largest = 0;
        for (int i = 0; i < program.buffers().size(); i++) {
            LoopProgram.Buffer buffer = program.buffers().get(i);
            if (buffer.role() == BufferRole.WORKSPACE) {
                continue;
            }
            long bytes = buffer.elements().fixed() * buffer.type().bytes();
            necessary += READ.contains(buffer.role()) && traffic.loads(i) > 0 ? bytes : 0;
            necessary += WRITTEN.contains(buffer.role()) && traffic.stores(i) > 0 ? bytes : 0;
            largest = Math.max(largest, buffer.elements().fixed());
        }
        long elements = compilation.signature().buffers(BufferRole.INPUT).stream()
                .mapToLong(buffer -> buffer.elements(1))
                .max()
                .orElseThrow();
        LoopCount count = new LoopCount(program);
        Map<LoopCount.Elementary, Long> calls =
                LoopCount.necessary(compilation.programs().get(entry));
        calls.values().removeIf(times -> times < FEW * elements);
        return new ZooWork(
                elements,
                necessary,
                traffic.bytesRead() + traffic.bytesWritten(),
                PassGroups.sweeps(program),
                ReductionChain.length(compilation.programs().get(entry)),
                calls,
                count.calls().values().stream().mapToLong(Long::longValue).sum(),
                count.iterations() > MORE * largest,
                count.flop());
    }

    /** Whether a reduction needs the result of another. */
    boolean isChained() {
        return chain > 1;
    }

    /** Necessary calls of transcendental functions for each element of the largest input. */
    double callsPerElement() {
        return (double) calls.values().stream().mapToLong(Long::longValue).sum() / elements;
    }

    /** Those that the loops make. */
    double madePerElement() {
        return (double) madeCalls / elements;
    }
}
