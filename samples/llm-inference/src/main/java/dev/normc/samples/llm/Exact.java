package dev.normc.samples.llm;

import dev.normc.runtime.DataType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Outputs to 40 decimal places, each as a double and what remains.
 *
 * @param high the nearest doubles
 * @param low exact value minus {@code high}
 */
public record Exact(double[] high, double[] low) {
    private static final MathContext PLACES = new MathContext(40);

    /**
     * {@code weight (x - mean) / sqrt(mean((x - mean)^2) + eps) + bias} for each row.
     *
     * @param centred whether the mean is subtracted; it is 0 otherwise
     * @param offset what is added to every weight: 1 where weights are those of 1 + w
     * @param x rows of as many elements as there are weights
     */
    public static Exact norm(boolean centred, double offset, double eps, double[] x, double[] weight, double[] bias) {
        int size = weight.length;
        Exact exact = new Exact(new double[x.length], new double[x.length]);
        BigDecimal count = BigDecimal.valueOf(size);
        for (int row = 0; row < x.length; row += size) {
            BigDecimal[] values =
                    Arrays.stream(x, row, row + size).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
            BigDecimal mean = centred
                    ? Arrays.stream(values)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(count, PLACES)
                    : BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (int i = 0; i < size; i++) {
                values[i] = values[i].subtract(mean);
                squares = squares.add(values[i].multiply(values[i]), PLACES);
            }
            BigDecimal deviation =
                    squares.divide(count, PLACES).add(BigDecimal.valueOf(eps)).sqrt(PLACES);
            for (int i = 0; i < size; i++) {
                BigDecimal scale = new BigDecimal(weight[i]).add(new BigDecimal(offset));
                exact.set(
                        row + i,
                        values[i].multiply(scale).divide(deviation, PLACES).add(new BigDecimal(bias[i])));
            }
        }
        return exact;
    }

    private void set(int index, BigDecimal value) {
        high[index] = value.doubleValue();
        low[index] = value.subtract(new BigDecimal(high[index])).doubleValue();
    }

    /** Compares outputs that are stored in {@code type}. */
    Accuracy compare(double[] outputs, DataType type) {
        if (outputs.length != high.length) {
            throw new IllegalArgumentException(outputs.length + " outputs, " + high.length + " exact values");
        }
        double largest = Arrays.stream(high).map(Math::abs).max().orElse(0);
        double worstUlp = 0;
        double worst = 0;
        int rounded = 0;
        for (int i = 0; i < outputs.length; i++) {
            double distance = Math.abs(outputs[i] - high[i] - low[i]);
            worst = Math.max(worst, distance);
            worstUlp = Math.max(worstUlp, distance / ulp(high[i], type));
            rounded += outputs[i] == type.rounded(high[i]) ? 1 : 0;
        }
        return new Accuracy(worstUlp, worst / ulp(largest, type), worst / largest, (double) rounded / outputs.length);
    }

    /** Of a number in the normal range: f32 keeps 24 bits, bf16 8. */
    private static double ulp(double value, DataType type) {
        int bits =
                switch (type) {
                    case F64 -> 53;
                    case F32 -> 24;
                    case F16 -> 11;
                    case BF16 -> 8;
                };
        return Math.scalb(1.0, Math.getExponent(value) - bits + 1);
    }
}
