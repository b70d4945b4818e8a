package dev.normc.samples.benchmarks;

/**
 * Something that computes the workloads, or the limit they are compared to.
 *
 * <p>Used by one thread. The order of calls: {@link #supports}, {@link #prepare} once, then {@link #threads} and
 * {@link #run} in any order, {@link #spoil} before and {@link #result}
 * after a run on set 0.
 */
public interface Engine extends AutoCloseable {

    /** What it stands for in the table. */
    enum Kind {
        /** Kernels of this project. */
        OURS,
        /** The same with another option than the default. */
        OPTION,
        /** Other people's libraries. */
        PEER,
        /** The loops a Java developer writes. */
        HAND,
        /** What moving the bytes alone costs; has no results. */
        LIMIT
    }

    /** The name in tables and options. */
    String name();

    /** What was measured, for the reader of the table. */
    String version();

    Kind kind();

    /** Whether it computes this in the workload's own memory layout. */
    boolean supports(Workload workload, Direction direction);

    /**
     * Allocates everything that a call needs and makes every set ready for {@link #run} in both directions.
     *
     * @param sets buffer sets in Java arrays; an engine that needs other memory copies from them
     */
    void prepare(Workload workload, Data data, BufferSets sets);

    /** How many threads the next calls may use; 1 or 2. */
    void threads(int count);

    /** One call on one buffer set. */
    void run(Direction direction, int set);

    /** Overwrites the results of set 0, so that a run that writes nothing is seen. */
    void spoil();

    /** What the last run on set 0 wrote: {@code y, dx, dgamma} or {@code dbeta}, row-major. */
    float[] result(String name);

    /**
     * Between rounds, not timed: gives back what the library allocated for results that nobody needs any more.
     *
     * @param set about to be used
     */
    default void release(Direction direction, int set) {}

    @Override
    default void close() {}
}
