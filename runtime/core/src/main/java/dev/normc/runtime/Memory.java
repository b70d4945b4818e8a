package dev.normc.runtime;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;

/**
 * What kernels over buffers and memory segments check and what {@link Bindings} allocates for them.
 *
 * <p>Memory that is allocated here is direct, so that a kernel meets one kind of it.
 */
public final class Memory {
    private Memory() {}

    /**
     * Checks a buffer that an entry takes.
     *
     * @param order its byte order
     * @param written whether the entry writes it
     * @throws IllegalArgumentException naming the buffer if the order is not the machine's, or it may not be written
     */
    public static void usable(String name, Buffer buffer, ByteOrder order, boolean written) {
        if (order != ByteOrder.nativeOrder()) {
            throw new IllegalArgumentException(
                    "`" + name + "`: byte order " + order + ", needs " + ByteOrder.nativeOrder()
                            + "; set it with order(ByteOrder.nativeOrder()) on the ByteBuffer before it is viewed");
        }
        writable(name, buffer.isReadOnly() && written);
    }

    /** Refuses memory that may not be written. */
    public static void writable(String name, boolean readOnly) {
        if (readOnly) {
            throw new IllegalArgumentException("`" + name + "`: is read-only, but is written");
        }
    }

    /** The elements that so many bytes hold, as far as an {@code int} counts. */
    public static int elements(long bytes, int bytesOfElement) {
        return (int) Math.min(bytes / bytesOfElement, Integer.MAX_VALUE);
    }

    /**
     * Checks that a buffer that is written does not overlap another. Before Java 22 nothing tells where a direct buffer or
     * a view of a {@code ByteBuffer} stands, so there only parts of one object, or of one array, are compared.
     *
     * @throws IllegalArgumentException naming both buffers if they share memory
     */
    public static void disjoint(
            String written,
            Buffer buffer,
            int offset,
            int elements,
            String other,
            Buffer otherBuffer,
            int otherOffset,
            int otherElements) {
        if (elements == 0 || otherElements == 0) {
            return;
        }
        if (Segments.ARE_PRESENT) {
            shared(
                    written,
                    other,
                    Segments.overlap(part(buffer, offset, elements), part(otherBuffer, otherOffset, otherElements)));
            return;
        }
        boolean arrays = buffer.hasArray() && otherBuffer.hasArray();
        Arguments.disjoint(
                written,
                arrays ? buffer.array() : buffer,
                arrays ? buffer.arrayOffset() + offset : offset,
                elements,
                other,
                arrays ? otherBuffer.array() : otherBuffer,
                arrays ? otherBuffer.arrayOffset() + otherOffset : otherOffset,
                otherElements);
    }

    /** Refuses memory that is written and shared. */
    public static void shared(String written, String other, boolean overlap) {
        if (overlap) {
            throw new IllegalArgumentException("`" + written + "`: shares memory with `" + other + "`");
        }
    }

    private static Buffer part(Buffer buffer, int offset, int elements) {
        return buffer.duplicate().limit(offset + elements).position(offset);
    }

    /** The caller's buffer as one of the type that a kernel takes. */
    static Buffer viewed(BufferSpec spec, Buffer given) {
        Objects.requireNonNull(given, spec.name());
        Buffer buffer = given;
        if (given instanceof ByteBuffer bytes) {
            usable(spec.name(), bytes, bytes.order(), false);
            ByteBuffer all = bytes.duplicate().order(bytes.order());
            buffer = switch (spec.type()) {
                case F32 -> all.asFloatBuffer();
                case F64 -> all.asDoubleBuffer();
                case BF16, F16 -> all.asShortBuffer();
            };
        }
        boolean fits =
                switch (spec.type()) {
                    case F32 -> buffer instanceof FloatBuffer;
                    case F64 -> buffer instanceof DoubleBuffer;
                    case BF16, F16 -> buffer instanceof ShortBuffer;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "`" + spec.name() + "`: holds " + spec.type().spelling() + ", so it takes a " + type(spec.type()));
        }
        return buffer;
    }

    private static String type(DataType type) {
        return switch (type) {
            case F32 -> "FloatBuffer";
            case F64 -> "DoubleBuffer";
            case BF16, F16 -> "ShortBuffer";
        };
    }

    /** Direct memory of zeros. */
    static Object allocate(MemoryKind kind, BufferSpec spec, int elements) {
        long bytes = (long) elements * spec.type().bytes();
        if (kind == MemoryKind.SEGMENT) {
            return Segments.allocate(bytes);
        }
        if (bytes > Arguments.MAX_ARRAY) {
            throw new IllegalArgumentException("`" + spec.name() + "`: " + bytes + " bytes do not fit a buffer");
        }
        return viewed(spec, ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder()));
    }

    /** Fills some elements with a value. */
    static void fill(Object memory, BufferSpec spec, int from, int to) {
        Object target = memory instanceof Buffer
                ? memory
                : viewed(spec, Segments.bytes(memory, from, to, spec.type().bytes()));
        int shift = memory instanceof Buffer ? 0 : from;
        double value = spec.initial();
        for (int i = from - shift; i < to - shift; i++) {
            if (target instanceof FloatBuffer floats) {
                floats.put(i, (float) value);
            } else if (target instanceof DoubleBuffer doubles) {
                doubles.put(i, value);
            } else {
                ((ShortBuffer) target).put(i, spec.type().shortBits(value));
            }
        }
    }
}
