package dev.normc.samples.distributed.flink;

import dev.normc.samples.distributed.Block;

/**
 * A block on its way through a step, with what has been merged so far.
 *
 * @param block the rows
 * @param statistics merged statistics as bytes; empty before they are known
 * @param sums merged sums as bytes; empty before they are known
 */
public record Carried(Block block, byte[] statistics, byte[] sums) {
    private static final byte[] UNKNOWN = {};

    static Carried of(Block block) {
        return new Carried(block, UNKNOWN, UNKNOWN);
    }

    /** With the next thing that was merged: statistics, then sums. */
    Carried with(byte[] merged) {
        return statistics.length == 0 ? new Carried(block, merged, UNKNOWN) : new Carried(block, statistics, merged);
    }
}
