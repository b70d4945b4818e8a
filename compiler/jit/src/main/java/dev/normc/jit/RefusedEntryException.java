package dev.normc.jit;

/** Something in a class file that is malformed or that no kernel has; the message is a clause that says what and where. */
final class RefusedEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedEntryException(String what) {
        super(what);
    }
}
