package dev.normc.compiler.loop;

import dev.normc.runtime.BufferRole;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Optional;

/**
 * How one entry is computed.
 *
 * @param buffers what the code reads and writes; a workspace buffer is a part of the one workspace array
 * @param workspace f64 elements of the workspace, which every task has for itself
 * @param partials f64 elements behind it, which the tasks of a call share
 * @param range how the entry can be cut into ranges that are computed apart; empty where it cannot
 * @param routines the entry's own code first, then what it calls
 */
public record LoopProgram(
        Entry entry,
        List<Buffer> buffers,
        Count workspace,
        Count partials,
        Optional<Range> range,
        List<Routine> routines) {
    /** The local that holds where a range begins. */
    public static final String BEGIN = "rangeBegin";

    /** The local that holds where a range ends. */
    public static final String END = "rangeEnd";

    public LoopProgram {
        buffers = List.copyOf(buffers);
        routines = List.copyOf(routines);
    }

    /** The same with room for another program of the entry, so that both can take the same workspace. */
    public LoopProgram withRoomFor(LoopProgram other) {
        return new LoopProgram(
                entry, buffers, workspace.orMore(other.workspace), partials.orMore(other.partials), range, routines);
    }

    /**
     * A buffer.
     *
     * @param elements how many it has
     * @param base first element in its part of the workspace array; 0 for every other role
     * @param isPartial whether that part is the one that tasks share
     */
    public record Buffer(String name, BufferRole role, DataType type, Count elements, Count base, boolean isPartial) {}

    /**
     * Cuts.
     *
     * @param axis name of the axis that is cut
     * @param extent of it
     * @param block a range begins at a multiple of it
     * @param chunked whether a range begins at a chunk, of at least {@code block} iterations
     * @param stages what is computed in ranges, in this order; all ranges of one are done before what stands behind it
     */
    public record Range(String axis, Count extent, int block, boolean chunked, List<Stage> stages) {
        public Range {
            stages = List.copyOf(stages);
        }

        /** What a caller sees of it: the axis, its extent, where ranges begin, and the number of stages. */
        public List<Object> shape() {
            return List.of(axis, extent, block, chunked, stages.size());
        }

        /**
         * Statements of the entry's own code that belong to no range.
         *
         * @param stage before which they stand; the number of stages for those behind the last
         */
        public List<Statement> between(int stage, List<Statement> body) {
            int from = stage == 0 ? 0 : stages.get(stage - 1).to();
            return body.subList(
                    from,
                    stage == stages.size() ? body.size() : stages.get(stage).from());
        }
    }

    /** Statements of the entry's own code, from one on to before another, that are computed in ranges. */
    public record Stage(int from, int to) {
        /** These statements. */
        public List<Statement> of(List<Statement> body) {
            return body.subList(from, to);
        }
    }

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
