package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller can rely on: by name, through {@link Bindings}. */
class KernelContractTest {
    private static final NormKernel LAYER_NORM = new Example(Example.LAYER_NORM, "N=?, D=768").kernel();
    private static final NormKernel BATCH_NORM = new Example(Example.BATCH_NORM, "N=?, C=3, H=5").kernel();
    private static final NormKernel BATCH_NORM_OF_ROWS = new Example(Example.BATCH_NORM, "N=?, C=3").kernel();

    @Test
    void anArrayThatIsTooShortIsNamedWithWhatItNeedsAndWhatItGot() {
        Bindings bindings = LAYER_NORM.bindings(2);
        assertThatThrownBy(() -> bindings.set("gamma", new float[512]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`gamma`: needs 768 elements, got 512");
        assertThatThrownBy(() -> bindings.set("x", new float[2 * 768 + 4], 5))
                .hasMessage("`x`: needs 1536 elements from offset 5 on, got 1535");
    }

    @Test
    void anInputThatWasNeverSetIsNamedAndNothingIsWritten() {
        Bindings bindings = LAYER_NORM.bindings(2);
        Arrays.fill(bindings.floats("y"), 7);
        assertThatThrownBy(() -> LAYER_NORM.forward(bindings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`x` has not been set");
        assertThat(bindings.floats("y")).containsOnly(7f);
    }

    @Test
    void aMaskThatWasNeverSetIsNamed() {
        NormKernel kernel = new Example(Example.MASKED_LAYER_NORM, "N=2, T=3, D=5").kernel();
        Bindings bindings = kernel.bindings().set("x", new float[30]);
        assertThatThrownBy(() -> kernel.forward(bindings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`m` has not been set");
    }

    @Test
    void anOutputThatIsTheInputIsRefusedAndNothingIsWritten() {
        Bindings bindings = Example.filled(LAYER_NORM, 2);
        bindings.set("y", bindings.floats("x"));
        List<Object> before = Example.snapshot(LAYER_NORM, bindings);
        assertThatThrownBy(() -> LAYER_NORM.forward(bindings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`y`: shares memory with `x`");
        Example.assertSame(LAYER_NORM, Example.snapshot(LAYER_NORM, bindings), before);
    }

    @Test
    void buffersThatOverlapByOneElementAreRefusedAndNeighboursAreNot() {
        Bindings bindings = Example.filled(LAYER_NORM, 2);
        float[] shared = new float[6 * 768];
        bindings.set("dx", shared, 767).set("dy", shared, 767 + 1536 - 1);
        assertThatThrownBy(() -> LAYER_NORM.backward(bindings)).hasMessage("`dx`: shares memory with `dy`");
        bindings.set("dx", shared, 0).set("dy", shared, 1536);
        LAYER_NORM.backward(bindings);
    }

    @Test
    void twoOutputsInOneArrayAreRefusedWhereTheyOverlap() {
        Bindings bindings = Example.filled(LAYER_NORM, 2);
        float[] shared = new float[768];
        bindings.set("dgamma", shared).set("dbeta", shared);
        assertThatThrownBy(() -> LAYER_NORM.backward(bindings)).hasMessage("`dgamma`: shares memory with `dbeta`");
    }

    @Test
    void twoInputsMayBeOneArray() {
        NormKernel kernel = new Example(
                        "norm Add { input x[N, D], r[N, D] output s = x + r output y = s - mean[D](s) }", "N=2, D=3")
                .kernel();
        float[] both = {1, 2, 3, 4, 5, 7};
        Bindings bindings = kernel.bindings().set("x", both).set("r", both);
        kernel.forward(bindings);
        assertThat(bindings.floats("s")).containsExactly(2, 4, 6, 8, 10, 14);
    }

    @Test
    void anEmptyKeptAxisGivesEmptyOutputsAndParamGradientsOfZero() {
        for (Entry backward : List.of(Entry.BACKWARD, Entry.BACKWARD_FROZEN)) {
            Bindings bindings = Example.filled(LAYER_NORM, 0);
            LAYER_NORM.forward(bindings);
            LAYER_NORM.infer(bindings);
            Example.run(LAYER_NORM, backward, bindings);
            assertThat(bindings.floats("y")).isEmpty();
            assertThat(bindings.floats("dx")).isEmpty();
            assertThat(bindings.floats("dgamma")).containsOnly(0f).hasSize(768);
            assertThat(bindings.floats("dbeta")).containsOnly(0f).hasSize(768);
        }
    }

    @Test
    void anEmptyKeptAxisOfAStaticShapeIsLegalWhereverItStands() {
        for (Example example : List.of(
                new Example(Example.LAYER_NORM, "N=0, D=7"),
                new Example(Example.BATCH_NORM, "N=4, C=0, H=3"),
                new Example("norm Inner { input x[N, C] reduce N epsilon 1e-5 }", "N=3, C=0"))) {
            NormKernel kernel = example.kernel();
            Bindings bindings = Example.filled(kernel, 1);
            for (Entry entry : kernel.signature().entries().keySet()) {
                Example.run(kernel, entry, bindings);
            }
            for (BufferSpec gradient : kernel.signature().buffers(BufferRole.GRADIENT)) {
                assertZero(bindings.floats(gradient.name()), example + " " + gradient);
            }
        }
    }

    @Test
    void aReductionOverADynamicAxisWithoutElementsIsRefusedAndNothingIsWritten() {
        Bindings bindings = Example.filled(BATCH_NORM, 0);
        List<Object> before = Example.snapshot(BATCH_NORM, bindings);
        for (Entry entry : List.of(Entry.FORWARD, Entry.BACKWARD)) {
            assertThatThrownBy(() -> Example.run(BATCH_NORM, entry, bindings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("axis `N`: extent 0, but ");
        }
        Example.assertSame(BATCH_NORM, Example.snapshot(BATCH_NORM, bindings), before);
    }

    @Test
    void anUnbiasedVarianceOfOneElementIsRefusedAtTheCallAndOfFiveIsNot() {
        Bindings one = Example.filled(BATCH_NORM_OF_ROWS, 1);
        List<Object> before = Example.snapshot(BATCH_NORM_OF_ROWS, one);
        assertThatThrownBy(() -> BATCH_NORM_OF_ROWS.forward(one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("axis `N`: extent 1, but ");
        Example.assertSame(BATCH_NORM_OF_ROWS, Example.snapshot(BATCH_NORM_OF_ROWS, one), before);

        Bindings five = Example.filled(BATCH_NORM, 1);
        BATCH_NORM.forward(five);
        assertThat(five.floats("running_var")).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
    }

    @Test
    void oneSampleIsEnoughForInferenceWithAnUnbiasedVariance() {
        NormKernel kernel = new Example(
                        "norm B { input x[N, C] reduce N epsilon 1e-5 affine scale g[C] track decay 0.9 unbiased }",
                        "N=?, C=3")
                .kernel();
        Bindings bindings = Example.filled(kernel, 1);
        kernel.infer(bindings);
        kernel.backwardFrozen(bindings);
        assertThatThrownBy(() -> kernel.forward(bindings)).hasMessageContaining("`unbiased` divides by n-1");
    }

    @Test
    void bindingsOfAnotherKernelAreRefused() {
        Bindings bindings = Example.filled(BATCH_NORM, 2);
        assertThatThrownBy(() -> LAYER_NORM.forward(bindings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("`BatchNorm`", "`LayerNorm`");
        NormKernel other = new Example(Example.LAYER_NORM, "N=?, D=767").kernel();
        assertThatThrownBy(() -> LAYER_NORM.forward(Example.filled(other, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bindingsOfTheSameKernelCompiledAgainAreTaken() {
        NormKernel javac = new Example(Example.LAYER_NORM, "N=?, D=768").kernel(CompilerChoice.JAVAC);
        Bindings bindings = Example.filled(javac, 2);
        LAYER_NORM.forward(bindings);
        float[] janino = bindings.floats("y").clone();
        javac.forward(bindings);
        assertThat(bindings.floats("y")).containsExactly(janino);
    }

    @Test
    void aKernelWithoutADynamicAxisTakesNoExtentAndOneWithItNeedsOne() {
        assertThatThrownBy(LAYER_NORM::bindings).hasMessageContaining("axis `N` is dynamic");
        assertThatThrownBy(() -> LAYER_NORM.bindings(-1)).hasMessage("axis `N`: extent -1 is negative");
        NormKernel fixed = new Example(Example.LAYER_NORM, "N=2, D=7").kernel();
        assertThatThrownBy(() -> fixed.bindings(2)).hasMessageContaining("without a dynamic axis");
    }

    @Test
    void paramsAndStatesStartAtTheirInitialValues() {
        Bindings bindings = BATCH_NORM.bindings(2);
        assertThat(bindings.floats("gamma")).containsExactly(1, 1, 1);
        assertThat(bindings.floats("beta")).containsExactly(0, 0, 0);
        assertThat(bindings.floats("running_mean")).containsExactly(0, 0, 0);
        assertThat(bindings.floats("running_var")).containsExactly(1, 1, 1);
    }

    @Test
    void aCotangentThatIsNeverSetIsZero() {
        Bindings bindings = LAYER_NORM.bindings(2);
        float[] x = new float[1536];
        Arrays.setAll(new Object[x.length], i -> x[i] = i % 11);
        bindings.set("x", x);
        for (String gradient : List.of("dx", "dgamma", "dbeta")) {
            Arrays.fill(bindings.floats(gradient), 5);
        }
        LAYER_NORM.forward(bindings);
        LAYER_NORM.backward(bindings);
        for (String gradient : List.of("dx", "dgamma", "dbeta")) {
            assertZero(bindings.floats(gradient), gradient);
        }
    }

    @Test
    void eachForwardMovesTheRunningStatisticsAndInferReadsThemUnchanged() {
        Bindings bindings = BATCH_NORM_OF_ROWS.bindings(2).set("x", new float[] {1, 10, -2, 3, 30, 2});
        BATCH_NORM_OF_ROWS.forward(bindings);
        // 0.9 * old + 0.1 * batch: means 2, 20, 0; variances over n - 1: 2, 200, 8.
        assertThat(bindings.floats("running_mean")).containsExactly(0.2f, 2, 0);
        assertThat(bindings.floats("running_var")).containsExactly(1.1f, 20.9f, 1.7f);
        BATCH_NORM_OF_ROWS.forward(bindings);
        assertThat(bindings.floats("running_mean")[1]).isEqualTo((float) (0.9 * 2 + 0.1 * 20));
        assertThat(bindings.floats("running_var")[2]).isEqualTo((float) (0.9 * 1.7f + 0.1 * 8));
        float[] mean = bindings.floats("running_mean").clone();
        BATCH_NORM_OF_ROWS.infer(bindings);
        assertThat(bindings.floats("running_mean")).containsExactly(mean);
        double third = (-2 - (double) mean[2]) / Math.sqrt(bindings.floats("running_var")[2] + 1e-5);
        assertThat(bindings.floats("y")[2]).isEqualTo((float) third);
    }

    private static void assertZero(float[] elements, String name) {
        for (float element : elements) {
            assertThat(Math.abs(element)).as(name).isZero();
        }
    }
}
