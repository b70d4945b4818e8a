package dev.normc.samples.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures ours against peers, hand-written loops and the copy limit, and prints the table of ratios. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        version = "normc benchmarks",
        description = "Measures the kernels of normc against peers, hand-written loops and the copy limit.",
        footer = "Absolute times of one engine: java -cp benchmarks.jar org.openjdk.jmh.Main CallBenchmark -h")
public final class Benchmarks implements Callable<Integer> {
    private static final double SECONDS = 44;
    private static final double QUICK_SECONDS = 10;
    private static final double WARMUP_SHARE = 0.25;
    private static final int CELLS = 8;

    @Option(
            names = "--only",
            split = ",(?![0-9])",
            paramLabel = "WORKLOAD",
            description = "titles or their beginnings: LN, BN[32,64, GN32; of the zoo the names of norms")
    private List<String> only = List.of();

    @Option(names = "--engines", split = ",", paramLabel = "NAME", description = "only these; ours is always in")
    private List<String> engines = List.of();

    @Option(names = "--direction", split = ",", paramLabel = "D", description = "forward, backward; both by default")
    private List<Direction> directions = List.of(Direction.values());

    @Option(names = "--threads", split = ",", paramLabel = "N", description = "1, 2; both by default, of the zoo 1")
    private List<Integer> threads = List.of();

    @Option(names = "--memory", split = ",", paramLabel = "M", description = "cold, hot; both by default")
    private List<Memory> memories = List.of(Memory.values());

    @Option(names = "--quick", description = "a quarter of the time, wider spread")
    private boolean quick;

    @Option(
            names = "--seconds",
            description = "seconds of a workload with all its cells; 44 by default, 10 if quick; of the zoo "
                    + "seconds of each entry of a norm, 1 by default")
    private double seconds;

    @Option(names = "--out", paramLabel = "FOLDER", description = "for Markdown, picture and samples; target/results")
    private Path out = besideProgram();

    @Option(names = "--list", description = "prints workloads and engines")
    private boolean list;

    @Option(names = "--report", description = "measures nothing: the tables of all samples that are in the folder")
    private boolean report;

    @Option(
            names = "--zoo",
            description = "every norm of the zoo beside the copy of its bytes and the loop over its functions, instead")
    private boolean zoo;

    @Spec
    private CommandSpec command;

    private Benchmarks() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        if (Allocator.restart()) {
            System.exit(Allocator.run(arguments));
        }
        CommandLine command = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(line.getColorScheme().errorText("benchmarks: " + failure.getMessage()));
            return 1;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException, InterruptedException {
        Path folder = out.resolve("java-" + Runtime.version().feature());
        if (zoo) {
            ZooBenchmark benchmark = new ZooBenchmark(only, directions, threads, seconds, folder);
            return ZooBenchmark.measures()
                    ? benchmark.run()
                    : ZooBenchmark.restart(
                            command.commandLine().getParseResult().originalArgs());
        }
        threads = threads.isEmpty() ? List.of(1, 2) : threads;
        if (list) {
            Workload.ALL.forEach(System.out::println);
            Engines.all().forEach(engine -> System.out.println(engine.name()));
            return 0;
        }
        List<Workload> workloads = workloads();
        Engines.named(engines);
        if (!report) {
            measure(workloads, folder);
        }
        return render(report ? Workload.ALL : workloads, folder);
    }

    /** The folder results beside the jar, or beside the classes where there is none. */
    private static Path besideProgram() {
        URL program = Benchmarks.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(program.toString())).resolveSibling("results");
    }

    private void measure(List<Workload> workloads, Path folder) throws IOException, RunnerException {
        Files.createDirectories(folder);
        int steps = workloads.stream().mapToInt(this::iterations).sum();
        Progress progress = new Progress(folder.resolve("jmh.log"), steps);
        try {
            for (Workload workload : workloads) {
                progress.announce(workload);
                Path samples = folder.resolve(SampleFile.name(workload));
                Files.deleteIfExists(samples);
                new Runner(options(workload, folder), progress).run();
                if (!Files.exists(samples)) {
                    System.err.println("no samples of " + workload + ": its process ended early, see "
                            + folder.resolve("jmh.log"));
                }
            }
        } finally {
            progress.end();
        }
    }

    private int render(List<Workload> workloads, Path folder) throws IOException {
        Map<Workload, Measured> results = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            Path samples = folder.resolve(SampleFile.name(workload));
            if (Files.exists(samples)) {
                results.put(workload, SampleFile.read(samples));
            }
        }
        if (results.isEmpty()) {
            throw new IllegalStateException("no samples in " + folder);
        }
        String markdown = new Report(results).markdown();
        System.out.println(markdown);
        Files.writeString(folder.resolve("benchmarks.md"), markdown);
        new Chart(results).write(folder.resolve("benchmarks.png"));
        return report || results.size() == workloads.size() ? 0 : 1;
    }

    private List<Workload> workloads() {
        List<Workload> chosen = new ArrayList<>();
        for (Workload workload : Workload.ALL) {
            if (only.isEmpty() || only.stream().anyMatch(text -> matches(workload, text))) {
                chosen.add(workload);
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only " + String.join(",", only) + ": there is no such workload, see --list");
        }
        return chosen;
    }

    /** Whether a text is the norm's title or the beginning of the workload's. */
    private static boolean matches(Workload workload, String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        String title = workload.title().toUpperCase(Locale.ROOT);
        return workload.norm().title().equalsIgnoreCase(wanted) || wanted.contains("[") && title.startsWith(wanted);
    }

    private double seconds(Workload workload) {
        double all = seconds > 0 ? seconds : quick ? QUICK_SECONDS : SECONDS;
        int cells = new Plan(workload, directions, threads, memories, engines)
                .cells()
                .size();
        return Math.max(3, all * cells / CELLS);
    }

    private int warmups(Workload workload) {
        return (int) Math.max(1, Math.round(seconds(workload) * WARMUP_SHARE));
    }

    private int iterations(Workload workload) {
        return (int) Math.round(seconds(workload));
    }

    private Options options(Workload workload, Path folder) {
        Plan plan = new Plan(workload, directions, threads, memories, engines);
        List<String> flags = new ArrayList<>(ForkedJvm.flags(workload, plan.sets()));
        flags.add("-D" + RoundBenchmark.FOLDER + "=" + folder.toAbsolutePath());
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include(RoundBenchmark.class.getName())
                .param("workload", workload.title())
                .param(
                        "directions",
                        joined(directions.stream().map(Direction::name).toList()))
                .param("threads", joined(threads))
                .param("memories", joined(memories.stream().map(Memory::name).toList()))
                .param("engines", engines.isEmpty() ? "all" : joined(engines))
                .warmupIterations(warmups(workload))
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations(workload) - warmups(workload))
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(flags.toArray(String[]::new))
                .verbosity(VerboseMode.NORMAL);
        return builder.build();
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
