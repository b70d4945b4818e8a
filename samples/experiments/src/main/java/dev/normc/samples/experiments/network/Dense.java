package dev.normc.samples.experiments.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/** {@code y = x w^T + b}, plain weights. */
final class Dense implements Block {
    private final Product product;
    private final float[] w;
    private final float[] b;
    private final float[] dw;
    private final float[] db;
    private final boolean biased;
    private float[] x = {};

    Dense(int inputs, int outputs, boolean biased, float[] w) {
        this.product = new Product(inputs, outputs);
        this.biased = biased;
        this.w = w;
        this.b = new float[outputs];
        this.dw = new float[w.length];
        this.db = new float[outputs];
    }

    /** Gaussian weights. */
    static float[] gaussian(int inputs, int outputs, double deviation, SplittableRandom random) {
        float[] w = new float[inputs * outputs];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (deviation * random.nextGaussian());
        }
        return w;
    }

    @Override
    public float[] forward(float[] input, boolean training) {
        x = input;
        return product.forward(x, w, b);
    }

    @Override
    public float[] backward(float[] dy) {
        product.addWeightGradient(dy, x, dw, db);
        return product.inputGradient(dy, w);
    }

    @Override
    public void step(float rate) {
        descend(w, dw, rate);
        if (biased) {
            descend(b, db, rate);
        }
    }

    float[] weights() {
        return w;
    }

    /** Adds a gradient that reached the weights on another way. */
    void addWeightGradient(float[] more) {
        for (int i = 0; i < dw.length; i++) {
            dw[i] += more[i];
        }
    }

    static void descend(float[] values, float[] gradient, float rate) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= rate * gradient[i];
        }
        Arrays.fill(gradient, 0);
    }
}
