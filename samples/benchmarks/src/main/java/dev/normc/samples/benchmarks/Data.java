package dev.normc.samples.benchmarks;

import java.util.SplittableRandom;

/**
 * Seeded values of one workload. Means are not 0, so that a term left out of a formula shows.
 *
 * @param x input, {@code elements} values around 1
 * @param dy cotangent of the output, around 1/2
 * @param gamma scale, {@code channels} values around 1
 * @param beta shift, around 0
 */
public record Data(float[] x, float[] dy, float[] gamma, float[] beta) {

    /** The data of a workload, the same in every process. */
    public static Data of(Workload workload) {
        SplittableRandom random = new SplittableRandom(1);
        return new Data(
                normal(random, workload.elements(), 1),
                normal(random, workload.elements(), 0.5),
                normal(random, workload.channels(), 1),
                normal(random, workload.channels(), 0));
    }

    private static float[] normal(SplittableRandom random, int elements, double mean) {
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = (float) (mean + random.nextGaussian());
        }
        return values;
    }
}
