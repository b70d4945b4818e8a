package dev.normc.jit.founding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one theorem behind batch, layer, instance and group normalization, written out for any axes.
 *
 * <p>{@code y = gamma xhat + beta}, {@code xhat = (x - mean_R x) r}, {@code r = (var_R x + epsilon)^(-1/2)};
 * {@code dx = r (u - mean_R u - xhat mean_R(u xhat))}, {@code u = gamma dy}; Ioffe &amp; Szegedy (2015), section 3.
 *
 * @param axes of x, one letter each, outermost first
 * @param reduced the axes R that share one statistic
 * @param learned the axes P of gamma and beta
 */
record SectionOne(String axes, int[] extents, String reduced, String learned, double epsilon) {

    int elements() {
        return Arrays.stream(extents).reduce(1, (a, b) -> a * b);
    }

    /** The number of elements that share a statistic. */
    int length() {
        return elements() / count(kept());
    }

    /** For each element the index of its statistic. */
    int[] groups() {
        return along(kept());
    }

    /** For each element the index of its param. */
    int[] params() {
        return along(learned);
    }

    private String kept() {
        return axes.replaceAll("[" + reduced + "]", "");
    }

    private int count(String some) {
        return some.chars().map(axis -> extents[axes.indexOf(axis)]).reduce(1, (a, b) -> a * b);
    }

    private int[] along(String some) {
        int[] result = new int[elements()];
        int inner = elements();
        for (int k = 0; k < extents.length; k++) {
            inner /= extents[k];
            if (some.indexOf(axes.charAt(k)) >= 0) {
                for (int i = 0; i < result.length; i++) {
                    result[i] = result[i] * extents[k] + i / inner % extents[k];
                }
            }
        }
        return result;
    }

    /** The sum of the elements of each group. */
    double[] groupSums(double[] x) {
        return sums(x, groups(), count(kept()));
    }

    /** The mean of the elements of each group. */
    double[] means(double[] x) {
        return Vectors.times(groupSums(x), 1.0 / length());
    }

    /** The variance of each group, with divisor n. */
    double[] variances(double[] x) {
        double[] centred = Vectors.plus(x, Vectors.times(spread(means(x), groups()), -1));
        return means(Vectors.times(centred, centred));
    }

    /** One element of {@code values} for each index. */
    static double[] spread(double[] values, int[] index) {
        return Arrays.stream(index).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] sums(double[] x, int[] index, int count) {
        double[] result = new double[count];
        for (int i = 0; i < x.length; i++) {
            result[index[i]] += x[i];
        }
        return result;
    }

    /** {@code y}, {@code dx}, {@code dgamma} and {@code dbeta} for {@code x}, {@code gamma}, {@code beta} and {@code dy}. */
    Map<String, double[]> of(Map<String, double[]> values) {
        int[] groups = groups();
        int[] params = params();
        double[] x = values.get("x");
        double[] dy = values.get("dy");
        double[] gamma = spread(values.get("gamma"), params);
        double[] means = spread(means(x), groups);
        double[] r = Vectors.each(spread(variances(x), groups), v -> 1 / Math.sqrt(v + epsilon));
        double[] xhat = Vectors.times(Vectors.plus(x, Vectors.times(means, -1)), r);
        double[] u = Vectors.times(gamma, dy);
        double[] first = spread(means(u), groups);
        double[] second = spread(means(Vectors.times(u, xhat)), groups);
        double[] dx = new double[x.length];
        Arrays.setAll(dx, i -> r[i] * (u[i] - first[i] - xhat[i] * second[i]));
        Map<String, double[]> results = new LinkedHashMap<>();
        results.put("y", Vectors.plus(Vectors.times(gamma, xhat), spread(values.get("beta"), params)));
        results.put("dx", dx);
        results.put("dgamma", sums(Vectors.times(dy, xhat), params, count(learned)));
        results.put("dbeta", sums(dy, params, count(learned)));
        return results;
    }
}
