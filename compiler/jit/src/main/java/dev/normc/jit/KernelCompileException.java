package dev.normc.jit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A generated class did not compile. */
final class KernelCompileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final List<String> TOO_LARGE =
            List.of("64 KB", "64KB", "too large", "constant pool", "Constant pool", "too many");

    KernelCompileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the class exceeds what a class file holds, by the words of Janino, which it says innermost, or of javac. */
    boolean isTooLarge() {
        return Stream.iterate((Throwable) this, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> TOO_LARGE.stream().anyMatch(message::contains));
    }
}
