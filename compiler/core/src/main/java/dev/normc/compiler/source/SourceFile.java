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
            boolean pair = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineEnd(text.charAt(i)) && !pair) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, end) + 1, lineStart);
    }

    /**
     * A part of the line that begins at an offset, in code points.
     *
     * @param from how many to leave out
     * @param most how many to take at most; however long the line is, no more of it is read
     */
    public int[] lineAt(int lineStart, int from, int most) {
        return text.substring(lineStart, (int) Math.min(text.length(), lineStart + 2L * (from + most)))
                .codePoints()
                .takeWhile(point -> !isLineEnd(point))
                .skip(from)
                .limit(most)
                .toArray();
    }

    private static boolean isLineEnd(int point) {
        return point == '\n' || point == '\r';
    }

    /**
     * A place as a person counts it: line and column from 1, the column in code points.
     *
     * @param lineStart offset of the line's first character
     */
    public record Position(int line, int column, int lineStart) {}
}
