package dev.normc.samples.llm;

/** A norm of one row as projects write it. */
@FunctionalInterface
interface HandLoop {

    /**
     * Normalizes {@code size} elements.
     *
     * @param out receives them from {@code outOffset} on; may be {@code x}
     */
    void row(float[] out, int outOffset, float[] x, int xOffset, float[] weight, int size, float eps);

    /** One row after the other. */
    default RowNorm rows(float[] weight, double eps) {
        int size = weight.length;
        return (x, xOffset, y, yOffset, rows) -> {
            for (int at = 0; at < rows * size; at += size) {
                row(y, yOffset + at, x, xOffset + at, weight, size, (float) eps);
            }
        };
    }
}
