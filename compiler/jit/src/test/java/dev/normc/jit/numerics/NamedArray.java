package dev.normc.jit.numerics;

import dev.normc.runtime.BufferSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Elements with named axes, row-major, outermost first. */
record NamedArray(List<String> axes, List<Integer> extents, double[] data) {

    static NamedArray of(BufferSpec buffer, double[] data) {
        return new NamedArray(buffer.axes(), buffer.extents(), data);
    }

    boolean has(String axis) {
        return axes.contains(axis);
    }

    /** The position of element {@code i} along an axis. */
    int position(int i, String axis) {
        int at = axes.indexOf(axis);
        int rest = i;
        for (int later = axes.size() - 1; later > at; later--) {
            rest /= extents.get(later);
        }
        return rest % extents.get(at);
    }

    /** The elements at one position of an axis; the axis stays, with extent 1. */
    double[] slice(String axis, int position) {
        double[] result = new double[data.length / extents.get(axes.indexOf(axis))];
        int next = 0;
        for (int i = 0; i < data.length; i++) {
            if (position(i, axis) == position) {
                result[next++] = data[i];
            }
        }
        return result;
    }

    /** The same with the positions along an axis exchanged. */
    double[] permuted(String axis, IntUnaryOperator from) {
        int stride = 1;
        for (int later = axes.indexOf(axis) + 1; later < axes.size(); later++) {
            stride *= extents.get(later);
        }
        double[] result = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            int position = position(i, axis);
            result[i] = data[i + (from.applyAsInt(position) - position) * stride];
        }
        return result;
    }

    /** The same elements in the memory order of another list of the same axes. */
    double[] inOrder(List<String> other) {
        double[] result = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            int to = 0;
            for (String axis : other) {
                to = to * extents.get(axes.indexOf(axis)) + position(i, axis);
            }
            result[to] = data[i];
        }
        return result;
    }

    /**
     * For each element the number of the group it shares a statistic with.
     *
     * @param over reduced axes; {@code C/2} where an axis falls into two groups of neighbours
     */
    int[] groups(List<String> over) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] result = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            StringBuilder key = new StringBuilder();
            for (String axis : axes) {
                if (!over.contains(axis)) {
                    key.append(kept(i, axis, over)).append(' ');
                }
            }
            result[i] = numbers.computeIfAbsent(key.toString(), k -> numbers.size());
        }
        return result;
    }

    private int kept(int i, String axis, List<String> over) {
        for (String entry : over) {
            if (entry.startsWith(axis + "/")) {
                int groups = Integer.parseInt(entry.substring(axis.length() + 1));
                return position(i, axis) / (extents.get(axes.indexOf(axis)) / groups);
            }
        }
        return position(i, axis);
    }
}
