package dev.normc.runtime.math;

/**
 * Sums along an array in the order that kernels keep: number i is added to accumulator i mod {@value #COUNT}, and then
 * accumulators half the width apart are added until one is left.
 *
 * <p>The accumulators are local variables, because the JIT compiler keeps those in registers.
 */
public final class Lanes {
    /** Accumulators. */
    public static final int COUNT = 16;

    private Lanes() {}

    /** The sum of {@value #COUNT} accumulators that stand from {@code from} on. */
    public static double combine(double[] lanes, int from) {
        double s0 = (lanes[from] + lanes[from + 8]) + (lanes[from + 4] + lanes[from + 12]);
        double s1 = (lanes[from + 1] + lanes[from + 9]) + (lanes[from + 5] + lanes[from + 13]);
        double s2 = (lanes[from + 2] + lanes[from + 10]) + (lanes[from + 6] + lanes[from + 14]);
        double s3 = (lanes[from + 3] + lanes[from + 11]) + (lanes[from + 7] + lanes[from + 15]);
        return (s0 + s2) + (s1 + s3);
    }

    /** The sum of twice as many, pairs half the width apart first. */
    public static double combineTwice(double[] lanes, int from) {
        for (int lane = from; lane < from + COUNT; lane++) {
            lanes[lane] += lanes[lane + COUNT];
        }
        return combine(lanes, from);
    }

    /** The sum of {@code length} numbers from {@code from} on. */
    public static double sum(double[] values, int from, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        double s8 = 0;
        double s9 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s14 = 0;
        double s15 = 0;
        int left = length % COUNT;
        int full = from + length - left;
        for (int i = from; i < full; i += COUNT) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
            s4 += values[i + 4];
            s5 += values[i + 5];
            s6 += values[i + 6];
            s7 += values[i + 7];
            s8 += values[i + 8];
            s9 += values[i + 9];
            s10 += values[i + 10];
            s11 += values[i + 11];
            s12 += values[i + 12];
            s13 += values[i + 13];
            s14 += values[i + 14];
            s15 += values[i + 15];
        }
        if (left > 0) {
            s0 += values[full];
        }
        if (left > 1) {
            s1 += values[full + 1];
        }
        if (left > 2) {
            s2 += values[full + 2];
        }
        if (left > 3) {
            s3 += values[full + 3];
        }
        if (left > 4) {
            s4 += values[full + 4];
        }
        if (left > 5) {
            s5 += values[full + 5];
        }
        if (left > 6) {
            s6 += values[full + 6];
        }
        if (left > 7) {
            s7 += values[full + 7];
        }
        if (left > 8) {
            s8 += values[full + 8];
        }
        if (left > 9) {
            s9 += values[full + 9];
        }
        if (left > 10) {
            s10 += values[full + 10];
        }
        if (left > 11) {
            s11 += values[full + 11];
        }
        if (left > 12) {
            s12 += values[full + 12];
        }
        if (left > 13) {
            s13 += values[full + 13];
        }
        if (left > 14) {
            s14 += values[full + 14];
        }
        s0 += s8;
        s1 += s9;
        s2 += s10;
        s3 += s11;
        s4 += s12;
        s5 += s13;
        s6 += s14;
        s7 += s15;
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** The sum of {@code length} f32 numbers from {@code from} on, each widened before it is added. */
    public static double sum(float[] values, int from, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        double s8 = 0;
        double s9 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s14 = 0;
        double s15 = 0;
        int left = length % COUNT;
        int full = from + length - left;
        for (int i = from; i < full; i += COUNT) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
            s4 += values[i + 4];
            s5 += values[i + 5];
            s6 += values[i + 6];
            s7 += values[i + 7];
            s8 += values[i + 8];
            s9 += values[i + 9];
            s10 += values[i + 10];
            s11 += values[i + 11];
            s12 += values[i + 12];
            s13 += values[i + 13];
            s14 += values[i + 14];
            s15 += values[i + 15];
        }
        if (left > 0) {
            s0 += values[full];
        }
        if (left > 1) {
            s1 += values[full + 1];
        }
        if (left > 2) {
            s2 += values[full + 2];
        }
        if (left > 3) {
            s3 += values[full + 3];
        }
        if (left > 4) {
            s4 += values[full + 4];
        }
        if (left > 5) {
            s5 += values[full + 5];
        }
        if (left > 6) {
            s6 += values[full + 6];
        }
        if (left > 7) {
            s7 += values[full + 7];
        }
        if (left > 8) {
            s8 += values[full + 8];
        }
        if (left > 9) {
            s9 += values[full + 9];
        }
        if (left > 10) {
            s10 += values[full + 10];
        }
        if (left > 11) {
            s11 += values[full + 11];
        }
        if (left > 12) {
            s12 += values[full + 12];
        }
        if (left > 13) {
            s13 += values[full + 13];
        }
        if (left > 14) {
            s14 += values[full + 14];
        }
        s0 += s8;
        s1 += s9;
        s2 += s10;
        s3 += s11;
        s4 += s12;
        s5 += s13;
        s6 += s14;
        s7 += s15;
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
