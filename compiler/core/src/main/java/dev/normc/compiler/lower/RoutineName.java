package dev.normc.compiler.lower;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a method of a kernel is called behind the name of its entry: {@code MeanAndVar}, {@code WriteDx}. */
final class RoutineName {
    private static final int MOST_NAMES = 3;
    private static final int LONGEST = 48;
    /** Beginnings of names that mean something else. */
    private static final List<String> RESERVED =
            List.of("Checks", "Frozen", "Step", "Part", "Range", "Between", "Combine", "Rest");

    private final Map<Effects.Action, Set<String>> done = new EnumMap<>(Effects.Action.class);
    private final Set<String> written = new LinkedHashSet<>();
    private boolean statistics = true;

    /** Something is done to a value that these are computed from. */
    void does(Effects.Action action, boolean areStatistics, Set<String> subjects) {
        done.computeIfAbsent(action, key -> new LinkedHashSet<>()).addAll(subjects);
        statistics &= areStatistics || action != Effects.Action.COLLECT;
    }

    /** A buffer is written. */
    void writes(String buffer) {
        written.add(buffer);
    }

    /** The name; empty where none is short. */
    Optional<String> suffix() {
        String write = written.isEmpty() ? "" : "Write" + joined(written);
        Set<String> collected = new LinkedHashSet<>(done.getOrDefault(Effects.Action.COLLECT, Set.of()));
        collected.removeAll(written);
        List<String> candidates = new ArrayList<>();
        if (!collected.isEmpty() && collected.size() <= MOST_NAMES) {
            String collect = (statistics ? "" : "CollectFor") + joined(collected);
            candidates.add(collect + (write.isEmpty() ? "" : "Then" + write));
        }
        if (!write.isEmpty()) {
            candidates.add(write);
        } else if (!done.containsKey(Effects.Action.COLLECT)) {
            done.forEach((action, subjects) -> candidates.add(verb(action) + joined(subjects)));
        }
        return candidates.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> RESERVED.stream().noneMatch(name::startsWith))
                .findFirst();
    }

    private static String verb(Effects.Action action) {
        return switch (action) {
            case START -> "Start";
            case SETTLE -> "Settle";
            case KEEP -> "Prepare";
            case COLLECT -> "CollectFor";
        };
    }

    private static String joined(Set<String> names) {
        return String.join("And", names.stream().map(RoutineName::capitalized).toList());
    }

    /** {@code running_mean} is {@code RunningMean}. */
    private static String capitalized(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.split("_")) {
            if (!part.isEmpty()) {
                text.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return text.toString();
    }
}
