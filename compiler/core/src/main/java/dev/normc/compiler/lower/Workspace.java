package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buffers of an entry: those of the program, and what the code itself needs. */
final class Workspace {
    /** Elements; C2 of JDK 17 vectorizes no loop over parts of one array that are not whole vectors apart. */
    private static final int ALIGNMENT = 8;

    private final TensorProgram program;
    private final List<LoopProgram.Buffer> buffers = new ArrayList<>();
    private final Optional<Split> staged;
    private Count size = Count.ZERO;
    private Count partials = Count.ZERO;
    private boolean isShared;

    /** @param split how the entry is cut, if it is */
    Workspace(TensorProgram program, Optional<Split> split) {
        this.program = program;
        this.staged = split.filter(Split::staged);
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

    /** From here on, the code is that of a stage, or of what all tasks wait for. */
    void ofStage(boolean stage) {
        isShared = staged.isPresent() && !stage;
    }

    /** Whether tasks share what is added now. */
    boolean isShared() {
        return isShared;
    }

    /** Adds a scratch buffer and returns its number; tasks share those that several stages read. */
    int add(String name, List<Integer> axes) {
        boolean crosses = staged.filter(cut -> axes.contains(cut.axis())).isPresent();
        return crosses ? addShared(name, axes) : add(name, elements(program, axes));
    }

    /** Adds a scratch buffer of a fixed number of elements. */
    int add(String name, long elements) {
        return add(name, Count.of(elements));
    }

    /** Adds a buffer that all tasks of a call share. */
    int addShared(String name, List<Integer> axes) {
        return add(name, elements(program, axes), true);
    }

    private int add(String name, Count elements) {
        return add(name, elements, isShared);
    }

    private int add(String name, Count elements, boolean shared) {
        buffers.add(new LoopProgram.Buffer(
                name, BufferRole.WORKSPACE, DataType.F64, elements, shared ? partials : size, shared));
        // An empty one takes room, too: the code that names it needs the array, even where an axis has no elements.
        long fixed = elements.equals(Count.ZERO) ? 1 : elements.fixed();
        Count room = new Count(aligned(fixed), elements.perDynamic());
        if (shared) {
            partials = partials.plus(room);
        } else {
            size = size.plus(room);
        }
        return buffers.size() - 1;
    }

    /** Adds a buffer with a part for each chunk, which all tasks of a call share. */
    int addPartials(String name, List<Integer> axes, long chunks) {
        return add(name, Count.of(Math.multiplyExact(elements(program, axes).fixed(), chunks)), true);
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
