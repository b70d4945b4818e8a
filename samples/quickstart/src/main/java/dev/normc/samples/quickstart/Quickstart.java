package dev.normc.samples.quickstart;

import com.sun.management.ThreadMXBean;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.samples.quickstart.Workload.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Compiles five norms for real shapes, runs them forward and backward, and compares time and accuracy. */
public final class Quickstart {
    private static final List<Workload> WORKLOADS = List.of(
            new Workload("layer_norm.norm", "N=?, D=768", 8192, new int[] {768}, Layout.ROWS),
            new Workload("batch_norm.norm", "N=?, C=64, H=56, W=56", 32, new int[] {64, 56 * 56}, Layout.BATCH),
            new Workload("group_norm.norm", "N=?, C=256, H=28, W=28", 8, new int[] {32, 8, 28 * 28}, Layout.GROUPS),
            new Workload(
                    "instance_norm.norm", "N=?, C=64, H=128, W=128", 8, new int[] {64, 128 * 128}, Layout.INSTANCE),
            new Workload("rms_norm.norm", "N=?, D=4096", 2048, new int[] {4096}, Layout.ROWS_UNCENTRED));
    private static final int ROUNDS = 25;
    private static final int CHECKED_BATCH = 3;

    private Quickstart() {}

    /** Prints the table; takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        smallest();
        System.out.printf(
                Locale.ROOT,
                "%nJava %s, one thread; times are the best of %d interleaved calls; hand = three loops in float%n%n",
                System.getProperty("java.version"),
                ROUNDS);
        System.out.printf(
                "%-42s %9s %28s %28s %11s %22s%n",
                "norm and shape",
                "compile",
                "forward (hand, ratio)",
                "backward (hand, ratio)",
                "allocated",
                "correctly rounded");
        for (Workload workload : WORKLOADS) {
            row(workload);
        }
    }

    /** The whole of what a user writes; also the first kernel of this process. */
    private static void smallest() throws IOException {
        NormKernel layerNorm = Normc.compile("layer_norm.norm", text("layer_norm.norm"), "N=?, D=4");
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        Bindings b = layerNorm.bindings(2);
        b.set("x", new float[] {1, 2, 3, 4, 40000, 40001, 40002, 40003})
                .set("dy", new float[] {1, 0, 0, 0, 0, 0, 0, 1});
        layerNorm.forward(b);
        layerNorm.backward(b);
        float[] y = b.floats("y");
        System.out.printf(
                Locale.ROOT,
                "first kernel %d ms after the JVM started; layer norm of 40000..40003 is %.7f %.7f %.7f %.7f%n",
                sinceStart,
                y[4],
                y[5],
                y[6],
                y[7]);
    }

    private static void row(Workload workload) throws IOException {
        String text = text(workload.file());
        long start = System.nanoTime();
        NormKernel kernel = Normc.compile(workload.file(), text, workload.shape());
        double compileMillis = (System.nanoTime() - start) / 1e6;
        Accuracy accuracy = Accuracy.of(kernel, filled(kernel, CHECKED_BATCH), workload.file(), text, workload.shape());

        Bindings b = filled(kernel, workload.batch());
        float[] x = b.floats("x");
        float[] gamma = b.floats("gamma");
        float[] dy = b.floats("dy");
        float[] beta = new float[gamma.length];
        float[] y = new float[x.length];
        float[] dx = new float[x.length];
        float[] mean = new float[x.length];
        float[] scale = new float[x.length];
        float[] dgamma = new float[gamma.length];
        float[] dbeta = new float[gamma.length];
        Runnable[] calls = {
            () -> kernel.forward(b),
            () -> workload.handForward(x, gamma, beta, y, mean, scale),
            () -> kernel.backward(b),
            () -> workload.handBackward(x, gamma, dy, mean, scale, dx, dgamma, dbeta)
        };
        double[] millis = interleaved(calls);
        System.out.printf(
                Locale.ROOT,
                "%-42s %6.0f ms %8.2f ms (%6.2f ms, %4.2f) %8.2f ms (%6.2f ms, %4.2f) %4d B/call %11.4f %%, %4.2f ulp%n",
                workload.title(),
                compileMillis,
                millis[0],
                millis[1],
                millis[0] / millis[1],
                millis[2],
                millis[3],
                millis[2] / millis[3],
                allocated(() -> {
                    kernel.forward(b);
                    kernel.backward(b);
                }),
                100 * accuracy.exact(),
                accuracy.worst());
    }

    /** The best time of each call in milliseconds, taken in turns so that all see the same machine. */
    private static double[] interleaved(Runnable[] calls) {
        double[] best = new double[calls.length];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < calls.length; i++) {
                long start = System.nanoTime();
                calls[i].run();
                best[i] = Math.min(best[i], (System.nanoTime() - start) / 1e6);
            }
        }
        return best;
    }

    private static long allocated(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(id);
        long before = threads.getThreadAllocatedBytes(id);
        call.run();
        return threads.getThreadAllocatedBytes(id) - before;
    }

    /** Bindings with random inputs, cotangents and params. */
    private static Bindings filled(NormKernel kernel, int batch) {
        Bindings b = kernel.bindings(batch).allocateAll();
        SplittableRandom random = new SplittableRandom(1);
        for (String name : List.of("x", "dy", "gamma")) {
            float[] values = b.floats(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() + (name.equals("dy") ? 0 : 1));
            }
        }
        return b;
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = Quickstart.class.getResourceAsStream("/norm/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
