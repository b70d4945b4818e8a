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
    BACKWARD_FROZEN2("backwardFrozen2"),
    /** The statistics of one shard, as counts, means and sums of squares. */
    PARTIAL("partial"),
    /** {@link #FORWARD} of one shard with merged statistics. */
    FINISH("finish"),
    /** The sums of one shard that {@link #BACKWARD} needs. */
    BACKWARD_PARTIAL("backwardPartial"),
    /** {@link #BACKWARD} of one shard with merged sums; gradients of params are those of all shards. */
    BACKWARD_FINISH("backwardFinish");

    private final String method;

    Entry(String method) {
        this.method = method;
    }

    /** Whether it reads tracked statistics from their states. */
    public boolean isOfInference() {
        return this == INFER || this == BACKWARD_FROZEN || this == BACKWARD_FROZEN2;
    }

    /** Whether it works on one shard, which may be empty. */
    public boolean isOfShard() {
        return this == PARTIAL || this == FINISH || this == BACKWARD_PARTIAL || this == BACKWARD_FINISH;
    }

    /** The method of a kernel that runs this entry. */
    public String method() {
        return method;
    }
}
