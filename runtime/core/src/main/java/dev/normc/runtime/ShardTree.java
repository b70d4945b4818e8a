package dev.normc.runtime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What some shards of a numbered row of shards have handed in, merged as far as that is possible without waiting for any
 * other.
 *
 * <p>Sums in floating point depend on their order, and an engine has none: tasks end when they end, and are started again.
 * Here shards 0 and 1 are merged, 2 and 3, then both pairs, and so on: always neighbours, the lower number first. So
 * {@link #merge} is associative and commutative to the last bit, and {@link #merged} depends on what each shard handed in
 * alone: not on the order, on how many tasks there were, or on the shards that are missing because they are empty. Of
 * n shards in order no more than log2 n + 1 parts are held.
 *
 * <p>A shard that comes twice is an error, not a wrong mean.
 *
 * @param parts merged shards, ascending, none of which could be merged with its neighbour
 * @param <S> what shards hand in
 */
public record ShardTree<S extends ShardPart<S>>(List<Part<S>> parts) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The level of the whole row: shards are numbered with an {@code int}. */
    private static final int ROOT = 31;

    /**
     * Shards {@code begin} to {@code begin + 2^level - 1}, merged.
     *
     * @param begin number of the first shard, a multiple of {@code 2^level}
     * @param level 0 for one shard
     */
    public record Part<S extends ShardPart<S>>(int begin, int level, S merged) implements Serializable {
        private static final long serialVersionUID = 1L;

        public Part {
            if (begin < 0 || level < 0 || level > ROOT || begin % (1L << level) != 0) {
                throw new IllegalArgumentException("no part of a row of shards: begin " + begin + ", level " + level);
            }
        }

        private long end() {
            return begin + (1L << level);
        }

        private boolean isFirstOfPairWith(Part<S> next) {
            return level == next.level && end() == next.begin && begin % (2L << level) == 0;
        }
    }

    /**
     * Parts in ascending order; those that can be merged are.
     *
     * @throws IllegalArgumentException naming the shard if one is in two parts, or parts are not in order
     */
    public ShardTree {
        List<Part<S>> merged = new ArrayList<>();
        long end = 0;
        for (Part<S> part : parts) {
            if (part.begin < end) {
                throw new IllegalArgumentException("shard " + part.begin + " was handed in twice, or out of order");
            }
            end = part.end();
            merged.add(part);
            mergeLast(merged);
        }
        parts = List.copyOf(merged);
    }

    private static <S extends ShardPart<S>> void mergeLast(List<Part<S>> parts) {
        while (parts.size() > 1 && parts.get(parts.size() - 2).isFirstOfPairWith(parts.get(parts.size() - 1))) {
            Part<S> second = parts.remove(parts.size() - 1);
            Part<S> first = parts.remove(parts.size() - 1);
            parts.add(new Part<>(first.begin, first.level + 1, first.merged.merge(second.merged)));
        }
    }

    /** No shard. */
    public static <S extends ShardPart<S>> ShardTree<S> none() {
        return new ShardTree<>(List.of());
    }

    /**
     * One shard.
     *
     * @param shard its number, from 0; the same in every run for the same elements
     */
    public static <S extends ShardPart<S>> ShardTree<S> of(int shard, S part) {
        return new ShardTree<>(List.of(new Part<>(shard, 0, part)));
    }

    /**
     * The shards of both.
     *
     * @throws IllegalArgumentException naming the shard if one is in both
     */
    public ShardTree<S> merge(ShardTree<S> other) {
        List<Part<S>> all = new ArrayList<>(parts.size() + other.parts.size());
        int i = 0;
        for (Part<S> part : other.parts) {
            while (i < parts.size() && parts.get(i).begin < part.begin) {
                all.add(parts.get(i++));
            }
            all.add(part);
        }
        all.addAll(parts.subList(i, parts.size()));
        return new ShardTree<>(all);
    }

    /** All shards merged; empty where there is none. */
    public Optional<S> merged() {
        return parts.isEmpty() ? Optional.empty() : Optional.of(merged(parts, 0, ROOT));
    }

    private static <S extends ShardPart<S>> S merged(List<Part<S>> parts, long begin, int level) {
        if (parts.size() == 1) {
            return parts.get(0).merged;
        }
        long middle = begin + (1L << (level - 1));
        int split = 0;
        while (split < parts.size() && parts.get(split).begin < middle) {
            split++;
        }
        if (split == 0) {
            return merged(parts, middle, level - 1);
        }
        if (split == parts.size()) {
            return merged(parts, begin, level - 1);
        }
        return merged(parts.subList(0, split), begin, level - 1)
                .merge(merged(parts.subList(split, parts.size()), middle, level - 1));
    }
}
