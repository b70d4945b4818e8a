package dev.normc.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The source of the table: one invocation is one round of all engines on one workload.
 *
 * <p>JMH gives the process, the warm-up and the clock that ends it; its own score, the time of a round, says nothing.
 * The times of the turns go to a file when the process ends.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 15, time = 2)
public class RoundBenchmark {
    /** The folder that the samples go to. */
    static final String FOLDER = "benchmarks.samples";

    /** Title of a workload. */
    @Param("LN[512,1024]")
    public String workload;

    /** Directions with commas between. */
    @Param("FORWARD,BACKWARD")
    public String directions;

    /** Thread counts with commas between. */
    @Param("1,2")
    public String threads;

    /** Memory states with commas between. */
    @Param("COLD,HOT")
    public String memories;

    /** Names of engines with commas between, or {@code all}. */
    @Param("all")
    public String engines;

    private Session session;
    private boolean measured;

    /** Prepares and checks the engines. */
    @Setup(Level.Trial)
    public void prepare() {
        session = Session.prepared(new Plan(
                Workload.named(workload),
                list(directions, Direction::valueOf),
                list(threads, Integer::valueOf),
                list(memories, Memory::valueOf),
                engines.equals("all") ? List.of() : list(engines, name -> name)));
    }

    /** Notes whether the next rounds count. */
    @Setup(Level.Iteration)
    public void begin(IterationParams iteration) {
        measured = iteration.getType() == IterationType.MEASUREMENT;
    }

    /** One round. */
    @Benchmark
    public void round() {
        session.round(measured);
    }

    /** Writes the samples of this workload. */
    @TearDown(Level.Trial)
    public void write() throws IOException {
        session.close();
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            SampleFile.write(Path.of(folder, SampleFile.name(Workload.named(workload))), session.measured());
        }
    }

    private static <T> List<T> list(String text, Function<String, T> element) {
        return Stream.of(text.split(",")).map(element).toList();
    }
}
