package dev.normc.cli;

import dev.normc.cli.bench.BufferSets;
import dev.normc.cli.bench.NormBenchmark;
import dev.normc.cli.bench.Reference;
import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code bench} compares, compiled.
 *
 * @param fast whether the kernel computes in f32; the naive loop does not
 * @param compilation of the kernel as it is when it is warm
 * @param sets of buffers
 */
record BenchPlan(
        CompileRequest request,
        BackendChoice backend,
        boolean fast,
        Compilation compilation,
        List<Entry> entries,
        int threads,
        int sets,
        Map<Entry, Optional<Reference>> references) {
    /** The loops that a person writes who knows neither lanes nor blocks; sums and arithmetic are in f64 as always. */
    private static final Schedule NAIVE = new Schedule(1, 1 << 30, 1 << 30, 1, 0, 7000, 0, false, 0, false);

    /** Larger inputs would take the interpreter too long, and too much memory. */
    static final int MOST_INTERPRETED = 1 << 19;

    private static final int FEWEST_COLD_SETS = 4;
    private static final int MOST_SETS = 1 << 15;
    private static final double PATIENCE_SECONDS = 20;
    /** How much farther off f32 arithmetic may be than f64 rounded once; a term left out is farther. */
    private static final double FAST_TOLERANCE = 1000;

    private static final int MEBI = 1 << 20;

    /**
     * Compiles and counts.
     *
     * @param coldBytes of all sets together; 0 for one set
     * @throws UserFault if an extent is open, or there is not memory for all sets
     */
    static BenchPlan of(
            CompileRequest request, BackendChoice backend, List<Entry> entries, int threads, long coldBytes) {
        boolean fast = request.schedule().fast();
        Compilation compilation = Compiler.compile(request.withSchedule(in(backend.inAProgram("bench"), fast)));
        compilation.signature().dynamicAxis().ifPresent(axis -> {
            throw new UserFault(
                    "the extent of `" + axis + "` is open in `--shape`, but a benchmark has one",
                    "write a number, `" + axis + "=32`");
        });
        long each = BufferSets.bytes(compilation.signature());
        long least = entries.stream()
                .mapToLong(entry -> BufferSets.bytes(compilation.signature(), entry))
                .min()
                .orElseThrow();
        long wanted = coldBytes == 0 ? 1 : Math.max(FEWEST_COLD_SETS, (coldBytes + least - 1) / Math.max(1, least));
        int sets = (int) Math.min(MOST_SETS, wanted);
        requireMemory(each, sets, coldBytes);
        return new BenchPlan(request, backend, fast, compilation, entries, threads, sets, new HashMap<>());
    }

    private static Schedule in(Schedule schedule, boolean fast) {
        return fast ? schedule.inF32() : schedule;
    }

    private static void requireMemory(long each, int sets, long coldBytes) {
        Runtime jvm = Runtime.getRuntime();
        long free = jvm.maxMemory() - (jvm.totalMemory() - jvm.freeMemory());
        long needed = each * sets + each / 4;
        if (needed > free) {
            throw new UserFault(
                    sets + (sets == 1 ? " set" : " sets") + " of buffers take " + ByteText.rounded(needed)
                            + ", but Java has " + ByteText.rounded(free) + " left",
                    "give it more, `java -Xmx" + (needed / MEBI + 512) + "m -jar normc.jar bench ...`"
                            + (coldBytes == 0 ? ", or a smaller `--shape`" : ", or use `--hot`"));
        }
    }

    /** Compiled to Java classes, with all arrays. */
    NormBenchmark benchmark() {
        CompileRequest plain = request.withSchedule(in(Schedule.forThisJvm(), fast));
        CompilerChoice compiler = CompilerChoice.ofProperty();
        NormKernel kernel =
                switch (backend) {
                    case AUTO -> Jit.shared().warming(plain, compiler);
                    case SCALAR -> Jit.shared().kernel(plain, compiler);
                    case VECTOR ->
                        Jit.shared().kernel(request.withSchedule(in(backend.inAProgram("bench"), fast)), compiler);
                };
        NormKernel loops = Jit.shared().kernel(request.withSchedule(NAIVE), compiler);
        return new NormBenchmark(
                kernel,
                loops,
                entry -> Jit.isWarming(kernel, entry),
                PATIENCE_SECONDS,
                entries,
                sets,
                threads,
                fast ? FAST_TOLERANCE : 1);
    }

    /**
     * Checks results of the kernel and of the naive loop.
     *
     * @throws IllegalStateException if one is wrong, which is a defect of normc
     */
    void check(NormBenchmark benchmark, List<Entry> checked) {
        if (references.isEmpty()) {
            benchmark.sets().resetStates();
            Optional<Reference> reference = isInterpreted()
                    ? Optional.of(
                            new Reference(compilation.signature(), compilation.programs(), entries, benchmark.sets()))
                    : Optional.empty();
            entries.forEach(entry -> references.put(entry, reference));
        }
        for (Entry entry : checked) {
            benchmark.difference(references.get(entry), entry).ifPresent(text -> {
                throw new IllegalStateException("wrong result, nothing was measured: " + text);
            });
        }
    }

    /** Whether results are checked against the interpreter, not only against each other. */
    boolean isInterpreted() {
        return input().elements(1) <= MOST_INTERPRETED;
    }

    /** The largest input. */
    BufferSpec input() {
        return compilation.signature().buffers(BufferRole.INPUT).stream()
                .max(Comparator.comparing(buffer -> buffer.elements(1)))
                .orElseThrow();
    }

    /** What the kernel is made of when it is warm. */
    String form() {
        int bits = compilation.plan().schedule().vectorBits();
        return (bits == 0 ? "plain Java" : "vectors of " + bits + " bits") + (fast ? ", numerics = fast" : "");
    }
}
