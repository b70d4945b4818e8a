package dev.normc.samples.experiments.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Blocks in a row, softmax and cross entropy at the end, plain gradient descent. */
public final class Network {
    private final List<Block> blocks;

    private Network(List<Block> blocks) {
        this.blocks = blocks;
    }

    /**
     * A fully connected network.
     *
     * @param scale initial weights are this times He's {@code sqrt(2 / inputs)}; the last layer is not scaled
     */
    public static Network dense(
            Method method, Samples data, int width, int hidden, double scale, SplittableRandom random) {
        List<Block> blocks = new ArrayList<>();
        int inputs = data.features();
        for (int layer = 0; layer < hidden; layer++) {
            blocks.addAll(method.hidden(inputs, width, 1, scale * Math.sqrt(2.0 / inputs), random));
            inputs = width;
        }
        blocks.add(classifier(inputs, data.classes(), random));
        return new Network(blocks);
    }

    /**
     * A convolutional network of 3 by 3 filters on square images of one channel.
     *
     * @param strides one for each layer
     */
    public static Network convolutional(
            Method method, Samples data, int channels, int[] strides, double scale, SplittableRandom random) {
        List<Block> blocks = new ArrayList<>();
        int side = (int) Math.sqrt(data.features());
        int inputs = 1;
        for (int stride : strides) {
            blocks.add(new Patches(side, inputs, stride));
            side /= stride;
            double deviation = scale * Math.sqrt(2.0 / (9 * inputs));
            blocks.addAll(method.hidden(9 * inputs, channels, side * side, deviation, random));
            inputs = channels;
        }
        blocks.add(classifier(side * side * channels, data.classes(), random));
        return new Network(blocks);
    }

    private static Block classifier(int inputs, int classes, SplittableRandom random) {
        return new Dense(inputs, classes, true, Dense.gaussian(inputs, classes, Math.sqrt(1.0 / inputs), random));
    }

    /** Initial values from a batch, layer after layer. */
    void initialize(float[] x) {
        float[] values = x;
        for (Block block : blocks) {
            block.initialize(values);
            values = block.forward(values, true);
        }
    }

    /** One step of gradient descent on a batch; hands back the mean cross entropy before it, in nats. */
    double train(Samples batch, float rate) {
        float[] logits = forward(batch.x(), true);
        double loss = 0;
        int classes = batch.classes();
        float[] gradient = new float[logits.length];
        for (int n = 0; n < batch.count(); n++) {
            double[] logP = logSoftmax(logits, n * classes, classes);
            loss -= logP[batch.labels()[n]] / batch.count();
            for (int c = 0; c < classes; c++) {
                gradient[n * classes + c] =
                        (float) ((Math.exp(logP[c]) - (batch.labels()[n] == c ? 1 : 0)) / batch.count());
            }
        }
        if (!Double.isFinite(loss)) {
            return loss;
        }
        for (int i = blocks.size() - 1; i >= 0; i--) {
            gradient = blocks.get(i).backward(gradient);
        }
        blocks.forEach(block -> block.step(rate));
        return loss;
    }

    /** The share of samples whose class has the greatest logit, at inference. */
    double accuracy(Samples data) {
        float[] logits = forward(data.x(), false);
        int right = 0;
        for (int n = 0; n < data.count(); n++) {
            float own = logits[n * data.classes() + data.labels()[n]];
            boolean greatest = true;
            for (int c = 0; c < data.classes(); c++) {
                greatest &= c == data.labels()[n] || own > logits[n * data.classes() + c];
            }
            right += greatest ? 1 : 0;
        }
        return (double) right / data.count();
    }

    private float[] forward(float[] x, boolean training) {
        float[] values = x;
        for (Block block : blocks) {
            values = block.forward(values, training);
        }
        return values;
    }

    /** Logarithms of the probabilities; finite wherever the logits are. */
    private static double[] logSoftmax(float[] logits, int at, int classes) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            greatest = Math.max(greatest, logits[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[at + c] - greatest);
        }
        double[] logarithms = new double[classes];
        for (int c = 0; c < classes; c++) {
            logarithms[c] = logits[at + c] - greatest - Math.log(sum);
        }
        return logarithms;
    }
}
