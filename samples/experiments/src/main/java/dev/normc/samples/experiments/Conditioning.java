package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Report.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learning rate against conditioning (LeCun et al., 1998): least squares by gradient descent,
 * {@code e := e - eta H e}, {@code H = E[x x^T]}. It converges where {@code eta < 2 / lambda_max}, and takes about
 * {@code lambda_max / lambda_min} steps.
 */
final class Conditioning {
    private static final int DIMENSIONS = 10;
    private static final double MEAN = 3;
    private static final int SAMPLES = 20_000;
    private static final int MOST_STEPS = 20_000;
    private static final double GOAL = 1e-3;
    private static final int UPDATES = 2_000;

    /** Learning rates, evenly spaced in the logarithm from 0.001 to 3.2. */
    private static final double[] RATES = java.util.stream.IntStream.range(0, 71)
            .mapToDouble(i -> Math.pow(10, -3 + i * 0.05))
            .toArray();

    /**
     * One form of the data.
     *
     * @param eigenvalues of H, ascending
     * @param steps until the error is a thousandth, for each learning rate; NaN where it never is
     * @param below whether 0.99 of the limit converges
     * @param above whether 1.01 of the limit diverges
     * @param slowest by how much the error shrinks in a late step at 1 / lambda_max, divided by what theory says
     */
    record Form(String name, double[] eigenvalues, double[] steps, boolean below, boolean above, double slowest) {
        double condition() {
            return eigenvalues[eigenvalues.length - 1] / eigenvalues[0];
        }

        double limit() {
            return 2 / eigenvalues[eigenvalues.length - 1];
        }

        double fewestSteps() {
            return Arrays.stream(steps).filter(Double::isFinite).min().orElse(Double.NaN);
        }
    }

    /**
     * What one seed gives.
     *
     * @param sameSign share of updates of one unit whose components all have one sign, positive inputs
     * @param sameSignCentred the same after centring
     */
    record Result(List<Form> forms, double sameSign, double sameSignCentred) {}

    private Conditioning() {}

