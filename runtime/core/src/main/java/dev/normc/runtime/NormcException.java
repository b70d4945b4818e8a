package dev.normc.runtime;

/** A specification or a shape is at fault; the message is the rendered diagnostics, for a person to read. */
public final class NormcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message for a person; its first line begins with {@code error[N....]} where there is a page about it
     */
    public NormcException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and why.
     *
     * @param message for a person
     * @param cause what happened below
     */
    public NormcException(String message, Throwable cause) {
        super(message, cause);
    }
}
