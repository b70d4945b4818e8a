package dev.normc.jit.founding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on arrays, and copies of named arrays with one of them replaced. */
final class Vectors {
    private Vectors() {}

    /** Independent standard normal values. */
    static double[] normal(long seed, int elements) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] result = new double[elements];
        Arrays.setAll(result, i -> random.nextGaussian());
        return result;
    }

    static double[] filled(int elements, double value) {
        double[] result = new double[elements];
        Arrays.fill(result, value);
        return result;
    }

    static double[] each(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    static double[] times(double[] x, double factor) {
        return each(x, value -> value * factor);
    }

    static double[] times(double[] x, double[] y) {
        double[] result = new double[x.length];
        Arrays.setAll(result, i -> x[i] * y[i]);
        return result;
    }

    static double[] plus(double[] x, double[] y) {
        double[] result = new double[x.length];
        Arrays.setAll(result, i -> x[i] + y[i]);
        return result;
    }

    static double dot(double[] x, double[] y) {
        return Arrays.stream(times(x, y)).sum();
    }

    /** The Euclidean norm. */
    static double length(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    /** With divisor n. */
    static double variance(double[] x) {
        double mean = mean(x);
        return mean(each(x, value -> (value - mean) * (value - mean)));
    }

    /** Row {@code i} of a row-major matrix. */
    static double[] row(double[] matrix, int columns, int i) {
        return Arrays.copyOfRange(matrix, i * columns, (i + 1) * columns);
    }

    static double[] column(double[] matrix, int columns, int j) {
        double[] result = new double[matrix.length / columns];
        Arrays.setAll(result, i -> matrix[i * columns + j]);
        return result;
    }

    /** The row-major transpose. */
    static double[] transposed(double[] matrix, int columns) {
        int rows = matrix.length / columns;
        double[] result = new double[matrix.length];
        Arrays.setAll(result, i -> matrix[i % rows * columns + i / rows]);
        return result;
    }

    /** The row-major product of a matrix with {@code inner} columns and one with {@code columns}. */
    static double[] product(double[] left, double[] right, int inner, int columns) {
        double[] result = new double[left.length / inner * columns];
        Arrays.setAll(result, i -> dot(row(left, inner, i / columns), column(right, columns, i % columns)));
        return result;
    }

    static double[] widened(float[] x) {
        double[] result = new double[x.length];
        Arrays.setAll(result, i -> x[i]);
        return result;
    }

    /** The values, one of them replaced. */
    static Map<String, double[]> with(Map<String, double[]> values, String name, double[] other) {
        Map<String, double[]> result = new HashMap<>(values);
        result.put(name, other);
        return result;
    }
}
