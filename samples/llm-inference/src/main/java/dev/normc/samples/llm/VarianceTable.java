package dev.normc.samples.llm;

import dev.normc.runtime.KernelSignature;
import dev.normc.samples.llm.norms.Variance4;
import dev.normc.samples.llm.norms.Variance768;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Layer normalization of {@code base + {0, 1, 2, 3}}, over and over: its variance is 1.25 whatever the base. */
final class VarianceTable {
    static final double EXACT_VARIANCE = 1.25;
    static final double EPS = 1e-5;
    private static final List<Float> BASES = List.of(1e3f, 4096f, 1e5f);
    private static final List<Integer> SIZES = List.of(4, 768);

    private VarianceTable() {}

    /**
     * What comes out of one row.
     *
     * @param variance the variance that was computed
     * @param first the first element of the normalized row
     */
    record Outcome(float variance, float first) {}

    /** Bases and sizes in the order of the table. */
    static List<float[]> rows() {
        List<float[]> rows = new ArrayList<>();
        for (int size : SIZES) {
            for (float base : BASES) {
                rows.add(row(base, size));
            }
        }
        return rows;
    }

    private static float[] row(float base, int size) {
        float[] x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = base + i % 4;
        }
        return x;
    }

    static Outcome inOnePass(float[] x) {
        return normalized(x, HandWritten.varianceInOnePass(x));
    }

    static Outcome inTwoPasses(float[] x) {
        return normalized(x, HandWritten.varianceInTwoPasses(x));
    }

    private static Outcome normalized(float[] x, float variance) {
        float scale = 1f / (float) Math.sqrt(variance + (float) EPS);
        return new Outcome(variance, (x[0] - HandWritten.mean(x)) * scale);
    }

    static Outcome byKernel(float[] x) {
        float[] variance = new float[1];
        float[] y = new float[x.length];
        if (x.length == 4) {
            Variance4.infer(x, 0, variance, 0, y, 0, workspace(Variance4.SIGNATURE), 0, 1);
        } else {
            Variance768.infer(x, 0, variance, 0, y, 0, workspace(Variance768.SIGNATURE), 0, 1);
        }
        return new Outcome(variance[0], y[0]);
    }

    private static double[] workspace(KernelSignature signature) {
        return new double[signature.buffer("workspace").elements(1)];
    }

    /** {@code (base - (base + 1.5)) / sqrt(1.25 + eps)}. */
    static double exactFirst() {
        return -1.5 / Math.sqrt(EXACT_VARIANCE + EPS);
    }

    /** Prints the table, and says what the kernel got wrong. */
    static List<String> print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Layer normalization of base + {0, 1, 2, 3}, repeated: the variance v is %s, the first output y is %.6f%n",
                EXACT_VARIANCE,
                exactFirst());
        out.printf(
                "%9s %9s %13s %13s %10s %13s %13s %10s%n",
                "base",
                "elements",
                "v, one pass",
                "v, two passes",
                "v, kernel",
                "y, one pass",
                "y, two passes",
                "y, kernel");
        List<String> faults = new ArrayList<>();
        for (float[] x : rows()) {
            Outcome one = inOnePass(x);
            Outcome two = inTwoPasses(x);
            Outcome kernel = byKernel(x);
            out.printf(
                    Locale.ROOT,
                    "%9.0f %9d %13.6g %13.6g %10.6g %13.6f %13.6f %10.6f%n",
                    x[0],
                    x.length,
                    one.variance(),
                    two.variance(),
                    kernel.variance(),
                    one.first(),
                    two.first(),
                    kernel.first());
            if (kernel.variance() != EXACT_VARIANCE || kernel.first() != (float) exactFirst()) {
                faults.add("layer norm of " + x.length + " elements from " + x[0] + " on: the kernel got " + kernel);
            }
        }
        return faults;
    }
}
