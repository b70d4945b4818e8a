package dev.normc.runtime;

import dev.normc.runtime.math.ShortFormats;

/** How one element is stored. Arithmetic is binary64 whatever the storage. */
public enum DataType {
    /** IEEE 754 binary32 in a {@code float[]}. */
    F32("f32", 4),
    /** IEEE 754 binary64 in a {@code double[]}. */
    F64("f64", 8),
    /** bfloat16, the upper half of binary32, in a {@code short[]}. */
    BF16("bf16", 2),
    /** IEEE 754 binary16 in a {@code short[]}. */
    F16("f16", 2);

    private final String spelling;
    private final int bytes;

    DataType(String spelling, int bytes) {
        this.spelling = spelling;
        this.bytes = bytes;
    }

    /** The name used on the command line and in signatures, {@code f32}, {@code f64}, {@code bf16} or {@code f16}. */
    public String spelling() {
        return spelling;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether an element is 16 bits of a {@code short[]}. */
    public boolean isShort() {
        return bytes == Short.BYTES;
    }

    /** Whether a result of binary64 arithmetic is rounded when it is stored. */
    public boolean isNarrow() {
        return this != F64;
    }

    /**
     * How states are stored beside tensors of this type: a running mean of 16 bits would stand still, because what one
     * call adds is less than half a step. So it is f32 there.
     */
    public DataType ofStates() {
        return isShort() ? F32 : this;
    }

    /** The nearest number of this type. */
    public double rounded(double value) {
        return switch (this) {
            case F32 -> (float) value;
            case F64 -> value;
            case BF16, F16 -> widened(shortBits(value));
        };
    }

    /**
     * The bits of the nearest number, as an element of a {@code short[]}.
     *
     * @throws IllegalStateException if this is no 16-bit type
     */
    public short shortBits(double value) {
        return switch (this) {
            case BF16 -> ShortFormats.roundToBf16(value);
            case F16 -> ShortFormats.roundToF16(value);
            case F32, F64 -> throw new IllegalStateException(spelling + " is not stored in 16 bits");
        };
    }

    /**
     * The number with these bits, exactly.
     *
     * @throws IllegalStateException if this is no 16-bit type
     */
    public double widened(short bits) {
        return switch (this) {
            case BF16 -> ShortFormats.widenBf16(bits);
            case F16 -> ShortFormats.widenF16(bits);
            case F32, F64 -> throw new IllegalStateException(spelling + " is not stored in 16 bits");
        };
    }
}
