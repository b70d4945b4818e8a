package dev.normc.runtime;

import java.io.Serializable;

/**
 * What one shard hands to the others: its statistics, or its sums for the gradients. Merging is what {@link ShardTree} does
 * in an order of its own.
 *
 * <p>Both can be sent by Java serialization or, between programs and versions, as {@link #toBytes}.
 *
 * @param <S> the implementing type
 */
public sealed interface ShardPart<S extends ShardPart<S>> extends Serializable permits ShardStatistics, ShardSums {

    /**
     * That of the elements of both.
     *
     * @throws IllegalArgumentException if they are of different norms or shapes
     */
    S merge(S other);

    /**
     * Every bit of it: two bytes for the kind and the version of the format, the number of arrays, for each its length and
     * its f64 elements; big-endian.
     */
    byte[] toBytes();
}
