package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Report.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What normalization per unit leaves: batch normalization on a two-dimensional Gaussian removes unequal variances along
 * the axes and no correlation; it does least where the principal axes lie at 45 degrees.
 */
final class Rotation {
    private static final int SAMPLES = 4_000;
    private static final int DRAWN = 500;
    private static final double[] DEVIATIONS = {3, 1};
    private static final double[] DEGREES = {0, 7.5, 15, 22.5, 30, 37.5, 45, 52.5, 60, 67.5, 75, 82.5, 90};

    /**
     * One angle.
     *
     * @param degrees angle of the long principal axis
     * @param before correlation of the two features
     * @param after correlation behind batch normalization
     * @param conditionBefore ratio of the eigenvalues of the covariance
     * @param conditionAfter the same behind batch normalization
     */
    record Angle(
            double degrees,
            double before,
            double after,
            double conditionBefore,
            double conditionAfter,
            double[] x,
            double[] y) {}

    private Rotation() {}

    static List<Angle> run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] z = Statistics.gaussian(random, 2 * SAMPLES);
        List<Angle> angles = new ArrayList<>();
        for (double degrees : DEGREES) {
            double c = Math.cos(Math.toRadians(degrees));
            double s = Math.sin(Math.toRadians(degrees));
            double[] x = new double[z.length];
            for (int i = 0; i < z.length; i += 2) {
                double along = DEVIATIONS[0] * z[i];
                double across = DEVIATIONS[1] * z[i + 1];
                x[i] = c * along - s * across;
                x[i + 1] = s * along + c * across;
            }
            double[] y = Norms.doubles("batch_norm.norm", "N=?, C=2").forward(x);
            angles.add(new Angle(degrees, correlation(x), correlation(y), condition(x), condition(y), x, y));
        }
        return angles;
    }

    private static double correlation(double[] rows) {
        double[] covariance = Statistics.covariance(rows, 2);
        return covariance[1] / Math.sqrt(covariance[0] * covariance[3]);
    }

    private static double condition(double[] rows) {
        double[] eigenvalues = Statistics.eigenvalues(Statistics.covariance(rows, 2), 2);
        return eigenvalues[1] / eigenvalues[0];
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        List<Angle> angles = run(1);
        report.title("Batch normalization of a rotated Gaussian");
        report.say("principal deviations %.0f and %.0f, %d samples", DEVIATIONS[0], DEVIATIONS[1], SAMPLES);
        report.table(
                List.of("angle (degrees)", "correlation before", "after", "condition before", "after"),
                angles.stream()
                        .map(angle -> List.of(
                                format("%.1f", angle.degrees()),
                                format("%.4f", angle.before()),
                                format("%.4f", angle.after()),
                                format("%.2f", angle.conditionBefore()),
                                format("%.2f", angle.conditionAfter())))
                        .toList());
        report.say(
                "One should see: the correlation is untouched at every angle; the condition number drops to 1 on the");
        report.say("axes and stays 9 at 45 degrees, where the two variances are equal already.");
        double[] degrees = column(angles.stream().map(Angle::degrees).toList());
        report.picture(
                "rotation",
                new Plot(
                                "Batch normalization does nothing for a Gaussian at 45 degrees",
                                "angle of the long principal axis (degrees)",
                                "condition number of the covariance (ratio)")
                        .rangeY(0, 10)
                        .line(
                                "before",
                                degrees,
                                column(angles.stream()
                                        .map(Angle::conditionBefore)
                                        .toList()))
                        .line(
                                "behind BN",
                                degrees,
                                column(angles.stream()
                                        .map(Angle::conditionAfter)
                                        .toList()))
                        .chart());
        Angle diagonal = angles.get(DEGREES.length / 2);
        Plot plot = new Plot(
                        format(
                                "At 45 degrees: correlation %.3f before, %.3f behind BN",
                                diagonal.before(), diagonal.after()),
                        "first feature (no unit)",
                        "second feature (no unit)")
                .rangeX(-8, 8)
                .rangeY(-8, 8)
                .points("before", every(diagonal.x(), 0), every(diagonal.x(), 1))
                .points("behind BN", every(diagonal.y(), 0), every(diagonal.y(), 1));
        report.picture("rotation-45", plot.chart());
    }

    private static double[] column(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] every(double[] rows, int column) {
        double[] values = new double[DRAWN];
        Arrays.setAll(values, i -> rows[2 * i + column]);
        return values;
    }
}
