package dev.normc.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums of one shard that gradients need, for batch norm Σdy and Σdy·(x − mean); those of all shards are added.
 *
 * @param sums row-major, one array for each sum
 */
public record ShardSums(List<double[]> sums) implements ShardPart<ShardSums> {
    private static final long serialVersionUID = 1L;

    public ShardSums {
        sums = List.copyOf(sums);
    }

    /**
     * What {@link NormKernel#backwardPartial} left in its bindings, copied.
     *
     * @throws IllegalArgumentException if the kernel was compiled without shards
     */
    public static ShardSums of(Bindings bindings) {
        List<String> names = ShardStatistics.names(bindings);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("`" + bindings.signature().norm() + "` was compiled without shards");
        }
        List<double[]> sums = new ArrayList<>();
        for (int i = 1; names.contains("shard_sum" + i); i++) {
            sums.add(ShardStatistics.copy(bindings, "shard_sum" + i));
        }
        return new ShardSums(sums);
    }

    /** Those of a shard without elements, which changes nothing when it is merged. */
    public static ShardSums none(KernelSignature signature) {
        return of(new Bindings(signature, 0));
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if it did not write these
     */
    public static ShardSums fromBytes(byte[] bytes) {
        return new ShardSums(ShardBytes.SUMS.read(bytes));
    }

    @Override
    public byte[] toBytes() {
        return ShardBytes.SUMS.write(sums);
    }

    @Override
    public ShardSums merge(ShardSums other) {
        boolean alike = sums.size() == other.sums.size();
        List<double[]> merged = new ArrayList<>();
        for (int i = 0; i < sums.size() || !alike; i++) {
            if (!alike || sums.get(i).length != other.sums.get(i).length) {
                throw new IllegalArgumentException("sums of different norms or shapes");
            }
            double[] sum = sums.get(i).clone();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += other.sums.get(i)[k];
            }
            merged.add(sum);
        }
        return new ShardSums(merged);
    }

    /** Hands them to {@link NormKernel#backwardFinish}. */
    public void into(Bindings bindings) {
        for (int i = 0; i < sums.size(); i++) {
            ShardStatistics.write(bindings, "shard_sum" + (i + 1), sums.get(i));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShardSums that && Arrays.deepEquals(sums.toArray(), that.sums.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(sums.toArray());
    }
}
