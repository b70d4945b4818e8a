package dev.normc.samples.experiments;

import dev.normc.samples.experiments.network.Method;
import dev.normc.samples.experiments.network.Training.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One training run of a comparison.
 *
 * @param rate learning rate
 * @param scale factor of the initial hidden weights; 1 is He's
 */
record Trial(Method method, double rate, double scale) {
    static final List<Method> METHODS =
            List.of(Method.NONE, Method.BATCH, Method.LAYER, Method.WEIGHT, Method.MEAN_ONLY, Method.PROPAGATION);

    /** A trial and what came of it. */
    record Run(Trial trial, Outcome outcome) {}

    /** All methods at all rates with scale 1, then all methods at all other scales with one rate. */
    static List<Trial> grid(double[] rates, double[] scales, double rate) {
        List<Trial> trials = new ArrayList<>();
        for (Method method : METHODS) {
            Arrays.stream(rates).forEach(each -> trials.add(new Trial(method, each, 1)));
            Arrays.stream(scales).forEach(scale -> trials.add(new Trial(method, rate, scale)));
        }
        return trials.stream().distinct().toList();
    }

    static Outcome outcome(List<Run> runs, Trial trial) {
        return runs.stream()
                .filter(run -> run.trial().equals(trial))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    /** One row for each method, one column for each of the other two. */
    static void table(Report report, List<Run> runs, double[] rates, double[] scales, double rate) {
        List<String> header = new ArrayList<>(List.of("test accuracy"));
        Arrays.stream(rates).forEach(each -> header.add(Report.format("rate %s", shortest(each))));
        Arrays.stream(scales)
                .forEach(scale -> header.add(Report.format("%s He, rate %s", shortest(scale), shortest(rate))));
        List<List<String>> rows = new ArrayList<>();
        for (Method method : METHODS) {
            List<String> row = new ArrayList<>(List.of(method.title()));
            Arrays.stream(rates)
                    .forEach(each ->
                            row.add(outcome(runs, new Trial(method, each, 1)).cell()));
            Arrays.stream(scales)
                    .forEach(scale -> row.add(
                            outcome(runs, new Trial(method, rate, scale)).cell()));
            rows.add(row);
        }
        report.table(header, rows);
    }

    /** Accuracy in percent for one method after the other, a diverged run at chance. */
    static Plot overRates(Plot plot, List<Run> runs, double[] rates) {
        for (Method method : METHODS) {
            plot.line(method.title(), rates, percent(runs, rates, each -> new Trial(method, each, 1)), width(method));
        }
        return plot.logX();
    }

    /** The same over the initial scale. */
    static Plot overScales(Plot plot, List<Run> runs, double[] scales, double rate) {
        for (Method method : METHODS) {
            plot.line(
                    method.title(),
                    scales,
                    percent(runs, scales, scale -> new Trial(method, rate, scale)),
                    width(method));
        }
        return plot.logX();
    }

    /** Wide for the first, thin for the last, so that equal curves stay in sight. */
    private static float width(Method method) {
        return 1.3f * (METHODS.size() - METHODS.indexOf(method));
    }

    private static double[] percent(List<Run> runs, double[] values, java.util.function.DoubleFunction<Trial> trial) {
        return Arrays.stream(values)
                .map(value -> 100 * outcome(runs, trial.apply(value)).accuracy())
                .toArray();
    }

    static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
