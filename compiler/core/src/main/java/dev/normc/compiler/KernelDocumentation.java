package dev.normc.compiler;

import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.GradientPrinter;
import dev.normc.compiler.print.SharedStatistic;
import dev.normc.compiler.print.SharingPicture;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the comments of a kernel say about its specification: names, axes, expressions and places, none of its text. */
final class KernelDocumentation {
    /** Values of a backward that can be read as formulas. */
    private static final int LARGEST_GRADIENT = 100;

    private final TypedNorm typed;
    private final SpecializedNorm norm;
    private final Map<Entry, TensorProgram> programs;
    private final boolean fast;

    /** @param fast whether loops compute in f32 where they can */
    KernelDocumentation(TypedNorm typed, SpecializedNorm norm, Map<Entry, TensorProgram> programs, boolean fast) {
        this.typed = typed;
        this.norm = norm;
        this.programs = programs;
        this.fast = fast;
    }

    /** The class comment, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(norm.name() + " for " + norm.extents() + ", " + norm.type().spelling() + " storage.");
        lines.add("");
        String place = "<p>The specification, which declares it at line " + typed.line(typed.span()) + ", means:";
        listing(place, EquationPrinter.linesWithPlaces(typed), lines);
        listing("<p>Statistics; in a picture, elements of one letter share a value:", sharing(), lines);
        listing("<p>The gradient that follows from it:", gradient(), lines);
        lines.add("<p>Arrays are row-major; offsets are in elements.");
        lines.add(
                fast
                        ? "Statistics are computed in f64; elements, and sums of up to 1024, in f32 where a loop"
                                + " touches f32 only."
                        : "Sums, statistics and the result are computed in f64 and rounded once.");
        return lines;
    }

    private static void listing(String title, List<String> content, List<String> lines) {
        if (!content.isEmpty()) {
            lines.addAll(List.of(title, "", "<pre>"));
            lines.addAll(content);
            lines.addAll(List.of("</pre>", ""));
        }
    }

    /** As mathematics; nothing where that would be no help to a reader. */
    private List<String> gradient() {
        TensorProgram backward = programs.get(Entry.BACKWARD);
        return backward.values().size() > LARGEST_GRADIENT
                ? List.of()
                : GradientPrinter.lines(typed, programs.get(Entry.FORWARD), backward);
    }

    /** {@code mean, var: one value for each C, shared along N, H, W}, and below it a picture of that. */
    private List<String> sharing() {
        List<String> named = typed.axes().atoms();
        List<String> further = norm.train().axes().stream()
                .map(Axis::name)
                .filter(axis -> !named.contains(axis))
                .toList();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, List<String>> pictures = new HashMap<>();
        for (SharedStatistic statistic : SharedStatistic.of(typed)) {
            String name = statistic.name().isEmpty() ? statistic.expression() : statistic.name();
            String sharing = statistic.sharing(typed, further);
            groups.computeIfAbsent(sharing, first -> new ArrayList<>()).add(name);
            pictures.putIfAbsent(sharing, picture(statistic, further));
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((sharing, names) -> {
            lines.add(String.join(", ", names) + ": " + sharing);
            pictures.get(sharing).forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private List<String> picture(SharedStatistic statistic, List<String> further) {
        Set<String> over = atoms(statistic.over(), further);
        Set<String> each = atoms(statistic.each(), further);
        List<Axis> axes = norm.train().axes().stream()
                .filter(axis -> over.contains(axis.name()) || each.contains(axis.name()))
                .toList();
        return SharingPicture.lines(axes, over);
    }

    private static Set<String> atoms(Set<String> atoms, List<String> further) {
        Set<String> names = new LinkedHashSet<>(atoms);
        if (names.remove(AxisNames.REST)) {
            names.addAll(further);
        }
        return names;
    }

    /** The line on which the specification says what a name is; a gradient belongs to its tensor. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        typed.updates().forEach(update -> places.put(update.state(), typed.line(update.span())));
        typed.tracks().forEach(track -> places.put(track.state(), typed.line(track.span())));
        typed.equations().forEach(equation -> places.put(equation.name(), typed.line(equation.span())));
        typed.tensors().forEach(tensor -> places.putIfAbsent(tensor.name(), typed.line(tensor.span())));
        for (TypedNorm.Tensor tensor : typed.tensors()) {
            if (tensor.role() == BufferRole.INPUT || tensor.role() == BufferRole.PARAM) {
                places.putIfAbsent("d" + tensor.name(), typed.line(tensor.span()));
                places.putIfAbsent("g2_" + tensor.name(), typed.line(tensor.span()));
            }
        }
        typed.outputs().forEach(output -> places.putIfAbsent("g2_d" + output.name(), typed.line(output.span())));
        return places;
    }
}
