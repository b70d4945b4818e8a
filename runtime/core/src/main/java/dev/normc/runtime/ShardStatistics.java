package dev.normc.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of one shard of a norm, to be merged with those of the others and handed back to each: synchronized batch
 * norm, statistics of a whole data set.
 *
 * <pre>{@code
 * NormKernel kernel = Normc.compile(file, "N=?, C=64", CompileOptions.DEFAULT.withShards());
 * kernel.partial(b);                                             // on each shard; an empty one is fine
 * ShardStatistics all = ShardStatistics.of(b).merge(...);        // sent and merged by whatever there is: ShardTree
 * all.into(b);
 * kernel.finish(b);                                              // outputs and states, as if all were one batch
 * kernel.backwardPartial(b);
 * ShardSums.of(b).merge(...).into(b);
 * kernel.backwardFinish(b);                                      // dx of this shard; dgamma, dbeta of all
 * }</pre>
 *
 * <p>Merged results are those of one batch up to the rounding of the merges; the order of merges shows in the last bits,
 * unless a {@link ShardTree} keeps it.
 *
 * @param groups one for each mean, with the variance about it, that the norm takes over the outermost axis
 */
public record ShardStatistics(List<Moments> groups) implements ShardPart<ShardStatistics> {
    private static final long serialVersionUID = 1L;

    public ShardStatistics {
        groups = List.copyOf(groups);
    }

    /**
     * What {@link NormKernel#partial} left in its bindings, copied.
     *
     * @throws IllegalArgumentException if the kernel was compiled without shards
     */
    public static ShardStatistics of(Bindings bindings) {
        List<String> names = names(bindings);
        List<Moments> groups = new ArrayList<>();
        for (int i = 1; names.contains(name(i, "count")); i++) {
            boolean squares = names.contains(name(i, "m2"));
            groups.add(new Moments(
                    copy(bindings, name(i, "count"))[0],
                    copy(bindings, name(i, "mean")),
                    squares ? copy(bindings, name(i, "m2")) : new double[0]));
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("`" + bindings.signature().norm() + "` was compiled without shards");
        }
        return new ShardStatistics(groups);
    }

    /** Those of a shard without elements, which changes nothing when it is merged. */
    public static ShardStatistics none(KernelSignature signature) {
        return of(new Bindings(signature, 0));
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if it did not write these
     */
    public static ShardStatistics fromBytes(byte[] bytes) {
        List<double[]> arrays = ShardBytes.STATISTICS.read(bytes);
        List<Moments> groups = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i += 3) {
            if (arrays.size() - i < 3 || arrays.get(i).length != 1) {
                throw new IllegalArgumentException(
                        "statistics of a shard: " + bytes.length + " bytes that are damaged");
            }
            groups.add(new Moments(arrays.get(i)[0], arrays.get(i + 1), arrays.get(i + 2)));
        }
        return new ShardStatistics(groups);
    }

    @Override
    public byte[] toBytes() {
        List<double[]> arrays = new ArrayList<>();
        for (Moments moments : groups) {
            arrays.add(new double[] {moments.count()});
            arrays.add(moments.mean());
            arrays.add(moments.m2());
        }
        return ShardBytes.STATISTICS.write(arrays);
    }

    @Override
    public ShardStatistics merge(ShardStatistics other) {
        if (groups.size() != other.groups.size()) {
            throw new IllegalArgumentException(
                    "statistics of " + groups.size() + " and of " + other.groups.size() + " groups");
        }
        List<Moments> merged = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            merged.add(groups.get(i).merge(other.groups.get(i)));
        }
        return new ShardStatistics(merged);
    }

    /** Hands them to {@link NormKernel#finish} and the backward entries. */
    public void into(Bindings bindings) {
        for (int i = 0; i < groups.size(); i++) {
            Moments moments = groups.get(i);
            write(bindings, name(i + 1, "count"), new double[] {moments.count()});
            write(bindings, name(i + 1, "mean"), moments.mean());
            if (moments.m2().length > 0) {
                write(bindings, name(i + 1, "m2"), moments.m2());
            }
        }
    }

    private static String name(int group, String what) {
        return "shard" + group + "_" + what;
    }

    static List<String> names(Bindings bindings) {
        return bindings.signature().buffers(BufferRole.STATISTIC).stream()
                .map(BufferSpec::name)
                .toList();
    }

    static double[] copy(Bindings bindings, String name) {
        int offset = bindings.offset(name);
        double[] copy = new double[bindings.elements(name)];
        System.arraycopy(bindings.doubles(name), offset, copy, 0, copy.length);
        return copy;
    }

    static void write(Bindings bindings, String name, double[] values) {
        if (values.length != bindings.elements(name)) {
            throw new IllegalArgumentException(
                    name + ": needs " + bindings.elements(name) + " elements, got " + values.length);
        }
        System.arraycopy(values, 0, bindings.doubles(name), bindings.offset(name), values.length);
    }
}
