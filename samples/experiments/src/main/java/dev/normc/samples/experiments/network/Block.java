package dev.normc.samples.experiments.network;

/** A piece of a network. Arrays are row-major, one row of features for each sample, or for each pixel of a sample. */
interface Block {

    /** The output; in training, with what {@link #backward} needs. */
    float[] forward(float[] x, boolean training);

    /** The gradient of the input of the last training forward; gradients of weights add up. */
    float[] backward(float[] dy);

    /** One step of gradient descent, {@code w := w - rate dw}, and gradients back to 0. */
    default void step(float rate) {}

    /** Initial values from a batch, before the first forward. */
    default void initialize(float[] x) {}
}
