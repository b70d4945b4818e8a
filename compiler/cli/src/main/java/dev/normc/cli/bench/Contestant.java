package dev.normc.cli.bench;

/** Something that is timed, on sets of buffers that it shares with others. Used by one thread. */
public interface Contestant {
    /** Short, for tables. */
    String name();

    /** How many threads the next calls may use. */
    void threads(int count);

    /** Whether further threads make a difference to it. */
    boolean usesThreads();

    /** One call on one set. */
    void call(int set);

    /** Whether it may still go over to other code by itself. */
    default boolean isWaiting() {
        return false;
    }
}
