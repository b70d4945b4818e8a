package dev.normc.samples.experiments.network;

import dev.normc.runtime.NormLayer;

/**
 * {@code y = x w^T + b} with normalized weights, {@code w = g v / ||v||} (Salimans and Kingma, 2016).
 *
 * <p>Initial values from data, section 3 of the paper: {@code t = v . x / ||v||}, {@code g = 1 / std(t)},
 * {@code b = -mean(t) / std(t)} over the batch.
 */
final class WeightNormDense implements Block {
    private final Product product;
    private final NormLayer norm;
    private final float[] v;
    private final float[] dv;
    private final float[] b;
    private final float[] dw;
    private final float[] db;
    private final boolean biased;
    private float[] w = {};
    private float[] x = {};

    WeightNormDense(int inputs, int outputs, boolean biased, float[] v, NormLayer norm) {
        this.product = new Product(inputs, outputs);
        this.norm = norm;
        this.biased = biased;
        this.v = v;
        this.dv = new float[v.length];
        this.dw = new float[v.length];
        this.b = new float[outputs];
        this.db = new float[outputs];
    }

    @Override
    public void initialize(float[] input) {
        int outputs = product.outputs();
        float[] t = product.forward(input, norm.forward(v), b); // g is 1, b is 0
        int count = t.length / outputs;
        for (int o = 0; o < outputs; o++) {
            double sum = 0;
            for (int n = 0; n < count; n++) {
                sum += t[n * outputs + o];
            }
            double mean = sum / count;
            double squares = 0;
            for (int n = 0; n < count; n++) {
                squares += Math.pow(t[n * outputs + o] - mean, 2);
            }
            double deviation = Math.sqrt(squares / count);
            if (deviation > 0) {
                norm.floats("g")[o] = (float) (1 / deviation);
                b[o] = biased ? (float) (-mean / deviation) : 0;
            }
        }
    }

    @Override
    public float[] forward(float[] input, boolean training) {
        x = input;
        w = norm.forward(v);
        return product.forward(x, w, b);
    }

    @Override
    public float[] backward(float[] dy) {
        product.addWeightGradient(dy, x, dw, db);
        return product.inputGradient(dy, w);
    }

    @Override
    public void step(float rate) {
        System.arraycopy(norm.backward(dw), 0, dv, 0, dv.length);
        java.util.Arrays.fill(dw, 0);
        Dense.descend(v, dv, rate);
        Dense.descend(norm.floats("g"), norm.floats("dg"), rate);
        if (biased) {
            Dense.descend(b, db, rate);
        }
    }
}
