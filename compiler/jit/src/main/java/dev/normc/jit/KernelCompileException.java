package dev.normc.jit;

/** A generated class did not compile. */
final class KernelCompileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KernelCompileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the class exceeds what a class file holds, by the words of Janino or of javac. */
    boolean isTooLarge() {
        String message = getMessage();
        return message.contains("64 KB")
                || message.contains("64KB")
                || message.contains("too large")
                || message.contains("constant pool")
                || message.contains("Constant pool")
                || message.contains("too many");
    }
}
