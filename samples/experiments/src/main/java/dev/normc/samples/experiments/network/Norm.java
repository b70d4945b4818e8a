package dev.normc.samples.experiments.network;

import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.NormLayer;

/** A normalization of activations: one input, any params and states. */
final class Norm implements Block {
    private final NormLayer layer;

    Norm(NormLayer layer) {
        this.layer = layer;
    }

    @Override
    public float[] forward(float[] x, boolean training) {
        return layer.mode(training ? NormLayer.Mode.TRAIN : NormLayer.Mode.INFER)
                .forward(x);
    }

    @Override
    public float[] backward(float[] dy) {
        return layer.backward(dy);
    }

    @Override
    public void step(float rate) {
        descend(layer, rate);
    }

    static void descend(NormLayer layer, float rate) {
        for (BufferSpec param : layer.params()) {
            Dense.descend(layer.floats(param.name()), layer.floats("d" + param.name()), rate);
        }
    }
}