    static Result run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] equal = new double[SAMPLES * DIMENSIONS];
        double[] unequal = new double[equal.length];
        double[] positive = new double[UPDATES * DIMENSIONS];
        for (int i = 0; i < equal.length; i++) {
            double z = random.nextGaussian();
            double deviation = 0.2 * Math.pow(10, i % DIMENSIONS / (DIMENSIONS - 1.0)); // 0.2 to 2
            equal[i] = MEAN + z;
            unequal[i] = MEAN + deviation * z;
        }
        for (int i = 0; i < positive.length; i++) {
            positive[i] = Math.exp(random.nextGaussian());
        }
        String shape = "N=" + SAMPLES + ", D=" + DIMENSIONS;
        double[] error = Statistics.gaussian(random, DIMENSIONS);
        List<Form> forms = List.of(
                form("mean 3, deviation 1", equal, error),
                form("  centred", Norms.doubles("centre.norm", shape).forward(equal), error),
                form("mean 3, deviations 0.2 to 2", unequal, error),
                form("  centred", Norms.doubles("centre.norm", shape).forward(unequal), error),
                form(
                        "  centred and scaled",
                        Norms.doubles("standardize.norm", shape).forward(unequal),
                        error));
        double[] centred = Norms.doubles("centre.norm", "N=" + UPDATES + ", D=" + DIMENSIONS)
                .forward(positive);
        return new Result(forms, sameSign(positive, random), sameSign(centred, random));
    }

    private static Form form(String name, double[] data, double[] error) {
        double[] hessian = Statistics.moment(data, DIMENSIONS);
        double[] eigenvalues = Statistics.eigenvalues(hessian, DIMENSIONS);
        double greatest = eigenvalues[DIMENSIONS - 1];
        double[] steps = Arrays.stream(RATES)
                .map(rate -> rate < 2.1 / greatest ? steps(hessian, error, rate) : Double.NaN)
                .toArray();
        boolean below = Double.isFinite(steps(hessian, error, 0.99 * 2 / greatest));
        boolean above = !Double.isFinite(steps(hessian, error, 1.01 * 2 / greatest));
        double[] late = error;
        for (int step = 0; step < MOST_STEPS && norm(late) > 1e-100; step++) {
            late = descend(hessian, late, 1 / greatest);
        }
        double rate = norm(descend(hessian, late, 1 / greatest)) / norm(late);
        return new Form(name, eigenvalues, steps, below, above, rate / (1 - eigenvalues[0] / greatest));
    }

    private static double steps(double[] hessian, double[] start, double rate) {
        double[] error = start;
        double goal = GOAL * norm(start);
        for (int step = 1; step <= MOST_STEPS; step++) {
            error = descend(hessian, error, rate);
            double length = norm(error);
            if (length <= goal) {
                return step;
            }
            if (!(length < 1e9)) {
                break;
            }
        }
        return Double.NaN;
    }

    private static double[] descend(double[] hessian, double[] error, double rate) {
        double[] next = error.clone();
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int j = 0; j < DIMENSIONS; j++) {
                next[i] -= rate * hessian[i * DIMENSIONS + j] * error[j];
            }
        }
        return next;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    }

    /** The update of one unit is {@code -eta delta x}, delta one number. */
    private static double sameSign(double[] rows, SplittableRandom random) {
        int same = 0;
        for (int n = 0; n < UPDATES; n++) {
            double delta = random.nextGaussian();
            int positive = 0;
            for (int j = 0; j < DIMENSIONS; j++) {
                positive += -delta * rows[n * DIMENSIONS + j] > 0 ? 1 : 0;
            }
            same += positive == 0 || positive == DIMENSIONS ? 1 : 0;
        }
        return (double) same / UPDATES;
    }

    public static void main(String[] arguments) {
        show(Report.of(arguments));
    }

    static void show(Report report) {
        Result result = run(1);
        report.title("Learning rate against conditioning");
        report.say(
                "least squares in %d dimensions, mean %.0f: in theory eigenvalues 1 (%d times) and 1 + d m^2 = %.0f",
                DIMENSIONS, MEAN, DIMENSIONS - 1, 1 + DIMENSIONS * MEAN * MEAN);
        List<List<String>> rows = new ArrayList<>();
        for (Form form : result.forms()) {
            rows.add(List.of(
                    form.name(),
                    format("%.3f", form.eigenvalues()[0]),
                    format("%.3f", form.eigenvalues()[DIMENSIONS - 2]),
                    format("%.3f", form.eigenvalues()[DIMENSIONS - 1]),
                    format("%.1f", form.condition()),
                    format("%.4f", form.limit()),
                    format("%.0f", form.fewestSteps()),
                    (form.below() ? "yes" : "no") + " / " + (form.above() ? "yes" : "no")));
        }
        report.table(
                List.of(
                        "data",
                        "lambda_min",
                        "lambda_9",
                        "lambda_max",
                        "condition",
                        "limit 2/lambda_max",
                        "fewest steps",
                        "converges at 0.99, diverges at 1.01 of it"),
                rows);
        report.say("One should see: centring removes the eigenvalue of the mean, scaling those of unequal deviations;");
        report.say("the steps needed follow the condition number, and the limit of the learning rate is sharp.");
        report.say(
                "Updates of one unit whose %d components all have one sign: %.1f %% with positive inputs, %.1f %% centred.",
                DIMENSIONS, 100 * result.sameSign(), 100 * result.sameSignCentred());
        Plot plot = new Plot(
                        "Gradient descent on least squares: what centring and scaling buy",
                        "learning rate (no unit, logarithmic; dashed: 2 / lambda_max)",
                        "steps to a thousandth of the error (steps, logarithmic)")
                .logX()
                .logY();
        List<String> names = List.of(
                "equal deviations",
                "equal, centred",
                "unequal deviations",
                "unequal, centred",
                "unequal, centred, scaled");
        // The wide ones first: equal condition numbers give equal curves.
        for (int i : new int[] {4, 1, 0, 3, 2}) {
            Form form = result.forms().get(i);
            plot.curve(names.get(i), RATES, form.steps(), i == 4 ? 9 : i == 1 ? 5 : 2);
            plot.limit("limit of " + names.get(i), form.limit(), 1, MOST_STEPS);
        }
        report.picture("conditioning", plot.chart());
    }
}
