package dev.normc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why the operating system did not do what was asked, in words. */
final class FileFault {
    private FileFault() {}

    /** The reason without the path, which the message around it names. */
    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        String text = fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
        return text == null || text.isBlank() ? "the system gives no reason" : text;
    }
}
