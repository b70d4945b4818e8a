package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.List;

/** The buffers of an entry: those of the program, and what the code itself needs. */
final class Workspace {
    /** Elements; C2 of JDK 17 vectorizes no loop over parts of one array that are not whole vectors apart. */
    private static final int ALIGNMENT = 8;

    private final TensorProgram program;
    private final List<LoopProgram.Buffer> buffers = new ArrayList<>();
    private Count size = Count.ZERO;
    private Count partials = Count.ZERO;

    Workspace(TensorProgram program) {
        this.program = program;
        for (TensorProgram.Buffer buffer : program.buffers()) {
            buffers.add(new LoopProgram.Buffer(
                    buffer.name(),
                    buffer.role(),
                    buffer.type(),
                    elements(program, buffer.layout()),
                    Count.ZERO,
                    false));
        }
    }

    /** Adds a scratch buffer and returns its number. */
    int add(String name, List<Integer> axes) {
        return add(name, elements(program, axes));
    }

    /** Adds a scratch buffer of a fixed number of elements. */
    int add(String name, long elements) {
        return add(name, Count.of(elements));
    }

    private int add(String name, Count elements) {
        buffers.add(new LoopProgram.Buffer(name, BufferRole.WORKSPACE, DataType.F64, elements, size, false));
        // An empty one takes room, too: the code that names it needs the array, even where an axis has no elements.
        long fixed = elements.equals(Count.ZERO) ? 1 : elements.fixed();
        size = size.plus(new Count(aligned(fixed), elements.perDynamic()));
        return buffers.size() - 1;
    }

    /** Adds a buffer that all tasks of a call share. */
    int addPartials(String name, List<Integer> axes) {
        Count each = elements(program, axes);
        Count all = Count.of(Math.multiplyExact(each.fixed(), Chunks.MOST));
        buffers.add(new LoopProgram.Buffer(name, BufferRole.WORKSPACE, DataType.F64, all, partials, true));
        partials = partials.plus(Count.of(aligned(all.fixed())));
        return buffers.size() - 1;
    }

    Count partials() {
        return partials;
    }

    /** A number of elements, rounded up so that what comes behind them is aligned alike. */
    static long aligned(long elements) {
        return (elements + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    List<LoopProgram.Buffer> buffers() {
        return buffers;
    }

    Count size() {
        return size;
    }

    /** The number of elements along some axes. */
    static Count elements(TensorProgram program, List<Integer> axes) {
        long fixed = 1;
        boolean dynamic = false;
        for (int axis : axes) {
            Axis declared = program.axes().get(axis);
            dynamic |= declared.isDynamic();
            fixed *= declared.isDynamic() ? 1 : declared.extent();
        }
        return dynamic ? new Count(0, fixed) : Count.of(fixed);
    }
}
