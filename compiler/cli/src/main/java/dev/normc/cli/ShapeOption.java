package dev.normc.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code --shape} and {@code --const} of {@code run} say, name by name.
 *
 * @param entries extents and constants in the order written, unread
 */
record ShapeOption(Map<String, String> entries) {

    /**
     * Reads {@code N=2, C=6}.
     *
     * @throws UserFault if an entry has no name, a name stands twice or an extent is left open
     */
    static ShapeOption parse(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] sides = part.strip().split("\\s*=\\s*", -1);
            if (sides.length != 2 || !sides[0].matches("[A-Za-z][A-Za-z0-9_]*") || sides[1].isEmpty()) {
                throw new UserFault(
                        "`" + part.strip() + "` in `--shape` binds nothing",
                        "write names and extents, `--shape N=2,C=6`, or leave it out: the arrays have extents");
            }
            if (sides[1].equals("?")) {
                throw new UserFault(
                        "`" + sides[0] + "=?` in `--shape`, but a run has one extent for each axis",
                        "leave `" + sides[0] + "` out: the extents come from the arrays");
            }
            if (entries.put(sides[0], sides[1]) != null) {
                throw new UserFault("`--shape` binds `" + sides[0] + "` twice", "bind it once");
            }
        }
        return new ShapeOption(entries);
    }

    /**
     * The same with constants that stand in options of their own.
     *
     * @throws UserFault if one of them is bound already
     */
    ShapeOption with(Map<String, String> constants) {
        Map<String, String> all = new LinkedHashMap<>(entries);
        constants.forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw new UserFault("`--shape` and `--const` both bind `" + name + "`", "bind it once");
            }
        });
        return new ShapeOption(all);
    }
}
