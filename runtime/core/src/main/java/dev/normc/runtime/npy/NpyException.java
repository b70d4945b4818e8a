package dev.normc.runtime.npy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A {@code .npy} file cannot be read or written; the message names the file and says what is wrong with it. */
public final class NpyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NpyException(Path file, String fault) {
        super(message(file, fault));
    }

    NpyException(Path file, String fault, IOException cause) {
        super(message(file, fault + ": " + reason(cause)), cause);
    }

    private static String message(Path file, String fault) {
        return "`" + file + "`: " + fault;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        // The message of a FileSystemException repeats the path; its reason is the operating system's sentence alone.
        String text = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        if (text == null || text.isEmpty()) {
            return cause.getClass().getSimpleName();
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
