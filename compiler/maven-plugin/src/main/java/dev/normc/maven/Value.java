package dev.normc.maven;

import java.util.Arrays;
import java.util.List;

/**
 * A text of the configuration.
 *
 * @param text empty where there is none
 * @param place where it stands, or would
 */
record Value(String text, Place place) {

    Value {
        text = text.strip();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** This, or the other where this is empty. */
    Value or(Value other) {
        return isEmpty() ? other : this;
    }

    /** What stands between separators, as far as it is not blank. */
    List<Value> parts(String separators) {
        return Arrays.stream(text.split(separators))
                .filter(part -> !part.isBlank())
                .map(part -> new Value(part, place))
                .toList();
    }

    /** An error of this text. */
    Problem error(String message) {
        return place.error(text, 0, message, "");
    }

    /** The same, as what ends the work on it. */
    Fault fault(String message) {
        return new Fault(error(message));
    }
}
