package dev.normc.jit.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The axes of a random norm: some names, perhaps a product, perhaps {@code ..}, each with a small and a large extent.
 *
 * <p>An atom is an axis that is no product; {@code ..} counts as one.
 */
final class RandomAxes {
    static final String REST = "..";
    static final String PRODUCT = "C";

    private static final List<String> NAMES = List.of("N", "T", "D", "A");
    private static final List<List<String>> BOUND_TO_REST =
            List.of(List.of(), List.of("H"), List.of("H", "W"), List.of("L"));
    private static final List<Integer> TAILS = List.of(1, 15, 16, 17, 31, 33, 49, 64, 65, 129, 1025);
    private static final int MOST_SMALL = 120;
    private static final int MOST_LARGE = 3000;

    private final Draw draw;
    private final List<String> declared;
    private final List<String> factors;
    private final List<String> rest;
    private final Map<String, Integer> small;
    private final Map<String, Integer> large;

    RandomAxes(Draw draw) {
        this.draw = draw;
        Set<String> names = new LinkedHashSet<>(draw.some(NAMES, 1));
        boolean product = draw.oneIn(3);
        factors = !product ? List.of() : draw.oneIn(5) ? List.of("G", "J", "K") : List.of("G", "K");
        boolean open = draw.oneIn(3);
        rest = open ? draw.of(BOUND_TO_REST) : List.of();
        List<String> all = new ArrayList<>(names.stream().limit(product ? 2 : 3).toList());
        if (product || draw.oneIn(2)) {
            all.add(PRODUCT);
        }
        if (open) {
            all.add(REST);
        }
        declared = List.copyOf(draw.shuffled(all));
        List<String> bound = new ArrayList<>();
        atoms(declared).forEach(atom -> bound.addAll(atom.equals(REST) ? rest : List.of(atom)));
        small = extents(bound, MOST_SMALL, false);
        large = extents(bound, MOST_LARGE, true);
    }

    private Map<String, Integer> extents(List<String> bound, int most, boolean tail) {
        String chosen = bound.isEmpty() ? "" : draw.of(bound);
        while (true) {
            Map<String, Integer> extents = new LinkedHashMap<>();
            int elements = 1;
            for (String axis : bound) {
                int extent = tail && axis.equals(chosen) ? draw.of(TAILS) : draw.of(1, 2, 2, 3, 3, 4, 5, 7);
                extents.put(axis, extent);
                elements *= extent;
            }
            boolean equal = extents.size() > 1 && new LinkedHashSet<>(extents.values()).size() == 1;
            if (elements <= most && !equal) {
                return extents;
            }
        }
    }

    /** What tensors may list, {@code C} for its factors. */
    List<String> declared() {
        return declared;
    }

    List<String> factors() {
        return factors;
    }

    /** Products split. */
    Set<String> atoms(Collection<String> terms) {
        Set<String> atoms = new LinkedHashSet<>();
        terms.forEach(term -> atoms.addAll(term.equals(PRODUCT) && !factors.isEmpty() ? factors : List.of(term)));
        return atoms;
    }

    /** A tensor with its axes, {@code x[N, C = G*K]}; nothing in brackets for a scalar. */
    String tensor(String name, List<String> terms, boolean factored) {
        if (terms.isEmpty()) {
            return name;
        }
        String whole = factored && !factors.isEmpty() ? PRODUCT + " = " + String.join("*", factors) : PRODUCT;
        return name + "["
                + String.join(
                        ", ",
                        terms.stream()
                                .map(term -> term.equals(PRODUCT) ? whole : term)
                                .toList()) + "]";
    }

    /** Terms for exactly these atoms, the factors as their product where all of them are there. */
    List<String> terms(Collection<String> atoms) {
        List<String> terms = new ArrayList<>(atoms);
        if (!factors.isEmpty() && terms.containsAll(factors) && !draw.oneIn(3)) {
            terms.removeAll(factors);
            terms.add(PRODUCT);
        }
        return draw.shuffled(terms);
    }

    /** The least number of elements that the atoms have at either shape. */
    int leastElements(Collection<String> atoms) {
        return Math.min(elements(atoms, small), elements(atoms, large));
    }

    private int elements(Collection<String> atoms, Map<String, Integer> extents) {
        int elements = 1;
        for (String atom : atoms) {
            for (String axis : atom.equals(REST) ? rest : List.of(atom)) {
                elements *= extents.get(axis);
            }
        }
        return elements;
    }

    /** Few elements, for differences. */
    String small(Collection<String> used) {
        return shape(small, used);
    }

    /** One axis as long as a loop's tail needs. */
    String large(Collection<String> used) {
        return shape(large, used);
    }

    private String shape(Map<String, Integer> extents, Collection<String> used) {
        return String.join(
                ", ",
                extents.entrySet().stream()
                        .filter(extent -> used.contains(rest.contains(extent.getKey()) ? REST : extent.getKey()))
                        .map(extent -> extent.getKey() + "=" + extent.getValue())
                        .toList());
    }
}
