package dev.normc.samples.experiments;

import dev.normc.samples.experiments.network.Method;
import dev.normc.samples.experiments.network.Network;
import dev.normc.samples.experiments.network.Samples;
import dev.normc.samples.experiments.network.Training;
import dev.normc.samples.experiments.network.Training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small batches (Wu and He, 2018): every network sees as many samples, at a learning rate in proportion to the batch. Of
 * two values batch normalization leaves which one is greater and nothing else; group normalization has no batch.
 */
final class SmallBatch {
    private static final int[] BATCHES = {2, 4, 8, 16, 32, 64};
    private static final int HIDDEN = 3;
    private static final int WIDTH = 16;
    private static final int SAMPLES = 256;
    private static final double NOISE = 0.02;
    private static final int SEEN = 12_800;
    private static final double RATE_PER_SAMPLE = 0.1 / 64;

    private SmallBatch() {}

    /** Trains one network. */
    static Outcome run(long seed, Method method, int batch) {
        SplittableRandom random = new SplittableRandom(seed);
        Samples train = Samples.spirals(SAMPLES, NOISE, random);
        Samples test = Samples.spirals(SAMPLES, NOISE, random);
        Network network = Network.dense(method, train, WIDTH, HIDDEN, 1, random.split());
        return new Training(batch, SEEN / batch, RATE_PER_SAMPLE * batch).run(network, train, test, random.split());
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        List<List<String>> rows = new ArrayList<>();
        double[] exponents = new double[BATCHES.length];
        double[][] errors = new double[2][BATCHES.length];
        for (int i = 0; i < BATCHES.length; i++) {
            report.progress("batches of " + BATCHES[i]);
            Outcome batch = run(1, Method.BATCH, BATCHES[i]);
            Outcome group = run(1, Method.GROUP, BATCHES[i]);
            exponents[i] = Math.log(BATCHES[i]) / Math.log(2);
            errors[0][i] = 100 * (1 - batch.accuracy());
            errors[1][i] = 100 * (1 - group.accuracy());
            rows.add(List.of(Integer.toString(BATCHES[i]), batch.cell(), group.cell()));
        }
        report.title("Batch normalization at batch size 2 against group normalization");
        report.say(
                "%d hidden layers of %d units on spirals, %d samples seen, learning rate %.4f a sample of the batch",
                HIDDEN, WIDTH, SEEN, RATE_PER_SAMPLE);
        report.table(List.of("batch (samples)", "BN, test accuracy", "GN, test accuracy"), rows);
        report.say("One should see: group normalization does not notice; batch normalization fails at 2, where each");
        report.say("normalized value is +1 or -1 whatever the input was, and recovers from about 8 on.");
        report.picture(
                "small-batch",
                new Plot(
                                "Test error against batch size, equal samples seen",
                                "batch (samples, logarithmic)",
                                "test error (%)")
                        .powersOfTwo()
                        .rangeX(0, 7)
                        .rangeY(-2, 40)
                        .line("BN", exponents, errors[0], 4)
                        .line("GN", exponents, errors[1])
                        .chart());
    }
}
