package dev.normc.runtime;

/** A specification or a shape is at fault; the message is the rendered diagnostics, for a person to read. */
public final class NormcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NormcException(String message) {
        super(message);
    }

    public NormcException(String message, Throwable cause) {
        super(message, cause);
    }
}
