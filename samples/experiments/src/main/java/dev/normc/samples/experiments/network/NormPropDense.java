package dev.normc.samples.experiments.network;

import dev.normc.runtime.NormLayer;

/** Linear, normalized by the weights, ReLU, and back to mean 0 and variance 1 (Arpit et al., 2016). */
final class NormPropDense implements Block {
    private final Dense dense;
    private final NormLayer norm;

    NormPropDense(Dense dense, NormLayer norm) {
        this.dense = dense;
        this.norm = norm;
    }

    @Override
    public float[] forward(float[] x, boolean training) {
        return norm.forward(dense.forward(x, training), dense.weights());
    }

    @Override
    public float[] backward(float[] dy) {
        norm.backward(dy);
        float[] dx = dense.backward(norm.floats("da"));
        dense.addWeightGradient(norm.floats("dv"));
        return dx;
    }

    @Override
    public void step(float rate) {
        dense.step(rate);
        Norm.descend(norm, rate);
    }
}
