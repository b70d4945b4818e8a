package dev.normc.maven;

import dev.normc.compiler.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One {@code <kernel>} of the configuration: every norm it names, for every shape it names.
 *
 * @param place where it stands
 * @param parts what stands in it, by the name of the element
 */
record KernelConfiguration(Place place, Map<String, List<Value>> parts) {

    KernelConfiguration {
        parts = Map.copyOf(parts);
    }

    /** The same with one part more, or another. */
    KernelConfiguration with(String name, List<Value> values) {
        Map<String, List<Value>> more = new TreeMap<>(parts);
        more.put(name, List.copyOf(values));
        return new KernelConfiguration(place, more);
    }

    private List<Value> all(String name) {
        return parts.getOrDefault(name, List.of());
    }

    private Value one(String name) {
        return all(name).stream().findFirst().orElse(new Value("", place));
    }

    /** The specifications, paths below the source folder or {@code zoo:NAME}: single ones, files, the zoo. */
    List<Value> specifications() {
        Stream<Value> zoo = all("zoo").stream()
                .map(name ->
                        name.text().startsWith(Zoo.PREFIX) ? name : new Value(Zoo.PREFIX + name.text(), name.place()));
        return Stream.of(all("spec").stream(), all("specs").stream(), zoo)
                .flatMap(each -> each)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The shapes; one that is empty where none is written. */
    List<Value> extents() {
        List<Value> all = new ArrayList<>(all("shape"));
        all.addAll(all("shapes"));
        return all.isEmpty() ? List.of(new Value("", place)) : all;
    }

    /** Which norm, where a file declares several. */
    Value norm() {
        return one("norm");
    }

    Value dtype() {
        return one("dtype");
    }

    Value numerics() {
        return one("numerics");
    }

    /** Where tensors stand. */
    Value memory() {
        return one("memory");
    }

    /** Whether the class has twins beside it that compute in vectors. */
    Value vector() {
        return one("vector");
    }

    /** Widths of the vectors that code names, in bits. */
    Value vectorBits() {
        return one("vectorBits");
    }

    /** The class, with its package or without. */
    Value className() {
        return one("className");
    }

    /** The entries that the class has. */
    List<Value> entries() {
        return all("entries");
    }

    /** Whether the kernel of initial values that come from data is meant, {@code init p = e from t}. */
    boolean isInitializer() {
        return one("initializer").text().equals("true");
    }
}
