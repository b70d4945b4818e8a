package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Report.format;

import dev.normc.runtime.NormLayer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Covariate shift (Shimodaira, 2000): the law of y given x is one cubic everywhere, the x of two domains are not the
 * same, and a straight line fitted in one is wrong in the other. Inside a network each layer is such a domain for the
 * next one (Ioffe and Szegedy, 2015); batch normalization fixes the first two moments.
 */
final class CovariateShift {
    private static final int SAMPLES = 500;
    private static final double[] CENTRES = {0, 1.5};
    private static final double SPREAD = 0.4;
    private static final double NOISE = 0.1;
    private static final double[] SHIFTS = {-4, -3, -2, -1, 0, 1, 2, 3, 4};

    /** Scale and shift after normalization. */
    static final float GAMMA = 0.5f;

    static final float BETA = 2;

    /** A straight line. */
    record Line(double slope, double intercept) {
        double at(double x) {
            return slope * x + intercept;
        }
    }

    /**
     * What one seed gives.
     *
     * @param x positions of the samples of each domain
     * @param y their values
     * @param lines the least-squares line of each domain
     * @param errors mean squared error of the line of the first index on the domain of the second
     * @param before mean and variance of a hidden unit at each upstream shift
     * @param after the same behind batch normalization
     */
    record Result(double[][] x, double[][] y, Line[] lines, double[][] errors, double[][] before, double[][] after) {}

    private CovariateShift() {}

    static Result run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[2][];
        double[][] y = new double[2][];
        Line[] lines = new Line[2];
        for (int domain = 0; domain < 2; domain++) {
            double centre = CENTRES[domain];
            x[domain] = Arrays.stream(Statistics.gaussian(random, SAMPLES))
                    .map(z -> centre + SPREAD * z)
                    .toArray();
            y[domain] = Arrays.stream(x[domain])
                    .map(at -> cubic(at) + NOISE * random.nextGaussian())
                    .toArray();
            lines[domain] = fit(x[domain], y[domain]);
        }
        double[][] errors = new double[2][2];
        for (int line = 0; line < 2; line++) {
            for (int domain = 0; domain < 2; domain++) {
                errors[line][domain] = error(lines[line], x[domain], y[domain]);
            }
        }
        double[][] before = new double[SHIFTS.length][];
        double[][] after = new double[SHIFTS.length][];
        NormLayer norm = Norms.floats("batch_norm.norm", "N=?, C=1");
        norm.floats("gamma")[0] = GAMMA;
        norm.floats("beta")[0] = BETA;
        for (int i = 0; i < SHIFTS.length; i++) {
            // The layer below has learned: its unit now has another mean and another scale.
            float[] hidden = new float[SAMPLES];
            for (int n = 0; n < SAMPLES; n++) {
                hidden[n] = (float) (SHIFTS[i] + Math.exp(SHIFTS[i] / 3) * random.nextGaussian());
            }
            before[i] = moments(hidden);
            after[i] = moments(norm.forward(hidden));
        }
        return new Result(x, y, lines, errors, before, after);
    }

    private static double cubic(double x) {
        return x * x * x - x;
    }

    private static Line fit(double[] x, double[] y) {
        double meanX = Statistics.mean(x, 1, 0);
        double meanY = Statistics.mean(y, 1, 0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = products / squares;
        return new Line(slope, meanY - slope * meanX);
    }

    private static double error(Line line, double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(line.at(x[i]) - y[i], 2);
        }
        return sum / x.length;
    }

    private static double[] moments(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new double[] {Statistics.mean(wide, 1, 0), Statistics.covariance(wide, 1)[0]};
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        Result result = run(1);
        report.title("Covariate shift: one cubic, two domains");
        report.say(
                "y = x^3 - x + noise of deviation %.1f; %d samples a domain, deviation %.1f", NOISE, SAMPLES, SPREAD);
        report.table(
                List.of("line fitted in", "slope", "intercept", "MSE in A", "MSE in B"),
                List.of(row(result, 0), row(result, 1)));
        report.say("One should see: two different lines, and each fifty times worse and more in the other's domain.");
        report.picture(
                "covariate-shift-domains",
                new Plot("A straight line fitted in one domain is wrong in the other", "x (no unit)", "y (no unit)")
                        .rangeX(-1.5, 3)
                        .rangeY(-6, 14)
                        .points("domain A, x about 0", result.x[0], result.y[0])
                        .points("domain B, x about 1.5", result.x[1], result.y[1])
                        .guide(
                                "the cubic",
                                grid(),
                                Arrays.stream(grid()).map(CovariateShift::cubic).toArray())
                        .curve(
                                "line of A",
                                grid(),
                                Arrays.stream(grid()).map(result.lines[0]::at).toArray())
                        .curve(
                                "line of B",
                                grid(),
                                Arrays.stream(grid()).map(result.lines[1]::at).toArray())
                        .chart());
        report.table(
                List.of("upstream shift", "mean before", "variance before", "mean after", "variance after"),
                java.util.stream.IntStream.range(0, SHIFTS.length)
                        .mapToObj(i -> List.of(
                                format("%.0f", SHIFTS[i]),
                                format("%.3f", result.before[i][0]),
                                format("%.3f", result.before[i][1]),
                                format("%.6f", result.after[i][0]),
                                format("%.6f", result.after[i][1])))
                        .toList());
        report.say(
                "One should see: behind batch normalization mean and variance are beta = %.0f and gamma^2 = %.2f.",
                BETA, GAMMA * GAMMA);
        report.picture(
                "covariate-shift-moments",
                new Plot(
                                "Moments of a hidden unit while the layer below shifts",
                                "upstream shift (no unit)",
                                "mean, variance (no unit)")
                        .line("mean, raw", SHIFTS, column(result.before, 0))
                        .line("variance, raw", SHIFTS, column(result.before, 1))
                        .line("mean, behind BN", SHIFTS, column(result.after, 0))
                        .line("variance, behind BN", SHIFTS, column(result.after, 1))
                        .chart());
    }

    private static List<String> row(Result result, int domain) {
        return List.of(
                domain == 0 ? "A" : "B",
                format("%.3f", result.lines[domain].slope()),
                format("%.3f", result.lines[domain].intercept()),
                format("%.4f", result.errors[domain][0]),
                format("%.4f", result.errors[domain][1]));
    }

    private static double[] grid() {
        return java.util.stream.IntStream.range(0, 91)
                .mapToDouble(i -> -1.5 + i * 0.05)
                .toArray();
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
