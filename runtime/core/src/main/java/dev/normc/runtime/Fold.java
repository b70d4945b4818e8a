package dev.normc.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A norm at inference as {@code y = scale * x + shift}, one of each per channel, and what it makes of the layer before it:
 * a linear map, a convolution, a grouped or a transposed one.
 *
 * <p>With {@code x = W u + b} it is {@code y = (scale W) u + (scale b + shift)}; Jacob et al. (2018), 3.2, for batch
 * normalization. Everything is computed in f64 and rounded once.
 *
 * @param axes along which scale and shift run; one for a norm per channel
 * @param scale row-major along the axes
 * @param shift row-major along the axes
 */
public record Fold(List<String> axes, double[] scale, double[] shift) {

    public Fold {
        axes = List.copyOf(axes);
        Objects.requireNonNull(scale, "scale");
        if (scale.length != shift.length) {
            throw new IllegalArgumentException(
                    "shift: needs " + scale.length + " elements, as scale, got " + shift.length);
        }
    }

    /** The number of channels. */
    public int channels() {
        return scale.length;
    }

    /**
     * The folded weight.
     *
     * @param weight row-major
     * @param shape of the weight, in elements
     * @param axis of the shape that runs over output channels: 0 for {@code [O, I]} and {@code [O, I / groups, kh, kw]}, 1
     *     for a transposed convolution's {@code [I, O / groups, kh, kw]}
     * @param groups of a grouped transposed convolution, whose axis 0 is cut into them; 1 for everything else
     * @throws IllegalArgumentException naming what does not fit
     */
    public double[] weight(double[] weight, int[] shape, int axis, int groups) {
        int[] channelOf = channels(weight.length, shape, axis, groups);
        double[] folded = new double[weight.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = weight[i] * scale[channelOf[i]];
        }
        return folded;
    }

    /** The same for f32 storage, each element rounded once. */
    public float[] weight(float[] weight, int[] shape, int axis, int groups) {
        int[] channelOf = channels(weight.length, shape, axis, groups);
        float[] folded = new float[weight.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = (float) (weight[i] * scale[channelOf[i]]);
        }
        return folded;
    }

    /**
     * The folded bias of a layer with as many output channels as the norm has.
     *
     * @param bias one element for each channel; empty for a layer without one
     * @throws IllegalArgumentException if it has another length
     */
    public double[] bias(double[] bias) {
        return bias(bias, isUniform() && bias.length != 0 ? bias.length : channels());
    }

    /**
     * The folded bias.
     *
     * @param bias one element for each output channel; empty for a layer without one
     * @param outputs output channels of the layer
     * @throws IllegalArgumentException naming what does not fit
     */
    public double[] bias(double[] bias, int outputs) {
        if (bias.length != 0 && bias.length != outputs) {
            throw new IllegalArgumentException("bias: needs " + outputs + " elements, got " + bias.length);
        }
        if (!isUniform() && outputs != channels()) {
            throw new IllegalArgumentException(
                    "the layer has " + outputs + " output channels, the norm has " + channels());
        }
        double[] folded = new double[outputs];
        for (int i = 0; i < folded.length; i++) {
            int channel = isUniform() ? 0 : i;
            folded[i] = bias.length == 0 ? shift[channel] : Math.fma(bias[i], scale[channel], shift[channel]);
        }
        return folded;
    }

    /** Whether one scale and one shift serve all channels. */
    private boolean isUniform() {
        return axes.isEmpty();
    }

    /** For each element of a weight its output channel. */
    private int[] channels(int elements, int[] shape, int axis, int groups) {
        if (axes.size() > 1) {
            throw new IllegalArgumentException(
                    "the scale runs along " + String.join(", ", axes) + "; a weight takes one along one axis");
        }
        if (axis < 0 || axis >= shape.length) {
            throw new IllegalArgumentException(
                    "axis " + axis + " of a weight of shape " + Arrays.toString(shape) + ": it has " + shape.length);
        }
        if (groups < 1 || groups > 1 && (axis == 0 || shape[0] % groups != 0)) {
            throw new IllegalArgumentException(
                    "groups = " + groups + ": they cut axis 0 of a transposed convolution, of " + shape[0]
                            + " elements here, and the output channels are axis 1");
        }
        long size = 1;
        int inner = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            inner *= i > axis ? shape[i] : 1;
            size *= shape[i];
        }
        if (size != elements) {
            throw new IllegalArgumentException(
                    "weight: shape " + Arrays.toString(shape) + " needs " + size + " elements, got " + elements);
        }
        if (!isUniform() && shape[axis] * groups != channels()) {
            throw new IllegalArgumentException("weight: axis " + axis + " of shape " + Arrays.toString(shape) + " has "
                    + shape[axis] * groups + " output channels, the norm has " + channels());
        }
        int[] channelOf = new int[elements];
        int outer = elements == 0 ? 1 : elements / shape[0];
        for (int i = 0; i < elements; i++) {
            int group = groups == 1 ? 0 : i / outer / (shape[0] / groups);
            channelOf[i] = isUniform() ? 0 : group * shape[axis] + i / inner % shape[axis];
        }
        return channelOf;
    }
}
