package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Workload SMALL = Workload.of(Norm.BATCH, 8, 512, 16, 3);

    @Test
    void everyEngineOfEveryCellHasOneSampleInEveryMeasuredRound() {
        Plan plan = new Plan(
                SMALL,
                List.of(Direction.values()),
                List.of(1, 2),
                List.of(Memory.values()),
                List.of("ours", "hand", "copy"));
        try (Session session = Session.prepared(plan)) {
            session.round(false);
            session.round(true);
            Measured measured = session.measured();
            assertThat(measured.notes()).isEmpty();
            assertThat(plan.cells()).hasSize(8);
            assertThat(measured.samples()).hasSize(8 * 3).allMatch(sample -> sample.nanos() > 0);
            assertThat(measured.checks()).hasSize(2 * 2 * 2).allMatch(check -> check.accuracy()
                    .correct());
        }
    }

    @Test
    void aRowAloneIsOnlyMeasuredHot() {
        Plan plan = new Plan(
                Workload.of(Norm.LAYER, 1, 768),
                List.of(Direction.FORWARD),
                List.of(1),
                List.of(Memory.values()),
                List.of());
        assertThat(plan.cells()).containsExactly(new Cell(Direction.FORWARD, 1, Memory.HOT));
        assertThat(plan.sets()).isEqualTo(1);
    }

    @Test
    void twoThreadsCopyEveryElement() {
        Data data = Data.of(SMALL);
        BufferSets sets = BufferSets.of(data, 1);
        Engine copy = new Copy();
        copy.prepare(SMALL, data, sets);
        copy.threads(2);
        copy.run(Direction.FORWARD, 0);
        assertThat(sets.y()[0]).containsExactly(data.x());
        copy.run(Direction.BACKWARD, 0);
        for (int i = 0; i < data.x().length; i++) {
            assertThat(sets.dx()[0][i]).isEqualTo(data.x()[i] + data.dy()[i]);
        }
    }

    @Test
    void threeThreadsAreRefused() {
        assertThatThrownBy(() ->
                        new Plan(SMALL, List.of(Direction.FORWARD), List.of(1, 3), List.of(Memory.HOT), List.of()))
                .hasMessage("--threads 3: there is 1 and 2");
    }

    @Test
    void anUnknownEngineIsNamed() {
        assertThatThrownBy(() -> Engines.named(List.of("abacus")))
                .hasMessageStartingWith("engine `abacus`: there is none");
    }
}
