package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final KernelSignature SIGNATURE = signature("N", "Norm").build();

    @Test
    void elementCountsFollowTheDynamicExtent() {
        Bindings bindings = new Bindings(SIGNATURE, 3);
        assertThat(bindings.elements("x")).isEqualTo(15);
        assertThat(bindings.elements("gamma")).isEqualTo(5);
        assertThat(bindings.elements("workspace")).isEqualTo(7 + 2 * 3);
        assertThat(bindings.dynamicExtent()).isEqualTo(3);
        assertThat(bindings.signature()).isSameAs(SIGNATURE);
    }

    @Test
    void withoutADynamicAxisTheExtentIsIgnoredAndIsOne() {
        KernelSignature fixed = KernelSignature.builder("Fixed", DataType.F32)
                .buffer(BufferSpec.tensor("x", BufferRole.INPUT, List.of("A"), List.of(4), DataType.F32, 0))
                .build();
        assertThat(new Bindings(fixed, 9).dynamicExtent()).isEqualTo(1);
        assertThat(new Bindings(fixed, -9).elements("x")).isEqualTo(4);
    }

    @Test
    void aNegativeExtentNamesTheAxis() {
        assertThatThrownBy(() -> new Bindings(SIGNATURE, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis `N`: extent -1 is negative");
    }

    @Test
    void aTensorThatFitsNoArrayIsNamed() {
        assertThatThrownBy(() -> new Bindings(SIGNATURE, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`x`: " + 5L * Integer.MAX_VALUE + " elements do not fit an array");
    }

    @Test
    void anArrayThatIsSetIsTheOneThatIsUsed() {
        float[] x = new float[20];
        Bindings bindings = new Bindings(SIGNATURE, 3).set("x", x, 4);
        assertThat(bindings.floats("x")).isSameAs(x);
        assertThat(bindings.floats(0)).isSameAs(x);
        assertThat(bindings.offset("x")).isEqualTo(4);
        assertThat(bindings.offset(0)).isEqualTo(4);
    }

    @Test
    void anArrayMayBeLongerThanItsBuffer() {
        assertThat(new Bindings(SIGNATURE, 3).set("x", new float[16]).elements("x"))
                .isEqualTo(15);
    }

    @Test
    void setAgainReplacesArrayAndOffset() {
        float[] second = new float[15];
        Bindings bindings =
                new Bindings(SIGNATURE, 3).set("x", new float[20], 5).set("x", second);
        assertThat(bindings.floats("x")).isSameAs(second);
        assertThat(bindings.offset("x")).isZero();
    }

    @Test
    void aSetThatFailsChangesNothing() {
        float[] x = new float[20];
        Bindings bindings = new Bindings(SIGNATURE, 3).set("x", x, 4);
        assertThatThrownBy(() -> bindings.set("x", new float[14])).hasMessage("`x`: needs 15 elements, got 14");
        assertThatThrownBy(() -> bindings.set("x", x, 6)).hasMessage("`x`: needs 15 elements from offset 6 on, got 14");
        assertThatThrownBy(() -> bindings.set("x", x, -1)).hasMessage("`x`: offset -1 is negative");
        assertThat(bindings.floats("x")).isSameAs(x);
        assertThat(bindings.offset("x")).isEqualTo(4);
    }

    @Test
    void anUnknownNameListsTheNamesOfCallers() {
        assertThatThrownBy(() -> new Bindings(SIGNATURE, 3).set("gama", new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`Norm` has no buffer `gama`; it has `x`, `gamma`, `m`, `y`, `dy`");
    }

    @Test
    void anArrayOfTheOtherTypeIsRefused() {
        Bindings bindings = new Bindings(SIGNATURE, 3);
        assertThatThrownBy(() -> bindings.set("x", new double[15])).hasMessage("`x`: holds f32, not f64");
        assertThatThrownBy(() -> bindings.set("mean", new float[3])).hasMessage("`mean`: holds f64, not f32");
        assertThatThrownBy(() -> bindings.doubles("gamma")).hasMessage("`gamma`: holds f32, not f64");
    }

    @Test
    void whatIsNotSetIsAllocatedOnceWithItsInitialValue() {
        Bindings bindings = new Bindings(SIGNATURE, 3);
        float[] gamma = bindings.floats("gamma");
        assertThat(gamma).containsExactly(1.5f, 1.5f, 1.5f, 1.5f, 1.5f);
        assertThat(bindings.floats("gamma")).isSameAs(gamma);
        assertThat(bindings.doubles("mean")).containsExactly(0, 0, 0);
    }

    @Test
    void kernelsGetZerosForACotangentAndAnErrorForAnInputThatIsNotSet() {
        Bindings bindings = new Bindings(SIGNATURE, 3);
        assertThat(bindings.floats(SIGNATURE.slot("dy"))).hasSize(15).containsOnly(0f);
        assertThatThrownBy(() -> bindings.floats(SIGNATURE.slot("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`x` has not been set");
        assertThatThrownBy(() -> bindings.floats(SIGNATURE.slot("m"))).hasMessage("`m` has not been set");
    }

    @Test
    void anInputWithoutElementsNeedsNoArray() {
        assertThat(new Bindings(SIGNATURE, 0).floats(0)).isEmpty();
    }

    @Test
    void allocateAllSetsInputsToo() {
        Bindings bindings = new Bindings(SIGNATURE, 2).allocateAll();
        assertThat(bindings.floats(SIGNATURE.slot("x"))).hasSize(10);
        assertThat(bindings.doubles(SIGNATURE.slot("workspace"))).hasSize(11);
    }

    @Test
    void resetFillsTheBufferAndNothingBesideIt() {
        float[] gamma = {7, 7, 7, 7, 7, 7, 7};
        Bindings bindings = new Bindings(SIGNATURE, 3).set("gamma", gamma, 1).reset("gamma");
        assertThat(gamma).containsExactly(7, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f, 7);
        bindings.doubles("mean")[1] = 4;
        assertThat(bindings.reset("mean").doubles("mean")).containsExactly(0, 0, 0);
        assertThat(bindings.reset("y").floats("y")).containsOnly(0f);
    }

    @Test
    void anEqualSignatureIsTheSameKernelAndAnyOtherIsNot() {
        Bindings bindings = new Bindings(SIGNATURE, 3);
        bindings.require(signature("N", "Norm").build());
        assertThatThrownBy(() -> bindings.require(signature("M", "Other").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bindings of `Norm` given to a kernel of `Other` with other buffers");
    }

    private static KernelSignature.Builder signature(String axis, String norm) {
        String[] both = {axis, "D"};
        int[] extents = {BufferSpec.DYNAMIC, 5};
        return KernelSignature.builder(norm, DataType.F32)
                .dynamicAxis(axis)
                .tensor("x", BufferRole.INPUT, both, extents, DataType.F32, 0)
                .tensor("gamma", BufferRole.PARAM, new String[] {"D"}, new int[] {5}, DataType.F32, 1.5)
                .tensor("m", BufferRole.MASK, new String[] {axis}, new int[] {-1}, DataType.F32, 0)
                .tensor("y", BufferRole.OUTPUT, both, extents, DataType.F32, 0)
                .tensor("mean", BufferRole.SAVED, new String[] {axis}, new int[] {-1}, DataType.F64, 0)
                .tensor("dy", BufferRole.COTANGENT, both, extents, DataType.F32, 0)
                .workspace("workspace", 7, 2);
    }
}
