package dev.normc.jit.founding;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Normalization propagation (Arpit et al., 2016) of a linear layer, written out.
 *
 * <p>{@code y = (s(ahat) - mean) / deviation}, {@code ahat = g W x / |W| + b}, with the mean and the standard deviation of
 * {@code s} in a standard normal.
 */
record NormPropByHand(DoubleUnaryOperator activation, DoubleUnaryOperator slope, double mean, double deviation) {

    /** The norm for an activation, {@code relu} or any other function of one argument. */
    static String text(String function) {
        return textOf(function + "(a)", function + "(z)");
    }

    /** The norm for an activation of {@code a}, which in a standard normal {@code z} is the other expression. */
    static String textOf(String ofA, String ofZ) {
        return "norm NormProp { input x[N, I] param w[O, I] = 0, g[O] = 1, b[O] = 0"
                + " a = g * sum[I](w * x) / norm2[I](w) + b output y = (" + ofA + " - gauss_mean(z, " + ofZ
                + ")) / gauss_std(z, " + ofZ + ") }";
    }

    /** {@code y} and the gradients by {@code x}, {@code w}, {@code g} and {@code b}. */
    Map<String, double[]> of(Map<String, double[]> values) {
        double[] x = values.get("x");
        double[] w = values.get("w");
        double[] g = values.get("g");
        double[] dy = values.get("dy");
        int units = g.length;
        int inputs = w.length / units;
        double[] norms = new double[units];
        Arrays.setAll(norms, o -> Vectors.length(Vectors.row(w, inputs, o)));
        double[] raw = Vectors.product(x, Vectors.transposed(w, inputs), inputs, units);
        double[] y = new double[raw.length];
        double[] da = new double[raw.length];
        double[] dg = new double[units];
        double[] db = new double[units];
        double[] along = new double[units];
        for (int i = 0; i < raw.length; i++) {
            int o = i % units;
            double ahat = g[o] * raw[i] / norms[o] + values.get("b")[o];
            y[i] = (activation.applyAsDouble(ahat) - mean) / deviation;
            double dahat = dy[i] / deviation * slope.applyAsDouble(ahat);
            da[i] = dahat * g[o] / norms[o];
            dg[o] += dahat * raw[i] / norms[o];
            db[o] += dahat;
            along[o] += dahat * g[o] * raw[i] / Math.pow(norms[o], 3);
        }
        double[] dw = Vectors.product(Vectors.transposed(da, units), x, x.length / inputs, inputs);
        for (int i = 0; i < dw.length; i++) {
            dw[i] -= w[i] * along[i / inputs];
        }
        return Map.of("y", y, "dx", Vectors.product(da, w, units, inputs), "dw", dw, "dg", dg, "db", db);
    }
}
