package dev.normc.compiler.loop;

/**
 * Where an axis is cut so that its parts can be summed apart: a number of chunks that depends on its extent alone, so that
 * the summation tree does, too.
 */
public final class Chunks {
    /** Chunks at most. */
    public static final int MOST = dev.normc.runtime.math.Chunks.MOST;

    private Chunks() {}

    /** The local that holds where a chunk begins. */
    public static String begin(String variable) {
        return variable + "Begin";
    }

    /** The local that holds where it ends. */
    public static String end(String variable) {
        return variable + "End";
    }
}
