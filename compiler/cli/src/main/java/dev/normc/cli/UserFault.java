package dev.normc.cli;

/** Something about the files or the data of a command is wrong; the message is for the person who called it. */
final class UserFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * A fault with a way out.
     *
     * @param message one sentence, lower case, names in backticks, without a full stop
     */
    UserFault(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
