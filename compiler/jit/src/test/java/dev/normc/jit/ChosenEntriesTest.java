package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.KernelForm;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormLayer;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A kernel with some of its entries computes what the whole one does and says which it lacks. */
class ChosenEntriesTest {
    private static final Example EXAMPLE = new Example(Example.BATCH_NORM, "N=?, C=3, H=5");
    private static final int BATCH = 4;

    private static NormKernel kernel(Entry... entries) {
        KernelForm form = new KernelForm(Optional.empty(), "com.acme", Optional.of("Chosen"), Set.of(entries));
        CompileRequest request = EXAMPLE.request().withForm(form);
        return new Jit(10).kernel(request, CompilerChoice.JANINO);
    }

    private static float[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[BATCH * 3 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-2, 3);
        }
        return values;
    }

    private static Bindings bindings(NormKernel kernel) {
        return kernel.bindings(BATCH).set("x", random(1));
    }

    @Test
    void trainingAloneHasTheBitsOfTheWholeKernel() {
        NormKernel whole = EXAMPLE.kernel();
        NormKernel chosen = kernel(Entry.FORWARD, Entry.BACKWARD);
        Bindings expected = bindings(whole).set("dy", random(2));
        Bindings actual = bindings(chosen).set("dy", random(2));
        whole.forward(expected);
        whole.backward(expected);
        chosen.forward(actual);
        chosen.backward(actual);
        for (String name : new String[] {"y", "dx", "dgamma", "dbeta", "running_var"}) {
            assertThat(actual.floats(name)).as(name).containsExactly(expected.floats(name));
        }
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> chosen.infer(actual))
                .withMessage("`BatchNorm` was compiled without `infer`: add it to the entries of its kernel");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> chosen.backwardFrozen(actual))
                .withMessageContaining("`backwardFrozen`");
    }

    @Test
    void aLayerOverAnInferenceKernelInfersAndRefusesTheRest() {
        NormKernel whole = EXAMPLE.kernel();
        NormKernel chosen = kernel(Entry.INFER);
        Bindings expected = bindings(whole);
        whole.infer(expected);
        NormLayer layer = new NormLayer(chosen).mode(NormLayer.Mode.INFER);
        assertThat(layer.forward(random(1))).containsExactly(expected.floats("y"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> layer.mode(NormLayer.Mode.FROZEN).forward().backward())
                .withMessageContaining("`backwardFrozen`");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> layer.mode(NormLayer.Mode.TRAIN).forward())
                .withMessageContaining("`forward`");
    }
}
