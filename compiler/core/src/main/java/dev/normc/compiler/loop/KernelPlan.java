package dev.normc.compiler.loop;

import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.VectorTwin;
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
 * @param twinOf the class beside it whose signature it takes, if there is one
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
        Map<Entry, LoopProgram> programs,
        Optional<String> twinOf) {

    public KernelPlan {
        documentation = List.copyOf(documentation);
        lines = Map.copyOf(lines);
        programs = new EnumMap<>(programs);
    }

    /**
     * The same as a class beside a plain one, which is called so with the width behind it: {@link VectorTwin}.
     *
     * @throws IllegalArgumentException if the two differ in what they take
     */
    public KernelPlan asTwinOf(KernelPlan plain) {
        if (!signature.equals(plain.signature)) {
            throw new IllegalArgumentException("twins with two signatures: " + signature + " and " + plain.signature);
        }
        return new KernelPlan(
                plain.packageName,
                plain.className + VectorTwin.SUFFIX + schedule.vectorBits(),
                documentation,
                lines,
                signature,
                leastExtent,
                leastReason,
                leastAtInference,
                schedule,
                programs,
                Optional.of(plain.className));
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
