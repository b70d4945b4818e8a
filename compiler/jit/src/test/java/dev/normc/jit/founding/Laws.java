package dev.normc.jit.founding;

import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The laws that hold exactly for every member of the family, with epsilon above 0.
 *
 * @param text a norm of {@code x}, {@code gamma}, {@code beta} to {@code y}, with a constant {@code eps}
 * @param shape extents without {@code eps}
 * @param section what it must compute
 */
record Laws(String text, String shape, SectionOne section) {

    /** All of them, and the formulas themselves for both storages. */
    void check() {
        formulas(DataType.F64);
        formulas(DataType.F32);
        momentsOfWhatIsStandardized();
        sumsOfTheGradient();
        scale();
        shift();
        permutation();
    }

    /** Forward and backward are those of the theorem, element by element. */
    void formulas(DataType type) {
        Norm norm = norm(section.epsilon(), type);
        Map<String, double[]> values = norm.random(1);
        Map<String, double[]> results = norm.train(values);
        section.of(values)
                .forEach((name, expected) ->
                        Near.same(type + " " + name, results.get(name), expected, section.elements(), type));
    }

    /** {@code sum_R xhat = 0} and {@code mean_R xhat^2 = v / (v + epsilon)}. */
    private void momentsOfWhatIsStandardized() {
        Norm norm = norm(section.epsilon(), DataType.F64);
        Map<String, double[]> values = plain(norm.random(2));
        double[] xhat = norm.train(values).get("y");
        Near.zero("sum xhat", section.groupSums(xhat), section.length(), Near.scale(xhat));
        double[] expected = Vectors.each(section.variances(values.get("x")), v -> v / (v + section.epsilon()));
        Near.same("mean xhat^2", section.means(Vectors.times(xhat, xhat)), expected, section.length());
    }

    /** {@code sum_R dx = 0} and {@code sum_R dx xhat = r epsilon / (v + epsilon) sum_R u xhat}. */
    private void sumsOfTheGradient() {
        Norm norm = norm(section.epsilon(), DataType.F64);
        Map<String, double[]> values = norm.random(3);
        double[] dx = norm.train(values).get("dx");
        Near.zero("sum dx", section.groupSums(dx), section.length(), Near.scale(dx));
        double[] xhat = norm.train(plain(values)).get("y");
        double[] u = Vectors.times(SectionOne.spread(values.get("gamma"), section.params()), values.get("dy"));
        double[] sums = section.groupSums(Vectors.times(u, xhat));
        double[] variances = section.variances(values.get("x"));
        double[] expected = new double[sums.length];
        Arrays.setAll(expected, g -> section.epsilon() * Math.pow(variances[g] + section.epsilon(), -1.5) * sums[g]);
        double[] along = section.groupSums(Vectors.times(dx, xhat));
        Near.check("sum dx xhat", along, expected, 1e-13 * section.length() * Near.scale(dx));
    }

    /** {@code f(c x; epsilon) = f(x; epsilon / c^2)} and {@code c dx(c x; epsilon) = dx(x; epsilon / c^2)}. */
    private void scale() {
        double c = 3;
        Norm norm = norm(section.epsilon(), DataType.F64);
        Map<String, double[]> values = norm.random(4);
        Map<String, double[]> larger = norm.train(Vectors.with(values, "x", Vectors.times(values.get("x"), c)));
        Map<String, double[]> smaller =
                norm(section.epsilon() / (c * c), DataType.F64).train(values);
        Near.same("y of c x", larger.get("y"), smaller.get("y"), section.elements());
        Near.same("dx of c x", Vectors.times(larger.get("dx"), c), smaller.get("dx"), section.elements());
        Near.same("dgamma of c x", larger.get("dgamma"), smaller.get("dgamma"), section.elements());
    }

    /** {@code f(x + c) = f(x)}; the rounding of x + c is the shift's own, so x is made to have none. */
    private void shift() {
        Norm norm = norm(section.epsilon(), DataType.F64);
        Map<String, double[]> values = new HashMap<>(norm.random(5));
        values.put("x", Vectors.each(values.get("x"), x -> Math.rint(x * 0x1p20) * 0x1p-20));
        Map<String, double[]> expected = norm.train(values);
        Map<String, double[]> shifted =
                norm.train(Vectors.with(values, "x", Vectors.each(values.get("x"), x -> x + 24.5)));
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta"}) {
            Near.same(name + " of x + c", shifted.get(name), expected.get(name), section.elements());
        }
    }

    /** What is standardized follows a permutation of the elements of each group. */
    private void permutation() {
        Norm norm = norm(section.epsilon(), DataType.F64);
        Map<String, double[]> values = plain(norm.random(6));
        double[] expected = reversedInGroups(norm.train(values).get("y"));
        double[] permuted = norm.train(Vectors.with(values, "x", reversedInGroups(values.get("x"))))
                .get("y");
        Near.same("y of permuted x", permuted, expected, section.length());
    }

    private double[] reversedInGroups(double[] x) {
        int[] groups = section.groups();
        double[] result = new double[x.length];
        for (int group = 0; group < x.length / section.length(); group++) {
            int g = group;
            int[] members =
                    IntStream.range(0, x.length).filter(i -> groups[i] == g).toArray();
            for (int k = 0; k < members.length; k++) {
                result[members[k]] = x[members[members.length - 1 - k]];
            }
        }
        return result;
    }

    /** The same with gamma = 1 and beta = 0. */
    static Map<String, double[]> plain(Map<String, double[]> values) {
        Map<String, double[]> result = new HashMap<>(values);
        result.computeIfPresent("gamma", (name, gamma) -> Vectors.filled(gamma.length, 1));
        result.computeIfPresent("beta", (name, beta) -> new double[beta.length]);
        return result;
    }

    private Norm norm(double epsilon, DataType type) {
        return Norm.of(text, shape + ", eps=" + epsilon, type);
    }
}
