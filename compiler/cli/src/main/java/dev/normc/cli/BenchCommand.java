package dev.normc.cli;

import dev.normc.cli.bench.Cell;
import dev.normc.cli.bench.LastLevelCache;
import dev.normc.cli.bench.Measured;
import dev.normc.cli.bench.NormBenchmark;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normc bench}: how fast a norm is beside a copy and the naive loop. */
@Command(
        name = "bench",
        description = {
            "Times the kernel of a norm against the copy limit and the naive loop.",
            "",
            "All three take turns on the same arrays in one process, in rounds whose order is drawn, after the kernel's "
                    + "time has settled; times are medians over the rounds and ratios are taken within a round, each with "
                    + "half of the distance between its quartiles. Hot: every call has the same arrays, in cache where "
                    + "they fit. Cold: every call has others, which the caches have lost. The limit is `y[i] = x[i]` for "
                    + "forward and infer and the triad `dx[i] = x[i] + dy[i]` for backward, over the largest input. The "
                    + "naive loop is the same norm in plain loops on one thread, with one accumulator for each sum, in "
                    + "double, as the kernel computes. Results are checked first, against the interpreter where the norm is small "
                    + "enough for it and against each other where not.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java --add-modules jdk.incubator.vector -jar normc.jar bench zoo:LayerNorm --shape N=8192,D=768",
            "  normc bench batch.norm --shape 32,64,56,56 --threads 1,2 --cold --format md"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 64;
    private static final double MOST_SECONDS = 3600;

    private final Console console;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE|CODE", description = "the specification, or zoo:NAME")
    private String file;

    @Mixin
    private NormOptions options;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "train",
            description = "train: forward and backward; infer: tracked statistics from their states; frozen: infer and "
                    + "its backward (default: ${DEFAULT-VALUE})")
    private RunMode mode;

    @Option(
            names = "--backend",
            paramLabel = "BACKEND",
            defaultValue = "auto",
            description = "auto: plain Java that goes over to vectors, as a program has it; scalar; or vector, which "
                    + "needs `java --add-modules jdk.incubator.vector` (default: ${DEFAULT-VALUE})")
    private BackendChoice backend;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "1",
            description = "numbers of threads, 1,2 (default: ${DEFAULT-VALUE})")
    private List<Integer> threads;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "how long each entry, number of threads, hot or cold, is measured; warming up comes on top "
                    + "(default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--hot", description = "only hot")
    private boolean hot;

    @Option(names = "--cold", description = "only cold; without either, both")
    private boolean cold;

    @Option(
            names = "--footprint",
            paramLabel = "MIB",
            defaultValue = "0",
            description =
                    "MiB that cold calls go through before an array comes again (default: four times the last-level "
                            + "cache, 256 at least)")
    private long footprint;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or md (default: ${DEFAULT-VALUE})")
    private BenchFormat format;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireUsage();
        TypedNorm typed = options.typed(SpecificationReader.read(file));
        CompileRequest request = options.request(typed);
        BenchPlan plan = BenchPlan.of(request, backend, entries(), most(threads), coldBytes());
        List<Cell> cells = cells();
        List<Measured> measured = new ArrayList<>();
        try (BenchProgress progress = new BenchProgress(cells.size(), Terminal.showsProgress())) {
            progress.say("checking results");
            try (NormBenchmark benchmark = plan.benchmark()) {
                plan.check(benchmark, entries());
                for (Cell cell : cells) {
                    progress.say(cell + ", warming up");
                    measured.add(benchmark.measure(
                            cell,
                            seconds,
                            () -> {
                                plan.check(benchmark, List.of(cell.entry()));
                                progress.say(cell.toString());
                            },
                            progress::at));
                    progress.next();
                }
            }
        }
        BenchReport report = new BenchReport(plan, seconds, measured);
        switch (format) {
            case TEXT -> console.lines(report.text());
            case JSON -> console.line(report.json());
            case MD -> console.lines(report.markdown());
        }
        return 0;
    }

    private void requireUsage() {
        if (!options.isSpecialized()) {
            throw usage("missing `--shape`: a benchmark has extents, such as `--shape N=32,C=64,H=7,W=7`");
        }
        if (mode == RunMode.INIT) {
            throw usage("`--mode init`, which is run once: use train, infer or frozen");
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw usage("`--seconds " + seconds + "` is not more than 0 and at most 3600");
        }
        for (int count : threads) {
            if (count < 1 || count > MOST_THREADS) {
                throw usage("`--threads " + count + "` is not between 1 and " + MOST_THREADS);
            }
        }
        if (footprint < 0) {
            throw usage("`--footprint " + footprint + "` is negative");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private static int most(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** 0 where nothing is cold. */
    private long coldBytes() {
        if (hot && !cold) {
            return 0;
        }
        return footprint > 0 ? footprint << 20 : LastLevelCache.coldBytes();
    }

    private List<Entry> entries() {
        return mode == RunMode.INFER ? List.of(mode.forward()) : List.of(mode.forward(), mode.backward());
    }

    private List<Cell> cells() {
        List<Boolean> memories = hot == cold ? List.of(false, true) : List.of(cold);
        List<Cell> cells = new ArrayList<>();
        for (Entry entry : entries()) {
            for (int count : threads.stream().distinct().toList()) {
                memories.forEach(isCold -> cells.add(new Cell(entry, count, isCold)));
            }
        }
        return cells;
    }
}
