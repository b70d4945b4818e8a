package dev.normc.samples.llm;

/** Who computes a workload. */
public enum Contender {
    /** The loop in {@code float} that projects copy. */
    HAND("hand"),
    /** The same loop written by hand with the Vector API. */
    HAND_VECTORS("hand, vectors"),
    /** The generated kernel in plain Java. */
    EXACT("exact"),
    /** The generated kernel with {@code vectorBits}. */
    EXACT_VECTORS("exact, vectors"),
    /** The generated kernel with {@code numerics} fast in plain Java. */
    FAST("fast"),
    /** The generated kernel with both. */
    FAST_VECTORS("fast, vectors");

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean isGenerated() {
        return this != HAND && this != HAND_VECTORS;
    }

    /** Whether it rounds the exact value once. */
    boolean isExact() {
        return this == EXACT || this == EXACT_VECTORS;
    }
}
