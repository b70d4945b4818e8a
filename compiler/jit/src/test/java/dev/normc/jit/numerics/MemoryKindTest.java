package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormLayer;
import dev.normc.runtime.NormcException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels over {@code java.nio} buffers and, from Java 22 on, memory segments: the bits of kernels over arrays. */
class MemoryKindTest {
    private static final boolean SEGMENTS = Runtime.version().feature() >= MemoryKind.FIRST_WITH_SEGMENTS;
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    private static final Jit JIT = new Jit(100);

    record Case(Spec spec, DataType type, MemoryKind memory, CompilerChoice compiler, Schedule schedule) {
        NormKernel kernel() {
            return JIT.kernel(
                    new CompileRequest(
                                    new SourceFile("memory.norm", spec.text()),
                                    Optional.empty(),
                                    spec.shape(),
                                    type,
                                    schedule)
                            .withMemory(memory),
                    compiler);
        }

        static Case of(MemoryKind memory) {
            return new Case(LAYER, DataType.F32, memory, CompilerChoice.JANINO, Schedule.DEFAULT);
        }
    }

    private static final Spec LAYER = Spec.named("LayerNorm").at("N=5, D=71");

    static Stream<Case> cases() {
        List<Spec> specs = List.of(LAYER, Spec.named("BatchNorm").at("N=3, C=5, H=7, W=6"));
        List<MemoryKind> kinds = SEGMENTS ? List.of(MemoryKind.BUFFER, MemoryKind.SEGMENT) : List.of(MemoryKind.BUFFER);
        Stream<Case> scalar = kinds.stream().flatMap(kind -> Stream.of(DataType.values())
                .flatMap(type -> specs.stream().flatMap(spec -> Stream.of(CompilerChoice.JANINO, CompilerChoice.JAVAC)
                        .map(compiler -> new Case(spec, type, kind, compiler, Schedule.DEFAULT)))));
        Stream<Case> vector = kinds.stream().filter(kind -> VECTORS).flatMap(kind -> Stream.of(DataType.values())
                .flatMap(type -> specs.stream()
                        .map(spec ->
                                new Case(spec, type, kind, CompilerChoice.JANINO, Schedule.DEFAULT.withVectors(256)))));
        return Stream.concat(scalar, vector);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_bits_are_those_of_a_kernel_over_arrays(Case example) {
        Subject arrays = Subject.of(example.spec(), example.type());
        Map<String, double[]> values = arrays.random(83);
        Bindings expected = arrays.bind(values);
        arrays.kernel().forward(expected);
        arrays.kernel().backward(expected);
        NormKernel kernel = example.kernel();
        Bindings bindings = kernel.bindings().allocateAll();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (values.containsKey(buffer.name())) {
                write(bindings.memory(buffer.name()), buffer.type(), 0, values.get(buffer.name()));
            }
        }
        kernel.forward(bindings);
        kernel.backward(bindings);
        for (BufferRole role : List.of(BufferRole.OUTPUT, BufferRole.GRADIENT, BufferRole.STATE)) {
            for (BufferSpec buffer : kernel.signature().buffers(role)) {
                double[] computed = read(bindings.memory(buffer.name()), buffer.type(), 0, buffer.elements(1));
                assertThat(computed).as("%s", buffer).isEqualTo(arrays.read(expected, buffer.name()));
            }
        }
        for (BufferSpec saved : kernel.signature().buffers(BufferRole.SAVED)) {
            assertThat(bindings.doubles(saved.name())).isEqualTo(expected.doubles(saved.name()));
        }
    }

