package dev.normc.samples.experiments;

import java.util.SplittableRandom;

/** Means, covariances and eigenvalues of data in rows, row-major. */
final class Statistics {
    private static final int SWEEPS = 50;

    private Statistics() {}

    static double[] gaussian(SplittableRandom random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** Mean of one column. */
    static double mean(double[] rows, int columns, int column) {
        double sum = 0;
        for (int i = column; i < rows.length; i += columns) {
            sum += rows[i];
        }
        return sum / (rows.length / columns);
    }

    /** Second moment {@code E[x x^T]}, {@code [columns, columns]}. */
    static double[] moment(double[] rows, int columns) {
        int count = rows.length / columns;
        double[] moment = new double[columns * columns];
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    moment[i * columns + j] += rows[n * columns + i] * rows[n * columns + j] / count;
                }
            }
        }
        return moment;
    }

    /** Covariance, divisor n. */
    static double[] covariance(double[] rows, int columns) {
        double[] covariance = moment(rows, columns);
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                covariance[i * columns + j] -= mean(rows, columns, i) * mean(rows, columns, j);
            }
        }
        return covariance;
    }

    /** Eigenvalues of a symmetric matrix in ascending order, by Jacobi's rotations. */
    static double[] eigenvalues(double[] symmetric, int size) {
        double[] a = symmetric.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, size, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i * size + i];
        }
        java.util.Arrays.sort(values);
        return values;
    }

    private static void rotate(double[] a, int size, int p, int q) {
        if (Math.abs(a[p * size + q]) < 1e-300) {
            return;
        }
        double theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            double kp = a[k * size + p];
            double kq = a[k * size + q];
            a[k * size + p] = c * kp - s * kq;
            a[k * size + q] = s * kp + c * kq;
        }
        for (int k = 0; k < size; k++) {
            double pk = a[p * size + k];
            double qk = a[q * size + k];
            a[p * size + k] = c * pk - s * qk;
            a[q * size + k] = s * pk + c * qk;
        }
    }
}
