package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loop variables of a program's axes, and positions and loops made of them. */
final class Positions {
    private final TensorProgram program;
    private final Map<Integer, String> variables = new HashMap<>();
    private final Optional<Split> split;
    private final String chunk;

    Positions(TensorProgram program, Names names, Optional<Split> split) {
        this.program = program;
        this.split = split;
        List.of(LoopProgram.BEGIN, LoopProgram.END).forEach(names::reserve);
        this.chunk = names.fresh("chunk");
        names.reserve(Chunks.begin(chunk));
        names.reserve(Chunks.end(chunk));
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
            inner = List.of(along(axis, inner));
        }
        return inner.get(0);
    }

    /** The same, the innermost in vectors where there are any and it runs along neighbours. */
    Statement overVectors(List<Integer> axes, List<Statement> body, boolean vectors) {
        int last = axes.get(axes.size() - 1);
        if (!vectors || isCut(last)) {
            return over(axes, body);
        }
        Statement lanes = new Statement.Lanes(
                variables.get(last),
                "",
                "",
                extent(last),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                body);
        return axes.size() == 1 ? lanes : over(axes.subList(0, axes.size() - 1), List.of(lanes));
    }

    /** A loop along an axis; over a range of it where the entry is cut along it. */
    Statement.For along(int axis, List<Statement> body) {
        if (isCut(axis)) {
            return inRange(axis, body);
        }
        return Statement.For.whole(variables.get(axis), extent(axis), body);
    }

    /** Whether every task of the entry keeps this axis and the entry is cut along it. */
    boolean isCut(int axis) {
        return split.filter(cut -> cut.axis() == axis && !cut.chunked()).isPresent();
    }

    /** Whether the loop along this axis runs in chunks. */
    boolean isChunked(int axis) {
        return split.filter(cut -> cut.axis() == axis && cut.chunked()).isPresent();
    }

    /** A loop along the part of an axis that lies in the current range. */
    Statement.For inRange(int axis, List<Statement> body) {
        return Statement.For.between(variables.get(axis), LoopProgram.BEGIN, LoopProgram.END, extent(axis), body);
    }

    /** Chunks at most. */
    long chunks() {
        Count extent = extent(split.orElseThrow().axis());
        return extent.isFixed()
                ? dev.normc.runtime.math.Chunks.count(Math.toIntExact(extent.fixed()), chunkBlock())
                : Chunks.MOST;
    }

    /** What the length of a chunk is a multiple of. */
    int chunkBlock() {
        return split.orElseThrow().block();
    }

    /** The variable that counts chunks. */
    String chunk() {
        return chunk;
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
