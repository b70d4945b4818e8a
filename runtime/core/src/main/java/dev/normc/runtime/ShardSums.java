package dev.normc.runtime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of one shard that gradients need, for batch norm Σdy and Σdy·(x − mean); those of all shards are added.
 *
 * @param sums row-major, one array for each sum
 */
public record ShardSums(List<double[]> sums) implements Serializable {
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

    /**
     * The sums over both shards.
     *
     * @throws IllegalArgumentException if they are not sums of the same norm
     */
    public ShardSums merge(ShardSums other) {
        List<double[]> merged = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            boolean alike = other.sums.size() == sums.size() && other.sums.get(i).length == sums.get(i).length;
            if (!alike) {
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
}
