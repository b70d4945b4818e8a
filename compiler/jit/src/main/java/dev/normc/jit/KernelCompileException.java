package dev.normc.jit;

/** A generated class did not compile. */
final class KernelCompileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KernelCompileException(String message, Throwable cause) {
        super(message, cause);
    }
}
