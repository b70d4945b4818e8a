package dev.normc.samples.benchmarks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What was seen of one workload.
 *
 * @param versions of the engines that took part, by name
 * @param notes what was left out and why
 */
record Measured(Map<String, String> versions, List<String> notes, List<Check> checks, List<Sample> samples) {
    static final String OURS = "ours";
    static final String FAST = "fast";
    static final String HAND = "hand";
    static final String COPY = "copy";
    private static final double SLOWER = 1.2;
    private static final Set<String> NO_PEERS = Set.of(OURS, FAST, HAND, COPY);

    Measured {
        versions = Map.copyOf(versions);
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
        samples = List.copyOf(samples);
    }

    /** Median time of a call in nanoseconds. */
    Optional<Double> median(Cell cell, String engine) {
        double[] nanos = of(cell, engine).mapToDouble(Sample::nanos).toArray();
        return nanos.length == 0 ? Optional.empty() : Optional.of(new ListStatistics(nanos).getPercentile(50));
    }

    /** Our time over an engine's, round by round. */
    Optional<Ratio> ratio(Cell cell, String engine) {
        Map<Integer, Double> theirs = new HashMap<>();
        of(cell, engine).forEach(sample -> theirs.put(sample.round(), sample.nanos()));
        double[] ratios = of(cell, OURS)
                .filter(sample -> theirs.containsKey(sample.round()))
                .mapToDouble(sample -> sample.nanos() / theirs.get(sample.round()))
                .toArray();
        return ratios.length == 0 ? Optional.empty() : Optional.of(Ratio.of(ratios));
    }

    /** The peer with the least median time; only correct ones have times. */
    Optional<String> bestPeer(Cell cell) {
        return versions.keySet().stream()
                .filter(engine -> !NO_PEERS.contains(engine))
                .filter(engine -> median(cell, engine).isPresent())
                .min(Comparator.comparing(
                        (String engine) -> median(cell, engine).orElseThrow()));
    }

    /** Whether two threads copied more slowly than one: others were at work on the machine. */
    boolean disturbed() {
        return samples.stream()
                .map(Sample::cell)
                .filter(cell -> cell.threads() == 2)
                .distinct()
                .anyMatch(cell -> {
                    double one = median(new Cell(cell.direction(), 1, cell.memory()), COPY)
                            .orElse(Double.POSITIVE_INFINITY);
                    return median(cell, COPY).orElse(0.0) > SLOWER * one;
                });
    }

    /** The worst of an engine's checks in a direction. */
    Optional<Accuracy> accuracy(Direction direction, String engine) {
        return checks.stream()
                .filter(check ->
                        check.direction() == direction && check.engine().equals(engine))
                .map(Check::accuracy)
                .reduce(Accuracy::and);
    }

    private Stream<Sample> of(Cell cell, String engine) {
        return samples.stream()
                .filter(sample ->
                        sample.engine().equals(engine) && sample.cell().equals(cell));
    }
}
