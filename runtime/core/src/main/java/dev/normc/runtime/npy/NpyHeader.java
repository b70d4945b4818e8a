package dev.normc.runtime.npy;

import dev.normc.runtime.Arguments;
import dev.normc.runtime.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a {@code .npy} file says before its data: element type and extents, outermost axis first.
 *
 * <p>The storage is little-endian and row-major (C order); an empty shape is one scalar.
 *
 * @throws IllegalArgumentException if the type is neither f32 nor f64, there are more than {@link #MAX_AXES} axes, an extent is negative or the element
 *     count exceeds an array
 */
record NpyHeader(DataType type, List<Integer> shape) {

    /** As many axes as NumPy 2 reads. */
    static final int MAX_AXES = 64;

    /** The largest array every JVM can allocate, in elements. */
    static final int MAX_ARRAY = Arguments.MAX_ARRAY;

    /** The data starts at a multiple of this many bytes. */
    private static final int ALIGNMENT = 64;

    /** Room NumPy leaves for the outermost extent to grow in place: the digits of 8 * 2^64 - 1. */
    private static final int GROWTH_DIGITS = 21;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    NpyHeader {
        Objects.requireNonNull(type, "type");
        if (type != DataType.F32 && type != DataType.F64) {
            throw new IllegalArgumentException("holds f32 or f64, not " + type.spelling());
        }
        shape = List.copyOf(shape);
        if (shape.size() > MAX_AXES) {
            throw new IllegalArgumentException("has " + shape.size() + " axes, at most " + MAX_AXES + " are possible");
        }
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("negative extent " + extent + " in shape " + tuple(shape));
            }
        }
        if (count(shape) > MAX_ARRAY) {
            throw new IllegalArgumentException("more than " + MAX_ARRAY + " elements in shape " + tuple(shape));
        }
    }

    static byte[] magic() {
        return MAGIC.clone();
    }

    /** NumPy's name of an element type: {@code <f4} or {@code <f8}. */
    static String descriptor(DataType type) {
        return "<f" + type.bytes();
    }

    /** The shape as Python writes it: {@code ()}, {@code (3,)}, {@code (2, 3)}. */
    static String tuple(List<Integer> shape) {
        String inner = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + inner + (shape.size() == 1 ? ",)" : ")");
    }

    int elements() {
        return (int) count(shape);
    }

    /** Bytes of the data. */
    long dataBytes() {
        return (long) elements() * type.bytes();
    }

    /** Everything before the data, in format version 1.0, byte for byte as NumPy 2 writes it. */
    byte[] encode() {
        StringBuilder text = new StringBuilder()
                .append("{'descr': '")
                .append(descriptor(type))
                .append("', 'fortran_order': False, 'shape': ")
                .append(tuple(shape))
                .append(", }");
        if (!shape.isEmpty()) {
            text.append(" ".repeat(GROWTH_DIGITS - shape.get(0).toString().length()));
        }
        int prefix = MAGIC.length + 2 + Short.BYTES;
        int unpadded = prefix + text.length() + 1;
        // NumPy pads an aligned header by a whole block, not by nothing.
        text.append(" ".repeat(ALIGNMENT - unpadded % ALIGNMENT)).append('\n');
        return ByteBuffer.allocate(prefix + text.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length())
                .put(text.toString().getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** The product of the extents, {@code MAX_ARRAY + 1} where it is larger. */
    private static long count(List<Integer> shape) {
        long count = 1;
        for (int extent : shape) {
            count = Math.min(count * extent, MAX_ARRAY + 1L); // both factors are below 2^31
        }
        return count;
    }
}
