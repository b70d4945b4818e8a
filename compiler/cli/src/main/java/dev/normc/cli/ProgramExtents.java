package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.typed.AxisNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The extents that a compilation bound to the axes of a norm. */
final class ProgramExtents {
    private final Compilation compilation;

    ProgramExtents(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The program's axes that atoms stand for; {@code ..} stands for all that the norm does not name. */
    List<Axis> axes(Collection<String> atoms) {
        List<String> named = compilation.typed().axes().atoms();
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : compilation.specialized().train().axes()) {
            boolean further = !named.contains(axis.name());
            if (atoms.contains(further ? AxisNames.REST : axis.name())) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** {@code [C=6]}. */
    String shape(Collection<String> atoms) {
        List<String> parts = axes(atoms).stream()
                .map(axis -> axis.name() + "=" + (axis.isDynamic() ? "?" : axis.extent()))
                .toList();
        return "[" + String.join(", ", parts) + "]";
    }

    /** The product of the extents, {@code 40} or {@code 20*N}. */
    String elements(Collection<String> atoms) {
        long fixed = 1;
        String dynamic = "";
        for (Axis axis : axes(atoms)) {
            if (axis.isDynamic()) {
                dynamic = axis.name();
            } else {
                fixed = Math.min(fixed * axis.extent(), Integer.MAX_VALUE); // more would not have compiled
            }
        }
        if (dynamic.isEmpty()) {
            return Long.toString(fixed);
        }
        return fixed == 1 ? dynamic : fixed + "*" + dynamic;
    }
}
