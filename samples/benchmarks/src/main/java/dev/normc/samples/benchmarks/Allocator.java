package dev.normc.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment in which libraries that allocate their results are at their best: a {@code malloc} that keeps what it
 * was given back, on huge pages.
 *
 * <p>An allocator is chosen when a process starts, so this starts the program again.
 */
final class Allocator {
    private static final String MARK = "NORMC_BENCHMARKS_ALLOCATOR";
    private static final String CHOICE = "JEMALLOC";

    private Allocator() {}

    /** What this process allocates with, for the reader of the table; empty where it was not started by this. */
    static Optional<String> described() {
        return Optional.ofNullable(System.getenv(MARK));
    }

    /** Whether the process has to be started again: on Linux, where peers are compiled in. */
    static boolean restart() {
        return System.getProperty("os.name").equals("Linux")
                && described().isEmpty()
                && Engines.all().stream().anyMatch(engine -> engine.kind() == Engine.Kind.PEER);
    }

    /**
     * Runs this program in a process of its own with that environment.
     *
     * @return its exit code
     */
    static int run(String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkedJvm.quiet());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Benchmarks.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = builder.environment();
        Optional<Path> jemalloc = jemalloc();
        if (jemalloc.isPresent()) {
            environment.put("LD_PRELOAD", jemalloc.get().toString());
            environment.put(
                    "MALLOC_CONF", "thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1,oversize_threshold:0,narenas:4");
            environment.put(MARK, "jemalloc, huge pages");
        } else {
            environment.put(
                    "GLIBC_TUNABLES",
                    "glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184"
                            + ":glibc.malloc.arena_max=1:glibc.malloc.hugetlb=1");
            environment.put(MARK, "glibc malloc that keeps freed memory, huge pages");
        }
        // Awake for about as long as the helping thread of ours, then asleep.
        environment.put("GOMP_SPINCOUNT", "50000");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    /** The library named by the environment variable JEMALLOC, or where distributions put it. */
    private static Optional<Path> jemalloc() {
        Stream<String> places = System.getenv(CHOICE) != null
                ? Stream.of(System.getenv(CHOICE))
                : Stream.of(
                        "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2",
                        "/usr/lib64/libjemalloc.so.2",
                        "/usr/lib/libjemalloc.so.2");
        return places.map(Path::of).filter(Files::isReadable).findFirst();
    }
}
