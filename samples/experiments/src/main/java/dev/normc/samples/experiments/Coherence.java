package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Report.format;

import dev.normc.runtime.NormLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The coherence condition of normalization propagation (Arpit et al., 2016): for inputs of mean zero and identity
 * covariance and rows of length 1, {@code cov(W x) = W W^T}, so no two units are correlated by more than the coherence
 * {@code max |w_i . w_j|}.
 */
final class Coherence {
    private static final int UNITS = 6;
    private static final int INPUTS = 32;
    private static final int SAMPLES = 20_000;
    private static final double[] COMMON = {0, 0.2, 0.4, 0.6, 0.8};

    /**
     * One weight matrix.
     *
     * @param common weight of the direction that all rows share before they are normalized
     * @param coherence the largest inner product of two rows
     * @param largest the largest measured covariance of two units
     * @param products inner products of all pairs of rows, equal ones included
     * @param covariances what was measured for them
     */
    record Matrix(double common, double coherence, double largest, double[] products, double[] covariances) {
        double worst() {
            double worst = 0;
            for (int i = 0; i < products.length; i++) {
                worst = Math.max(worst, Math.abs(products[i] - covariances[i]));
            }
            return worst;
        }
    }

    private Coherence() {}

    static List<Matrix> run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Statistics.gaussian(random, SAMPLES * INPUTS);
        NormLayer weightNorm = Norms.doubles("weight_norm.norm", "O=" + UNITS + ", I=" + INPUTS);
        List<Matrix> matrices = new ArrayList<>();
        for (double common : COMMON) {
            double[] v = Statistics.gaussian(random, UNITS * INPUTS);
            double[] shared = Statistics.gaussian(random, INPUTS);
            for (int i = 0; i < v.length; i++) {
                v[i] = (1 - common) * v[i] + common * shared[i % INPUTS];
            }
            matrices.add(measure(common, weightNorm.forward(v), x));
        }
        return matrices;
    }

    private static Matrix measure(double common, double[] w, double[] x) {
        double[] hidden = new double[SAMPLES * UNITS];
        for (int n = 0; n < SAMPLES; n++) {
            for (int o = 0; o < UNITS; o++) {
                hidden[n * UNITS + o] = dot(x, n, w, o);
            }
        }
        double[] covariance = Statistics.covariance(hidden, UNITS);
        double[] products = new double[UNITS * (UNITS + 1) / 2];
        double[] covariances = new double[products.length];
        double coherence = 0;
        double largest = 0;
        int pair = 0;
        for (int i = 0; i < UNITS; i++) {
            for (int j = 0; j <= i; j++) {
                products[pair] = dot(w, i, w, j);
                covariances[pair] = covariance[i * UNITS + j];
                if (i != j) {
                    coherence = Math.max(coherence, Math.abs(products[pair]));
                    largest = Math.max(largest, Math.abs(covariances[pair]));
                }
                pair++;
            }
        }
        return new Matrix(common, coherence, largest, products, covariances);
    }

    private static double dot(double[] a, int rowOfA, double[] b, int rowOfB) {
        double sum = 0;
        for (int i = 0; i < INPUTS; i++) {
            sum += a[rowOfA * INPUTS + i] * b[rowOfB * INPUTS + i];
        }
        return sum;
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        List<Matrix> matrices = run(1);
        report.title("Coherence: cov(W x) = W W^T for rows of length 1");
        report.say("%d units, %d inputs of mean 0 and covariance 1, %d samples", UNITS, INPUTS, SAMPLES);
        List<List<String>> rows = new ArrayList<>();
        Plot plot = new Plot(
                        "Covariance of two units is the inner product of their weight rows",
                        "inner product w_i . w_j (no unit)",
                        "measured covariance of units i and j (no unit)")
                .rangeX(-0.6, 1.1)
                .rangeY(-0.6, 1.1);
        for (Matrix matrix : matrices) {
            rows.add(List.of(
                    format("%.1f", matrix.common()),
                    format("%.4f", matrix.coherence()),
                    format("%.4f", matrix.largest()),
                    format("%.4f", matrix.worst())));
            plot.points(
                    format("common part %.1f, coherence %.2f", matrix.common(), matrix.coherence()),
                    matrix.products(),
                    matrix.covariances());
        }
        report.table(
                List.of("common part", "coherence", "largest covariance of two units", "worst |cov - w_i.w_j|"), rows);
        report.say(
                "One should see: all pairs on the diagonal, up to the sampling error of about 1/sqrt(n) = %.3f.",
                1 / Math.sqrt(SAMPLES));
        report.picture(
                "coherence",
                plot.guide("equal", new double[] {-0.6, 1.1}, new double[] {-0.6, 1.1})
                        .chart());
    }
}
