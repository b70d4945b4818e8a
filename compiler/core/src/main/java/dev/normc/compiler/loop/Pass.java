package dev.normc.compiler.loop;

import dev.normc.compiler.op.Reducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One innermost loop of the largest iteration space, with the loops around it: a pass over all of its elements.
 *
 * @param nest all loops around its statements
 * @param reads buffers of the caller that it reads, in the order of the program
 * @param again those of them that an earlier pass has left in the cache
 * @param kept what it reads from the workspace of what an earlier pass kept there: names of buffers that were widened, or
 *     of the workspace
 * @param keeps what it leaves in the workspace for a later pass, named the same way
 * @param sums what it collects
 * @param writes buffers of the caller that it writes
 */
public record Pass(
        LoopNest nest,
        List<String> reads,
        List<String> again,
        List<String> kept,
        List<String> keeps,
        List<Sums> sums,
        List<String> writes) {
    public Pass {
        reads = List.copyOf(reads);
        again = List.copyOf(again);
        kept = List.copyOf(kept);
        keeps = List.copyOf(keeps);
        sums = List.copyOf(sums);
        writes = List.copyOf(writes);
    }

    /**
     * Running totals of one kind.
     *
     * @param count how many, for each position of the axes
     * @param per the axes that each of them belongs to; none where there is one of all elements
     */
    public record Sums(Reducer reducer, int count, List<String> per) {
        public Sums {
            per = List.copyOf(per);
        }
    }

    /** Whether it reads or writes what the caller gave, and not only the workspace. */
    public boolean isSweep() {
        return !reads.isEmpty() || !writes.isEmpty();
    }

    /** Why it stays in plain Java under a schedule with hardware vectors; empty where it is in them. */
    public Optional<String> staysPlain(LoopProgram program, Schedule schedule) {
        LoopNest.Level innermost = nest.levels().get(nest.levels().size() - 1);
        return innermost.loop() instanceof Statement.Lanes loop
                ? new VectorFit(loop, program.buffers(), schedule).obstacle()
                : Optional.of("it runs along " + innermost.axis() + " element by element");
    }

    /** What it reads from memory. */
    public List<String> first() {
        return reads.stream().filter(Predicate.not(again::contains)).toList();
    }

    /** Adds to a list what it does not hold yet. */
    static <T> void addNew(List<T> list, T item) {
        if (!list.contains(item)) {
            list.add(item);
        }
    }

    static List<Sums> counted(List<Sums> single) {
        List<Sums> result = new ArrayList<>();
        for (Sums sums : single) {
            int at = -1;
            for (int i = 0; i < result.size(); i++) {
                at = result.get(i).reducer() == sums.reducer()
                                && result.get(i).per().equals(sums.per())
                        ? i
                        : at;
            }
            if (at < 0) {
                result.add(sums);
            } else {
                result.set(at, new Sums(sums.reducer(), result.get(at).count() + sums.count(), sums.per()));
            }
        }
        return result;
    }
}
