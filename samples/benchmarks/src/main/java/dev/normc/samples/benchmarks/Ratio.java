package dev.normc.samples.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Our time over another's.
 *
 * @param median over the rounds; below 1 ours is faster
 * @param spread half of the distance between the quartiles
 */
record Ratio(double median, double spread) {

    static Ratio of(double[] ratios) {
        ListStatistics statistics = new ListStatistics(ratios);
        double quartiles = statistics.getPercentile(75) - statistics.getPercentile(25);
        return new Ratio(statistics.getPercentile(50), quartiles / 2);
    }

    /** {@code 0.93 ±0.02}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f ±%.2f", median, spread);
    }
}
