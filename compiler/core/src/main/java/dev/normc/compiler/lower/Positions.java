package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loop variables of a program's axes, and positions and loops made of them. */
final class Positions {
    private final TensorProgram program;
    private final Map<Integer, String> variables = new HashMap<>();

    Positions(TensorProgram program, Names names) {
        this.program = program;
        for (int axis = 0; axis < program.axes().size(); axis++) {
            variables.put(axis, names.fresh("i" + axisName(axis)));
        }
    }

    String variable(int axis) {
        return variables.get(axis);
    }

    /** The name of the axis of each loop variable. */
    Map<String, String> axes() {
        Map<String, String> axes = new HashMap<>();
        variables.forEach((axis, variable) -> axes.put(variable, axisName(axis)));
        return axes;
    }

    /** Loops over some axes. */
    Statement over(List<Integer> axes, List<Statement> body) {
        List<Statement> inner = body;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int axis = axes.get(i);
            inner = List.of(
                    new Statement.For(variables.get(axis), "", extent(axis), 1, 0, Statement.Kind.SERIAL, inner));
        }
        return inner.get(0);
    }

    /** The position in a buffer of the program. */
    Index ofBuffer(int buffer) {
        return index(program.buffers().get(buffer).layout());
    }

    /** A row-major position along some axes. */
    Index index(List<Integer> layout) {
        List<Index.Term> terms = new ArrayList<>();
        Count stride = Count.of(1);
        for (int i = layout.size() - 1; i >= 0; i--) {
            int axis = layout.get(i);
            terms.add(0, new Index.Term(variables.get(axis), stride));
            Count extent = extent(axis);
            stride = new Count(
                    stride.fixed() * extent.fixed(),
                    stride.fixed() * extent.perDynamic() + stride.perDynamic() * extent.fixed());
        }
        return new Index(terms);
    }

    Count extent(int axis) {
        Axis declared = program.axes().get(axis);
        return declared.isDynamic() ? new Count(0, 1) : Count.of(declared.extent());
    }

    String axisName(int axis) {
        return program.axes().get(axis).name();
    }
}
