package dev.normc.samples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The tables of ratios, of times and of errors, as Markdown. */
final class Report {
    private static final String NOTHING = "–";

    private final Map<Workload, Measured> results;

    /**
     * A report.
     *
     * @param results by workload, in the order of the rows
     */
    Report(Map<Workload, Measured> results) {
        this.results = new LinkedHashMap<>(results);
    }

    /** Everything: ratios for each state of memory, then times and errors of every engine. */
    String markdown() {
        StringBuilder text = new StringBuilder(Machine.describe());
        for (Memory memory : Memory.values()) {
            if (cells().stream().anyMatch(cell -> cell.memory() == memory)) {
                text.append("\n### ").append(title(memory)).append("\n\n").append(ratios(memory));
            }
        }
        text.append("\n### Times of all engines, µs a call\n\n").append(times());
        text.append(
                        "\n### Largest error in ulp of the largest element, and the share of correctly rounded elements\n\n")
                .append(errors())
                .append('\n');
        results.values().stream()
                .flatMap(measured -> measured.notes().stream())
                .forEach(note -> text.append("- ").append(note).append('\n'));
        results.forEach((workload, measured) -> {
            if (measured.disturbed()) {
                text.append("- ")
                        .append(workload)
                        .append(": two threads copied more slowly than one, so others were at work");
                text.append(" on the machine; its figures for two threads mean nothing\n");
            }
        });
        versions().forEach((name, version) -> text.append("- ")
                .append(name)
                .append(": ")
                .append(version)
                .append('\n'));
        return text.toString();
    }

    /** Our time, and our time over the best correct peer's, the copy's, the hand-written loop's and our own in f32. */
    MarkdownTable ratios(Memory memory) {
        List<Integer> threads = new ArrayList<>(new TreeSet<>(cells().stream()
                .filter(cell -> cell.memory() == memory)
                .map(Cell::threads)
                .toList()));
        List<String> header = new ArrayList<>(List.of("workload", "direction"));
        for (int count : threads) {
            String s = count == 1 ? "1 thread" : count + " threads";
            header.addAll(List.of(s + ", µs", "/ best peer", "", "/ copy", "/ hand", "/ fast"));
        }
        MarkdownTable table = new MarkdownTable(header);
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (Workload workload : results.keySet()) {
            for (Direction direction : Direction.values()) {
                List<String> row = new ArrayList<>(List.of(workload.title(), direction.toString()));
                for (int count : threads) {
                    row.addAll(squares(workload, new Cell(direction, count, memory), all));
                }
                addUnlessEmpty(table, row);
            }
        }
        for (Direction direction : Direction.values()) {
            List<String> row = new ArrayList<>(List.of("geometric mean", direction.toString()));
            for (int count : threads) {
                Cell cell = new Cell(direction, count, memory);
                row.addAll(List.of(
                        "",
                        mean(all, cell + "peer"),
                        "",
                        mean(all, cell + "copy"),
                        mean(all, cell + "hand"),
                        mean(all, cell + "fast")));
            }
            addUnlessEmpty(table, row);
        }
        return table;
    }

    private List<String> squares(Workload workload, Cell cell, Map<String, List<Double>> all) {
        Measured measured = results.get(workload);
        Optional<String> peer = measured.bestPeer(cell);
        Optional<Ratio> overPeer = peer.flatMap(name -> measured.ratio(cell, name));
        Optional<Ratio> overCopy = measured.ratio(cell, Measured.COPY);
        Optional<Ratio> overHand = measured.ratio(cell, Measured.HAND);
        Optional<Ratio> overFast = measured.ratio(cell, Measured.FAST);
        note(all, cell + "peer", overPeer);
        note(all, cell + "copy", overCopy);
        note(all, cell + "hand", overHand);
        note(all, cell + "fast", overFast);
        return List.of(
                measured.median(cell, Measured.OURS).map(Report::micros).orElse(NOTHING),
                overPeer.map(Ratio::toString).orElse(NOTHING),
                peer.orElse(""),
                overCopy.map(Ratio::toString).orElse(NOTHING),
                overHand.map(Ratio::toString).orElse(NOTHING),
                overFast.map(Ratio::toString).orElse(NOTHING));
    }

