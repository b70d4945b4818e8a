package dev.normc.maven;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that is wrong with a specification or the configuration.
 *
 * @param file where it is; empty where that is no file of the project
 * @param place what stands first in its text: the path of the file, or the name of a specification of the zoo
 * @param line from 1; 0 where the whole file is meant
 * @param column in code points from 1; 0 where the whole file is meant
 * @param message one line
 * @param excerpt further lines: the place in its text, a hint; may be empty
 */
record Problem(
        boolean isWarning, Optional<Path> file, String place, int line, int column, String message, String excerpt) {

    /** An error of a whole file. */
    static Problem error(Path file, String message) {
        return new Problem(false, Optional.of(file), file.toString(), 0, 0, message, "");
    }

    /** A warning of a whole file. */
    static Problem warning(Path file, String message) {
        return new Problem(true, Optional.of(file), file.toString(), 0, 0, message, "");
    }

    /** {@code /home/me/layer.norm:2:13: error[N0201]: unknown axis `D`}. */
    String headline() {
        String position = line > 0 ? ":" + line + ":" + column : "";
        String kind = message.startsWith("error[") ? "" : isWarning ? "warning: " : "error: ";
        return (place + position + ": " + kind + message)
                .codePoints()
                .map(point -> Character.isISOControl(point) ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The headline with the excerpt below it. */
    String text() {
        return excerpt.isEmpty() ? headline() : headline() + System.lineSeparator() + excerpt;
    }
}
