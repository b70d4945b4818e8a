package dev.normc.compiler.loop;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;

/**
 * How one entry is computed.
 *
 * @param buffers what the code reads and writes; a workspace buffer is a part of the one workspace array
 * @param workspace f64 elements of the workspace
 * @param routines the entry's own code first, then what it calls
 * @param sweeps passes over the elements of the largest tensor
 * @param bytes what all loops read and write in one call, every pass counted
 */
public record LoopProgram(
        Entry entry, List<Buffer> buffers, Count workspace, List<Routine> routines, int sweeps, Count bytes) {
    public LoopProgram {
        buffers = List.copyOf(buffers);
        routines = List.copyOf(routines);
    }

    /**
     * A buffer.
     *
     * @param elements how many it has
     * @param base first element in the workspace array; 0 for every other role
     */
    public record Buffer(String name, BufferRole role, DataType type, Count elements, Count base) {}

    /**
     * A part of an entry, small enough for the JIT compiler.
     *
     * @param positions loop variables of the caller that it needs
     * @param values locals of the caller that it needs
     * @param purpose what it does, a sentence for the generated comment
     * @param subjects the names of the specification that it computes, or helps to
     */
    public record Routine(
            String name,
            List<String> positions,
            List<String> values,
            String purpose,
            List<String> subjects,
            List<Statement> body) {
        public Routine {
            positions = List.copyOf(positions);
            values = List.copyOf(values);
            subjects = List.copyOf(subjects);
            body = List.copyOf(body);
        }
    }
}
