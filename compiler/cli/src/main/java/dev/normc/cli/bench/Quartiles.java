package dev.normc.cli.bench;

import java.util.Arrays;

/**
 * The middle of some measurements and how far apart they are.
 *
 * @param low a quarter of them is not above it
 * @param high a quarter of them is not below it
 */
public record Quartiles(double low, double median, double high) {

    /**
     * Of at least one number; between two neighbours in order by interpolation (Hyndman &amp; Fan, 1996, type 7).
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Quartiles of(double[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("quartiles of no number");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Half of the distance between the quartiles. */
    public double spread() {
        return (high - low) / 2;
    }

    /** The same in another unit. */
    public Quartiles times(double factor) {
        return new Quartiles(low * factor, median * factor, high * factor);
    }
}
