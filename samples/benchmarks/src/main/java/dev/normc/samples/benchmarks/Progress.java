package dev.normc.samples.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** A bar on a terminal, nothing in a pipe; what JMH and its processes say goes to a file. */
final class Progress implements OutputFormat {
    private final Optional<ProgressBar> bar;
    private final PrintStream log;

    /**
     * Begins a log and, on a terminal, a bar.
     *
     * @param steps iterations to come
     * @throws IOException if the log cannot be written
     */
    Progress(Path file, int steps) throws IOException {
        log = new PrintStream(new BufferedOutputStream(Files.newOutputStream(file)), true, StandardCharsets.UTF_8);
        bar = bar(steps, " s");
    }

    /** A bar on a terminal. */
    static Optional<ProgressBar> bar(int steps, String unit) {
        return onTerminal()
                ? Optional.of(new ProgressBarBuilder()
                        .setInitialMax(steps)
                        .setUnit(unit, 1)
                        .clearDisplayOnFinish()
                        .build())
                : Optional.empty();
    }

    /** What is running now. */
    void announce(Workload workload) {
        bar.ifPresent(b -> b.setExtraMessage(workload.title()));
    }

    private static boolean onTerminal() {
        // From JDK 22 on another console, which is there in a pipe too, would answer.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void print(String text) {
        log.print(text);
    }

    @Override
    public void println(String text) {
        log.println(text);
    }

    @Override
    public void verbosePrintln(String text) {
        log.println(text);
    }

    @Override
    public void write(int character) {
        log.write(character);
    }

    @Override
    public void write(byte[] text) throws IOException {
        log.write(text);
    }

    @Override
    public void flush() {
        log.flush();
    }

    @Override
    public void close() {
        log.flush();
    }

    /** Takes the bar away and closes the log. */
    void end() {
        bar.ifPresent(ProgressBar::close);
        log.close();
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}
}
