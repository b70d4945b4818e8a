package dev.normc.jit.numerics;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the table of laws: which hold for a norm of the zoo, and along which axes.
 *
 * @param input the tensor that is normalized
 * @param output its normalized value; the cotangents of other outputs are 0
 * @param over the axes that share a statistic
 */
record ZooLaw(ZooCase zoo, String input, String output, List<String> over, List<String> laws) {

    /** Reads {@code NAME input>output axes laws...}. */
    static ZooLaw parse(String row) {
        String[] cells = row.strip().split(" +");
        String[] tensors = cells[1].split(">");
        return new ZooLaw(
                ZooCase.named(cells[0]),
                tensors[0],
                tensors[1],
                List.of(cells[2].split(",")),
                List.of(cells).subList(3, cells.length));
    }

    boolean holds(String law) {
        return laws.contains(law);
    }

    /** The norm with constants that override those of the case; ones that it does not have are left out. */
    Subject subject(String... constants) {
        String shape = zoo.spec().shape();
        for (String constant : constants) {
            String name = constant.substring(0, constant.indexOf('='));
            if (declares(name)) {
                shape = shape.replaceAll(", " + name + "=[^,]*", "") + ", " + constant;
            }
        }
        return Subject.of(zoo.spec().at(shape), DataType.F64);
    }

    boolean declares(String constant) {
        return zoo.spec().text().matches("(?s).*norm \\w+\\([^)]*\\b" + constant + " = .*");
    }

    Map<String, double[]> values(Subject subject) {
        Map<String, double[]> values = zoo.values(subject);
        subject.signature().buffers(BufferRole.OUTPUT).stream()
                .filter(buffer -> !buffer.name().equals(output) && values.containsKey("d" + buffer.name()))
                .forEach(buffer -> Arrays.fill(values.get("d" + buffer.name()), 0));
        return values;
    }

    /** The values with the normalized tensor replaced. */
    Map<String, double[]> with(Map<String, double[]> values, double[] other) {
        Map<String, double[]> result = new HashMap<>(values);
        result.put(input, other);
        return result;
    }

    NamedArray array(Subject subject, double[] data) {
        return NamedArray.of(subject.signature().buffer(input), data);
    }

    int[] groups(Subject subject, Map<String, double[]> values) {
        return array(subject, values.get(input)).groups(over);
    }

    /** The output and every gradient. */
    Map<String, double[]> results(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> results = new LinkedHashMap<>(subject.run(Entry.BACKWARD, values));
        results.put(output, subject.run(Entry.FORWARD, values).get(output));
        return results;
    }

    static double[] sums(int[] groups, double[] elements) {
        double[] sums = new double[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int i = 0; i < elements.length; i++) {
            sums[groups[i]] += elements[i];
        }
        return sums;
    }

    static double[] times(double[] elements, double factor) {
        return Arrays.stream(elements).map(value -> value * factor).toArray();
    }

    @Override
    public String toString() {
        return zoo.spec().name() + " " + input + " over " + over;
    }
}
