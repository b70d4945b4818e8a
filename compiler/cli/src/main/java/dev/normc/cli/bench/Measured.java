package dev.normc.cli.bench;

import java.util.List;

/**
 * What was measured of one cell, ours first.
 *
 * @param sets buffer sets that calls went through
 * @param footprint bytes that the entry takes of all of them
 */
public record Measured(Cell cell, Rounds.WarmUp warmUp, int rounds, int sets, long footprint, List<Line> lines) {
    public Measured {
        lines = List.copyOf(lines);
    }

    /**
     * One contestant.
     *
     * @param nanos time of a call
     * @param bytes of the arrays that a call takes, each counted once
     * @param ratio our time over its, round by round; of ours 1
     */
    public record Line(String name, Quartiles nanos, long bytes, Quartiles ratio) {
        /** Bytes a nanosecond, which is GB/s. */
        public double gigabytesPerSecond() {
            return bytes / nanos.median();
        }
    }

    /** A contestant's line from both times, round by round. */
    static Line line(Contestant contestant, double[] nanos, double[] ours, long bytes) {
        double[] ratios = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            ratios[i] = ours[i] / nanos[i];
        }
        return new Line(contestant.name(), Quartiles.of(nanos), bytes, Quartiles.of(ratios));
    }
}
