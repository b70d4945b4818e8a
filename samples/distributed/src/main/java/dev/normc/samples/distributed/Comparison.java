package dev.normc.samples.distributed;

import java.util.List;
import java.util.Locale;

/**
 * How far results are from those of one machine.
 *
 * <p>The unit is the f32 ulp of the largest term in the last sum of the formula, or of the result where that is larger: of
 * the result alone it would mislead where terms cancel.
 *
 * @param what name of the result
 * @param elements compared
 * @param different that have other bits
 * @param largest difference in ulps
 */
public record Comparison(String what, int elements, int different, double largest) {

    /** The heading of {@link #toString}. */
    public static final String HEADING =
            String.format(Locale.ROOT, "%-14s %10s %10s %16s", "", "elements", "different", "at most [ulp]");

    /**
     * Compares element by element.
     *
     * @param terms for each element the largest term of its sum, absolute; one for all where there is one
     * @throws IllegalStateException if the lengths differ
     */
    public static Comparison of(String what, float[] expected, float[] actual, double... terms) {
        if (expected.length != actual.length) {
            throw new IllegalStateException(
                    what + ": " + actual.length + " elements, one machine has " + expected.length);
        }
        int different = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                double term = terms.length == 0 ? 0 : terms[terms.length == 1 ? 0 : i];
                float unit = Math.ulp((float) Math.max(term, Math.abs(expected[i])));
                different++;
                largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]) / unit);
            }
        }
        return new Comparison(what, expected.length, different, largest);
    }

    /** All results of a step of batch norm with a shift of {@code beta}. */
    public static List<Comparison> of(StepResult expected, StepResult actual, float[] beta) {
        double[] terms = new double[expected.y().length];
        int positions = expected.rows() == 0 ? 1 : terms.length / expected.rows() / beta.length;
        for (int i = 0; i < terms.length; i++) {
            double shift = beta[i / positions % beta.length];
            terms[i] = Math.max(Math.abs(shift), Math.abs(expected.y()[i] - shift));
        }
        return List.of(
                of("y", expected.y(), actual.y(), terms),
                of("dx", expected.dx(), actual.dx()),
                of("dgamma", expected.dgamma(), actual.dgamma()),
                of("dbeta", expected.dbeta(), actual.dbeta()),
                of("running_mean", expected.runningMean(), actual.runningMean()),
                of("running_var", expected.runningVar(), actual.runningVar()));
    }

    /**
     * Whether both can be within the contract: rounded correctly in 99.99 % of the elements, and never more than one ulp
     * off.
     */
    public boolean isWithinContract() {
        return largest <= 1 && different <= Math.ceil(2e-4 * elements);
    }

    /** A line of a table. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-14s %10d %10d %16.2f", what, elements, different, largest);
    }
}
