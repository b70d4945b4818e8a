package dev.normc.cli;

import dev.normc.compiler.typed.TypedNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that {@code --const} gives to the constants of a norm. */
final class Constants {
    private Constants() {}

    /**
     * A shape text with the constants added; their values are the compiler's to judge.
     *
     * @throws UserFault if the norm has no constant of a name
     */
    static String added(TypedNorm norm, String shape, Map<String, String> constants) {
        require(norm, constants);
        List<String> parts = new ArrayList<>();
        if (!shape.isBlank()) {
            parts.add(shape);
        }
        constants.forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    /**
     * Checks the names.
     *
     * @throws UserFault if the norm has no constant of a name
     */
    static void require(TypedNorm norm, Map<String, String> constants) {
        List<String> known =
                norm.constants().stream().map(TypedNorm.Constant::name).toList();
        for (String name : constants.keySet()) {
            if (!known.contains(name)) {
                throw new UserFault(
                        "`" + norm.name() + "` has no constant `" + name + "`",
                        known.isEmpty()
                                ? "it has none; leave `--const " + name + "=...` out"
                                : "it has `" + String.join("`, `", known) + "`");
            }
        }
    }
}
