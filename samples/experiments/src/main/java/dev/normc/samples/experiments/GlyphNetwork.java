package dev.normc.samples.experiments;

import dev.normc.samples.experiments.network.Glyphs;
import dev.normc.samples.experiments.network.Network;
import dev.normc.samples.experiments.network.Samples;
import dev.normc.samples.experiments.network.Training;
import dev.normc.samples.experiments.network.Training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A convolutional network of five layers on small images of digits, under the same mistreatment. */
final class GlyphNetwork {
    private static final int[] STRIDES = {2, 1, 2, 1, 1};
    private static final int CHANNELS = 8;
    private static final int SAMPLES = 480;
    private static final int TESTED = 300;
    private static final double NOISE = 0.2;
    private static final int BATCH = 32;
    private static final int STEPS = 120;
    private static final double[] RATES = {0.03, 0.1, 0.3, 1};
    private static final double[] SCALES = {0.1, 1, 10};

    /** The learning rate at which the scales are compared. */
    static final double RATE = 0.3;

    private GlyphNetwork() {}

    /** Trains one network. */
    static Outcome run(long seed, Trial trial) {
        SplittableRandom random = new SplittableRandom(seed);
        Samples train = Glyphs.draw(SAMPLES, NOISE, random);
        Samples test = Glyphs.draw(TESTED, NOISE, random);
        Network network =
                Network.convolutional(trial.method(), train, CHANNELS, STRIDES, trial.scale(), random.split());
        return new Training(BATCH, STEPS, trial.rate()).run(network, train, test, random.split());
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        List<Trial.Run> runs = new ArrayList<>();
        for (Trial trial : Trial.grid(RATES, SCALES, RATE)) {
            report.progress("glyphs: " + trial);
            runs.add(new Trial.Run(trial, run(1, trial)));
        }
        report.title("A convolutional network on drawn digits");
        report.say(
                "%d layers of %d channels, 3 by 3; %d images of %d by %d pixels in batches of %d, %d steps; "
                        + "six digits, chance is 16.7 %%",
                STRIDES.length, CHANNELS, SAMPLES, Glyphs.SIDE, Glyphs.SIDE, BATCH, STEPS);
        Trial.table(report, runs, RATES, new double[] {0.1, 10}, RATE);
        report.say(
                "One should see: the same as on the spirals. Weights ten times too small leave the plain network at");
        report.say("chance and those ten times too large make it diverge; BN learns from both, though slowly from the");
        report.say("large ones, whose gradient is a tenth as long.");
        report.picture(
                "glyphs-learning-rate",
                Trial.overRates(
                                new Plot(
                                        "Five convolutions on drawn digits: the learning rate",
                                        "learning rate (no unit, logarithmic)",
                                        "test accuracy (%, diverged at chance)"),
                                runs,
                                RATES)
                        .rangeY(0, 105)
                        .chart());
        report.picture(
                "glyphs-initial-scale",
                Trial.overScales(
                                new Plot(
                                        "Five convolutions on drawn digits: the initial weights, rate 0.3",
                                        "initial weights over He's (ratio, logarithmic)",
                                        "test accuracy (%, diverged at chance)"),
                                runs,
                                SCALES,
                                RATE)
                        .rangeY(0, 105)
                        .chart());
        Contact.sheet(report, "glyphs", Glyphs.draw(48, NOISE, new SplittableRandom(1)), Glyphs.SIDE);
    }
}
