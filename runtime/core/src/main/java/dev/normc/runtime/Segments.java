package dev.normc.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * {@code java.lang.foreign.MemorySegment}, which this library cannot name: it is compiled for Java 17. Every segment is an
 * {@code Object} here.
 */
final class Segments {
    /** Whether the running Java has it. */
    static final boolean ARE_PRESENT = Runtime.version().feature() >= MemoryKind.FIRST_WITH_SEGMENTS;

    private static final long ALIGNMENT = 64;

    private Segments() {}

    /** Looked up where the running Java has them. */
    private static final class Methods {
        private static final Class<?> SEGMENT = type("java.lang.foreign.MemorySegment");
        private static final Class<?> ARENA = type("java.lang.foreign.Arena");
        private static final MethodHandle OF_BUFFER = find(SEGMENT, true, "ofBuffer", SEGMENT, Buffer.class);
        private static final MethodHandle BYTES = find(SEGMENT, false, "byteSize", long.class);
        private static final MethodHandle SLICE = find(SEGMENT, false, "asSlice", SEGMENT, long.class, long.class);
        private static final MethodHandle AS_BUFFER = find(SEGMENT, false, "asByteBuffer", ByteBuffer.class);
        private static final MethodHandle OVERLAP = find(SEGMENT, false, "asOverlappingSlice", Optional.class, SEGMENT);
        private static final MethodHandle ARENA_OF_COLLECTOR = find(ARENA, true, "ofAuto", ARENA);
        private static final MethodHandle ALLOCATE = find(ARENA, false, "allocate", SEGMENT, long.class, long.class);

        private static Class<?> type(String name) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(name + " is in no Java before " + MemoryKind.FIRST_WITH_SEGMENTS, e);
            }
        }

        private static MethodHandle find(
                Class<?> owner, boolean isStatic, String name, Class<?> result, Class<?>... parameters) {
            MethodType type = MethodType.methodType(result, parameters);
            try {
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                return isStatic ? lookup.findStatic(owner, name, type) : lookup.findVirtual(owner, name, type);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(owner.getName() + " is not as it was in Java 22", e);
            }
        }
    }

    /** Whether two buffers share memory, between position and limit of each. */
    static boolean overlap(Buffer a, Buffer b) {
        Object first = call(Methods.OF_BUFFER, a);
        Object second = call(Methods.OF_BUFFER, b);
        return ((Optional<?>) call(Methods.OVERLAP, first, second)).isPresent();
    }

    /** Bytes of a segment; empty for what is none. */
    static Optional<Long> byteSize(Object segment) {
        boolean isOne = ARE_PRESENT && Methods.SEGMENT.isInstance(segment);
        return isOne ? Optional.of((Long) call(Methods.BYTES, segment)) : Optional.empty();
    }

    /** A segment of native memory, zeros, that the garbage collector frees. */
    static Object allocate(long bytes) {
        return call(Methods.ALLOCATE, call(Methods.ARENA_OF_COLLECTOR), Math.max(bytes, 1), ALIGNMENT);
    }

    /** Some elements of a segment as a buffer. */
    static ByteBuffer bytes(Object segment, int from, int to, int bytesOfElement) {
        Object part = call(Methods.SLICE, segment, (long) from * bytesOfElement, (long) (to - from) * bytesOfElement);
        return ((ByteBuffer) call(Methods.AS_BUFFER, part)).order(ByteOrder.nativeOrder());
    }

    private static Object call(MethodHandle method, Object... arguments) {
        try {
            return method.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a method of memory segments failed", e);
        }
    }
}
