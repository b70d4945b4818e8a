package dev.normc.cli;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Pipeline;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.print.GradientPrinter;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gradient that the compiler derives for a norm, as mathematics. */
final class DerivedGradient {
    /** Extents nobody sees: apart from each other, so that no two axes are taken for one. */
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17};
    /** Two further axes, as an image has. */
    private static final int FURTHER_AXES = 2;

    private DerivedGradient() {}

    /** The gradient for any shape; empty where it depends on a shape that cannot be guessed. */
    static List<String> ofAnyShape(TypedNorm norm) {
        try {
            SourceFile shape = new SourceFile(CompileRequest.SHAPE, someShape(norm));
            return lines(
                    norm, Pipeline.programs(Specializer.specialize(norm, shape, DataType.F32), Pipeline.Observer.NONE));
        } catch (SpecificationException e) {
            return List.of(); // constants that do not fit these extents
        }
    }

    /** The gradient of one specialization. */
    static List<String> lines(TypedNorm norm, Map<Entry, TensorProgram> programs) {
        return GradientPrinter.lines(norm, programs.get(Entry.FORWARD), programs.get(Entry.BACKWARD));
    }

    /** What {@code ..} is written as in the gradient of any shape. */
    static List<String> furtherAxes(TypedNorm norm) {
        return RestNames.of(norm, FURTHER_AXES);
    }

    /** Small extents for every axis; groups divide because only factors are given. */
    static String someShape(TypedNorm norm) {
        List<String> names = new ArrayList<>();
        for (String atom : norm.axes().atoms()) {
            if (atom.equals(AxisNames.REST)) {
                names.addAll(furtherAxes(norm));
            } else if (!norm.axes().extents().containsKey(atom)) {
                names.add(atom);
            }
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int extent = names.size() <= PRIMES.length ? PRIMES[PRIMES.length - 1 - i] : PRIMES[0];
            parts.add(names.get(i) + "=" + extent);
        }
        return String.join(", ", parts);
    }
}
