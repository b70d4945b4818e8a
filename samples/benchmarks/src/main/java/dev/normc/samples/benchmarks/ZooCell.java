package dev.normc.samples.benchmarks;

import java.util.Locale;
import java.util.Optional;

/**
 * One entry of one norm, measured.
 *
 * @param nanos median time of a call
 * @param copies time over that of a copy of the necessary bytes, round by round
 * @param bare time over the bare loop's; empty where there are no functions
 * @param allocated bytes of the heap that one call takes when it is warm
 * @param fault what is wrong with its results, or why it has none; it was not timed then
 */
record ZooCell(
        String norm,
        Direction direction,
        int threads,
        ZooWork work,
        double nanos,
        Ratio copies,
        Optional<Ratio> bare,
        boolean settled,
        long allocated,
        Optional<String> fault) {
    private static final double MOST_COPIES = 2.5;
    private static final double MOST_BARE = 1.3;

    /** Copies for each sweep of the loops. */
    double copiesPerSweep() {
        return copies.median() / Math.max(1, work.sweeps());
    }

    /** Billions of operations a second. */
    double gigaflops() {
        return work.flop() / nanos;
    }

    /** Whether it has a limit and keeps to it; a contraction has none. */
    boolean missed() {
        return verdict().startsWith("missed") || fault.isPresent();
    }

    /** In one or two words. */
    String verdict() {
        if (fault.isPresent()) {
            return "wrong";
        }
        if (work.isContraction()) {
            return "contraction";
        }
        if (bare.isPresent()) {
            return bare.get().median() <= MOST_BARE
                    ? "met"
                    : over("bare", bare.get().median() / MOST_BARE);
        }
        if (copies.median() <= MOST_COPIES) {
            return "met";
        }
        boolean chained = work.isChained();
        if (chained && copiesPerSweep() <= MOST_COPIES) {
            return "met per sweep";
        }
        return over("copies", (chained ? copiesPerSweep() : copies.median()) / MOST_COPIES);
    }

    private static String over(String limit, double factor) {
        return String.format(Locale.ROOT, "missed: %s, %.0f %% over", limit, 100 * (factor - 1));
    }
}
