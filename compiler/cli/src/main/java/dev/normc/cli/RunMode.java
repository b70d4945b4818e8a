package dev.normc.cli;

import dev.normc.runtime.Entry;
import java.util.Locale;

/** Which pair of entries {@code run} calls. */
enum RunMode {
    /** Statistics of this call; states are updated. */
    TRAIN(Entry.FORWARD, Entry.BACKWARD, Entry.BACKWARD2),
    /** Tracked statistics from their states; no backward. */
    INFER(Entry.INFER, Entry.BACKWARD_FROZEN, Entry.BACKWARD_FROZEN2),
    /** Tracked statistics from their states, with the backward of that. */
    FROZEN(Entry.INFER, Entry.BACKWARD_FROZEN, Entry.BACKWARD_FROZEN2),
    /** Initial values of params from data; no backward. */
    INIT(Entry.INFER, Entry.BACKWARD_FROZEN, Entry.BACKWARD_FROZEN2);

    private final Entry forward;
    private final Entry backward;

    private final Entry backward2;

    RunMode(Entry forward, Entry backward, Entry backward2) {
        this.forward = forward;
        this.backward = backward;
        this.backward2 = backward2;
    }

    Entry forward() {
        return forward;
    }

    Entry backward() {
        return backward;
    }

    Entry backward2() {
        return backward2;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
