package dev.normc.cli;

import dev.normc.runtime.Entry;
import java.util.Locale;

/** Which pair of entries {@code run} calls. */
enum RunMode {
    /** Statistics of this call; states are updated. */
    TRAIN(Entry.FORWARD, Entry.BACKWARD),
    /** Tracked statistics from their states; no backward. */
    INFER(Entry.INFER, Entry.BACKWARD_FROZEN),
    /** Tracked statistics from their states, with the backward of that. */
    FROZEN(Entry.INFER, Entry.BACKWARD_FROZEN);

    private final Entry forward;
    private final Entry backward;

    RunMode(Entry forward, Entry backward) {
        this.forward = forward;
        this.backward = backward;
    }

    Entry forward() {
        return forward;
    }

    Entry backward() {
        return backward;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
