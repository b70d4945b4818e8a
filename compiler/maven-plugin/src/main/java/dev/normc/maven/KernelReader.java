package dev.normc.maven;

import dev.normc.compiler.check.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the elements {@code <kernel>}, and says what is wrong with them.
 *
 * <p>In short, {@code <kernel>layer_norm.norm N=?, D=768</kernel>}; on the command line, where commas part kernels, with
 * semicolons between extents: {@code -Dnormc.kernels="zoo:LayerNorm N=?; D=768"}.
 */
final class KernelReader {
    private static final Set<String> KERNELS = Set.of("kernel", "testKernel");
    private static final Set<String> WORDS = Set.of(
            "spec", "norm", "shape", "dtype", "numerics", "memory", "vector", "vectorBits", "className", "initializer");

    /** Elements that hold several values, and what each may stand in. */
    private static final Map<String, String> LISTS =
            Map.of("specs", "spec", "zoo", "norm", "shapes", "shape", "entries", "entry");

    private final List<Problem> problems;

    /** A reader that adds what is wrong to those problems. */
    KernelReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** The kernels of the parameter. */
    List<KernelConfiguration> all(Element kernels) {
        if (kernels.children().isEmpty()) {
            return new Value(kernels.text(), kernels.place())
                    .parts(",").stream().map(KernelReader::brief).toList();
        }
        List<KernelConfiguration> all = new ArrayList<>();
        for (Element kernel : kernels.children()) {
            if (!KERNELS.contains(kernel.name())) {
                unknown(kernel, "stands among the kernels", List.of("kernel"));
            } else if (kernel.children().isEmpty()) {
                all.add(brief(new Value(kernel.text(), kernel.place())));
            } else {
                all.add(kernel(kernel));
            }
        }
        return all;
    }

    /** A specification, and behind it its shape. */
    private static KernelConfiguration brief(Value text) {
        String[] words = text.text().split("\\s+", 2);
        Value spec = new Value(words[0], text.place());
        KernelConfiguration kernel = new KernelConfiguration(text.place(), Map.of("spec", List.of(spec)));
        return words.length == 1
                ? kernel
                : kernel.with("shape", List.of(new Value(words[1].replace(';', ','), text.place())));
    }

    private KernelConfiguration kernel(Element element) {
        Map<String, List<Value>> parts = new TreeMap<>();
        for (Element part : element.children()) {
            String name = part.name();
            if (parts.containsKey(name)) {
                problems.add(part.place().error("a second `<" + name + ">` in one kernel: " + wayOut(name)));
            } else if (LISTS.containsKey(name)) {
                parts.put(name, list(part));
            } else if (WORDS.contains(name)) {
                parts.put(name, List.of(word(part)));
            } else {
                Set<String> known = new TreeSet<>(WORDS);
                known.addAll(LISTS.keySet());
                unknown(part, "is no part of a kernel", known);
            }
        }
        return new KernelConfiguration(element.place(), parts);
    }

    private static String wayOut(String name) {
        return LISTS.entrySet().stream()
                .filter(list -> list.getValue().equals(name) && !list.getKey().equals("zoo"))
                .findFirst()
                .map(list -> "write both into `<" + list.getKey() + ">`")
                .orElse("leave one of them out");
    }

    private Value word(Element element) {
        for (Element child : element.children()) {
            problems.add(child.place()
                    .error("`<" + child.name() + ">` stands in `<" + element.name() + ">`, which is a text"));
        }
        Value value = new Value(element.text(), element.place());
        if (element.name().equals("initializer")
                && !Set.of("true", "false").contains(value.text())
                && element.children().isEmpty()) {
            problems.add(value.error("`initializer` " + value.text() + ": write `true` or `false`"));
        }
        return value;
    }

    private List<Value> list(Element element) {
        String single = LISTS.get(element.name());
        if (element.children().isEmpty()) {
            // Commas part extents; between shapes there are semicolons.
            return new Value(element.text(), element.place()).parts(single.equals("shape") ? ";" : ",");
        }
        List<Value> values = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.name().equals(single)) {
                values.add(word(child));
            } else {
                unknown(child, "stands in `<" + element.name() + ">`", List.of(single));
            }
        }
        return values;
    }

    private void unknown(Element element, String what, Collection<String> known) {
        String way = known.size() == 1
                ? "write `<" + known.iterator().next() + ">`"
                : Suggestion.nearest(element.name(), known)
                        .map(near -> "did you mean `<" + near + ">`?")
                        .orElse("there are `<" + String.join(">`, `<", known) + ">`");
        problems.add(element.place().error("", 0, "`<" + element.name() + ">` " + what, "  = hint: " + way));
    }
}
