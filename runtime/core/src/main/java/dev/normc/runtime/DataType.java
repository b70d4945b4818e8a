package dev.normc.runtime;

/** How one element is stored. Arithmetic is binary64 whatever the storage. */
public enum DataType {
    /** IEEE 754 binary32 in a {@code float[]}. */
    F32("f32", 4),
    /** IEEE 754 binary64 in a {@code double[]}. */
    F64("f64", 8);

    private final String spelling;
    private final int bytes;

    DataType(String spelling, int bytes) {
        this.spelling = spelling;
        this.bytes = bytes;
    }

    /** The name used on the command line and in signatures, {@code f32} or {@code f64}. */
    public String spelling() {
        return spelling;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }
}
