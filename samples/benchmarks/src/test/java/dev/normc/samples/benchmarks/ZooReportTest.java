package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.op.Op;
import dev.normc.runtime.math.KernelMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZooReportTest {
    private static final Ratio NONE = new Ratio(Double.NaN, Double.NaN);

    private static ZooWork work(int sweeps, int chain, boolean isContraction) {
        return new ZooWork(1000, 8000, 12000, sweeps, chain, Map.of(), 0, isContraction, 50_000);
    }

    private static ZooCell cell(String norm, ZooWork work, double copies, Optional<Double> bare) {
        Optional<Ratio> overBare = bare.map(ratio -> new Ratio(ratio, 0.01));
        Ratio overCopy = new Ratio(copies, 0.01);
        return new ZooCell(norm, Direction.FORWARD, 1, work, 2000, overCopy, overBare, true, 0, Optional.empty());
    }

    @Test
    void theLimitIsTwoAndAHalfCopies() {
        assertThat(cell("A", work(2, 1, false), 2.5, Optional.empty()).verdict())
                .isEqualTo("met");
        assertThat(cell("A", work(2, 1, false), 3, Optional.empty()).verdict()).isEqualTo("missed: copies, 20 % over");
    }

    @Test
    void theLimitHoldsForEachSweepWhereReductionsAreChained() {
        assertThat(cell("A", work(2, 2, false), 4.9, Optional.empty()).verdict())
                .isEqualTo("met per sweep");
        assertThat(cell("A", work(2, 2, false), 6, Optional.empty()).verdict()).isEqualTo("missed: copies, 20 % over");
    }

    @Test
    void functionsAreHeldAgainstTheBareLoopAndContractionsAgainstNothing() {
        assertThat(cell("A", work(1, 0, false), 9, Optional.of(1.3)).verdict()).isEqualTo("met");
        assertThat(cell("A", work(1, 0, false), 2, Optional.of(1.95)).verdict()).isEqualTo("missed: bare, 50 % over");
        assertThat(cell("A", work(1, 1, true), 90, Optional.empty()).verdict()).isEqualTo("contraction");
    }

    @Test
    void theTableCountsMissesAndNamesWhatIsWrong() {
        List<ZooCell> cells = List.of(
                cell("Fine", work(2, 1, false), 2, Optional.empty()),
                cell("Slow", work(2, 1, false), 8, Optional.empty()),
                cell("Product", work(2, 1, true), 30, Optional.empty()),
                new ZooCell(
                        "Broken",
                        Direction.FORWARD,
                        1,
                        work(2, 1, false),
                        Double.NaN,
                        NONE,
                        Optional.empty(),
                        true,
                        0,
                        Optional.of("not finite")));
        String text = new ZooReport(cells, Map.of("Fine", "N=3,D=4"), Map.of("Absent", "too\nlarge")).markdown();
        assertThat(text.replaceAll(" +", " "))
                .contains("| Fine | forward | 2 | 2.00 | 0.0 | 2.00 ±0.01 | 1 | 2 | 1.00 | 1.50 | – | – | – | met |")
                .contains("| Product | forward | 2 | 2.00 | 0.0 | 30.00 ±0.01 | 1 | 2 | 15.00 | 1.50 | – | – | 25.0 |"
                        + " contraction |")
                .contains("- forward: 2 entries without functions, geometric mean 4.00 copies; 0 with functions, – bare"
                        + " loops; 1 contractions; 1 missed")
                .contains("- wrong: not finite")
                .contains("- not measured: Absent: too large")
                .contains("- `N=3,D=4`: Fine");
    }

    @Test
    void resultsAreComparedBitForBit() {
        assertThat(ZooSession.isEqual(new float[] {0}, new float[] {-0.0f})).isFalse();
        assertThat(ZooSession.isEqual(new double[] {1, 2}, new double[] {1, 2})).isTrue();
        assertThat(ZooSession.isFinite(new float[] {1, Float.NaN})).isFalse();
    }

    @Test
    void limitsTakeTheNextStretchOfTheirArraysInHalvesToo() {
        LoopCount.Elementary tanh = new LoopCount.Elementary(Op.TANH, 0);
        LoopCount.Elementary power = new LoopCount.Elementary(Op.POWER, 0.75);
        for (int threads : new int[] {1, 2}) {
            ZooLimits limits = new ZooLimits(false, 5000);
            float[] x = limits.source();
            limits.copy(8 * 1000, threads);
            limits.functions(Map.of(tanh, 1500L, power, 700L), threads);
            for (int i = 0; i < 5000; i++) {
                float wanted = i < 1000 ? x[i] : i < 2500 ? (float) KernelMath.tanh(x[i]) : 0;
                assertThat(limits.target()[i]).as("element %d", i).isEqualTo(wanted);
            }
        }
    }

    @Test
    void aNormIsCheckedAndMeasured() {
        ZooSession session = new ZooSession("LayerNorm", "T=600,D=70", 0.01, 2, new ZooLimits(false, 100_000));
        for (int threads : new int[] {1, 2}) {
            ZooCell cell = session.measure(Direction.BACKWARD, threads);
            assertThat(cell.fault()).isEmpty();
            assertThat(cell.nanos()).isPositive();
            assertThat(cell.copies().median()).isPositive();
        }
    }
}
