package dev.normc.runtime.math;

/** How an axis is cut into chunks that are summed apart. Their number depends on its extent alone, and so do the sums. */
public final class Chunks {
    /** Chunks at most. */
    public static final int MOST = 16;

    private Chunks() {}

    /**
     * The length of a chunk; the last one may be shorter.
     *
     * @param extent of the axis
     * @param block what the length is a multiple of
     */
    public static int length(int extent, int block) {
        long blocks = (extent + (long) block - 1) / block;
        long each = Math.max(1, (blocks + MOST - 1) / MOST);
        return (int) Math.min(each * block, Integer.MAX_VALUE - (long) block);
    }

    /** How many there are; arguments as for {@link #length}. */
    public static int count(int extent, int block) {
        int length = length(extent, block);
        return (int) ((extent + (long) length - 1) / length);
    }
}
