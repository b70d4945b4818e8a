package dev.normc.samples.experiments.network;

import dev.normc.runtime.NormLayer;
import dev.normc.samples.experiments.Norms;
import java.util.List;
import java.util.SplittableRandom;

/** How a hidden layer is normalized. */
public enum Method {
    NONE("none"),
    BATCH("BN"),
    LAYER("LN"),
    GROUP("GN"),
    WEIGHT("WN"),
    MEAN_ONLY("WN + mean-only BN"),
    PROPAGATION("NormProp");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** The name in tables and legends. */
    public String title() {
        return title;
    }

    /**
     * Linear, normalization, ReLU.
     *
     * @param space pixels of one sample that share the weights, 1 where there is no space
     * @param deviation of the initial weights
     */
    List<Block> hidden(int inputs, int outputs, int space, double deviation, SplittableRandom random) {
        float[] weights = Dense.gaussian(inputs, outputs, deviation, random);
        String shape = (space == 1 ? "N=?, " : "N=?, S=" + space + ", ") + "C=" + outputs;
        String weightShape = "O=" + outputs + ", I=" + inputs;
        return switch (this) {
            case NONE -> List.of(new Dense(inputs, outputs, true, weights), new Relu());
            case BATCH -> normalized(inputs, outputs, false, weights, Norms.floats("batch_norm.norm", shape));
            case LAYER -> normalized(inputs, outputs, true, weights, Norms.floats("layer_norm.norm", shape));
            case GROUP -> normalized(inputs, outputs, true, weights, Norms.floats("group_norm.norm", shape));
            case WEIGHT ->
                List.of(
                        new WeightNormDense(
                                inputs, outputs, true, weights, Norms.floats("weight_norm.norm", weightShape)),
                        new Relu());
            case MEAN_ONLY ->
                List.of(
                        new WeightNormDense(
                                inputs, outputs, false, weights, Norms.floats("weight_norm.norm", weightShape)),
                        new Norm(Norms.floats("mean_only_batch_norm.norm", shape)),
                        new Relu());
            case PROPAGATION ->
                List.of(new NormPropDense(
                        new Dense(inputs, outputs, false, weights),
                        Norms.floats("norm_prop.norm", shape.replace("C=", "O=") + ", I=" + inputs)));
        };
    }

    // A bias in front of batch normalization has no effect, in front of the others it has.
    private static List<Block> normalized(int inputs, int outputs, boolean biased, float[] weights, NormLayer norm) {
        return List.of(new Dense(inputs, outputs, biased, weights), new Norm(norm), new Relu());
    }
}
