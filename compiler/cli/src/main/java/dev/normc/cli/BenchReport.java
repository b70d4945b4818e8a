package dev.normc.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.normc.cli.bench.Measured;
import dev.normc.cli.bench.Quartiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench} measured, with the unit of every number. */
record BenchReport(BenchPlan plan, double seconds, List<Measured> cells) {
    private static final double MICRO = 1e-3;

    /** For a terminal. */
    List<String> text() {
        List<String> lines = new ArrayList<>(head());
        for (Measured cell : cells) {
            lines.add("");
            lines.add(title(cell));
            List<List<String>> rows = new ArrayList<>();
            for (Measured.Line line : cell.lines()) {
                List<String> numbers = numbers(line);
                rows.add(List.of(
                        "  " + line.name(),
                        numbers.get(0) + " µs/call",
                        numbers.get(1) + " ns/element",
                        numbers.get(2) + " GB/s",
                        line == cell.lines().get(0) ? "" : "ours takes " + numbers.get(3) + " as long"));
            }
            lines.addAll(Table.lines(rows));
        }
        return lines;
    }

    /** A table for a document. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        head().forEach(line -> lines.add(line + "  "));
        lines.add("");
        lines.add("| cell | what | µs/call | ns/element | GB/s | ours takes, times as long |");
        lines.add("|---|---|---:|---:|---:|---:|");
        for (Measured cell : cells) {
            for (Measured.Line line : cell.lines()) {
                List<String> numbers = numbers(line);
                String ratio = line == cell.lines().get(0) ? "" : numbers.get(3);
                lines.add("| " + cell.cell() + " | " + line.name() + " | " + String.join(" | ", numbers.subList(0, 3))
                        + " | " + ratio + " |");
            }
        }
        return lines;
    }

    /** For a program; times in nanoseconds, sizes in bytes. */
    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("norm", plan.compilation().typed().name());
        root.put("shape", plan.compilation().specialized().extents());
        root.put("type", plan.request().type().spelling());
        root.put("elements", plan.input().elements(1));
        root.put("vectorBits", plan.compilation().plan().schedule().vectorBits());
        root.put("naive", "one accumulator for each sum, in double, one thread");
        root.put("checkedAgainst", plan.isInterpreted() ? "interpreter" : "each other");
        root.put("java", Runtime.version().toString());
        root.put("seconds", seconds);
        ArrayNode nodes = root.putArray("cells");
        for (Measured cell : cells) {
            ObjectNode node = nodes.addObject()
                    .put("entry", cell.cell().entry().method())
                    .put("threads", cell.cell().threads())
                    .put("cold", cell.cell().cold())
                    .put("warmUpSeconds", cell.warmUp().seconds())
                    .put("settled", cell.warmUp().settled())
                    .put("inVectors", inVectors(cell))
                    .put("rounds", cell.rounds())
                    .put("sets", cell.sets())
                    .put("footprintBytes", cell.footprint());
            ArrayNode lines = node.putArray("lines");
            for (Measured.Line line : cell.lines()) {
                ObjectNode described = lines.addObject().put("name", line.name());
                quartiles(described.putObject("nanos"), line.nanos());
                described.put(
                        "nanosPerElement", line.nanos().median() / plan.input().elements(1));
                described.put("bytes", line.bytes()).put("gigabytesPerSecond", line.gigabytesPerSecond());
                quartiles(described.putObject("oursOverIt"), line.ratio());
            }
        }
        return ExplanationJson.pretty(root);
    }

    private static void quartiles(ObjectNode node, Quartiles quartiles) {
        node.put("low", quartiles.low()).put("median", quartiles.median()).put("high", quartiles.high());
    }

    private List<String> head() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return List.of(
                plan.compilation().typed().name() + " for "
                        + plan.compilation().specialized().extents() + ", "
                        + plan.request().type().spelling() + ": "
                        + String.format(Locale.ROOT, "%,d", plan.input().elements(1)) + " elements of "
                        + plan.input().name(),
                "ours: the kernel in " + plan.form() + "; naive: plain loops, one accumulator for each sum, in double, "
                        + "one thread",
                "results checked against "
                        + (plan.isInterpreted() ? "the interpreter" : "each other (too large for the interpreter)")
                        + "; ± is half the distance between the quartiles; GB/s counts each array once",
                Runtime.getRuntime().availableProcessors() + " processors, Java "
                        + System.getProperty("java.version")
                        + (load < 0 ? "" : String.format(Locale.ROOT, ", load %.1f at the end", load)));
    }

    private String title(Measured cell) {
        String where = cell.cell().cold()
                ? " (" + cell.sets() + " sets of buffers, " + ByteText.rounded(cell.footprint()) + ")"
                : " (" + ByteText.rounded(cell.footprint()) + ")";
        String warm = String.format(Locale.ROOT, "%.1f s", cell.warmUp().seconds());
        String settled = cell.warmUp().settled() ? "settled after " + warm : "not settled after " + warm;
        String still = cell.warmUp().isWaiting() ? ", STILL IN PLAIN JAVA" : "";
        return cell.cell() + where + ", " + settled + still + ", " + cell.rounds() + " rounds";
    }

    private boolean inVectors(Measured cell) {
        return plan.compilation().plan().schedule().isVector() && !cell.warmUp().isWaiting();
    }

    /** Time of a call, time of an element, bytes moved, ratio. */
    private List<String> numbers(Measured.Line line) {
        Quartiles micros = line.nanos().times(MICRO);
        return List.of(
                number(micros.median(), micros.median()) + " ±" + number(micros.spread(), micros.median()),
                number(line.nanos().median() / plan.input().elements(1)),
                number(line.gigabytesPerSecond()),
                String.format(
                        Locale.ROOT,
                        "%.2f× ±%.2f",
                        line.ratio().median(),
                        line.ratio().spread()));
    }

    private static String number(double value) {
        return number(value, value);
    }

    /** A number with as many decimals as another has that shows three digits. */
    private static String number(double value, double like) {
        if (like >= 100 || like == 0) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = Math.max(0, Math.min(6, 2 - (int) Math.floor(Math.log10(like))));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
