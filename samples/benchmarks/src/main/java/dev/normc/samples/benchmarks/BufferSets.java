package dev.normc.samples.benchmarks;

import java.util.Arrays;

/**
 * Buffer sets in Java arrays, shared by the engines that compute on such.
 *
 * <p>Every set holds the same values. The inputs of set 0 are the data's own.
 *
 * @param x inputs by set
 * @param dy cotangents by set
 * @param y outputs by set
 * @param dx gradients by set
 */
public record BufferSets(float[][] x, float[][] dy, float[][] y, float[][] dx) {

    /** The bytes that the sets of one direction have at least: several times any last-level cache seen so far. */
    static final long COLD_BYTES = 256L << 20;

    private static final int FEWEST_SETS = 4;

    /** As many sets as asked for. */
    static BufferSets of(Data data, int sets) {
        int elements = data.x().length;
        float[][] x = new float[sets][];
        float[][] dy = new float[sets][];
        for (int set = 0; set < sets; set++) {
            x[set] = set == 0 ? data.x() : data.x().clone();
            dy[set] = set == 0 ? data.dy() : data.dy().clone();
        }
        return new BufferSets(x, dy, new float[sets][elements], new float[sets][elements]);
    }

    /** How many sets keep every call out of the caches. */
    static int coldSets(Workload workload) {
        long bytes = (long) Direction.FORWARD.arrays() * Float.BYTES * workload.elements();
        return (int) Math.max(FEWEST_SETS, (COLD_BYTES + bytes - 1) / bytes);
    }

    /** Fills the results of set 0 with what is not a number. */
    public void spoil() {
        Arrays.fill(y[0], Float.NaN);
        Arrays.fill(dx[0], Float.NaN);
    }

    /** The number of sets. */
    public int sets() {
        return x.length;
    }
}
