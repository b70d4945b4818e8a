package dev.normc.samples.distributed;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.samples.distributed.norms.BatchNorm;

/**
 * A training step of synchronized batch norm: forward with the statistics of the whole batch, backward with the sums of the
 * whole batch, each machine with its rows. An engine merges twice: {@link #statistics}, {@link #sums}; then every machine
 * has its {@link #result}.
 *
 * <p>Tasks keep nothing between these three calls and may be on another machine each time: what {@code finish} saves for
 * the backward is computed again, from the rows and the merged statistics, with the same bits.
 */
public final class BatchNormStep {
    private static final NormKernel KERNEL = new BatchNorm();

    private BatchNormStep() {}

    private static Bindings bindings(BatchNormState before, Block block) {
        return KERNEL.bindings(block.rows())
                .set("x", block.x())
                .set("dy", block.dy())
                .set("gamma", before.gamma())
                .set("beta", before.beta())
                .set("running_mean", before.runningMean().clone())
                .set("running_var", before.runningVar().clone());
    }

    private static Bindings finished(BatchNormState before, Block block, ShardStatistics all) {
        Bindings bindings = bindings(before, block);
        all.into(bindings);
        KERNEL.finish(bindings);
        return bindings;
    }

    /** The first thing to merge: count, mean and squares of one block. */
    public static ShardStatistics statistics(Block block) {
        Bindings bindings = KERNEL.bindings(block.rows()).set("x", block.x());
        KERNEL.partial(bindings);
        return ShardStatistics.of(bindings);
    }

    /** The statistics of no block. */
    public static ShardStatistics noStatistics() {
        return ShardStatistics.none(KERNEL.signature());
    }

    /** The sums of no block. */
    public static ShardSums noSums() {
        return ShardSums.none(KERNEL.signature());
    }

    /** The second thing to merge: the sums of one block that gradients need. */
    public static ShardSums sums(BatchNormState before, Block block, ShardStatistics all) {
        Bindings bindings = finished(before, block, all);
        KERNEL.backwardPartial(bindings);
        return ShardSums.of(bindings);
    }

    /** Outputs and gradients of one block, gradients of the params over all blocks, and the running statistics after. */
    public static StepResult result(BatchNormState before, Block block, ShardStatistics all, ShardSums sums) {
        Bindings bindings = finished(before, block, all);
        sums.into(bindings);
        KERNEL.backwardFinish(bindings);
        return result(block, bindings);
    }

    /** What one machine makes of the whole batch: the undivided kernel. */
    public static StepResult onOneMachine(BatchNormState before, Block block) {
        Bindings bindings = bindings(before, block);
        KERNEL.forward(bindings);
        KERNEL.backward(bindings);
        return result(block, bindings);
    }

    private static StepResult result(Block block, Bindings bindings) {
        return new StepResult(
                block.shard(),
                block.rows(),
                bindings.floats("y"),
                bindings.floats("dx"),
                bindings.floats("dgamma"),
                bindings.floats("dbeta"),
                bindings.floats("running_mean"),
                bindings.floats("running_var"));
    }
}
