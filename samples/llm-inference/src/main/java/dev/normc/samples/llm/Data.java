package dev.normc.samples.llm;

import java.util.Random;

/** Numbers as models have them, from seeds. */
public final class Data {
    private static final int OUTLIERS = 97;

    private Data() {}

    /** Normally distributed, one in 97 thirty times as large: the residual stream of a language model has such channels. */
    public static float[] activations(int elements, long seed) {
        Random random = new Random(seed);
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = (float) random.nextGaussian() * (i % OUTLIERS == 5 ? 30 : 1);
        }
        return values;
    }

    /** Normally distributed about {@code centre} with deviation 0.2. */
    public static float[] weights(int elements, double centre, long seed) {
        Random random = new Random(seed);
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = (float) (centre + 0.2 * random.nextGaussian());
        }
        return values;
    }

    /** 1 and -1: what is normalized with them over and over again stays as large as it is. */
    public static float[] signs(int elements) {
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = i % 3 == 0 ? -1 : 1;
        }
        return values;
    }

    /** The same numbers in {@code double}. */
    public static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
