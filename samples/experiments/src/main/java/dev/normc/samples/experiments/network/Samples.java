package dev.normc.samples.experiments.network;

import java.util.SplittableRandom;

/**
 * Labelled samples.
 *
 * @param x {@code [n, features]}, row-major
 * @param labels a class from 0 for each
 */
public record Samples(float[] x, int[] labels, int features, int classes) {

    int count() {
        return labels.length;
    }

    /** Samples at these places, in this order. */
    Samples pick(int[] order, int from, int count) {
        float[] rows = new float[count * features];
        int[] picked = new int[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(x, order[from + i] * features, rows, i * features, features);
            picked[i] = labels[order[from + i]];
        }
        return new Samples(rows, picked, features, classes);
    }

    /**
     * Two interleaved spirals of one turn in the plane, each coordinate of variance about 1, and a third input that is 1:
     * layer normalization of a linear map of two inputs alone would forget how far from the origin a point is.
     */
    public static Samples spirals(int count, double noise, SplittableRandom random) {
        float[] x = new float[3 * count];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = n % 2;
            double turn = Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * turn + Math.PI * labels[n];
            x[3 * n] = (float) (2 * (turn * Math.cos(angle) + noise * random.nextGaussian()));
            x[3 * n + 1] = (float) (2 * (turn * Math.sin(angle) + noise * random.nextGaussian()));
            x[3 * n + 2] = 1;
        }
        return new Samples(x, labels, 3, 2);
    }
}
