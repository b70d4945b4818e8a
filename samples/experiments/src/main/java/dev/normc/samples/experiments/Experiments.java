package dev.normc.samples.experiments;

/** Runs all experiments: {@code java -jar experiments.jar [FOLDER]}. */
public final class Experiments {

    private Experiments() {}

    /** Prints every table; pictures go to the folder given, or to {@code target/experiments}. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Report report = Report.of(arguments);
        CovariateShift.show(report);
        Conditioning.show(report);
        Rotation.show(report);
        Coherence.show(report);
        DeepNetwork.show(report);
        GlyphNetwork.show(report);
        SmallBatch.show(report);
        report.say("%nall in %.0f s", (System.nanoTime() - start) / 1e9);
    }
}
