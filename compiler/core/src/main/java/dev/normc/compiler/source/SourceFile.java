package dev.normc.compiler.source;

import java.util.Objects;

/**
 * A text with a name: a {@code .norm} file, or the shape given to it.
 *
 * @param name what messages call it
 */
public record SourceFile(String name, String text) {

    public SourceFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** Line and column of an offset. */
    public Position position(int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, end) + 1, lineStart);
    }

    /** The line that begins at an offset, without its end. */
    public String lineAt(int lineStart) {
        int end = lineStart;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(lineStart, end);
    }

    /**
     * A place as a person counts it: line and column from 1, the column in code points.
     *
     * @param lineStart offset of the line's first character
     */
    public record Position(int line, int column, int lineStart) {}
}
