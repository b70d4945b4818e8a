package dev.normc.samples.llm;

import java.nio.FloatBuffer;

/**
 * The loops that inference projects carry with them, written down once more in their usual form: sums in {@code float}, one
 * row a call, {@code out} may be {@code x}.
 *
 * <p>Sizes and offsets are in elements; a row is contiguous.
 */
final class HandWritten {
    private HandWritten() {}

    /** {@code out = weight x / sqrt(mean(x^2) + eps)}; Zhang &amp; Sennrich (2019). */
    static void rmsNorm(float[] out, int outOffset, float[] x, int xOffset, float[] weight, int size, float eps) {
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            squares += x[xOffset + i] * x[xOffset + i];
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        for (int i = 0; i < size; i++) {
            out[outOffset + i] = weight[i] * (scale * x[xOffset + i]);
        }
    }

    /** The same with {@code 1 + weight} in place of {@code weight}, as Gemma has it. */
    static void offsetRmsNorm(float[] out, int outOffset, float[] x, int xOffset, float[] weight, int size, float eps) {
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            squares += x[xOffset + i] * x[xOffset + i];
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        for (int i = 0; i < size; i++) {
            out[outOffset + i] = (1f + weight[i]) * (scale * x[xOffset + i]);
        }
    }

    /** Layer normalization with the mean of the squares minus the square of the mean, which needs one pass. */
    static void layerNorm(
            float[] out, int outOffset, float[] x, int xOffset, float[] weight, float[] bias, int size, float eps) {
        float sum = 0f;
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            float value = x[xOffset + i];
            sum += value;
            squares += value * value;
        }
        float mean = sum / size;
        float variance = squares / size - mean * mean;
        float scale = 1f / (float) Math.sqrt(variance + eps);
        for (int i = 0; i < size; i++) {
            out[outOffset + i] = (x[xOffset + i] - mean) * scale * weight[i] + bias[i];
        }
    }

    /** The variance that {@link #layerNorm} takes, of a whole array. */
    static float varianceInOnePass(float[] x) {
        float sum = 0f;
        float squares = 0f;
        for (float value : x) {
            sum += value;
            squares += value * value;
        }
        float mean = sum / x.length;
        return squares / x.length - mean * mean;
    }

    /** The mean of the squared distances from the mean, of a whole array. */
    static float varianceInTwoPasses(float[] x) {
        float mean = mean(x);
        float squares = 0f;
        for (float value : x) {
            squares += (value - mean) * (value - mean);
        }
        return squares / x.length;
    }

    /** The mean that both variances are taken about. */
    static float mean(float[] x) {
        float sum = 0f;
        for (float value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** {@link #rmsNorm} over {@code java.nio}, as for weights that are mapped from a file. */
    static void rmsNorm(
            FloatBuffer out, int outOffset, FloatBuffer x, int xOffset, FloatBuffer weight, int size, float eps) {
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            squares += x.get(xOffset + i) * x.get(xOffset + i);
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        for (int i = 0; i < size; i++) {
            out.put(outOffset + i, weight.get(i) * (scale * x.get(xOffset + i)));
        }
    }

    /** {@link #rmsNorm} over bf16 in {@code short[]}: arithmetic in {@code float}. */
    static void rmsNorm(short[] out, int outOffset, short[] x, int xOffset, short[] weight, int size, float eps) {
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            float value = widened(x[xOffset + i]);
            squares += value * value;
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        for (int i = 0; i < size; i++) {
            out[outOffset + i] = narrowed(widened(weight[i]) * (scale * widened(x[xOffset + i])));
        }
    }

    private static float widened(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** To nearest, ties to even; of finite numbers. */
    private static short narrowed(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
    }
}
