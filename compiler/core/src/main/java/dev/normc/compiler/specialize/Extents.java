package dev.normc.compiler.specialize;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds every axis and constant of a norm from a shape text. */
final class Extents {
    private final TypedNorm norm;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> bound = new HashMap<>();
    private final Map<String, Span> spans = new HashMap<>();
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();
    private Span dynamicSpan = Span.NONE;
    private final Span everywhere;

    Extents(TypedNorm norm, SourceFile shape, Diagnostics diagnostics) {
        this.norm = norm;
        this.diagnostics = diagnostics;
        this.everywhere = new Span(0, shape.text().length());
        bind(ShapeText.parse(shape, diagnostics));
    }

    private void bind(List<ShapeText.Entry> entries) {
        for (TypedNorm.Constant constant : norm.constants()) {
            if (constant.extent()) {
                bound.put(constant.name(), (int) constant.value());
            } else {
                constants.put(constant.name(), constant.value());
            }
        }
        List<ShapeText.Entry> plain =
                entries.stream().filter(entry -> entry.name().isEmpty()).toList();
        List<ShapeText.Entry> named = plain.isEmpty() || diagnostics.any() ? List.of() : positional(plain);
        named.forEach(this::entry);
        for (ShapeText.Entry entry : entries) {
            if (entry.name().isEmpty()) {
                continue;
            }
            if (named.stream().anyMatch(before -> before.name().equals(entry.name()))) {
                diagnostics.error(ErrorCode.N0301, entry.span(), "`" + entry.name() + "` is bound twice", "");
            } else {
                entry(entry);
            }
        }
        if (!diagnostics.any()) {
            new DerivedExtents(norm, diagnostics, bound, spans, everywhere, dynamicSpan).complete(rest);
        }
    }

    /** Names for the extents of the first input, in order. */
    private List<ShapeText.Entry> positional(List<ShapeText.Entry> entries) {
        TypedNorm.Tensor first = norm.tensors(BufferRole.INPUT).get(0);
        int fixed = (int) first.axes().stream()
                .filter(axis -> !axis.equals(AxisNames.REST))
                .count();
        boolean open = fixed < first.axes().size();
        int further = entries.size() - fixed;
        if (further < 0 || further > 0 && !open) {
            diagnostics.error(
                    ErrorCode.N0301,
                    everywhere,
                    entries.size() + (entries.size() == 1 ? " extent" : " extents") + " for `" + first.name() + "["
                            + String.join(", ", first.axes()) + "]`",
                    "",
                    open ? "it has at least " + fixed : "it has " + fixed);
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String axis : first.axes()) {
            if (axis.equals(AxisNames.REST)) {
                names.addAll(restNames(further));
            } else {
                names.add(axis);
            }
        }
        List<ShapeText.Entry> named = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            named.add(new ShapeText.Entry(
                    names.get(i), entries.get(i).value(), entries.get(i).span()));
        }
        return named;
    }

    /** Names for further axes that nobody named: L; H, W; D, H, W; else S1, S2, ... */
    private List<String> restNames(int count) {
        List<String> usual =
                switch (count) {
                    case 1 -> List.of("L");
                    case 2 -> List.of("H", "W");
                    case 3 -> List.of("D", "H", "W");
                    default -> List.of();
                };
        if (usual.size() == count && usual.stream().noneMatch(this::isKnown)) {
            return usual;
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; names.size() < count; i++) {
            if (!isKnown("S" + i)) {
                names.add("S" + i);
            }
        }
        return names;
    }

    private boolean isKnown(String name) {
        return norm.axes().atoms().contains(name)
                || norm.axes().products().containsKey(name)
                || norm.constants().stream()
                        .anyMatch(constant -> constant.name().equals(name));
    }

    private void entry(ShapeText.Entry entry) {
        String name = entry.name();
        boolean axis = isKnown(name) && Character.isUpperCase(name.charAt(0));
        if (axis) {
            extent(entry);
        } else if (isKnown(name)) {
            number(entry);
        } else if (Character.isUpperCase(name.charAt(0)) && norm.axes().atoms().contains(AxisNames.REST)) {
            rest.add(name);
            extent(entry);
        } else {
            List<String> known = new ArrayList<>(norm.axes().merged(norm.axes().atoms()));
            norm.constants().forEach(constant -> known.add(constant.name()));
            diagnostics.error(
                    ErrorCode.N0303,
                    entry.span(),
                    "`" + norm.name() + "` has no axis or constant `" + name + "`",
                    "",
                    "it has `" + String.join("`, `", known) + "`");
        }
    }

    private void number(ShapeText.Entry entry) {
        try {
            double value = Double.parseDouble(entry.value());
            boolean plain = entry.value().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
            boolean vanished = value == 0 && entry.value().matches("[^eE]*[1-9].*");
            if (Double.isInfinite(value) || vanished || !plain) {
                throw new NumberFormatException();
            }
            constants.put(entry.name(), value);
        } catch (NumberFormatException e) {
            diagnostics.error(
                    ErrorCode.N0309,
                    entry.span(),
                    "`" + entry.value() + "` is not a number of binary64",
                    "for `" + entry.name() + "`",
                    "write it like `0.1` or `1e-5`");
        }
    }

    private void extent(ShapeText.Entry entry) {
        spans.put(entry.name(), entry.span());
        if (entry.isDynamic()) {
            if (bound.containsValue(Axis.DYNAMIC)) {
                diagnostics.error(
                        ErrorCode.N0308,
                        entry.span(),
                        "a second dynamic axis, `" + entry.name() + "`",
                        "",
                        "one axis may stay open; give this one an extent");
            }
            bound.put(entry.name(), Axis.DYNAMIC);
            dynamicSpan = entry.span();
            return;
        }
        if (!entry.value().matches("[0-9]{1,10}") || Long.parseLong(entry.value()) > Integer.MAX_VALUE) {
            diagnostics.error(
                    ErrorCode.N0309,
                    entry.span(),
                    "`" + entry.value() + "` is not an extent",
                    "",
                    "an extent is 0, 1, 2, ... below 2^31, or `?`");
            return;
        }
        bound.put(entry.name(), Integer.parseInt(entry.value()));
    }

    /** The extent of a bound axis; {@link Axis#DYNAMIC} for the open one. */
    int extent(String axis) {
        return bound.get(axis);
    }

    /** The number of elements along some atoms; not a number where one of them is dynamic. */
    double elements(Iterable<String> atoms) {
        double elements = 1;
        for (String atom : atoms) {
            for (String axis : atom.equals(AxisNames.REST) ? rest : List.of(atom)) {
                elements *= bound.get(axis) == Axis.DYNAMIC ? Double.NaN : bound.get(axis);
            }
        }
        return elements;
    }

    /** The names that bound {@code ..}, in order. */
    List<String> rest() {
        return rest;
    }

    Map<String, Double> constants() {
        return constants;
    }

    Span dynamicSpan() {
        return dynamicSpan;
    }
}
