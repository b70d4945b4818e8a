package dev.normc.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The samples of one workload as lines of fields with tabs between: what a table was made of.
 *
 * <pre>{@code
 * engine  NAME  VERSION
 * note    TEXT
 * check   DIRECTION  THREADS  ENGINE  ULP  ROUNDED
 * time    DIRECTION  THREADS  MEMORY  ENGINE  ROUND  NANOS
 * }</pre>
 */
final class SampleFile {

    private SampleFile() {}

    /** The file of a workload: {@code BN-32-64-56-56.tsv}. */
    static String name(Workload workload) {
        return workload.norm().title() + "-" + workload.shape().replace(',', '-') + ".tsv";
    }

    static void write(Path file, Measured measured) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines(measured));
    }

    static Measured read(Path file) throws IOException {
        return parsed(Files.readAllLines(file));
    }

    static List<String> lines(Measured measured) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(measured.versions()).forEach((name, version) -> lines.add("engine\t" + name + "\t" + version));
        measured.notes().forEach(note -> lines.add("note\t" + note.replaceAll("\\s+", " ")));
        for (Check check : measured.checks()) {
            lines.add(String.join(
                    "\t",
                    "check",
                    check.direction().name(),
                    Integer.toString(check.threads()),
                    check.engine(),
                    Double.toString(check.accuracy().ulp()),
                    Double.toString(check.accuracy().rounded())));
        }
        for (Sample sample : measured.samples()) {
            lines.add(String.join(
                    "\t",
                    "time",
                    sample.cell().direction().name(),
                    Integer.toString(sample.cell().threads()),
                    sample.cell().memory().name(),
                    sample.engine(),
                    Integer.toString(sample.round()),
                    String.format(Locale.ROOT, "%.1f", sample.nanos())));
        }
        return lines;
    }

    static Measured parsed(List<String> lines) {
        Map<String, String> versions = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (String line : lines) {
            String[] f = line.split("\t");
            switch (f[0]) {
                case "engine" -> versions.put(f[1], f[2]);
                case "note" -> notes.add(f[1]);
                case "check" -> {
                    Accuracy accuracy = new Accuracy(Double.parseDouble(f[4]), Double.parseDouble(f[5]));
                    checks.add(new Check(Direction.valueOf(f[1]), Integer.parseInt(f[2]), f[3], accuracy));
                }
                case "time" -> {
                    Cell cell = new Cell(Direction.valueOf(f[1]), Integer.parseInt(f[2]), Memory.valueOf(f[3]));
                    samples.add(new Sample(cell, f[4], Integer.parseInt(f[5]), Double.parseDouble(f[6])));
                }
                default ->
                    throw new IllegalArgumentException("line `" + line + "`: begins with none of the four words");
            }
        }
        return new Measured(versions, notes, checks, samples);
    }
}
