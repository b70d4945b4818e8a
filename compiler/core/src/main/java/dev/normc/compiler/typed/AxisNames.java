package dev.normc.compiler.typed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The axes of a norm for any shape.
 *
 * <p>Atoms are the axes that are not products, {@code ..} among them; every axis set in a typed norm is a set of atoms.
 *
 * @param atoms in canonical order: by first appearance in inputs, then masks, params, states
 * @param products for an axis written as a product its factors, outermost first
 * @param extents the axes whose extent is a constant of the norm
 * @param renames pairs of axes of one extent, because a value is renamed from the first to the second
 */
public record AxisNames(
        List<String> atoms, Map<String, List<String>> products, Map<String, Integer> extents, List<Rename> renames) {
    /** {@code rename[from -> to]}. */
    public record Rename(String from, String to) {}

    /** The atom that stands for any number of further axes. */
    public static final String REST = "..";
    /** More axes than any tensor library takes, and few enough for a bit set. */
    public static final int MOST = 16;

    public AxisNames {
        atoms = List.copyOf(atoms);
        products = Collections.unmodifiableMap(new LinkedHashMap<>(products)); // an order that every run repeats
        extents = Map.copyOf(extents);
        renames = List.copyOf(renames);
    }

    /** The atoms of an axis: its factors where it is a product. */
    public List<String> expand(String axis) {
        return products.getOrDefault(axis, List.of(axis));
    }

    /** A set of atoms as a list in canonical order. */
    public List<String> ordered(Collection<String> set) {
        return atoms.stream().filter(set::contains).toList();
    }

    /** Atoms in canonical order with complete products merged back into the product's name. */
    public List<String> merged(Collection<String> set) {
        List<String> ordered = ordered(set);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < ordered.size(); ) {
            String name = ordered.get(i);
            int length = 1;
            for (Map.Entry<String, List<String>> product : products.entrySet()) {
                int end = i + product.getValue().size();
                if (end <= ordered.size() && ordered.subList(i, end).equals(product.getValue())) {
                    name = product.getKey();
                    length = product.getValue().size();
                }
            }
            result.add(name);
            i += length;
        }
        return result;
    }

    /** The union, in canonical order. */
    public Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return new LinkedHashSet<>(ordered(both));
    }
}
