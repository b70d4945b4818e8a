package dev.normc.compiler.lower;

import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What values are for: the nearest names of the specification that are computed from them. */
final class Subjects {
    private static final AxisSet EVERY_AXIS = new AxisSet(-1);

    private final TensorProgram program;
    private final Map<Integer, List<Integer>> users = new HashMap<>();
    private final Map<Integer, List<String>> names = new HashMap<>();
    private final Map<Integer, Set<String>> known = new HashMap<>();
    private final Set<String> statistics;

    Subjects(TensorProgram program) {
        this.program = program;
        this.statistics = new HashSet<>(program.labels().values());
        program.buffers().forEach(buffer -> statistics.remove(buffer.name()));
        for (int i = 0; i < program.values().size(); i++) {
            for (int operand : program.values().get(i).operands()) {
                users.computeIfAbsent(operand, value -> new ArrayList<>()).add(i);
            }
        }
        program.labels().forEach((value, label) -> names.put(value, List.of(label)));
        for (TensorProgram.Store store : program.stores()) {
            if (!program.labels().containsKey(store.value())) {
                names.computeIfAbsent(store.value(), value -> new ArrayList<>())
                        .add(program.buffers().get(store.buffer()).name());
            }
        }
    }

    /** Whether all of them name values that are no outputs. */
    boolean areStatistics(Set<String> subjects) {
        return statistics.containsAll(subjects);
    }

    /** Names of values on no other axes, if there are any; else those on more axes. */
    Set<String> of(int value) {
        Set<String> subjects = known.get(value);
        if (subjects == null) {
            Set<String> found = nearest(value, program.sets().get(value));
            subjects = found.isEmpty() ? nearest(value, EVERY_AXIS) : found;
            known.put(value, subjects);
        }
        return subjects;
    }

    private Set<String> nearest(int start, AxisSet within) {
        Set<String> found = new LinkedHashSet<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(start));
        for (int i = 0; i < open.size(); i++) {
            int value = open.get(i);
            List<String> here = names.getOrDefault(value, List.of());
            found.addAll(here);
            if (here.isEmpty()) {
                users.getOrDefault(value, List.of()).stream()
                        .filter(user -> within.containsAll(program.sets().get(user)))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return found;
    }
}
