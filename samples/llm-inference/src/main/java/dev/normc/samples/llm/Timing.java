package dev.normc.samples.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The time of one call.
 *
 * @param micros median of the samples, in microseconds
 * @param spread distance of the quartiles, as a share of the median
 */
record Timing(double micros, double spread) {
    private static final long STEADY_NANOS = 400_000_000;
    private static final long LONGEST_WARM_UP_NANOS = 15_000_000_000L;
    private static final long SAMPLE_NANOS = 2_000_000;
    private static final int SAMPLES = 41;

    /** Times calls in turns, so that all of them see the same machine; each sample is 2 ms of calls. */
    static List<Timing> of(List<Runnable> calls) {
        int[] times = calls.stream().mapToInt(Timing::warmUp).toArray();
        double[][] micros = new double[calls.size()][SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int i = 0; i < times.length; i++) {
                micros[i][sample] = nanos(calls.get(i), times[i]) / 1e3 / times[i];
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (double[] samples : micros) {
            Arrays.sort(samples);
            double median = samples[SAMPLES / 2];
            timings.add(new Timing(median, (samples[SAMPLES * 3 / 4] - samples[SAMPLES / 4]) / median));
        }
        return timings;
    }

    /** Runs until calls have not become faster for a while, and says how many fill a sample. */
    private static int warmUp(Runnable call) {
        long start = System.nanoTime();
        long now = start;
        long improved = start;
        long best = Long.MAX_VALUE;
        long last = 0;
        // The compiler of a call that still takes long needs its time, too.
        while (now - improved < Math.max(STEADY_NANOS, 20 * last) && now - start < LONGEST_WARM_UP_NANOS) {
            last = nanos(call, 10);
            now = System.nanoTime();
            if (last < 0.95 * best) {
                improved = now;
                best = last;
            }
        }
        return (int) Math.max(1, SAMPLE_NANOS * 10 / Math.max(1, best));
    }

    private static long nanos(Runnable call, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            call.run();
        }
        return System.nanoTime() - start;
    }
}
