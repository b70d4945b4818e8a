package dev.normc.samples.distributed.flink;

import dev.normc.samples.distributed.Block;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Lets blocks through until every task has seen two, which is after a checkpoint has them; then throws, or waits for
 * somebody to end it. Once the damage is done, it lets everything through.
 */
final class Sabotage extends RichMapFunction<Block, Block> implements CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final int BLOCKS_BEFORE = 2;
    private static final Map<String, Plot> PLOTS = new ConcurrentHashMap<>();

    private final String name;
    private final boolean throwing;
    private transient int blocks;

    /** What the tasks of one test have in common; they all run in this JVM. */
    static final class Plot {
        /** Opened when the first task stands still. */
        final CountDownLatch waiting = new CountDownLatch(1);
        /** Opened when the damage is done. */
        final CountDownLatch done = new CountDownLatch(1);
        /** Blocks that were read before, and after. */
        final Set<Integer> before = ConcurrentHashMap.newKeySet();

        final Set<Integer> after = ConcurrentHashMap.newKeySet();
        volatile long checkpoints;

        boolean isDone() {
            return done.getCount() == 0;
        }
    }

    private Sabotage(String name, boolean throwing) {
        this.name = name;
        this.throwing = throwing;
    }

    static Sabotage throwing(String name) {
        return new Sabotage(name, true);
    }

    static Sabotage waiting(String name) {
        return new Sabotage(name, false);
    }

    static Plot plot(String name) {
        return PLOTS.computeIfAbsent(name, key -> new Plot());
    }

    @Override
    public Block map(Block block) throws Exception {
        Plot plot = plot(name);
        if (plot.isDone()) {
            plot.after.add(block.shard());
            return block;
        }
        if (blocks == BLOCKS_BEFORE) {
            if (throwing) {
                plot.done.countDown();
                throw new IllegalStateException("sabotage at block " + block.shard());
            }
            plot.waiting.countDown();
            if (!plot.done.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody came");
            }
            throw new IllegalStateException("the others are gone");
        }
        blocks++;
        plot.before.add(block.shard());
        return block;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        Plot plot = plot(name);
        if (!plot.isDone()) {
            plot.checkpoints = Math.max(plot.checkpoints, checkpoint);
        }
    }
}
