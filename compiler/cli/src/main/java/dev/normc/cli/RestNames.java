package dev.normc.cli;

import dev.normc.compiler.typed.TypedNorm;
import java.util.ArrayList;
import java.util.List;

/** Names for the axes of {@code ..} that nobody named: L; H, W; D, H, W; else S1, S2 and so on. */
final class RestNames {
    private RestNames() {}

    /** As many names as asked for, none of which the norm uses. */
    static List<String> of(TypedNorm norm, int count) {
        List<String> usual =
                switch (count) {
                    case 1 -> List.of("L");
                    case 2 -> List.of("H", "W");
                    case 3 -> List.of("D", "H", "W");
                    default -> List.of();
                };
        if (usual.size() == count && usual.stream().noneMatch(name -> isKnown(norm, name))) {
            return usual;
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; names.size() < count; i++) {
            if (!isKnown(norm, "S" + i)) {
                names.add("S" + i);
            }
        }
        return names;
    }

    /** Whether the norm has an axis or a constant of that name. */
    static boolean isKnown(TypedNorm norm, String name) {
        return norm.axes().atoms().contains(name)
                || norm.axes().products().containsKey(name)
                || norm.constants().stream()
                        .anyMatch(constant -> constant.name().equals(name));
    }
}
