package dev.normc.compiler.specialize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts the axes of a norm into the order in which its tensors are swept: the memory order of the largest ones. */
final class IterationOrder {

    private IterationOrder() {}

    /**
     * The order.
     *
     * @param layouts the axes of each tensor, outermost first
     * @param free axes that are outermost wherever they stand; they come first, whether dynamic or not
     */
    static List<String> of(List<List<String>> layouts, Set<String> free) {
        List<List<String>> largestFirst = new ArrayList<>(layouts);
        largestFirst.sort(Comparator.comparingInt((List<String> layout) -> -layout.size()));
        List<String> order = new ArrayList<>();
        for (List<String> layout : largestFirst) {
            for (int i = 0; i < layout.size(); i++) {
                if (!order.contains(layout.get(i))) {
                    order.add(place(layout, i, order), layout.get(i));
                }
            }
        }
        List<String> result = new ArrayList<>(order);
        result.removeIf(axis -> !free.contains(axis));
        order.removeAll(free);
        result.addAll(order);
        return result;
    }

    /** Behind the axis before it in its layout, else before the next known one, else at the end. */
    private static int place(List<String> layout, int axis, List<String> order) {
        if (axis > 0) {
            return order.indexOf(layout.get(axis - 1)) + 1;
        }
        for (int next = 1; next < layout.size(); next++) {
            int at = order.indexOf(layout.get(next));
            if (at >= 0) {
                return at;
            }
        }
        return order.size();
    }
}
