package dev.normc.samples.llm;

/** A norm of contiguous rows in {@code float[]}, with its weights. */
@FunctionalInterface
interface RowNorm {

    /**
     * Normalizes {@code rows} rows.
     *
     * @param xOffset where the first row begins, in elements
     * @param yOffset where the first row of the result begins
     */
    void apply(float[] x, int xOffset, float[] y, int yOffset, int rows);
}
