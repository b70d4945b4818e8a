package dev.normc.cli;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.DiagnosticRenderer;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a command writes: results to one stream, errors to the other.
 *
 * @param color whether errors are painted
 */
record Console(PrintStream out, PrintStream err, boolean color) {
    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String RESET = "\u001b[0m";

    /** One line of the result; always ends with {@code \n}, so that a result has the same bytes everywhere. */
    void line(String text) {
        out.print(text + "\n");
    }

    /** Lines of the result. */
    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** What is wrong with a specification or a shape. */
    void diagnostics(List<Diagnostic> diagnostics) {
        err.print(new DiagnosticRenderer(color).render(diagnostics));
    }

    /** An error without a place in a text. */
    void error(String head, String message, String hint) {
        err.print(paint(RED, head) + ": " + printable(message) + "\n");
        err.print(paint(BLUE, " = ") + "hint: " + printable(hint) + "\n");
    }

    /** An error that is rendered already. */
    void rendered(String text) {
        err.print(text.strip() + "\n");
    }

    private String paint(String ansi, String text) {
        return color ? ansi + text + RESET : text;
    }

    /** A file name may hold characters that rewrite a terminal line; they are shown as U+FFFD. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    }
}
