package dev.normc.runtime;

/** Where the tensors of a kernel stand. Saved statistics and workspace stand in {@code double[]} in every case. */
public enum MemoryKind {
    /** In {@code float[]}, {@code double[]} or {@code short[]}. */
    ARRAY("array"),
    /** In {@code FloatBuffer}, {@code DoubleBuffer} or {@code ShortBuffer}, direct or not, of the machine's byte order. */
    BUFFER("buffer"),
    /** In {@code java.lang.foreign.MemorySegment}, of the machine's byte order; for Java 22 and later. */
    SEGMENT("segment");

    /** The first Java that has {@code MemorySegment} for good. */
    public static final int FIRST_WITH_SEGMENTS = 22;

    private final String spelling;

    MemoryKind(String spelling) {
        this.spelling = spelling;
    }

    /** The name used in messages and in names of classes. */
    public String spelling() {
        return spelling;
    }

    /** Whether a buffer of that role stands there, and not in a {@code double[]}. */
    public boolean holds(BufferRole role) {
        return switch (role) {
            case INPUT, PARAM, MASK, STATE, OUTPUT, COTANGENT, GRADIENT -> this != ARRAY;
            case SAVED, STATISTIC, WORKSPACE -> false;
        };
    }
}
