package dev.normc.jit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a generated class may name beside itself: classes, and their fields and methods by name.
 *
 * <p>Nothing here reads or writes anything but arrays, buffers and segments that it was given, and nothing leads on to
 * reflection, class loading, threads or the system.
 */
final class KernelApi {
    private static final String EVERY = "*";

    private static final Map<String, Set<String>> MEMBERS = table("""
            java/lang/Object <init>
            java/lang/String concat
            java/lang/Math *
            java/lang/Double NaN NEGATIVE_INFINITY POSITIVE_INFINITY
            java/lang/Long MAX_VALUE
            java/lang/UnsupportedOperationException <init>
            java/util/Arrays fill
            java/util/Optional isPresent
            java/nio/ByteOrder nativeOrder
            java/nio/Buffer limit
            java/nio/FloatBuffer allocate get put limit order
            java/nio/DoubleBuffer allocate get put limit order
            java/nio/ShortBuffer allocate get put limit order
            java/lang/foreign/Arena ofAuto allocate
            java/lang/foreign/SegmentAllocator allocate
            java/lang/foreign/MemorySegment getAtIndex setAtIndex byteSize isReadOnly asSlice asOverlappingSlice
            java/lang/foreign/ValueLayout JAVA_FLOAT_UNALIGNED JAVA_DOUBLE_UNALIGNED JAVA_SHORT_UNALIGNED
            java/lang/foreign/ValueLayout$OfFloat
            java/lang/foreign/ValueLayout$OfDouble
            java/lang/foreign/ValueLayout$OfShort
            dev/normc/runtime/NormKernel
            dev/normc/runtime/WarmUp
            dev/normc/runtime/Arguments *
            dev/normc/runtime/Memory *
            dev/normc/runtime/MemoryKind *
            dev/normc/runtime/BufferRole *
            dev/normc/runtime/DataType *
            dev/normc/runtime/Entry *
            dev/normc/runtime/Bindings require inParallel dynamicExtent offset floats doubles shorts memory
            dev/normc/runtime/KernelSignature builder scratchOf
            dev/normc/runtime/KernelSignature$Builder dynamicAxis memory tensor workspace entry range build
            dev/normc/runtime/math/ArrayMath *
            dev/normc/runtime/math/Chunks *
            dev/normc/runtime/math/KernelMath *
            dev/normc/runtime/math/Lanes *
            dev/normc/runtime/math/ShortFormats *
            dev/normc/runtime/math/Sums *
            dev/normc/runtime/vector/PreparedSpecies *
            dev/normc/runtime/vector/VectorMath *
            jdk/incubator/vector/Vector *
            jdk/incubator/vector/DoubleVector *
            jdk/incubator/vector/FloatVector *
            jdk/incubator/vector/IntVector *
            jdk/incubator/vector/LongVector *
            jdk/incubator/vector/ShortVector *
            jdk/incubator/vector/VectorMask
            jdk/incubator/vector/VectorSpecies
            jdk/incubator/vector/VectorOperators *
            jdk/incubator/vector/VectorOperators$Binary
            jdk/incubator/vector/VectorOperators$Comparison
            jdk/incubator/vector/VectorOperators$Conversion
            """);

    /** What every object has, and every enum: monitors and ways to reflection are among it. */
    private static final Set<String> INHERITED = Stream.of(Object.class, Enum.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private KernelApi() {}

    private static Map<String, Set<String>> table(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(
                        words -> words[0],
                        words -> Set.copyOf(Arrays.asList(words).subList(1, words.length))));
    }

    /** Whether a generated class may name a class, which is written with slashes. */
    static boolean hasClass(String name) {
        return MEMBERS.containsKey(name);
    }

    /** Whether it may use a field or method. */
    static boolean hasMember(String owner, String name) {
        Set<String> members = members(owner);
        return members.contains(name) || members.contains(EVERY) && !name.startsWith("<") && !INHERITED.contains(name);
    }

    /** What it may use of a class; {@code *} stands for all that it declares but its constructors. */
    static Set<String> members(String owner) {
        return MEMBERS.getOrDefault(owner, Set.of());
    }

    /** The classes, with slashes. */
    static Set<String> classes() {
        return MEMBERS.keySet();
    }
}
