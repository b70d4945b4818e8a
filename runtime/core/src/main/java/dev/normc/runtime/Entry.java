package dev.normc.runtime;

/** The programs that the compiler derives from one declaration. */
public enum Entry {
    /** Outputs, saved statistics and state updates, with the statistics of this call. */
    FORWARD("forward"),
    /** Outputs, with every tracked statistic read from its state; changes no state. */
    INFER("infer"),
    /** The vector-Jacobian product of {@link #FORWARD}. */
    BACKWARD("backward"),
    /** The vector-Jacobian product of {@link #INFER}. */
    BACKWARD_FROZEN("backwardFrozen"),
    /** The vector-Jacobian product of {@link #BACKWARD}, saved statistics being functions of the inputs. */
    BACKWARD2("backward2"),
    /** The vector-Jacobian product of {@link #BACKWARD_FROZEN}. */
    BACKWARD_FROZEN2("backwardFrozen2");

    private final String method;

    Entry(String method) {
        this.method = method;
    }

    /** The method of a kernel that runs this entry. */
    public String method() {
        return method;
    }
}
