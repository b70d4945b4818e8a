package dev.normc.runtime.vector;

import java.util.SplittableRandom;

/** Pseudo-random doubles from all over, dense where the functions change their formula or leave the normal numbers. */
final class AwkwardNumbers {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        Double.NaN,
        Double.longBitsToDouble(0x7ff8_1234_5678_9abcL),
        Double.longBitsToDouble(0xfff8_1234_5678_9abcL),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0x1.62e42fefa39efp+9,
        0x1.62e42fefa39f0p+9,
        -708.0,
        -0x1.6232bdd7abcd2p+9,
        -0x1.74910d52d3051p+9,
        -746.0,
        -747.0,
        720.0,
        40.0,
        -40.0,
        45.0,
        -45.0,
        6.0,
        -6.0,
        0x1p52,
        -0x1p52 + 1,
        0x1p53 - 1,
        0x1p53 + 2,
        0x1p-29,
        -0x1p-60
    };

    private final SplittableRandom random;

    AwkwardNumbers(long seed) {
        random = new SplittableRandom(seed);
    }

    double next() {
        double symmetric = 2.0 * random.nextDouble() - 1.0;
        return switch (random.nextInt(10)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> symmetric;
            case 3 -> 50.0 * symmetric;
            case 4 -> 800.0 * symmetric;
            case 5 -> -727.0 + 22.0 * symmetric;
            case 6 -> 1.0 + Math.scalb(symmetric, -random.nextInt(53));
            case 7 -> random.nextInt(-20, 21);
            case 8 -> 0.5 * random.nextInt(-2000, 2001);
            default -> Math.scalb(symmetric, random.nextInt(-1074, 1024));
        };
    }

    double[] next(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = next();
        }
        return numbers;
    }
}
