package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The typed static entries: every buffer at an offset of its own, every buffer too short in turn. */
class StaticEntryTest {
    private static final int EXTENT = 3;
    private static final float GUARD = 12345.5f;

    static Stream<Example> examples() {
        return Stream.of(
                new Example(Example.LAYER_NORM, "N=?, D=7"),
                new Example(Example.BATCH_NORM, "N=?, C=5, H=2"),
                new Example(Example.GROUP_NORM, "N=2, C=6, H=1, W=7, G=3"),
                new Example(Example.MASKED_LAYER_NORM, "N=2, T=3, D=5"),
                new Example(Example.DYT, "N=3, D=5"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyBufferThatIsTooShortIsNamedAndNothingIsWritten(Example example) {
        NormKernel kernel = example.kernel();
        for (Entry entry : kernel.signature().entries().keySet()) {
            StaticEntry method = StaticEntry.of(kernel, entry);
            for (int slot : method.slots()) {
                Bindings bindings = Example.filled(kernel, EXTENT);
                List<Object> arrays = new ArrayList<>(Example.snapshot(kernel, bindings));
                BufferSpec buffer = kernel.signature().buffers().get(slot);
                int needed = bindings.elements(buffer.name());
                arrays.set(slot, resized(arrays.get(slot), needed - 1));
                List<Object> before = arrays.stream().map(Example::copy).toList();
                assertThatThrownBy(() -> method.call(arrays, new int[arrays.size()], EXTENT))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("`" + buffer.name() + "`: needs " + needed + " elements, got " + (needed - 1));
                Example.assertSame(kernel, arrays, before);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aNegativeOffsetIsNamedAndNothingIsWritten(Example example) {
        NormKernel kernel = example.kernel();
        StaticEntry method = StaticEntry.of(kernel, Entry.FORWARD);
        for (int slot : method.slots()) {
            List<Object> arrays = Example.snapshot(kernel, Example.filled(kernel, EXTENT));
            List<Object> before = arrays.stream().map(Example::copy).toList();
            int[] offsets = new int[arrays.size()];
            offsets[slot] = -1;
            String name = kernel.signature().buffers().get(slot).name();
            assertThatThrownBy(() -> method.call(arrays, offsets, EXTENT))
                    .hasMessage("`" + name + "`: offset -1 is negative");
            Example.assertSame(kernel, arrays, before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void offsetsMoveNothingButThePlace(Example example) {
        NormKernel kernel = example.kernel();
        int count = kernel.signature().buffers().size();
        for (Entry entry : kernel.signature().entries().keySet()) {
            List<Object> plain = Example.snapshot(kernel, Example.filled(kernel, EXTENT));
            int[] offsets = new int[count];
            List<Object> moved = new ArrayList<>();
            for (int slot = 0; slot < count; slot++) {
                offsets[slot] = 3 + 2 * slot;
                moved.add(guarded(plain.get(slot), offsets[slot]));
            }
            StaticEntry.of(kernel, entry).call(plain, new int[count], EXTENT);
            StaticEntry.of(kernel, entry).call(moved, offsets, EXTENT);
            for (int slot = 0; slot < count; slot++) {
                assertThat(moved.get(slot))
                        .as("%s of %s", kernel.signature().buffers().get(slot).name(), entry)
                        .isEqualTo(guarded(plain.get(slot), offsets[slot]));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theyGiveTheBitsOfTheEntriesByName(Example example) {
        NormKernel kernel = example.kernel();
        for (Entry entry : kernel.signature().entries().keySet()) {
            Bindings bindings = Example.filled(kernel, EXTENT);
            List<Object> arrays = Example.snapshot(kernel, bindings);
            Example.run(kernel, entry, bindings);
            StaticEntry.of(kernel, entry).call(arrays, new int[arrays.size()], EXTENT);
            Example.assertSame(kernel, arrays, Example.snapshot(kernel, bindings));
        }
    }

    private static Object resized(Object array, int length) {
        return array instanceof float[] single
                ? Arrays.copyOf(single, length)
                : Arrays.copyOf((double[]) array, length);
    }

    /** The elements between guards. */
    private static Object guarded(Object array, int offset) {
        if (array instanceof float[] single) {
            float[] larger = new float[offset + single.length + 4];
            Arrays.fill(larger, GUARD);
            System.arraycopy(single, 0, larger, offset, single.length);
            return larger;
        }
        double[] elements = (double[]) array;
        double[] larger = new double[offset + elements.length + 4];
        Arrays.fill(larger, GUARD);
        System.arraycopy(elements, 0, larger, offset, elements.length);
        return larger;
    }
}
