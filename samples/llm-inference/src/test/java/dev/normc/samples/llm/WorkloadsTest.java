package dev.normc.samples.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of the tables computes what it is said to compute. */
class WorkloadsTest {

    static List<Workload> workloads() {
        List<Workload> all = new ArrayList<>(new ArrayWorkloads().workloads());
        all.addAll(new StorageWorkloads().workloads());
        OptionalParts.segments().ifPresent(source -> all.addAll(source.workloads()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void kernelsRoundTheExactValueOnceAndLoopsInFloatAreNear(Workload workload) {
        assertThat(workload.calls()).containsKeys(Contender.HAND, Contender.EXACT);
        workload.calls().keySet().forEach(contender -> assertThat(workload.fault(contender, workload.check(contender)))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void vectorsHaveTheBitsOfPlainJava(Workload workload) {
        Map<Contender, Contender> twins =
                Map.of(Contender.EXACT_VECTORS, Contender.EXACT, Contender.FAST_VECTORS, Contender.FAST);
        twins.forEach((vectors, plain) -> {
            if (workload.calls().containsKey(vectors)) {
                workload.check(plain);
                double[] expected = workload.output().get();
                workload.check(vectors);
                assertThat(workload.output().get()).as(vectors.title()).isEqualTo(expected);
            }
        });
    }

    @Test
    void withTheModuleEveryNormOfArraysHasItsVectors() {
        boolean wide = OptionalParts.vectors().isPresent();
        assertThat(new ArrayWorkloads().workloads()).hasSize(10).allSatisfy(workload -> assertThat(
                        workload.calls().keySet())
                .hasSizeGreaterThanOrEqualTo(wide ? 5 : 3));
    }

    @Test
    void everyKindOfStorageThatTheJvmHasIsThere() {
        boolean segments = OptionalParts.segments().isPresent();
        assertThat(workloads().stream().map(Workload::storage).distinct())
                .containsExactlyElementsOf(Stream.of("float[]", "FloatBuffer", "bf16 short[]", "MemorySegment")
                        .limit(segments ? 4 : 3)
                        .toList());
    }

    @Test
    void anOutputThatIsOffOrMissingIsAFault() {
        double[] x = {1, 7, -1, 7};
        Exact exact = Exact.norm(false, 0, 0, x, new double[] {2, 3}, new double[2]);
        float[] y = {0.4f, 4.2f, -0.4f, 4.2f}; // mean square 25
        Workload workload = new Workload(
                "RMSNorm",
                "float[]",
                2,
                2,
                DataType.F32,
                exact,
                () -> {},
                () -> Data.wide(y),
                Map.of(Contender.EXACT, () -> {}));
        assertThat(workload.check(Contender.EXACT).rounded()).isEqualTo(1);
        assertThat(workload.fault(Contender.EXACT, workload.check(Contender.EXACT)))
                .isEmpty();
        y[2] = Math.nextUp(-0.4f);
        assertThat(workload.fault(Contender.EXACT, workload.check(Contender.EXACT)))
                .startsWith("RMSNorm [2, 2], float[], exact: ")
                .endsWith(" ulp off, more than a rounding");
        assertThat(workload.fault(Contender.HAND, workload.check(Contender.EXACT)))
                .isEmpty();
        y[1] = Float.NaN;
        assertThat(workload.fault(Contender.HAND, workload.check(Contender.EXACT)))
                .contains("hand: off by NaN");
    }

    @Test
    void exactValuesAreThoseOfTheFormula() {
        // mean 4, variance 9, root of 9 + 7 is 4
        Exact exact = Exact.norm(true, 1, 7, new double[] {1, 7}, new double[] {0.5, 3}, new double[] {8, -2});
        assertThat(exact.high()).containsExactly(8 - 3 * 1.5 / 4, -2 + 3.0 * 4 / 4);
        Accuracy accuracy = exact.compare(new double[] {6.875, 1.0 + 0x1p-20}, DataType.F32);
        assertThat(accuracy.rounded()).isEqualTo(0.5);
        assertThat(accuracy.worstUlp()).isEqualTo(8);
        assertThat(accuracy.worstUlpOfLargest()).isEqualTo(2);
    }
}
