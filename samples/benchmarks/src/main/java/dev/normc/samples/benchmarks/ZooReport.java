package dev.normc.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The table of the zoo, as Markdown. */
final class ZooReport {
    private static final String NOTHING = "–";
    private static final double MEGA = 1e6;
    private static final String LEGEND = """
        - copies: time over that of `y[i] = x[i]` over as many bytes, half read and half written, within one round. The bytes are
          the necessary ones: inputs, masks, params, states and cotangents that the entry reads, once, and its outputs or
          gradients, once; not what normc saves for the backward. Buffers are out of memory.
        - moved: bytes that the loops bring from memory and send there over the necessary ones, as `normc explain` counts.
        - sweeps: passes of the loops over the largest iteration space that touch the caller's arrays, read again from the cache
          or from memory.
        - functions: transcendental functions for each element of the largest input, where there is one for a hundred elements at
          least, each value of the simplified program computed once; made: calls that the loops make, where they compute some again.
          / bare: time over that of a loop that calls the same functions once, over `float` arrays, and does nothing else.
        - Gflop/s: additions, subtractions, multiplications, divisions and square roots as the loops have them, for contractions:
          entries with a loop over more positions than any array has elements.
        - verdict: contractions have no limit; entries with functions have 1.3 bare loops; all others 2.5 copies, or, where
          a reduction needs the result of another (chain 2 or more; mean and variance are 1), 2.5 copies for each sweep.
          Unsettled: the times of the warm-up had not come within 10 %. Allocates: vectors that the JIT compiler left on the heap.
        """;

    private final List<ZooCell> cells;
    private final Map<String, String> shapes;
    private final Map<String, String> failures;

    /**
     * A report.
     *
     * @param cells in the order of the rows
     * @param shapes by norm
     * @param failures of norms that were not measured to the end, by name
     */
    ZooReport(List<ZooCell> cells, Map<String, String> shapes, Map<String, String> failures) {
        this.cells = List.copyOf(cells);
        this.shapes = Map.copyOf(shapes);
        this.failures = new TreeMap<>(failures);
    }

    /** Everything: a table for each number of threads, shapes, what columns mean. */
    String markdown() {
        StringBuilder text = new StringBuilder(Machine.describe());
        for (int threads : cells.stream().map(ZooCell::threads).distinct().toList()) {
            List<ZooCell> rows =
                    cells.stream().filter(cell -> cell.threads() == threads).toList();
            text.append("\n### The zoo, out of memory, ")
                    .append(threads == 1 ? "1 thread" : threads + " threads")
                    .append("\n\n")
                    .append(table(rows))
                    .append('\n')
                    .append(summary(rows));
        }
        failures.forEach((norm, message) -> text.append("- not measured: ")
                .append(norm)
                .append(": ")
                .append(message.replaceAll("\\s+", " "))
                .append('\n'));
        text.append("\n### What the columns are\n\n").append(LEGEND).append("\n### Shapes\n\n");
        Map<String, List<String>> norms = new TreeMap<>();
        new TreeMap<>(shapes).forEach((norm, shape) -> norms.computeIfAbsent(shape, key -> new ArrayList<>())
                .add(norm));
        norms.forEach((shape, names) -> text.append("- `")
                .append(shape)
                .append("`: ")
                .append(String.join(", ", names))
                .append('\n'));
        return text.toString();
    }

    private static MarkdownTable table(List<ZooCell> rows) {
        MarkdownTable table = new MarkdownTable(List.of(
                "norm",
                "direction",
                "µs",
                "ns/element",
                "MB",
                "copies",
                "chain",
                "sweeps",
                "copies/sweep",
                "moved",
                "functions",
                "/ bare",
                "Gflop/s",
                "verdict"));
        for (ZooCell cell : rows) {
            ZooWork work = cell.work();
            boolean timed = cell.fault().isEmpty();
            table.row(List.of(
                    cell.norm(),
                    cell.direction().toString(),
                    timed ? number("%.0f", cell.nanos() / 1000) : NOTHING,
                    timed ? number("%.2f", cell.nanos() / work.elements()) : NOTHING,
                    number("%.1f", work.necessaryBytes() / MEGA),
                    timed ? cell.copies().toString() : NOTHING,
                    Integer.toString(work.chain()),
                    Integer.toString(work.sweeps()),
                    timed ? number("%.2f", cell.copiesPerSweep()) : NOTHING,
                    number("%.2f", (double) work.movedBytes() / work.necessaryBytes()),
                    work.calls().isEmpty() ? NOTHING : functions(work),
                    cell.bare().map(Ratio::toString).orElse(NOTHING),
                    timed && work.isContraction() ? number("%.1f", cell.gigaflops()) : NOTHING,
                    verdict(cell)));
        }
        return table;
    }

    private static String verdict(ZooCell cell) {
        String boxes = cell.allocated() < MEGA ? "" : number(", allocates %.0f MB", cell.allocated() / MEGA);
        return cell.verdict() + (cell.settled() || cell.fault().isPresent() ? "" : ", unsettled") + boxes;
    }

    /** Necessary calls for each element and, where loops make more, those. */
    private static String functions(ZooWork work) {
        String necessary = number("%.2f", work.callsPerElement());
        String made = number("%.2f", work.madePerElement());
        return necessary.equals(made) ? necessary : necessary + ", made " + made;
    }

    private static String summary(List<ZooCell> rows) {
        StringBuilder text = new StringBuilder();
        for (Direction direction : Direction.values()) {
            List<ZooCell> timed = rows.stream()
                    .filter(cell ->
                            cell.direction() == direction && cell.fault().isEmpty())
                    .toList();
            List<ZooCell> held =
                    timed.stream().filter(cell -> !cell.work().isContraction()).toList();
            List<ZooCell> bare = timed.stream()
                    .filter(cell -> cell.bare().isPresent() && !cell.work().isContraction())
                    .toList();
            List<ZooCell> copied =
                    held.stream().filter(cell -> cell.bare().isEmpty()).toList();
            if (!timed.isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        "- %s: %d entries without functions, geometric mean %s copies; %d with functions, %s bare"
                                + " loops; %d contractions; %d missed\n",
                        direction,
                        copied.size(),
                        mean(copied, cell -> cell.copies().median()),
                        bare.size(),
                        mean(bare, cell -> cell.bare().orElseThrow().median()),
                        timed.size() - held.size(),
                        held.stream().filter(ZooCell::missed).count()));
            }
        }
        rows.forEach(cell -> cell.fault()
                .ifPresent(fault -> text.append("- wrong: ").append(fault).append('\n')));
        return text.toString();
    }

    private static String mean(List<ZooCell> cells, ToDoubleFunction<ZooCell> ratio) {
        return cells.isEmpty()
                ? NOTHING
                : number(
                        "%.2f",
                        Report.geometricMean(
                                cells.stream().mapToDouble(ratio).boxed().toList()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
