package dev.normc.compiler.lower;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tensor IR to loop IR: what becomes how. */
public final class Lowering {

    /** Elements of a param up to which vectors read it widened: some of that size fit the first-level cache with a row. */
    private static final long WIDENED = 1024;

    private Lowering() {}

    /**
     * Lowers one entry.
     *
     * @param program simplified, without totals
     * @param free axes that may be dynamic
     * @param type storage type; f64 sums keep the rounding error of every addition
     * @param cut whether it may be cut into ranges
     */
    public static LoopProgram lower(
            TensorProgram program, Entry entry, AxisSet free, DataType type, Schedule wanted, boolean cut) {
        // No JVM converts 16-bit numbers in vectors by itself.
        Schedule schedule = type.isShort() ? wanted.withConversions(wanted.stage(), false) : wanted;
        if (schedule.fast() && type != DataType.F32) {
            throw new IllegalArgumentException("f32 arithmetic is for f32 storage, not " + type.spelling());
        }
        MovedFunctions moved = MovedFunctions.shared(MergedAxes.merge(TouchedBuffers.only(program), free));
        TensorProgram merged = moved.program();
        List<Task> tasks = Tasks.of(merged, 0, moved.kept());
        boolean staged = schedule.stage() > 0 && type.isNarrow();
        // What sums across rows reads rows that are widened once, which f32 would have to do without.
        boolean acrossRows = tasks.stream().anyMatch(task -> task.isReduction() && !task.isAlongInnermost());
        Region root = schedule.fast() && (schedule.isVector() || !acrossRows)
                ? planned(moved, 0, !schedule.isVector())
                : staged ? staged(moved, schedule) : planned(moved, schedule.isVector() ? WIDENED : 0, false);
        Optional<Split> split = cut ? Split.of(merged, tasks, root, schedule) : Optional.empty();
        Lowered lowered = Lowered.of(merged, root, schedule, type, split)
                .or(() -> Lowered.of(merged, root, schedule, type, Optional.empty()))
                .orElseThrow();
        Generator generator = lowered.generator();
        List<LoopProgram.Routine> routines =
                Routines.split(lowered.statements(), entry, schedule, generator.buffers(), generator.purposes());
        return new LoopProgram(
                entry, generator.buffers(), generator.workspaceSize(), generator.partials(), lowered.range(), routines);
    }

    /**
     * The same work with sums along lanes apart from loops that C2 can vectorize. Where it cannot vectorize conversions,
     * rows and params that are read again are widened once.
     */
    private static Region staged(MovedFunctions work, Schedule schedule) {
        if (schedule.vectorConversions()) {
            return planned(work, 0, true);
        }
        Region first = first(work, Long.MAX_VALUE, true);
        return planned(work, Long.MAX_VALUE, first, WidenedRows.find(work.program(), first, schedule), true);
    }

    /**
     * The work in loops.
     *
     * @param widened elements of a param that is widened once, at most: with vectors those that are read again and again
     * @param lanesApart whether sums along lanes, which f32 can compute, are apart from sums across rows
     */
    private static Region planned(MovedFunctions work, long widened, boolean lanesApart) {
        return planned(work, widened, first(work, widened, lanesApart), Set.of(), lanesApart);
    }

    private static Region first(MovedFunctions work, long widened, boolean lanesApart) {
        return Planner.plan(work.program(), Tasks.of(work.program(), widened, work.kept()), lanesApart);
    }

    /** The same once more where there are rows to widen or functions to share. */
    private static Region planned(
            MovedFunctions work, long widened, Region first, Set<Integer> rows, boolean lanesApart) {
        Set<Integer> kept = new TreeSet<>(rows);
        kept.addAll(SharedFunctions.find(work.program(), first));
        if (kept.isEmpty()) {
            return first;
        }
        kept.addAll(work.kept());
        return Planner.plan(work.program(), Tasks.of(work.program(), widened, kept), lanesApart);
    }
}
