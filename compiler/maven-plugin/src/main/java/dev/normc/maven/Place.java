package dev.normc.maven;

import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a part of the configuration stands: in an element of a pom, in an option of the command line, or in a file of which
 * no more is known.
 *
 * @param shown what stands first in a message: the path of the file, or the option
 * @param line of the start tag, from 1; 0 where none is known
 * @param column in that line, anywhere from the beginning of the tag to its end: versions of Maven differ
 * @param element name of the element
 */
record Place(Optional<Path> file, String shown, int line, int column, String element) {

    /** A whole file. */
    static Place of(Path file) {
        return of(file, 0, 0, "");
    }

    /** An element of a file. */
    static Place of(Path file, int line, int column, String element) {
        return new Place(Optional.of(file), file.toString(), line, column, element);
    }

    /** A property on the command line. */
    static Place option(String property) {
        return new Place(Optional.empty(), "-D" + property, 0, 0, "");
    }

    /** An error of the element. */
    Problem error(String message) {
        return error("", 0, message, "");
    }

    /** A warning of the element. */
    Problem warning(String message, String excerpt) {
        return problem(true, "", 0, message, excerpt);
    }

    /**
     * An error inside the element.
     *
     * @param value a part of its text; where that is not found, being computed, the text as a whole is meant, and without
     *     one the element
     * @param offset from the beginning of the value
     */
    Problem error(String value, int offset, String message, String excerpt) {
        return problem(false, value, offset, message, excerpt);
    }

    private Problem problem(boolean isWarning, String value, int offset, String message, String excerpt) {
        String text = line > 0 ? file.map(Place::read).orElse("") : "";
        return tag(text)
                .map(tag -> value.isEmpty() ? tag : inside(text, tag, value, offset))
                .map(new SourceFile(shown, text)::position)
                .map(at -> new Problem(isWarning, file, shown, at.line(), at.column(), message, excerpt))
                .orElseGet(() -> new Problem(isWarning, file, shown, line, column, message, excerpt));
    }

    /** Where the start tag begins. */
    private Optional<Integer> tag(String text) {
        String tag = "<" + element;
        int at = lineStart(text) + Math.max(0, column - 1);
        int begin = text.startsWith(tag, at) ? at : text.lastIndexOf(tag, at);
        return Optional.of(begin).filter(found -> line > 0 && found >= 0);
    }

    private int lineStart(String text) {
        Matcher ends = Pattern.compile("\r\n?|\n").matcher(text);
        int start = 0;
        for (int i = 1; i < line && ends.find(); i++) {
            start = ends.end();
        }
        return start;
    }

    private int inside(String text, int tag, String value, int offset) {
        int content = text.indexOf('>', tag) + 1;
        while (content < text.length() && Character.isWhitespace(text.charAt(content))) {
            content++;
        }
        int end = text.indexOf("</" + element, content);
        if (content == 0 || end <= content) {
            return tag;
        }
        // A whole word, not a part of another: N=3 is not in N=32.
        Matcher found = Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
                .matcher(text)
                .region(content, end)
                .useTransparentBounds(true);
        return found.find() ? found.start() + offset : content;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
