package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.op.Op;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZooWorkTest {
    private static Compilation compiled(String norm, String shape, Schedule schedule) {
        return Compiler.compile(new CompileRequest(Zoo.source(norm), Optional.empty(), shape, DataType.F32, schedule));
    }

    private static ZooWork work(String norm, String shape, Entry entry) {
        return ZooWork.of(compiled(norm, shape, Schedule.DEFAULT), entry);
    }

    @Test
    void everyNormOfTheZooHasAShape() {
        assertThat(ZooShapes.all().keySet()).containsExactlyInAnyOrderElementsOf(Zoo.names());
    }

    @Test
    void aNormThatTheZooHasNotIsNamed() {
        assertThat(ZooShapes.of(List.of("layernorm"))).containsOnlyKeys("LayerNorm");
        assertThatThrownBy(() -> ZooShapes.of(List.of("LayerNorm", "Layer")))
                .hasMessageContaining("--only Layer:")
                .hasMessageContaining("normc zoo");
    }

    @Test
    void necessaryBytesAreWhatIsReadAndWrittenOnce() {
        long x = 4L * 96 * 40;
        long d = 4L * 40;
        assertThat(work("LayerNorm", "T=96,D=40", Entry.FORWARD).necessaryBytes())
                .isEqualTo(2 * x + 2 * d);
        // x, dy and gamma; dx, dgamma and dbeta
        assertThat(work("LayerNorm", "T=96,D=40", Entry.BACKWARD).necessaryBytes())
                .isEqualTo(3 * x + 3 * d);
    }

    @ParameterizedTest
    @CsvSource({
        "FiLM, 'N=3,C=4,H=5,W=6', FORWARD, 0",
        "LayerNorm, 'T=96,D=40', FORWARD, 1",
        "LayerNorm, 'T=96,D=40', BACKWARD, 1",
        "InstanceNorm, 'N=3,C=4,H=5,W=6', BACKWARD, 1",
        "SpectralNorm, 'O=7,K=9', FORWARD, 4",
        "SeeDNorm, 'T=96,D=40', BACKWARD, 2",
        "MaskedBatchNorm, 'N=3,C=4,T=50', FORWARD, 1",
        "ComplexBatchNorm, 'N=3,C=4,H=5,W=6', FORWARD, 1",
        "L1BatchNorm, 'N=3,C=4,H=5,W=6', FORWARD, 2",
        "GRN, 'N=3,H=5,W=6,C=4', FORWARD, 2",
        "StudentNorm, 'T=96,D=40', FORWARD, 2",
    })
    void reductionsThatFollowOneAnotherAreAChain(String norm, String shape, Entry entry, int length) {
        assertThat(work(norm, shape, entry).chain()).isEqualTo(length);
    }

    @Test
    void functionsAreCountedInPlainJavaAndInVectors() {
        for (Schedule schedule : List.of(Schedule.DEFAULT, Schedule.DEFAULT.withVectors(256))) {
            ZooWork work = ZooWork.of(compiled("GatedRMSNorm", "T=96,D=1500", schedule), Entry.FORWARD);
            assertThat(work.calls()).containsOnlyKeys(new LoopCount.Elementary(Op.SIGMOID, 0));
            assertThat(work.callsPerElement()).isEqualTo(1);
            assertThat(work.madePerElement()).isGreaterThanOrEqualTo(1).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aFunctionOfEveryRowIsNone() {
        assertThat(work("SeeDNorm", "T=96,D=400", Entry.FORWARD).calls()).isEmpty();
    }

    @Test
    void aContractionMultipliesMoreThanAnyArrayHolds() {
        ZooWork work = work("FlashNorm", "N=12,I=100,O=30", Entry.FORWARD);
        assertThat(work.isContraction()).isTrue();
        // a product and a sum for each, and a few for each row and each result
        assertThat(work.flop()).isBetween(2L * 12 * 100 * 30, 3L * 12 * 100 * 30);
        assertThat(work("LayerNorm", "T=96,D=400", Entry.BACKWARD).isContraction())
                .isFalse();
    }
}
