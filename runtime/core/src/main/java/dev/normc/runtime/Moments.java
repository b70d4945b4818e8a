package dev.normc.runtime;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Count, means and sums of squared deviations of some elements, one mean for each group; those of two sets of elements
 * give those of both.
 *
 * <p>Chan, Golub &amp; LeVeque (1979): with d the difference of the means, the sum of both is
 * {@code M2 = M2a + M2b + d^2 na nb / n}. Engine-free: three numbers a group, to be sent as they are.
 *
 * @param count of elements in each group; 0 for none
 * @param mean of each group; means nothing where there is no element
 * @param m2 sum of squared deviations from the mean of each group; empty where only means are taken
 */
public record Moments(double count, double[] mean, double[] m2) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Moments {
        Objects.requireNonNull(mean, "mean");
        if (m2.length != 0 && m2.length != mean.length) {
            throw new IllegalArgumentException("m2: needs " + mean.length + " elements, as mean, got " + m2.length);
        }
        if (!(count >= 0)) {
            throw new IllegalArgumentException("count: " + count + " elements");
        }
    }

    /**
     * The moments of the elements of both.
     *
     * @throws IllegalArgumentException if they are of other groups
     */
    public Moments merge(Moments other) {
        if (mean.length != other.mean.length || m2.length != other.m2.length) {
            throw new IllegalArgumentException("moments of " + mean.length + " groups and of " + other.mean.length
                    + (mean.length == other.mean.length ? ", one of them without squares" : ""));
        }
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        double total = count + other.count;
        double[] means = new double[mean.length];
        double[] squares = new double[m2.length];
        for (int i = 0; i < means.length; i++) {
            double difference = other.mean[i] - mean[i];
            means[i] = mean[i] + difference * (other.count / total);
            if (squares.length > 0) {
                squares[i] = m2[i] + other.m2[i] + difference * difference * (count * (other.count / total));
            }
        }
        return new Moments(total, means, squares);
    }

    /** The variance of each group, over n; not a number where there is no element. */
    public double[] variance() {
        double[] variance = m2.clone();
        for (int i = 0; i < variance.length; i++) {
            variance[i] /= count;
        }
        return variance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moments moments
                && Double.compare(count, moments.count) == 0
                && Arrays.equals(mean, moments.mean)
                && Arrays.equals(m2, moments.m2);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, Arrays.hashCode(mean), Arrays.hashCode(m2));
    }

    @Override
    public String toString() {
        return "Moments[count=" + count + ", mean=" + Arrays.toString(mean) + ", m2=" + Arrays.toString(m2) + "]";
    }
}
