package dev.normc.samples.experiments;

import dev.normc.samples.experiments.network.Method;
import dev.normc.samples.experiments.network.Network;
import dev.normc.samples.experiments.network.Samples;
import dev.normc.samples.experiments.network.Training;
import dev.normc.samples.experiments.network.Training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A fully connected network of eight hidden layers on two spirals: which normalization bears which mistreatment. */
final class DeepNetwork {
    private static final int HIDDEN = 8;
    private static final int WIDTH = 16;
    private static final int SAMPLES = 256;
    private static final double NOISE = 0.02;
    private static final int BATCH = 64;
    private static final int STEPS = 300;
    private static final double[] RATES = {0.01, 0.03, 0.1, 0.3, 1, 3};
    private static final double[] SCALES = {0.1, 0.3, 1, 3, 10};

    /** A learning rate at which every network trains from He's weights. */
    static final double MODERATE_RATE = 0.03;

    /** The learning rate at which the scales are compared. */
    static final double RATE = 0.1;

    private DeepNetwork() {}

    /** Trains one network. */
    static Outcome run(long seed, Trial trial) {
        SplittableRandom random = new SplittableRandom(seed);
        Samples train = Samples.spirals(SAMPLES, NOISE, random);
        Samples test = Samples.spirals(SAMPLES, NOISE, random);
        Network network = Network.dense(trial.method(), train, WIDTH, HIDDEN, trial.scale(), random.split());
        return new Training(BATCH, STEPS, trial.rate()).run(network, train, test, random.split());
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        List<Trial.Run> runs = new ArrayList<>();
        for (Trial trial : Trial.grid(RATES, SCALES, RATE)) {
            report.progress("spirals: " + trial);
            runs.add(new Trial.Run(trial, run(1, trial)));
        }
        report.title("A deep network on spirals: learning rates and initial scales");
        report.say(
                "%d hidden layers of %d units, %d samples in batches of %d, %d steps of gradient descent; chance is 50 %%",
                HIDDEN, WIDTH, SAMPLES, BATCH, STEPS);
        Trial.table(report, runs, RATES, new double[] {0.1, 0.3, 3, 10}, RATE);
        report.say(
                "One should see: everything trains at a rate of 0.03 from He's weights. Without normalization a rate");
        report.say("of 1 and more, and weights ten times too small or too large, are the end; BN bears them all.");
        report.say(
                "Behind a norm the loss does not depend on the length of the weights: too long ones only learn slowly,");
        report.say(
                "but those a tenth as long take steps ten times longer, and only BN always bears that at this rate.");
        report.picture(
                "spirals-learning-rate",
                Trial.overRates(
                                new Plot(
                                        "Eight hidden layers on spirals: the learning rate",
                                        "learning rate (no unit, logarithmic)",
                                        "test accuracy (%, diverged at chance)"),
                                runs,
                                RATES)
                        .rangeY(40, 105)
                        .chart());
        report.picture(
                "spirals-initial-scale",
                Trial.overScales(
                                new Plot(
                                        "Eight hidden layers on spirals: the initial weights, rate 0.1",
                                        "initial weights over He's (ratio, logarithmic)",
                                        "test accuracy (%, diverged at chance)"),
                                runs,
                                SCALES,
                                RATE)
                        .rangeY(40, 105)
                        .chart());
        int end = Trial.outcome(runs, new Trial(Method.NONE, RATE, 10)).losses().length;
        Plot losses = new Plot(
                        Report.format(
                                "Weights ten times too large, rate 0.1 (without normalization: diverged in step %d)",
                                end + 1),
                        "time (steps of gradient descent)",
                        "cross entropy, mean of ten batches (nats, logarithmic)")
                .logY();
        losses.skip(); // the colour of the one that diverged
        for (Method method : Trial.METHODS.subList(1, Trial.METHODS.size())) {
            double[] loss = Trial.outcome(runs, new Trial(method, RATE, 10)).losses();
            double[] steps = IntStream.range(0, loss.length).asDoubleStream().toArray();
            losses.curve(method.title(), steps, smooth(loss));
        }
        report.picture("spirals-losses", losses.chart());
    }

    /** Mean of the last ten steps. */
    private static double[] smooth(double[] losses) {
        return IntStream.range(0, losses.length)
                .mapToDouble(step -> IntStream.rangeClosed(Math.max(0, step - 9), step)
                        .mapToDouble(each -> losses[each])
                        .average()
                        .getAsDouble())
                .toArray();
    }
}
