package dev.normc.runtime;

/**
 * The checks a kernel makes before it writes anything.
 *
 * <p>Every message names the buffer, what it needs and what it got.
 */
public final class Arguments {

    /** The largest array every JVM can allocate, in elements. */
    public static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private Arguments() {}

    /**
     * Checks that {@code needed} elements lie in an array from {@code offset} on.
     *
     * @param length the array's length in elements
     * @throws IllegalArgumentException naming the buffer otherwise
     */
    public static void range(String name, int length, int offset, int needed) {
        if (offset < 0) {
            throw new IllegalArgumentException("`" + name + "`: offset " + offset + " is negative");
        }
        if (length - offset < needed) {
            String from = offset == 0 ? "" : " from offset " + offset + " on";
            throw new IllegalArgumentException(
                    "`" + name + "`: needs " + needed + " elements" + from + ", got " + Math.max(0, length - offset));
        }
    }

    /**
     * Checks that a buffer that is written does not overlap another one.
     *
     * @throws IllegalArgumentException naming both buffers if they share an element
     */
    public static void disjoint(
            String written,
            Object writtenArray,
            int writtenOffset,
            int writtenElements,
            String other,
            Object otherArray,
            int otherOffset,
            int otherElements) {
        if (writtenArray == otherArray
                && writtenOffset < otherOffset + (long) otherElements
                && otherOffset < writtenOffset + (long) writtenElements
                && writtenElements > 0
                && otherElements > 0) {
            throw new IllegalArgumentException("`" + written + "`: shares memory with `" + other + "`");
        }
    }

    /**
     * The element count of a buffer with the dynamic axis.
     *
     * @param extent the extent given at this call
     * @param perIndex elements for each index of the dynamic axis
     * @param fixed elements beside those
     * @throws IllegalArgumentException if the count does not fit an array
     */
    public static int elements(String name, int extent, long perIndex, long fixed) {
        // Both factors are below 2^31 and 2^33 when a kernel is generated, so the product fits a long.
        long count = extent * perIndex + fixed;
        if (count > MAX_ARRAY) {
            throw new IllegalArgumentException("`" + name + "`: " + count + " elements do not fit an array");
        }
        return (int) count;
    }

    /**
     * Checks a range of an entry.
     *
     * @param unit what a range begins at a multiple of
     * @throws IllegalArgumentException naming the axis if the range is not one of it
     */
    public static void part(String axis, int begin, int end, int extent, int unit) {
        boolean inside = 0 <= begin && begin <= end && end <= extent;
        if (!inside || begin % unit != 0 || end % unit != 0 && end != extent) {
            throw new IllegalArgumentException("axis `" + axis + "`: no range from " + begin + " to " + end
                    + ": a range of 0 to " + extent + " begins and ends at multiples of " + unit);
        }
    }

    /**
     * Checks the number of a stage of an entry.
     *
     * @param most the largest there is
     * @throws IllegalArgumentException naming the entry if there is no such stage
     */
    public static void stage(String entry, int stage, int most) {
        if (stage < 0 || stage > most) {
            throw new IllegalArgumentException(entry + ": no stage " + stage + ", they go from 0 to " + most);
        }
    }

    /**
     * Checks the extent of the dynamic axis.
     *
     * @throws IllegalArgumentException naming the axis if the extent is below {@code least}
     */
    public static void atLeast(String axis, int extent, int least, String why) {
        if (extent < least) {
            throw new IllegalArgumentException("axis `" + axis + "`: extent " + extent + ", but " + why);
        }
    }
}