    @Test
    void a_kernel_works_on_parts_of_heap_and_byte_buffers_in_place() {
        Subject arrays = Subject.of(LAYER, DataType.F32);
        Map<String, double[]> values = arrays.random(89);
        Bindings expected = arrays.bind(values);
        arrays.kernel().forward(expected);
        NormKernel kernel = Case.of(MemoryKind.BUFFER).kernel();
        FloatBuffer x = FloatBuffer.allocate(5 * 71 + 3);
        write(x, DataType.F32, 3, values.get("x"));
        ByteBuffer y = ByteBuffer.allocateDirect(4 * (5 * 71 + 9)).order(ByteOrder.nativeOrder());
        y.position(8);
        Bindings bindings = kernel.bindings().set("x", x.position(3)).set("y", y, 4);
        for (String param : List.of("gamma", "beta")) {
            write(bindings.memory(param), DataType.F32, 0, values.get(param));
        }
        kernel.forward(bindings);
        FloatBuffer written = y.rewind().order(ByteOrder.nativeOrder()).asFloatBuffer();
        assertThat(read(written, DataType.F32, 6, 5 * 71)).isEqualTo(arrays.read(expected, "y"));
        assertThat(read(written, DataType.F32, 0, 6)).containsOnly(0);
        assertThat(read(written, DataType.F32, 6 + 5 * 71, 3)).containsOnly(0);
    }

