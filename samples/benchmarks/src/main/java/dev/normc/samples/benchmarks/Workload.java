package dev.normc.samples.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One norm at one real shape, f32, row-major.
 *
 * @param extents of x, outermost first; the channels are axis 1, of {@code BATCH_LAST} and the row norms the last axis
 */
public record Workload(Norm norm, List<Integer> extents) {
    /** Groups of a group norm. */
    public static final int GROUPS = 32;

    /** The workloads of the table, in its order. */
    public static final List<Workload> ALL = List.of(
            of(Norm.LAYER, 8192, 768),
            of(Norm.LAYER, 2048, 4096),
            of(Norm.LAYER, 512, 1024),
            of(Norm.LAYER, 1, 768),
            of(Norm.RMS, 2048, 4096),
            of(Norm.RMS, 1, 4096),
            of(Norm.BATCH, 32, 64, 56, 56),
            of(Norm.BATCH, 32, 256, 14, 14),
            of(Norm.BATCH, 8, 512, 7, 7),
            of(Norm.BATCH, 256, 1024),
            of(Norm.BATCH_LAST, 32, 56, 56, 64),
            of(Norm.BATCH_LAST, 32, 14, 14, 256),
            of(Norm.INSTANCE, 8, 64, 128, 128),
            of(Norm.GROUP, 8, 256, 28, 28),
            of(Norm.GROUP, 1, 512, 64, 64));

    public Workload {
        extents = List.copyOf(extents);
        if (extents.size() < 2) {
            throw new IllegalArgumentException("workload " + norm.title() + extents + ": needs at least two axes");
        }
        if (norm == Norm.GROUP && extents.get(1) % GROUPS != 0) {
            throw new IllegalArgumentException("axis C: " + GROUPS + " groups do not divide " + extents.get(1));
        }
    }

    static Workload of(Norm norm, Integer... extents) {
        return new Workload(norm, List.of(extents));
    }

    /**
     * The workload of a title; as JMH splits its options at commas, {@code BN[256x1024]} is one too.
     *
     * @throws IllegalArgumentException if none of the table's has it
     */
    public static Workload named(String title) {
        return ALL.stream()
                .filter(workload -> workload.title().equals(title.replace('x', ',')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("workload `" + title + "`: there is none; use --list"));
    }

    /** The title in tables and options: {@code BN[32,64,56,56]}. */
    public String title() {
        return norm.title() + "[" + shape() + "]";
    }

    /** The extents as a list of numbers: {@code 32,64,56,56}. */
    public String shape() {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Elements of x. */
    public int elements() {
        int elements = 1;
        for (int extent : extents) {
            elements = Math.multiplyExact(elements, extent);
        }
        return elements;
    }

    /** Elements of gamma: the channels. */
    public int channels() {
        return extents.get(channelsLast() ? extents.size() - 1 : 1);
    }

    /** Whether the channel of neighbouring elements differs. */
    public boolean channelsLast() {
        return norm == Norm.LAYER || norm == Norm.RMS || norm == Norm.BATCH_LAST;
    }

    /** Extent of the outermost axis. */
    public int batch() {
        return extents.get(0);
    }

    /** Neighbouring elements of one channel. */
    public int space() {
        return channelsLast() ? 1 : elements() / batch() / channels();
    }

    /** Sets of elements that share a statistic. */
    public int statistics() {
        return switch (norm) {
            case LAYER, RMS -> elements() / channels();
            case BATCH, BATCH_LAST -> channels();
            case INSTANCE -> batch() * channels();
            case GROUP -> batch() * GROUPS;
        };
    }

    /** The element of gamma that belongs to element {@code i} of x. */
    public int channel(int i) {
        return channelsLast() ? i % channels() : i / space() % channels();
    }

    /** The statistic that belongs to element {@code i} of x. */
    public int statistic(int i) {
        return switch (norm) {
            case LAYER, RMS -> i / channels();
            case BATCH, BATCH_LAST -> channel(i);
            case INSTANCE -> i / space();
            case GROUP -> i / (elements() / statistics());
        };
    }

    /** Whether its data is too small to be anywhere but in cache. */
    public boolean onlyHot() {
        return elements() < 1 << 16;
    }

    @Override
    public String toString() {
        return title();
    }
}
