package dev.normc.compiler.source;

/**
 * A stretch of a source text.
 *
 * <p>Offsets count UTF-16 units from 0; {@code end} is exclusive.
 */
public record Span(int start, int end) {

    /** Where nothing in a text is meant. */
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