    @Test
    void what_cannot_be_used_is_refused_with_the_name_of_the_buffer() {
        NormKernel kernel = Case.of(MemoryKind.BUFFER).kernel();
        Bindings bindings = kernel.bindings();
        ByteOrder other =
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer swapped = ByteBuffer.allocateDirect(4 * 5 * 71).order(other);
        String order = "`x`: byte order " + other + ", needs " + ByteOrder.nativeOrder();
        assertThatThrownBy(() -> bindings.set("x", swapped)).hasMessageStartingWith(order);
        assertThatThrownBy(() -> kernel.forward(kernel.bindings().set("x", swapped.asFloatBuffer())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(order);
        FloatBuffer whole = FloatBuffer.allocate(5 * 71);
        assertThatThrownBy(() -> kernel.forward(kernel.bindings()
                        .set("x", whole)
                        .set("y", FloatBuffer.allocate(355).asReadOnlyBuffer())))
                .hasMessage("`y`: is read-only, but is written");
        assertThatThrownBy(() -> bindings.set("x", DoubleBuffer.allocate(5 * 71)))
                .hasMessage("`x`: holds f32, so it takes a FloatBuffer");
        assertThatThrownBy(() -> bindings.set("x", whole, 2))
                .hasMessage("`x`: needs 355 elements from offset 2 on, got 353");
        assertThatThrownBy(() -> bindings.set("x", new float[5 * 71]))
                .hasMessage("`x`: stands in a buffer, not in an array");
        assertThatThrownBy(() -> bindings.floats("y")).hasMessage("`y`: stands in a buffer, not in an array");
        assertThatThrownBy(() -> new NormLayer(kernel)).hasMessageStartingWith("`LayerNorm`: a layer works on arrays");
        assertThatThrownBy(() ->
                        Subject.of(LAYER, DataType.F32).kernel().bindings().set("x", whole))
                .hasMessage("`x`: stands in an array");
    }

    @Test
    void an_output_that_shares_memory_with_an_input_is_refused() {
        NormKernel kernel = Case.of(MemoryKind.BUFFER).kernel();
        FloatBuffer heap = FloatBuffer.allocate(2 * 5 * 71);
        Bindings bindings = kernel.bindings().set("x", heap).set("y", heap.slice(), 354);
        assertThatThrownBy(() -> kernel.forward(bindings)).hasMessage("`y`: shares memory with `x`");
        kernel.forward(bindings.set("y", heap.slice(), 355));
        FloatBuffer direct = ByteBuffer.allocateDirect(4 * 710)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Bindings same = kernel.bindings().set("x", direct).set("y", direct, 354);
        assertThatThrownBy(() -> kernel.forward(same)).hasMessage("`y`: shares memory with `x`");
        kernel.forward(same.set("y", direct, 355));
    }

    @Test
    void from_java_22_on_views_of_direct_memory_are_compared_by_address() {
        assumeTrue(SEGMENTS);
        NormKernel kernel = Case.of(MemoryKind.BUFFER).kernel();
        FloatBuffer direct = ByteBuffer.allocateDirect(4 * 710)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Bindings views = kernel.bindings().set("x", direct).set("y", direct.slice(200, 400));
        assertThatThrownBy(() -> kernel.forward(views)).hasMessage("`y`: shares memory with `x`");
        kernel.forward(views.set("y", direct.slice(355, 355)));
    }

    @Test
    void a_segment_may_be_a_heap_array_and_must_be_long_enough_and_apart() throws ReflectiveOperationException {
        assumeTrue(SEGMENTS);
        NormKernel kernel = Case.of(MemoryKind.SEGMENT).kernel();
        Subject arrays = Subject.of(LAYER, DataType.F32);
        Map<String, double[]> values = arrays.random(97);
        Bindings expected = arrays.bind(values);
        arrays.kernel().infer(expected);
        float[] array = new float[2 * 355 + 3];
        for (int i = 0; i < 355; i++) {
            array[3 + i] = (float) values.get("x")[i];
        }
        Object segment = Class.forName("java.lang.foreign.MemorySegment")
                .getMethod("ofArray", float[].class)
                .invoke(null, array);
        Bindings bindings = kernel.bindings().setSegment("x", segment, 3).setSegment("y", segment, 357);
        for (String param : List.of("gamma", "beta")) {
            write(bindings.memory(param), DataType.F32, 0, values.get(param));
        }
        assertThatThrownBy(() -> kernel.infer(bindings)).hasMessage("`y`: shares memory with `x`");
        kernel.infer(bindings.setSegment("y", segment, 358));
        float[] y = Arrays.copyOfRange(array, 358, 713);
        assertThat(y).isEqualTo(expected.floats("y"));
        assertThatThrownBy(() -> bindings.setSegment("y", segment, 359))
                .hasMessage("`y`: needs 355 elements from offset 359 on, got 354");
        assertThatThrownBy(() -> bindings.setSegment("y", array, 0)).hasMessage("`y`: takes a MemorySegment");
    }

    @Test
    void before_java_22_a_kernel_over_segments_is_refused_with_a_way_out() {
        assumeTrue(!SEGMENTS);
        assertThatThrownBy(() -> Case.of(MemoryKind.SEGMENT).kernel())
                .isInstanceOf(NormcException.class)
                .hasMessageContaining("need Java 22 or later")
                .hasMessageContaining("MemoryKind.BUFFER");
    }

    private static Buffer view(Object memory, DataType type) {
        if (memory instanceof Buffer buffer) {
            return buffer;
        }
        try {
            ByteBuffer bytes = (ByteBuffer) Class.forName("java.lang.foreign.MemorySegment")
                    .getMethod("asByteBuffer")
                    .invoke(memory);
            bytes.order(ByteOrder.nativeOrder());
            return switch (type) {
                case F32 -> bytes.asFloatBuffer();
                case F64 -> bytes.asDoubleBuffer();
                case BF16, F16 -> bytes.asShortBuffer();
            };
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Object memory, DataType type, int from, double[] values) {
        Buffer buffer = view(memory, type);
        for (int i = 0; i < values.length; i++) {
            switch (type) {
                case F32 -> ((FloatBuffer) buffer).put(from + i, (float) values[i]);
                case F64 -> ((DoubleBuffer) buffer).put(from + i, values[i]);
                case BF16, F16 -> ((ShortBuffer) buffer).put(from + i, type.shortBits(values[i]));
            }
        }
    }

    private static double[] read(Object memory, DataType type, int from, int count) {
        Buffer buffer = view(memory, type);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case F32 -> ((FloatBuffer) buffer).get(from + i);
                case F64 -> ((DoubleBuffer) buffer).get(from + i);
                case BF16, F16 -> type.widened(((ShortBuffer) buffer).get(from + i));
            };
        }
        return values;
    }
}
