package dev.normc.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Turns, and what is made of their times. */
class RoundsTest {
    /** Notes the sets it is called on. */
    private static final class Noted implements Contestant {
        private final List<Integer> sets = new ArrayList<>();
        private int waits;

        @Override
        public String name() {
            return "noted";
        }

        @Override
        public void threads(int count) {}

        @Override
        public boolean usesThreads() {
            return false;
        }

        @Override
        public void call(int set) {
            sets.add(set);
        }

        @Override
        public boolean isWaiting() {
            return waits-- > 0;
        }
    }

    @Test
    void everyContestantHasOneTurnInARound() {
        List<Contestant> two = List.of(new Noted(), new Noted());
        Map<Contestant, double[]> nanos = new Rounds(two, false, 1, share -> {}).measure(1e-6);

        assertThat(nanos.get(two.get(0))).hasSize(5);
        assertThat(nanos.get(two.get(1))).hasSize(5);
    }

    @Test
    void coldTurnsGoThroughAllSetsAndHotOnesStay() {
        Noted cold = new Noted();
        new Rounds(List.of(cold), true, 7, share -> {}).measure(1e-3);
        assertThat(new TreeSet<>(cold.sets)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        for (int i = 1; i < cold.sets.size(); i++) {
            assertThat(cold.sets.get(i)).isEqualTo((cold.sets.get(i - 1) + 1) % 7);
        }

        Noted hot = new Noted();
        new Rounds(List.of(hot), false, 7, share -> {}).measure(1e-6);
        assertThat(hot.sets).containsOnly(0);
    }

    @Test
    void aWarmUpWaitsForOtherCodeAndSaysWhereItDidNotCome() {
        Noted soon = new Noted();
        soon.waits = 30;
        assertThat(new Rounds(List.of(soon), false, 1, share -> {})
                        .warmUp(0, 1, 60)
                        .isWaiting())
                .isFalse();
        assertThat(soon.waits).isNegative();

        Noted never = new Noted();
        never.waits = Integer.MAX_VALUE;
        Rounds.WarmUp given = new Rounds(List.of(never), false, 1, share -> {}).warmUp(0, 0, 0.05);
        assertThat(given.isWaiting()).isTrue();
        assertThat(given.settled()).isFalse();
    }

    @Test
    void quartilesLieBetweenNeighbours() {
        assertThat(Quartiles.of(new double[] {5, 1, 3, 2, 4})).isEqualTo(new Quartiles(2, 3, 4));
        assertThat(Quartiles.of(new double[] {1, 2})).isEqualTo(new Quartiles(1.25, 1.5, 1.75));
        assertThat(Quartiles.of(new double[] {7}).spread()).isZero();
        assertThatThrownBy(() -> Quartiles.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRatioIsOfOneRound() {
        Measured.Line line = Measured.line(new Noted(), new double[] {10, 40, 20}, new double[] {5, 40, 60}, 80);

        assertThat(line.ratio().median()).isEqualTo(1); // of 1/2, 1 and 3
        assertThat(line.nanos().median()).isEqualTo(20);
        assertThat(line.gigabytesPerSecond()).isEqualTo(4);
    }
}
