package dev.normc.samples.llm;

import dev.normc.runtime.Entry;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.WarmUp;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The norms of a language model: the loops that projects copy beside generated kernels. Results first, then times. */
public final class LlmInference {
    private static final String USAGE =
            "usage: java [--add-modules " + OptionalParts.VECTOR_MODULE + "] -jar llm-inference.jar [check]"
                    + System.lineSeparator() + "  check   compare results, measure nothing";

    private static final int WARM_UP_TIMES = 20_000;

    private final PrintStream out;
    private final List<Workload> workloads;

    private LlmInference(PrintStream out) {
        this.out = out;
        this.workloads = Stream.concat(
                        Stream.of(new ArrayWorkloads(), new StorageWorkloads()), OptionalParts.segments().stream())
                .flatMap(source -> source.workloads().stream())
                .toList();
    }

    /** Prints the tables; the exit code is 0, 1 if a result is wrong, or 2 if the arguments are. */
    public static void main(String[] arguments) {
        boolean checkOnly = arguments.length == 1 && arguments[0].equals("check");
        if (arguments.length > 0 && !checkOnly) {
            boolean help = arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"));
            (help ? System.out : System.err).println(USAGE);
            System.exit(help ? 0 : 2);
        }
        System.exit(new LlmInference(System.out).run(!checkOnly) ? 0 : 1);
    }

    private boolean run(boolean timed) {
        out.println("Java " + System.getProperty("java.version") + ", one thread; " + available());
        out.println();
        if (timed) {
            firstCalls();
        }
        List<String> faults = new ArrayList<>(accuracy());
        out.println();
        faults.addAll(VarianceTable.print(out));
        out.println();
        if (!faults.isEmpty()) {
            faults.forEach(fault -> out.println("wrong: " + fault));
            return false;
        }
        out.println(
                "All results are as promised: exact kernels round the exact value once, fast ones are off by some ulp.");
        if (timed) {
            out.println();
            if (OptionalParts.vectors().isPresent()) {
                warmUp();
            }
            speed();
        }
        return true;
    }

    private static String available() {
        String vectors = OptionalParts.vectors()
                .map(loops -> "the machine has vectors of " + loops.machineBits() + " bits, kernels use 256")
                .orElse("no vectors (java --add-modules " + OptionalParts.VECTOR_MODULE
                        + ", and a machine with 256 bits)");
        String segments = OptionalParts.segments()
                .map(source -> "")
                .orElse("; no memory segments (a build and a JVM of Java 22 or later)");
        return vectors + segments;
    }

    /** Before the JIT compiler has seen anything. */
    private void firstCalls() {
        Workload first = workloads.get(0);
        out.print("First call of " + first.title() + ":");
        first.calls().forEach((contender, call) -> {
            long start = System.nanoTime();
            call.run();
            out.printf(
                    Locale.ROOT,
                    "%s %s %.2f ms",
                    contender == Contender.HAND ? "" : ",",
                    contender.title(),
                    (System.nanoTime() - start) / 1e6);
        });
        out.println();
        out.println();
    }

    private List<String> accuracy() {
        out.println(
                "Largest error in ulp of the largest output (share of outputs that are the nearest number there is)");
        header("");
        List<String> faults = new ArrayList<>();
        for (Workload workload : workloads) {
            line(
                    workload,
                    contender -> {
                        Accuracy accuracy = workload.check(contender);
                        String fault = workload.fault(contender, accuracy);
                        if (!fault.isEmpty()) {
                            faults.add(fault);
                        }
                        return String.format(
                                Locale.ROOT, "%.2f (%.1f %%)", accuracy.worstUlpOfLargest(), 100 * accuracy.rounded());
                    },
                    "");
        }
        return faults;
    }

    /** As a program does before the first prompt: what computes in vectors crawls until the JIT compiler has seen it. */
    private void warmUp() {
        long start = System.nanoTime();
        List<NormKernel> kernels = GeneratedKernels.names().stream()
                .filter(name -> name.contains(".vectors."))
                .map(GeneratedKernels::named)
                .toList();
        for (NormKernel kernel : kernels) {
            ((WarmUp) kernel).warmUp(Entry.INFER, WARM_UP_TIMES);
        }
        out.printf(
                Locale.ROOT,
                "Warm-up of %d kernels with vectors: %.1f s%n%n",
                kernels.size(),
                (System.nanoTime() - start) / 1e9);
    }

    private void speed() {
        out.println("Median time of a call in microseconds (ratio to the loop by hand);"
                + " spread: largest distance of the quartiles in the row");
        header(" spread");
        for (Workload workload : workloads) {
            List<Contender> contenders = List.copyOf(workload.calls().keySet());
            List<Timing> timings = Timing.of(List.copyOf(workload.calls().values()));
            double byHand = timings.get(contenders.indexOf(Contender.HAND)).micros();
            double spread = timings.stream().mapToDouble(Timing::spread).max().orElseThrow();
            line(
                    workload,
                    contender -> {
                        double micros =
                                timings.get(contenders.indexOf(contender)).micros();
                        return contender == Contender.HAND
                                ? String.format(Locale.ROOT, "%.2f", micros)
                                : String.format(Locale.ROOT, "%.2f (%.2f)", micros, micros / byHand);
                    },
                    String.format(Locale.ROOT, " %4.0f %%", 100 * spread));
        }
    }

    private void header(String last) {
        StringBuilder line = new StringBuilder(String.format("%-16s %-10s %-13s", "norm", "shape", "storage"));
        for (Contender contender : Contender.values()) {
            line.append(String.format(" %14s", contender.title()));
        }
        out.println(line + last);
    }

    /** What a contender has in its column. */
    private interface Cell {
        String of(Contender contender);
    }

    private void line(Workload workload, Cell cell, String last) {
        StringBuilder line = new StringBuilder(String.format(
                "%-16s %-10s %-13s",
                workload.norm(), "[" + workload.rows() + ", " + workload.size() + "]", workload.storage()));
        for (Contender contender : Contender.values()) {
            line.append(String.format(" %14s", workload.calls().containsKey(contender) ? cell.of(contender) : "-"));
        }
        out.println(line + last);
    }
}
