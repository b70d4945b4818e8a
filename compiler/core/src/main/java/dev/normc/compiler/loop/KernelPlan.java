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
 * @param leastExtent the smallest extent of the dynamic axis, with the reason in {@code leastReason}
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
        Schedule schedule,
        Map<Entry, LoopProgram> programs) {

    public KernelPlan {
        documentation = List.copyOf(documentation);
        lines = Map.copyOf(lines);
        programs = new EnumMap<>(programs);
    }
}
