package dev.normc.compiler.specialize;

import dev.normc.compiler.op.Literal;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The axes of one specialization: {@code ..} is bound, products are split, the iteration order is fixed. */
final class ProgramAxes {
    private final TypedNorm norm;
    private final Extents extents;
    private final List<Axis> axes = new ArrayList<>();
    private final List<String> order;
    private final AxisSet free;

    ProgramAxes(TypedNorm norm, Extents extents) {
        this.norm = norm;
        this.extents = extents;
        List<List<String>> layouts = new ArrayList<>();
        norm.tensors().forEach(tensor -> layouts.add(atoms(tensor.axes())));
        norm.axes().renames().forEach(rename -> layouts.add(List.of(rename.from(), rename.to())));
        Set<String> freeNames = freeNames();
        this.order = IterationOrder.of(layouts, freeNames);
        order.forEach(name -> axes.add(new Axis(name, extents.extent(name))));
        this.free = AxisSet.of(freeNames.stream().map(order::indexOf).toList());
    }

    /** Axes that may stay dynamic: outermost in every input and mask that has them, in no param or state. */
    private Set<String> freeNames() {
        Set<String> candidates = new LinkedHashSet<>();
        for (TypedNorm.Tensor tensor : norm.tensors(BufferRole.INPUT)) {
            atoms(tensor.axes()).stream().findFirst().ifPresent(candidates::add);
        }
        norm.axes().products().values().forEach(candidates::removeAll);
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            List<String> atoms = atoms(tensor.axes());
            boolean data = tensor.role() == BufferRole.INPUT || tensor.role() == BufferRole.MASK;
            candidates.removeIf(axis -> atoms.contains(axis) && (!data || atoms.indexOf(axis) > 0));
        }
        norm.axes().renames().forEach(rename -> {
            candidates.remove(rename.from());
            candidates.remove(rename.to());
        });
        return candidates;
    }

    /** Declared axes with {@code ..} bound and products split. */
    private List<String> atoms(Collection<String> declared) {
        List<String> atoms = new ArrayList<>();
        for (String name : declared) {
            for (String atom : norm.axes().expand(name)) {
                if (atom.equals(AxisNames.REST)) {
                    atoms.addAll(extents.rest());
                } else {
                    atoms.add(atom);
                }
            }
        }
        return atoms;
    }

    List<Axis> axes() {
        return axes;
    }

    AxisSet free() {
        return free;
    }

    AxisSet set(Collection<String> atoms) {
        return AxisSet.of(atoms(atoms).stream().map(order::indexOf).toList());
    }

    List<Integer> layout(Collection<String> declared) {
        return atoms(declared).stream().map(order::indexOf).toList();
    }

    /** A buffer as callers see it: complete products under their own name. */
    BufferSpec spec(TensorProgram.Buffer buffer, double initial) {
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Integer> layout = buffer.layout();
        for (int i = 0; i < layout.size(); ) {
            String name = axes.get(layout.get(i)).name();
            long extent = axes.get(layout.get(i)).extent();
            int length = 1;
            for (Map.Entry<String, List<String>> product :
                    norm.axes().products().entrySet()) {
                List<Integer> factors = layout(product.getValue());
                if (i + factors.size() <= layout.size()
                        && layout.subList(i, i + factors.size()).equals(factors)) {
                    name = product.getKey();
                    length = factors.size();
                    extent = factors.stream()
                            .mapToLong(axis -> axes.get(axis).extent())
                            .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
                }
            }
            names.add(name);
            sizes.add((int) Math.min(extent, Integer.MAX_VALUE));
            i += length;
        }
        return BufferSpec.tensor(buffer.name(), buffer.role(), names, sizes, buffer.type(), initial);
    }

    /** What was bound, for people: {@code N=?, D=768, eps=1e-5}. */
    String describe(Map<String, Double> constants) {
        List<String> parts = new ArrayList<>();
        for (Axis axis : axes) {
            parts.add(axis.name() + "=" + (axis.isDynamic() ? "?" : Integer.toString(axis.extent())));
        }
        constants.forEach((name, value) -> parts.add(name + "=" + Literal.of(value)));
        return String.join(", ", parts);
    }
}
