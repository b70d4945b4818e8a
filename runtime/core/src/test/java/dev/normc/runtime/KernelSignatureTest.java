package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelSignatureTest {
    private static final KernelSignature SIGNATURE = signature().build();

    @Test
    void slotsAreInTheOrderInWhichBuffersWereAdded() {
        assertThat(SIGNATURE.slot("x")).isZero();
        assertThat(SIGNATURE.slot("workspace")).isEqualTo(3);
        assertThat(SIGNATURE.buffer("y").role()).isEqualTo(BufferRole.OUTPUT);
        assertThat(SIGNATURE.entries().get(Entry.INFER)).containsExactly(0, 2, 3);
        assertThat(SIGNATURE.dynamicAxis()).contains("N");
    }

    @Test
    void anUnknownNameListsTheNamesOfCallersAndNoScratch() {
        assertThatThrownBy(() -> SIGNATURE.slot("z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`Norm` has no buffer `z`; it has `x`, `y`");
    }

    @Test
    void buffersOfARoleKeepTheirOrder() {
        assertThat(SIGNATURE.buffers(BufferRole.INPUT))
                .extracting(BufferSpec::name)
                .containsExactly("x");
        assertThat(SIGNATURE.buffers(BufferRole.GRADIENT)).isEmpty();
    }

    @Test
    void equalDescriptionsAreEqual() {
        assertThat(signature().build()).isEqualTo(SIGNATURE).hasSameHashCodeAs(SIGNATURE);
        assertThat(signature().workspace("more", 1, 0).build()).isNotEqualTo(SIGNATURE);
    }

    @Test
    void listsAreCopied() {
        List<BufferSpec> buffers = new ArrayList<>(SIGNATURE.buffers());
        KernelSignature copy = new KernelSignature(
                "Norm",
                DataType.F32,
                SIGNATURE.dynamicAxis(),
                buffers,
                SIGNATURE.entries(),
                SIGNATURE.ranges(),
                MemoryKind.ARRAY);
        buffers.clear();
        assertThat(copy.buffers()).hasSize(4);
        assertThatThrownBy(() -> copy.buffers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBufferReadsAsItIsDeclared() {
        assertThat(SIGNATURE.buffer("x")).hasToString("x[N=?, D=5]");
        assertThat(BufferSpec.tensor("alpha", BufferRole.PARAM, List.of(), List.of(), DataType.F32, 0.5))
                .hasToString("alpha");
    }

    @Test
    void elementCountsAreProductsOfExtents() {
        assertThat(SIGNATURE.buffer("x").elements(3)).isEqualTo(15);
        assertThat(SIGNATURE.buffer("x").elements(0)).isZero();
        assertThat(SIGNATURE.buffer("x").isDynamic()).isTrue();
        assertThat(SIGNATURE.buffer("workspace").elements(3)).isEqualTo(13);
        BufferSpec scalar = BufferSpec.tensor("a", BufferRole.PARAM, List.of(), List.of(), DataType.F32, 0);
        assertThat(scalar.elements(3)).isEqualTo(1);
        assertThat(scalar.isDynamic()).isFalse();
    }

    @Test
    void aCountThatOverflowsALongFitsNoArrayUnlessAnotherAxisIsEmpty() {
        List<String> axes = List.of("A", "B", "C", "D");
        int large = Integer.MAX_VALUE;
        assertThatThrownBy(
                        () -> tensor(axes, List.of(large, large, large, large)).elements(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit an array");
        assertThat(tensor(axes, List.of(large, large, large, 0)).elements(1)).isZero();
    }

    @Test
    void extentsThatDoNotMatchTheAxesDoNotConstruct() {
        assertThatThrownBy(() -> tensor(List.of("A"), List.of(2, 3))).hasMessage("`t`: 1 axes, 2 extents");
        assertThatThrownBy(() -> tensor(List.of("A"), List.of(-2))).hasMessage("`t`: negative extent -2");
    }

    private static BufferSpec tensor(List<String> axes, List<Integer> extents) {
        return BufferSpec.tensor("t", BufferRole.INPUT, axes, extents, DataType.F32, 0);
    }

    private static KernelSignature.Builder signature() {
        return KernelSignature.builder("Norm", DataType.F32)
                .dynamicAxis("N")
                .tensor("x", BufferRole.INPUT, new String[] {"N", "D"}, new int[] {-1, 5}, DataType.F32, 0)
                .tensor("mean", BufferRole.SAVED, new String[] {"N"}, new int[] {-1}, DataType.F64, 0)
                .tensor("y", BufferRole.OUTPUT, new String[] {"N", "D"}, new int[] {-1, 5}, DataType.F32, 0)
                .workspace("workspace", 7, 2)
                .entry(Entry.INFER, new int[] {0, 2, 3});
    }
}
