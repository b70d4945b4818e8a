package dev.normc.samples.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Parallelism;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One norm of the zoo in turns with its limits. A round has each once, in an order drawn for it; ratios are taken within a
 * round. Every call of the kernel takes the next set of arrays.
 */
final class ZooSession {
    private static final int SETTLED_TURNS = 7;
    private static final double SETTLED = 1.1;
    private static final double MOST_WARM_UP = 3;
    private static final double LEAST_WARM_UP = 0.2;
    private static final double PATIENCE = 20;
    private static final int FEWEST_ROUNDS = 7;
    private static final double SECOND = 1e9;

    private final String norm;
    private final double seconds;
    private final ZooLimits limits;
    private final NormKernel kernel;
    private final NormKernel plain;
    private final boolean inVectors;
    private final Map<Direction, ZooWork> works = new HashMap<>();
    private final ZooArrays arrays;
    private final Random random = new Random(1);
    private int next;

    /**
     * Compiles and allocates.
     *
     * @param seconds that each cell is measured
     * @param threads at most
     */
    ZooSession(String norm, String shape, double seconds, int threads, ZooLimits limits) {
        this.norm = norm;
        this.seconds = seconds;
        this.limits = limits;
        int bits = Jit.worthwhileVectorBits();
        inVectors = bits > 0;
        Schedule schedule = Schedule.forThisJvm();
        CompileRequest request = new CompileRequest(Zoo.source(norm), Optional.empty(), shape, DataType.F32, schedule);
        Compilation compilation =
                Compiler.compile(inVectors ? request.withSchedule(schedule.withVectors(bits)) : request);
        for (Direction direction : Direction.values()) {
            if (compilation.plan().programs().containsKey(entry(direction))) {
                works.put(direction, ZooWork.of(compilation, entry(direction)));
            }
        }
        kernel = Jit.shared().warming(request, CompilerChoice.ofProperty());
        plain = Jit.shared().kernel(request, CompilerChoice.ofProperty());
        long least =
                works.values().stream().mapToLong(ZooWork::necessaryBytes).min().orElseThrow();
        arrays = new ZooArrays(kernel, least, threads);
        arrays.sets().forEach(kernel::forward);
    }

    private static Entry entry(Direction direction) {
        return direction == Direction.FORWARD ? Entry.FORWARD : Entry.BACKWARD;
    }

    /** Warms an entry up, checks it, and measures it; a wrong one is not measured. */
    ZooCell measure(Direction direction, int threads) {
        ZooWork work = works.get(direction);
        Parallelism parallelism = threads == 1 ? Parallelism.SERIAL : Parallelism.of(Workers.HELPER, threads);
        arrays.sets().forEach(set -> set.parallelism(parallelism));
        List<Runnable> turns = new ArrayList<>();
        turns.add(() ->
                call(kernel, direction, arrays.sets().get(next++ % arrays.sets().size())));
        turns.add(() -> limits.copy(work.necessaryBytes(), threads));
        if (!work.calls().isEmpty()) {
            turns.add(() -> limits.functions(work.calls(), threads));
        }
        boolean settled = warmUp(turns, entry(direction));
        Optional<String> fault = fault(direction);
        if (fault.isPresent()) {
            Ratio none = new Ratio(Double.NaN, Double.NaN);
            return new ZooCell(norm, direction, threads, work, Double.NaN, none, Optional.empty(), settled, 0, fault);
        }
        List<double[]> rounds = new ArrayList<>();
        long start = System.nanoTime();
        while (rounds.size() < FEWEST_ROUNDS || System.nanoTime() - start < seconds * SECOND) {
            rounds.add(round(turns));
        }
        Optional<Ratio> bare = turns.size() > 2 ? Optional.of(ratio(rounds, 2)) : Optional.empty();
        double nanos = Ratio.of(rounds.stream().mapToDouble(round -> round[0]).toArray())
                .median();
        return new ZooCell(
                norm, direction, threads, work, nanos, ratio(rounds, 1), bare, settled, allocated(turns.get(0)), fault);
    }

    private static long allocated(Runnable turn) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        turn.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    /** The directions that the norm has. */
    boolean has(Direction direction) {
        return works.containsKey(direction);
    }

    private static Ratio ratio(List<double[]> rounds, int limit) {
        return Ratio.of(
                rounds.stream().mapToDouble(round -> round[0] / round[limit]).toArray());
    }

    /** Until the kernel waits for no other code and its time no longer changes; whether it came to that. */
    private boolean warmUp(List<Runnable> turns, Entry entry) {
        long start = System.nanoTime();
        List<Double> last = new ArrayList<>();
        while (true) {
            boolean waiting = Jit.isWarming(kernel, entry) && inVectors;
            last.add(round(turns)[0]);
            if (waiting) {
                last.clear();
            } else if (last.size() > SETTLED_TURNS) {
                last.remove(0);
            }
            double passed = (System.nanoTime() - start) / SECOND;
            boolean settled = last.size() == SETTLED_TURNS && Collections.max(last) <= SETTLED * Collections.min(last);
            if (settled && passed >= LEAST_WARM_UP || passed > MOST_WARM_UP * seconds + (waiting ? PATIENCE : 0)) {
                return settled;
            }
        }
    }

    /** Whether all but the fastest and the slowest are close; others may be at work on the machine for a moment. */
    private static boolean isSettled(List<Double> nanos) {
        List<Double> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() - 2) <= SETTLED * sorted.get(1);
    }

    private double[] round(List<Runnable> turns) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        double[] nanos = new double[turns.size()];
        for (int i : order) {
            long start = System.nanoTime();
            turns.get(i).run();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** What is wrong with the results on the first set: not finite, or other bits than plain Java on one thread has. */
    private Optional<String> fault(Direction direction) {
        List<Object> found = results(kernel, arrays.sets().get(0), direction);
        List<Object> wanted = results(plain, arrays.firstFor(plain), direction);
        for (int i = 0; i < found.size(); i++) {
            if (!isFinite(found.get(i))) {
                return Optional.of(norm + " " + direction + ": a result is not finite");
            }
            if (!isEqual(found.get(i), wanted.get(i))) {
                return Optional.of(norm + " " + direction + ": a result is not that of plain Java");
            }
        }
        return Optional.empty();
    }

    private List<Object> results(NormKernel which, Bindings bindings, Direction direction) {
        arrays.spoil();
        if (direction == Direction.BACKWARD) {
            which.forward(bindings); // what it saves depends on states, which timed calls have moved on
        }
        call(which, direction, bindings);
        return arrays.results(entry(direction));
    }

    static boolean isFinite(Object array) {
        if (array instanceof float[] floats) {
            for (float value : floats) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
            return true;
        }
        return Arrays.stream((double[]) array).allMatch(Double::isFinite);
    }

    /** Bit for bit. */
    static boolean isEqual(Object one, Object other) {
        return one instanceof float[] floats
                ? Arrays.equals(floats, (float[]) other)
                : Arrays.equals((double[]) one, (double[]) other);
    }

    private static void call(NormKernel which, Direction direction, Bindings bindings) {
        if (direction == Direction.FORWARD) {
            which.forward(bindings);
        } else {
            which.backward(bindings);
        }
    }
}
