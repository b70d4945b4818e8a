package dev.normc.jit.founding;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub &amp; Van Loan, 8.5).
 *
 * @param values in no order
 * @param vectors row-major, one in each column
 */
record Eigen(double[] values, double[] vectors) {
    private static final int SWEEPS = 30;

    static Eigen of(double[] symmetric, int n) {
        double[] a = symmetric.clone();
        double[] vectors = new double[n * n];
        for (int i = 0; i < n; i++) {
            vectors[i * n + i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    double angle = 0.5 * Math.atan2(2 * a[p * n + q], a[q * n + q] - a[p * n + p]);
                    rotateColumns(a, n, p, q, angle);
                    a = Vectors.transposed(a, n);
                    rotateColumns(a, n, p, q, angle);
                    rotateColumns(vectors, n, p, q, angle);
                }
            }
        }
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i * n + i];
        }
        return new Eigen(diagonal, vectors);
    }

    private static void rotateColumns(double[] a, int n, int p, int q, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < n; i++) {
            double left = a[i * n + p];
            double right = a[i * n + q];
            a[i * n + p] = cos * left - sin * right;
            a[i * n + q] = sin * left + cos * right;
        }
    }

    /** The largest eigenvalue over the smallest. */
    double condition() {
        return Arrays.stream(values).max().orElseThrow()
                / Arrays.stream(values).min().orElseThrow();
    }

    /** The symmetric matrix with a function of the eigenvalues in their place. */
    double[] map(DoubleUnaryOperator function) {
        int n = values.length;
        double[] scaled = vectors.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= function.applyAsDouble(values[i % n]);
        }
        return Vectors.product(scaled, Vectors.transposed(vectors, n), n, n);
    }

    /** {@code X^T X / N} of a row-major {@code [N, D]}. */
    static double[] secondMoment(double[] x, int columns) {
        double[] xTx = Vectors.product(Vectors.transposed(x, columns), x, x.length / columns, columns);
        return Vectors.times(xTx, (double) columns / x.length);
    }
}
