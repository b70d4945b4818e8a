package dev.normc.samples.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * The usual benchmark: one engine alone in its process, one call an invocation.
 *
 * <p>For absolute times and JMH's profilers. Ratios of two such runs compare two moments of the machine; the table is
 * made by {@link RoundBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
    /** Title of a workload. */
    @Param("LN[512,1024]")
    public String workload;

    /** What a call computes. */
    @Param
    public Direction direction;

    /** Threads a call may use. */
    @Param("1")
    public int threads;

    /** Where the data is. */
    @Param
    public Memory memory;

    /** Name of the engine. */
    @Param("ours")
    public String engine;

    private Engine running;
    private int sets;
    private int set;

    /**
     * Prepares the engine.
     *
     * @throws IllegalArgumentException if it cannot do this
     */
    @Setup(Level.Trial)
    public void prepare() {
        Workload chosen = Workload.named(workload);
        running = Engines.named(List.of(engine)).stream()
                .filter(candidate -> candidate.name().equals(engine))
                .findFirst()
                .orElseThrow();
        if (!running.supports(chosen, direction)) {
            throw new IllegalArgumentException(engine + ": does not do " + chosen + " " + direction);
        }
        sets = memory == Memory.COLD ? BufferSets.coldSets(chosen) : 1;
        Data data = Data.of(chosen);
        running.prepare(chosen, data, BufferSets.of(data, sets));
        running.threads(threads);
    }

    /** One call. */
    @Benchmark
    public void call() {
        running.release(direction, set);
        running.run(direction, set);
        set = (set + 1) % sets;
    }

    /** Gives back what is not the JVM's. */
    @TearDown(Level.Trial)
    public void close() {
        running.close();
    }
}