    private static void note(Map<String, List<Double>> all, String key, Optional<Ratio> ratio) {
        ratio.ifPresent(r -> all.computeIfAbsent(key, k -> new ArrayList<>()).add(r.median()));
    }

    private static String mean(Map<String, List<Double>> all, String key) {
        return all.containsKey(key) ? String.format(Locale.ROOT, "%.2f", geometricMean(all.get(key))) : NOTHING;
    }

    /** The mean that ratios have; of at least one positive number. */
    static double geometricMean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    private MarkdownTable times() {
        List<String> engines = engines();
        List<String> header = new ArrayList<>(List.of("workload", "direction", "threads", "memory"));
        header.addAll(engines);
        MarkdownTable table = new MarkdownTable(header);
        results.forEach((workload, measured) -> {
            for (Cell cell : cells()) {
                if (measured.median(cell, Measured.OURS).isPresent()) {
                    List<String> row = new ArrayList<>(List.of(
                            workload.title(),
                            cell.direction().toString(),
                            Integer.toString(cell.threads()),
                            cell.memory().toString()));
                    engines.forEach(engine -> row.add(
                            measured.median(cell, engine).map(Report::micros).orElse(NOTHING)));
                    table.row(row);
                }
            }
        });
        return table;
    }

    private MarkdownTable errors() {
        List<String> engines = new ArrayList<>(engines());
        engines.remove(Measured.COPY);
        List<String> header = new ArrayList<>(List.of("workload", "direction"));
        header.addAll(engines);
        MarkdownTable table = new MarkdownTable(header);
        results.forEach((workload, measured) -> {
            for (Direction direction : Direction.values()) {
                List<String> row = new ArrayList<>(List.of(workload.title(), direction.toString()));
                engines.forEach(engine -> row.add(
                        measured.accuracy(direction, engine).map(Report::error).orElse(NOTHING)));
                addUnlessEmpty(table, row);
            }
        });
        return table;
    }

    /** Leaves a row out that has nothing behind workload and direction. */
    private static void addUnlessEmpty(MarkdownTable table, List<String> row) {
        if (row.stream().skip(2).anyMatch(cell -> !cell.equals(NOTHING) && !cell.isEmpty())) {
            table.row(row);
        }
    }

    /** All cells of all workloads, in the order they were measured. */
    private List<Cell> cells() {
        return results.values().stream()
                .flatMap(measured -> measured.samples().stream())
                .map(Sample::cell)
                .distinct()
                .toList();
    }

    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String engine : engines()) {
            for (Measured measured : results.values()) {
                if (measured.versions().containsKey(engine)) {
                    versions.put(engine, measured.versions().get(engine));
                }
            }
        }
        return versions;
    }

    private List<String> engines() {
        List<String> engines = new ArrayList<>(List.of(Measured.OURS, Measured.FAST, Measured.COPY, Measured.HAND));
        for (Measured measured : results.values()) {
            measured.versions().keySet().stream()
                    .sorted()
                    .filter(name -> !engines.contains(name))
                    .forEach(engines::add);
        }
        return engines;
    }

    private static String title(Memory memory) {
        return memory == Memory.COLD ? "Out of memory (cold buffers)" : "The same buffers again (hot)";
    }

    private static String error(Accuracy accuracy) {
        String ulp = String.format(Locale.ROOT, accuracy.ulp() < 10 ? "%.2f" : "%.0f", accuracy.ulp());
        String rounded = String.format(Locale.ROOT, "%.2f %%", 100 * accuracy.rounded());
        return accuracy.correct() ? ulp + ", " + rounded : "wrong (" + ulp + ")";
    }

    private static String micros(double nanos) {
        double micros = nanos / 1000;
        return String.format(Locale.ROOT, micros < 10 ? "%.2f" : micros < 100 ? "%.1f" : "%.0f", micros);
    }
}
