package dev.normc.compiler.specialize;

import java.util.function.DoubleUnaryOperator;

/**
 * Means of functions of a standard normal variable, to 1e-10 of their size, kinks and jumps included.
 *
 * <p>Adaptive Gauss-Kronrod quadrature, 7 and 15 points (Piessens et al., QUADPACK, 1983): an interval on which the two
 * disagree is halved, so that only the one around a kink goes on.
 */
final class NormalIntegral {
    /** Beyond it the density is below 1e-340. */
    private static final double END = 40;

    private static final double RELATIVE = 1e-14;
    private static final int DEEPEST = 60;

    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144691693049,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245,
        0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649,
        0.209482141084727828012999174891714
    };
    /** Of the nodes with odd numbers. */
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082,
        0.279705391489276667901467771423780,
        0.381830050505118944950369775488975,
        0.417959183673469387755102040816327
    };

    private final DoubleUnaryOperator weighted;
    private double scale;

    private NormalIntegral(DoubleUnaryOperator function) {
        this.weighted = z -> {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            return density == 0 ? 0 : function.applyAsDouble(z) * density;
        };
    }

    /** The mean; not a number or infinite where there is none. */
    static double mean(DoubleUnaryOperator function) {
        return new NormalIntegral(function).integral();
    }

    /** The standard deviation about a mean. */
    static double deviation(DoubleUnaryOperator function, double mean) {
        return Math.sqrt(mean(z -> {
            double centred = function.applyAsDouble(z) - mean;
            return centred * centred;
        }));
    }

    private double integral() {
        // A first look at the size of the parts, then each to what matters beside it.
        for (double a = -END; a < END; a++) {
            scale += Math.abs(rules(a, a + 1)[0]);
        }
        if (!Double.isFinite(scale)) {
            return Double.NaN;
        }
        double sum = 0;
        for (double a = -END; a < END; a++) {
            sum += part(a, a + 1, 0);
        }
        return sum;
    }

    private double part(double a, double b, int depth) {
        double[] rules = rules(a, b);
        double middle = (a + b) / 2;
        boolean settled = Math.abs(rules[0] - rules[1]) <= RELATIVE * scale;
        if (settled || depth >= DEEPEST || middle <= a || middle >= b) {
            return rules[0];
        }
        return part(a, middle, depth + 1) + part(middle, b, depth + 1);
    }

    /** The integral over an interval by 15 points and by 7. */
    private double[] rules(double a, double b) {
        double centre = (a + b) / 2;
        double half = (b - a) / 2;
        double fine = 0;
        double coarse = 0;
        for (int i = 0; i < NODES.length; i++) {
            double value = weighted.applyAsDouble(centre + half * NODES[i]);
            if (NODES[i] != 0) {
                value += weighted.applyAsDouble(centre - half * NODES[i]);
            }
            fine += KRONROD[i] * value;
            coarse += i % 2 == 1 ? GAUSS[i / 2] * value : 0;
        }
        return new double[] {fine * half, coarse * half};
    }
}
