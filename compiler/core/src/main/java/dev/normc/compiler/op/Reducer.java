package dev.normc.compiler.op;

/** How a reduction combines elements. */
public enum Reducer {
    SUM,
    MAX,
    MIN;

    /** What a combination of no element is. */
    public double neutral() {
        return switch (this) {
            case SUM -> 0;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }
}
