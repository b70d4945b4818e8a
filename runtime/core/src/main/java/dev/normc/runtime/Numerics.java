package dev.normc.runtime;

/** In which precision a kernel of f32 tensors computes. */
public enum Numerics {
    /** Statistics and elements in f64, rounded once: nearly every result is the correctly rounded one. */
    EXACT,

    /**
     * Elements in f32 wherever a loop reads and writes f32 only; sums of up to 1024 terms in f32 by 32 accumulators, those
     * added in f64, and statistics computed in f64. The bits do not depend on threads or on the width of vectors; those of plain Java,
     * which takes f32 only where that is faster on the JDK it was laid out for, may differ within the bound.
     *
     * <p>With u = 2^-24: a sum of terms t is off by at most 40 u sum |t|, so a mean by 40 u mean |x|, and an output
     * gamma (x - mean) / sqrt(var + eps) + beta by about 50 u |gamma| (|x| + mean |x|) / sqrt(var + eps) + u |y|. Where the mean
     * is 10^4 times the deviation that is 3 in a hundred of a deviation: such rows want {@link #EXACT}.
     */
    FAST;

    /** As it is written in options. */
    public String spelling() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
