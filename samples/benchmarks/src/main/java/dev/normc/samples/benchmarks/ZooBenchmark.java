package dev.normc.samples.benchmarks;

import dev.normc.jit.Jit;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** Every norm of the zoo beside the copy of its bytes and the loop over its functions, in one process. */
final class ZooBenchmark {
    /** Set in the process that measures. */
    private static final String MARK = "dev.normc.benchmarks.zoo";

    private static final String VECTOR = "jdk.incubator.vector";
    private static final double SECONDS = 1;

    private final Map<String, String> shapes;
    private final List<Direction> directions;
    private final List<Integer> threads;
    private final double seconds;
    private final Path folder;

    /**
     * A plan.
     *
     * @param seconds that each cell is measured; 0 for one
     * @param threads empty for one thread
     * @param folder that receives zoo.md
     */
    ZooBenchmark(List<String> only, List<Direction> directions, List<Integer> threads, double seconds, Path folder) {
        this.shapes = ZooShapes.of(only);
        this.directions = directions;
        this.threads = threads.isEmpty() ? List.of(1) : threads;
        this.seconds = seconds > 0 ? seconds : SECONDS;
        this.folder = folder;
    }

    /** Whether this process was started to measure. */
    static boolean measures() {
        return Boolean.getBoolean(MARK);
    }

    /** Runs the program again in a process with memory enough and, where there is one, with the vector module. */
    static int restart(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms4g", "-Xmx4g", "-XX:+UseParallelGC", "-D" + MARK + "=true"));
        if (System.getProperty("os.name").equals("Linux")) {
            command.add("-XX:+UseTransparentHugePages");
        }
        if (ModuleFinder.ofSystem().find(VECTOR).isPresent()) {
            command.addAll(List.of("--add-modules", VECTOR));
        }
        command.addAll(ForkedJvm.quiet());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Benchmarks.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    /** Measures, prints, and writes the table; 1 if a result was wrong or a norm failed. */
    int run() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("zoo.md");
        List<ZooCell> cells = new ArrayList<>();
        Map<String, String> failures = new LinkedHashMap<>();
        ZooLimits limits = new ZooLimits(Jit.worthwhileVectorBits() > 0, ZooLimits.LENGTH);
        Optional<ProgressBar> bar = Progress.bar(shapes.size(), " norms");
        try {
            for (Map.Entry<String, String> norm : shapes.entrySet()) {
                bar.ifPresent(b -> b.setExtraMessage(norm.getKey()));
                try {
                    cells.addAll(cells(norm.getKey(), norm.getValue(), limits));
                } catch (RuntimeException failure) {
                    failures.put(norm.getKey(), failure.toString()); // the others are measured all the same
                }
                bar.ifPresent(ProgressBar::step);
                Jit.shared().clear();
                Files.writeString(file, markdown(cells, failures)); // what there is survives an end before time
            }
        } finally {
            bar.ifPresent(ProgressBar::close);
        }
        System.out.println(markdown(cells, failures));
        return failures.isEmpty()
                        && cells.stream().allMatch(cell -> cell.fault().isEmpty())
                ? 0
                : 1;
    }

    private String markdown(List<ZooCell> cells, Map<String, String> failures) {
        return new ZooReport(cells, shapes, failures).markdown();
    }

    private List<ZooCell> cells(String norm, String shape, ZooLimits limits) {
        int most = threads.stream().mapToInt(Integer::intValue).max().orElse(1);
        ZooSession session = new ZooSession(norm, shape, seconds, most, limits);
        List<ZooCell> cells = new ArrayList<>();
        for (Direction direction : directions) {
            for (int count : threads) {
                if (session.has(direction)) {
                    cells.add(session.measure(direction, count));
                }
            }
        }
        return cells;
    }
}
