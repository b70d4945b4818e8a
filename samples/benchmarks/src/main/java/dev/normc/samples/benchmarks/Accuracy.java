package dev.normc.samples.benchmarks;

/**
 * How far results are from {@link Reference}.
 *
 * @param ulp the largest error, in f32 ulp of the largest element of its array; infinite where there is NaN
 * @param rounded the least share, over the arrays, of elements that are the correctly rounded ones, between 0 and 1
 */
record Accuracy(double ulp, double rounded) {
    /** Nothing compared yet. */
    static final Accuracy PERFECT = new Accuracy(0, 1);

    /** About 0.8 % of the largest element: naive float sums of a hundred thousand stay below, a term left out does not. */
    private static final double WRONG_ULP = 1 << 16;

    boolean correct() {
        return ulp < WRONG_ULP;
    }

    /** The worse of two in each respect. */
    Accuracy and(Accuracy other) {
        return new Accuracy(Math.max(ulp, other.ulp), Math.min(rounded, other.rounded));
    }
}
