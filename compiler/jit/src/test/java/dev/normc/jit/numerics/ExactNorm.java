package dev.normc.jit.numerics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;

/**
 * A standardization with affine and its gradients in 45-digit decimal arithmetic, for any layout.
 *
 * <p>{@code y = gamma xhat + beta}, {@code dx = r (u - mean(u) - xhat mean(u xhat))}, {@code u = gamma dy},
 * {@code dgamma = sum dy xhat}, {@code dbeta = sum dy}; Ioffe &amp; Szegedy (2015), section 3. Without a centre the means
 * of {@code x} and {@code u} are left out; Zhang &amp; Sennrich (2019).
 */
final class ExactNorm {
    private static final MathContext DIGITS = new MathContext(45);

    private final HardLayout layout;
    private final boolean centred;
    private final BigDecimal[] mean;
    private final BigDecimal[] variance;
    private final BigDecimal[] r;
    private final BigDecimal[] xhat;
    private final double[] x;
    private final double[] dy;
    private final double[] gamma;
    private final double[] beta;

    /** Exact values, and for each its largest absolute term, or for sums the sum of absolute terms. */
    record Result(BigDecimal[] values, double[] terms) {}

    ExactNorm(HardLayout layout, boolean centred, double epsilon, Map<String, double[]> values) {
        this.layout = layout;
        this.centred = centred;
        this.x = values.get("x");
        this.dy = values.get("dy");
        this.gamma = values.get("gamma");
        this.beta = values.getOrDefault("beta", new double[gamma.length]);
        BigDecimal[] exact = Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
        this.mean = centred ? groupMeans(exact) : zeros(layout.groups());
        BigDecimal[] differences = new BigDecimal[x.length];
        BigDecimal[] squares = new BigDecimal[x.length];
        for (int i = 0; i < x.length; i++) {
            differences[i] = exact[i].subtract(mean[layout.group(i)], DIGITS);
            squares[i] = differences[i].multiply(differences[i], DIGITS);
        }
        this.variance = groupMeans(squares);
        this.r = Arrays.stream(variance)
                .map(v -> BigDecimal.ONE.divide(v.add(new BigDecimal(epsilon)).sqrt(DIGITS), DIGITS))
                .toArray(BigDecimal[]::new);
        this.xhat = new BigDecimal[x.length];
        for (int i = 0; i < x.length; i++) {
            xhat[i] = differences[i].multiply(r[layout.group(i)], DIGITS);
        }
    }

    double mean(int group) {
        return mean[group].doubleValue();
    }

    double variance(int group) {
        return variance[group].doubleValue();
    }

    double r(int group) {
        return r[group].doubleValue();
    }

    Result y() {
        BigDecimal[] y = new BigDecimal[x.length];
        double[] terms = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            BigDecimal scaled = xhat[i].multiply(new BigDecimal(gamma[layout.param(i)]), DIGITS);
            double shift = beta[layout.param(i)];
            y[i] = scaled.add(new BigDecimal(shift), DIGITS);
            terms[i] = Math.max(Math.abs(scaled.doubleValue()), Math.abs(shift));
        }
        return new Result(y, terms);
    }

    Result dx() {
        BigDecimal[] u = new BigDecimal[x.length];
        BigDecimal[] along = new BigDecimal[x.length];
        for (int i = 0; i < x.length; i++) {
            u[i] = new BigDecimal(dy[i]).multiply(new BigDecimal(gamma[layout.param(i)]), DIGITS);
            along[i] = u[i].multiply(xhat[i], DIGITS);
        }
        BigDecimal[] meanU = centred ? groupMeans(u) : zeros(layout.groups());
        BigDecimal[] meanAlong = groupMeans(along);
        BigDecimal[] dx = new BigDecimal[x.length];
        double[] terms = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int group = layout.group(i);
            BigDecimal back = xhat[i].multiply(meanAlong[group], DIGITS);
            dx[i] = r[group].multiply(u[i].subtract(meanU[group], DIGITS).subtract(back, DIGITS), DIGITS);
            double largest = Math.max(Math.abs(u[i].doubleValue()), Math.abs(meanU[group].doubleValue()));
            terms[i] = r[group].doubleValue() * Math.max(largest, Math.abs(back.doubleValue()));
        }
        return new Result(dx, terms);
    }

    Result dgamma() {
        BigDecimal[] products = new BigDecimal[x.length];
        for (int i = 0; i < x.length; i++) {
            products[i] = xhat[i].multiply(new BigDecimal(dy[i]), DIGITS);
        }
        return paramSums(products);
    }

    Result dbeta() {
        return paramSums(Arrays.stream(dy).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new));
    }

    private Result paramSums(BigDecimal[] elements) {
        BigDecimal[] sums = zeros(layout.params());
        double[] terms = new double[layout.params()];
        for (int i = 0; i < elements.length; i++) {
            int param = layout.param(i);
            sums[param] = sums[param].add(elements[i], DIGITS);
            terms[param] += Math.abs(elements[i].doubleValue());
        }
        return new Result(sums, terms);
    }

    private BigDecimal[] groupMeans(BigDecimal[] elements) {
        BigDecimal[] sums = zeros(layout.groups());
        for (int i = 0; i < elements.length; i++) {
            sums[layout.group(i)] = sums[layout.group(i)].add(elements[i], DIGITS);
        }
        BigDecimal n = new BigDecimal(layout.length());
        return Arrays.stream(sums).map(sum -> sum.divide(n, DIGITS)).toArray(BigDecimal[]::new);
    }

    private static BigDecimal[] zeros(int length) {
        BigDecimal[] zeros = new BigDecimal[length];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
