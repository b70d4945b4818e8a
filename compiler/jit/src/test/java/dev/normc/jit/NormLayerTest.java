package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormLayer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A layer does what its kernel does, and keeps what training needs between calls. */
class NormLayerTest {
    private static final NormKernel BATCH_NORM = new Example(Example.BATCH_NORM, "N=?, C=3").kernel();
    private static final Example TWO_INPUTS = new Example(
            "norm AddScale { input x[N, D], r[N, D] mask m[D] param w[D] = 1 output s = x + r "
                    + "output y = w * s * mean[D; m](s) }",
            "N=?, D=3");

    @Test
    void aTrainingStepGivesTheBitsOfTheKernel() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        float[] x = random(12, 1);
        float[] dy = random(12, 2);
        Bindings b = BATCH_NORM.bindings(4).set("x", x).set("dy", dy);
        BATCH_NORM.forward(b);
        BATCH_NORM.backward(b);
        assertThat(layer.forward(x)).isEqualTo(b.floats("y"));
        assertThat(layer.backward(dy)).isEqualTo(b.floats("dx"));
        for (String name : List.of("dgamma", "dbeta", "running_mean", "running_var")) {
            assertThat(layer.floats(name)).as(name).isEqualTo(b.floats(name));
        }
    }

    @Test
    void inferReadsTheStateAndLeavesIt() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        layer.forward(random(12, 1));
        float[] mean = layer.floats("running_mean").clone();
        float[] x = random(6, 2);
        Bindings b = BATCH_NORM
                .bindings(2)
                .set("x", x)
                .set("running_mean", mean)
                .set("running_var", layer.floats("running_var"));
        BATCH_NORM.infer(b);
        assertThat(layer.mode(NormLayer.Mode.INFER).forward(x)).isEqualTo(b.floats("y"));
        assertThat(layer.floats("running_mean")).isEqualTo(mean);
        assertThatThrownBy(() -> layer.backward(x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`BatchNorm`: backward after a forward in mode INFER");
    }

    @Test
    void frozenTakesTheStatisticsForConstants() {
        NormLayer layer = new NormLayer(BATCH_NORM).mode(NormLayer.Mode.FROZEN);
        float[] dy = random(6, 3);
        layer.forward(random(6, 2));
        float[] dx = layer.backward(dy);
        for (int i = 0; i < 6; i++) {
            assertThat(dx[i]).isEqualTo((float) (dy[i] / Math.sqrt(1 + 1e-5)));
        }
        assertThat(layer.floats("running_mean")).containsOnly(0);
    }

    @Test
    void aBackwardBelongsToTheModeOfTheForwardBeforeIt() {
        NormLayer trained = new NormLayer(BATCH_NORM);
        NormLayer switched = new NormLayer(BATCH_NORM);
        float[] x = random(12, 1);
        float[] dy = random(12, 2);
        trained.forward(x);
        switched.forward(x);
        switched.mode(NormLayer.Mode.FROZEN);
        assertThat(switched.backward(dy)).isEqualTo(trained.backward(dy));
    }

    @Test
    void gradientsOfParamsAddUpUntilTheyAreZeroed() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        float[] dgamma = layer.floats("dgamma");
        layer.forward(random(12, 1));
        layer.backward(random(12, 2));
        float[] first = dgamma.clone();
        layer.forward(random(9, 3));
        layer.backward(random(9, 4));
        float[] both = dgamma.clone();
        layer.zeroGradients();
        assertThat(layer.floats("dgamma")).isSameAs(dgamma).containsOnly(0);
        layer.forward(random(9, 3));
        layer.backward(random(9, 4));
        for (int c = 0; c < 3; c++) {
            assertThat(first[c]).isNotZero();
            assertThat(both[c]).isEqualTo(first[c] + dgamma[c]);
        }
    }

    @Test
    void anOptimizerReachesParamsAndGradientsByName() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        assertThat(layer.params()).extracting(BufferSpec::name).containsExactly("gamma", "beta");
        assertThat(layer.states()).extracting(BufferSpec::name).containsExactly("running_mean", "running_var");
        float[] x = random(12, 1);
        float[] before = layer.forward(x).clone();
        layer.floats("gamma")[0] = 2;
        assertThat(layer.forward(x)[0]).isEqualTo(2 * before[0]);
    }

    @Test
    void severalInputsAndOutputsGoByOrderOrByName() {
        NormLayer byOrder = new NormLayer(TWO_INPUTS.kernel());
        NormLayer byName = new NormLayer(TWO_INPUTS.kernel());
        float[] x = random(6, 1);
        float[] r = random(6, 2);
        float[] m = {1, 0, 1};
        float[] s = byOrder.forward(x, r, m);
        byName.set("m", m).set("r", r).set("x", x).forward();
        assertThat(byName.floats("s")).isEqualTo(s);
        assertThat(byName.floats("y")).isEqualTo(byOrder.floats("y"));
        byOrder.set("dy", random(6, 3)).backward();
        float[] withoutS = byOrder.floats("dr").clone();
        byOrder.set("dy", random(6, 3)).set("ds", random(6, 4)).backward();
        assertThat(byOrder.floats("dr")).isNotEqualTo(withoutS);
        byOrder.set("dy", random(6, 3)).backward();
        assertThat(byOrder.floats("dr"))
                .as("a cotangent holds for one backward")
                .isEqualTo(withoutS);
    }

    @Test
    void f64KernelsTakeDoubles() {
        NormKernel kernel = new Jit(2)
                .kernel(new Example(Example.BATCH_NORM, "N=4, C=3").request(DataType.F64), CompilerChoice.JANINO);
        NormLayer layer = new NormLayer(kernel);
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13};
        assertThat(layer.forward(x)).hasSize(12);
        double[] dx = layer.backward(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2});
        assertThat(dx[0] + dx[3] + dx[6] + dx[9]).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(layer.doubles("dbeta")).containsExactly(1, 0, 2);
        assertThatThrownBy(() -> layer.forward(new float[12])).hasMessage("`x`: holds f64, not f32");
        assertThatThrownBy(() -> layer.floats("gamma")).hasMessage("`gamma`: holds f64, not f32");
    }

    @Test
    void aWrongLengthIsNamedAndNothingChanges() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        layer.forward(random(12, 1));
        float[] mean = layer.floats("running_mean").clone();
        assertThatThrownBy(() -> layer.forward(new float[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`x`: 10 elements, not a multiple of 3, the elements of one index of axis `N`");
        assertThatThrownBy(() -> layer.forward(new float[3])).hasMessageContaining("N");
        assertThat(layer.floats("running_mean")).isEqualTo(mean);
        layer.forward(random(12, 1));
        assertThatThrownBy(() -> layer.backward(new float[11])).hasMessage("`dy`: needs 12 elements, got 11");
        NormLayer two = new NormLayer(TWO_INPUTS.kernel());
        assertThatThrownBy(() -> two.forward(new float[6], new float[9], new float[3]))
                .hasMessage("`r`: needs 6 elements, got 9");
        assertThatThrownBy(() -> two.forward(new float[6])).hasMessage("`AddScale` takes `x`, `r`, `m`, not one array");
        assertThatThrownBy(() -> two.forward(new float[6], new float[6]))
                .hasMessage("`AddScale` takes `x`, `r`, `m`, not 2 arrays");
    }

    @Test
    void backwardNeedsAForwardAndACotangent() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        assertThatThrownBy(() -> layer.backward(new float[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`BatchNorm`: backward needs a forward before it");
        layer.forward(random(12, 1));
        assertThatThrownBy(layer::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("`dy` has not been set");
        assertThatThrownBy(new NormLayer(BATCH_NORM)::forward).hasMessage("`x` has not been set");
        assertThatThrownBy(() -> layer.set("gamma", new float[3]))
                .hasMessage("`gamma`: belongs to the layer, it cannot be replaced");
    }

    @Test
    void aStepOfTheSameSizeAllocatesNothing() {
        NormLayer layer = new NormLayer(BATCH_NORM);
        float[] x = random(12, 1);
        float[] dy = random(12, 2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < 200; call++) {
                layer.set("x", x).forward().set("dy", dy).backward().zeroGradients();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    private static float[] random(int elements, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] array = new float[elements];
        for (int i = 0; i < elements; i++) {
            array[i] = (float) random.nextGaussian();
        }
        return array;
    }
}
