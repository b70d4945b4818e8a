package dev.normc.samples.llm;

/** The copied loop as those write it who use the Vector API themselves. */
public interface HandVectors {

    /** Width of the vectors that this machine prefers, in bits. */
    int machineBits();

    /** {@code out = weight x / sqrt(mean(x^2) + eps)} of one row, with fused multiply-adds in {@code float}. */
    void rmsNorm(float[] out, int outOffset, float[] x, int xOffset, float[] weight, int size, float eps);
}
