package dev.normc.compiler.loop;

import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a back end needs to write one kernel class.
 *
 * @param documentation lines of the class comment, plain text of our own making
 * @param lines the line of the specification that says what a buffer or a named value is, by name
 * @param leastExtent the smallest extent of the dynamic axis in training, with the reason in {@code leastReason}
 * @param leastAtInference the smallest extent of the dynamic axis where tracked statistics are read from states
 * @param programs one for each entry
 */
public record KernelPlan(
        String packageName,
        String className,
        List<String> documentation,
        Map<String, Integer> lines,
        KernelSignature signature,
        Optional<Integer> leastExtent,
        String leastReason,
        int leastAtInference,
        Schedule schedule,
        Map<Entry, LoopProgram> programs) {

    public KernelPlan {
        documentation = List.copyOf(documentation);
        lines = Map.copyOf(lines);
        programs = new EnumMap<>(programs);
    }

    /** Why an entry takes no smaller one. */
    public String leastReason(Entry entry) {
        return entry.isOfInference() ? "a statistic is taken over it" : leastReason;
    }

    /** The smallest extent of the dynamic axis that an entry takes. */
    public int least(Entry entry) {
        if (entry.isOfShard()) {
            return 0;
        }
        return entry.isOfInference() ? leastAtInference : leastExtent.orElse(0);
    }
}
