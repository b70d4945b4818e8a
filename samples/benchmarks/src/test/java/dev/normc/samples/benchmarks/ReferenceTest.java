package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {
    /** Float sums of these few elements stay far below. */
    private static final double HAND_ULP = 40;

    static List<Workload> small() {
        return List.of(
                Workload.of(Norm.LAYER, 5, 37),
                Workload.of(Norm.RMS, 3, 29),
                Workload.of(Norm.BATCH, 7, 5, 3, 2),
                Workload.of(Norm.BATCH, 11, 6),
                Workload.of(Norm.BATCH_LAST, 3, 4, 2, 5),
                Workload.of(Norm.INSTANCE, 3, 5, 4, 7),
                Workload.of(Norm.GROUP, 2, 96, 3, 5));
    }

    @ParameterizedTest
    @MethodSource("small")
    void theLoopsWrittenByHandComputeTheNorm(Workload workload) {
        check(new Hand(), workload, HAND_ULP);
    }

    @ParameterizedTest
    @MethodSource("small")
    void ourKernelsComputeTheNorm(Workload workload) {
        check(new Ours(dev.normc.runtime.Numerics.EXACT), workload, 0.51);
    }

    private static void check(Engine engine, Workload workload, double most) {
        Data data = Data.of(workload);
        Reference reference = new Reference(workload, data);
        engine.prepare(workload, data, BufferSets.of(data, 2));
        for (Direction direction : Direction.values()) {
            engine.spoil();
            engine.run(direction, 0);
            for (String name : direction.results(workload.norm())) {
                assertThat(reference.accuracy(name, engine.result(name)).ulp())
                        .as(name)
                        .isLessThan(most);
            }
        }
        engine.close();
    }

    @Test
    void layerNormOfTwoNumbersIsPlusAndMinusGamma() {
        Workload workload = Workload.of(Norm.LAYER, 1, 2);
        Data data = new Data(new float[] {1, 5}, new float[] {1, 0}, new float[] {3, 7}, new float[] {10, 20});
        Reference reference = new Reference(workload, data);
        // The mean is 3, the variance 4; the gradient of two standardized numbers is next to nothing.
        assertThat(reference.value("y", 0)).isCloseTo(10 - 3, Offset.offset(1e-5));
        assertThat(reference.value("y", 1)).isCloseTo(20 + 7, Offset.offset(1e-5));
        assertThat(reference.value("dx", 0)).isCloseTo(0, Offset.offset(1e-5));
        assertThat(reference.value("dgamma", 0)).isCloseTo(-1, Offset.offset(1e-5));
        assertThat(reference.value("dbeta", 0)).isEqualTo(1);
    }

    @Test
    void theGradientOfTheReferenceIsThatOfItsForward() {
        Workload workload = Workload.of(Norm.GROUP, 2, 64, 3);
        Data data = Data.of(workload);
        Reference reference = new Reference(workload, data);
        int at = 17;
        float step = 1f / 256;
        double slope = (loss(workload, data, at, step) - loss(workload, data, at, -step)) / (2 * step);
        assertThat(reference.value("dx", at)).isCloseTo(slope, Offset.offset(1e-3 * Math.abs(slope)));
    }

    private static double loss(Workload workload, Data data, int at, float step) {
        float[] x = data.x().clone();
        x[at] = (float) (x[at] + (double) step);
        Reference moved = new Reference(workload, new Data(x, data.dy(), data.gamma(), data.beta()));
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            loss += moved.value("y", i) * data.dy()[i];
        }
        return loss;
    }

    @Test
    void aTermLeftOutIsWrong() {
        Workload workload = Workload.of(Norm.LAYER, 3, 4096);
        Data data = Data.of(workload);
        Workload uncentred = Workload.of(Norm.RMS, 3, 4096);
        Engine hand = new Hand();
        hand.prepare(uncentred, data, BufferSets.of(data, 1));
        hand.run(Direction.BACKWARD, 0);
        assertThat(new Reference(uncentred, data)
                        .accuracy("dx", hand.result("dx"))
                        .correct())
                .isTrue();
        assertThat(new Reference(workload, data)
                        .accuracy("dx", hand.result("dx"))
                        .correct())
                .isFalse();
    }

    @Test
    void aResultThatIsNotANumberIsWrong() {
        Workload workload = Workload.of(Norm.LAYER, 2, 3);
        Reference reference = new Reference(workload, Data.of(workload));
        assertThat(reference
                        .accuracy("y", new float[] {0, 0, Float.NaN, 0, 0, 0})
                        .correct())
                .isFalse();
    }
}
