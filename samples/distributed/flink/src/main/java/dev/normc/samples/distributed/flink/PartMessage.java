package dev.normc.samples.distributed.flink;

import dev.normc.runtime.ShardPart;
import dev.normc.runtime.ShardTree;
import java.io.Serializable;
import java.util.function.Function;

/**
 * A part of a {@link ShardTree} on its way between tasks, and in checkpoints: Flink's serializer for records writes it field
 * by field, and the bytes are a format of the runtime. No class name of ours and no Kryo is in the state.
 *
 * @param begin number of the first shard
 * @param level of the part in the tree
 * @param merged {@link ShardPart#toBytes}
 */
public record PartMessage(int begin, int level, byte[] merged) {

    /** How bytes become statistics or sums again. */
    interface FromBytes<S extends ShardPart<S>> extends Function<byte[], S>, Serializable {}

    static <S extends ShardPart<S>> PartMessage of(ShardTree.Part<S> part) {
        return new PartMessage(part.begin(), part.level(), part.merged().toBytes());
    }

    static PartMessage of(int shard, ShardPart<?> part) {
        return new PartMessage(shard, 0, part.toBytes());
    }

    <S extends ShardPart<S>> ShardTree.Part<S> part(FromBytes<S> fromBytes) {
        return new ShardTree.Part<>(begin, level, fromBytes.apply(merged));
    }
}
