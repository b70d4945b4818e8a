package dev.normc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process is attached to. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** Set by the launcher where standard error passes through it: whether it leads to a terminal in the end. */
    private static final String TERMINAL = "normc.terminal";

    private Terminal() {}

    /** Whether errors may be painted: on a terminal, unless {@code NO_COLOR} is set (no-color.org). */
    static boolean color() {
        String noColor = System.getenv("NO_COLOR");
        boolean unwanted = noColor != null && !noColor.isEmpty() || "dumb".equals(System.getenv("TERM"));
        return !unwanted && isTerminal() && errorIsTerminal();
    }

    /** A stream in the terminal's character set, or in UTF-8 where its reader is a file or a program. */
    static PrintStream stream(OutputStream target) {
        Charset charset = isTerminal() ? System.console().charset() : StandardCharsets.UTF_8;
        return new PrintStream(target, false, charset);
    }

    /** Whether a person watches standard error, so that progress may be shown there. */
    static boolean showsProgress() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal() && errorIsTerminal();
    }

    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try { // From Java 22 on there is a console without a terminal, and a method that tells.
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }

    /** Java knows no terminal of standard error; Linux does. */
    private static boolean errorIsTerminal() {
        if (System.getProperty(TERMINAL) != null) {
            return Boolean.getBoolean(TERMINAL);
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return !Files.exists(STANDARD_ERROR);
        }
    }
}
