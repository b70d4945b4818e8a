package dev.normc.jit.fuzz;

import java.util.stream.LongStream;

/** Which seeds a run takes: {@code -Dfuzz.seeds=FROM..TO}, many with {@code -Pfull}, else a few. */
public final class Seeds {
    private static final String PROPERTY = "fuzz.seeds";

    private Seeds() {}

    /** The seeds of this run; the numbers are how many there are without the property. */
    public static LongStream seeds(int few, int many) {
        String range = System.getProperty(PROPERTY);
        if (range == null) {
            return LongStream.range(0, Boolean.getBoolean("normc.full") ? many : few);
        }
        String[] ends = range.split("\\.\\.", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
