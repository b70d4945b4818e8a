package dev.normc.compiler.diag;

import dev.normc.compiler.source.SourceFile.Position;
import java.util.List;

/** Turns diagnostics into text with an excerpt and a caret. */
public final class DiagnosticRenderer {
    private static final int EXCERPT = 100;
    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String RESET = "\u001b[0m";

    private final boolean color;

    public DiagnosticRenderer(boolean color) {
        this.color = color;
    }

    /** All of them, separated by an empty line. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(text.length() == 0 ? "" : "\n").append(render(diagnostic));
        }
        return text.toString();
    }

    /** One diagnostic; ends with a line break. */
    public String render(Diagnostic diagnostic) {
        Position position = diagnostic.source().position(diagnostic.span().start());
        int startColumn = position.column() - 1;
        int from = startColumn > EXCERPT - 20 ? startColumn - EXCERPT / 2 : 0;
        int[] points = diagnostic.source().lineAt(position.lineStart(), from, EXCERPT + 1);
        int to = from + Math.min(points.length, EXCERPT);
        StringBuilder excerpt = new StringBuilder(from > 0 ? "…" : "");
        for (int i = from; i < to; i++) {
            excerpt.appendCodePoint(visible(points[i - from]));
        }
        excerpt.append(points.length > EXCERPT ? "…" : "");
        int width = diagnostic
                .source()
                .text()
                .codePointCount(
                        Math.min(
                                diagnostic.span().start(),
                                diagnostic.source().text().length()),
                        Math.min(
                                diagnostic.span().end(),
                                diagnostic.source().text().length()));
        int carets = Math.max(1, Math.min(width, to - startColumn));
        String gutter = " ".repeat(Integer.toString(position.line()).length());
        String caretLine = " ".repeat(startColumn - from + (from > 0 ? 1 : 0))
                + paint(RED, "^".repeat(carets))
                + (diagnostic.label().isEmpty() ? "" : " " + paint(RED, printable(diagnostic.label())));
        StringBuilder text = new StringBuilder();
        text.append(paint(RED, "error[" + diagnostic.code().name() + "]"));
        text.append(": ").append(printable(diagnostic.message())).append('\n');
        text.append(gutter).append(paint(BLUE, "--> "));
        text.append(printable(diagnostic.source().name())).append(':').append(position.line());
        text.append(':').append(position.column()).append('\n');
        text.append(gutter).append(paint(BLUE, " |")).append('\n');
        text.append(paint(BLUE, position.line() + " |"))
                .append(' ')
                .append(excerpt)
                .append('\n');
        text.append(gutter)
                .append(paint(BLUE, " |"))
                .append(' ')
                .append(caretLine)
                .append('\n');
        diagnostic.hint().ifPresent(hint -> text.append(gutter)
                .append(paint(BLUE, " = "))
                .append("hint: ")
                .append(printable(hint))
                .append('\n'));
        text.append(gutter).append(paint(BLUE, " = ")).append("help: normc explain ");
        return text.append(diagnostic.code().name()).append('\n').toString();
    }

    private String paint(String ansi, String text) {
        return color ? ansi + text + RESET : text;
    }

    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(400).map(DiagnosticRenderer::visible).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Control and direction characters could rewrite a terminal line, so they are shown as U+FFFD. */
    private static int visible(int point) {
        if (point == '\t') {
            return ' ';
        }
        int type = Character.getType(point);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return hidden ? 0xFFFD : point;
    }
}
