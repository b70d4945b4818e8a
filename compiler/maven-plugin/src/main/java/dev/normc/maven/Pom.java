package dev.normc.maven;

import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The file with the configuration, which knows where a text stands in it, if it stands there once. */
final class Pom {
    private final Path file;

    Pom(Path file) {
        this.file = file;
    }

    /** An error of the configuration as a whole. */
    Problem error(String message) {
        return Problem.error(file, message);
    }

    /** An error of one value. */
    Problem error(String value, String message) {
        return error(value, 0, message, "");
    }

    /**
     * An error at a place inside a value.
     *
     * @param value as it is written; where it is not found, being inherited or computed, the whole file is meant
     * @param offset from the beginning of the value
     */
    Problem error(String value, int offset, String message, String excerpt) {
        return position(value, offset)
                .map(at -> new Problem(
                        false, Optional.of(file), file.toString(), at.line(), at.column(), message, excerpt))
                .orElseGet(() -> new Problem(false, Optional.of(file), file.toString(), 0, 0, message, excerpt));
    }

    private Optional<SourceFile.Position> position(String value, int offset) {
        String text = text();
        // A whole value, not a part of another: `N=3` is not in `N=32`.
        List<Integer> found = value.isBlank()
                ? List.of()
                : Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
                        .matcher(text)
                        .results()
                        .map(MatchResult::start)
                        .toList();
        return found.size() == 1
                ? Optional.of(new SourceFile(file.toString(), text).position(found.get(0) + offset))
                : Optional.empty();
    }

    private String text() {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
