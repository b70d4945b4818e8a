package dev.normc.jit.numerics;

import java.util.SplittableRandom;

/** Rows that broke other implementations; all of their values are made for f32 and exact in f64. */
enum HardRow {
    NORMAL,
    FAR_MEAN,
    NEAR_HUNDRED,
    FORTY_THOUSAND,
    STEPS_ON_1E3,
    STEPS_ON_4096,
    STEPS_ON_1E5,
    STEPS_ON_1E7,
    CONSTANT,
    CONSTANT_TENTH,
    OUTLIER_FIRST,
    OUTLIER_LAST,
    NEAR_1E30,
    SUBNORMAL,
    SMALLEST,
    FAR_NEGATIVE;

    double[] values(int length, SplittableRandom random) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double normal = random.nextGaussian();
            values[i] = (float)
                    switch (this) {
                        case NORMAL -> normal;
                        case FAR_MEAN -> 1e4 + normal;
                        case NEAR_HUNDRED -> 100 + 0.01 * normal;
                        case FORTY_THOUSAND -> 40000 + i % 4;
                        case STEPS_ON_1E3 -> 1e3 + i % 4;
                        case STEPS_ON_4096 -> 4096 + i % 4;
                        case STEPS_ON_1E5 -> 1e5 + i % 4;
                        case STEPS_ON_1E7 -> 1e7 + i % 4;
                        case CONSTANT -> 7;
                        case CONSTANT_TENTH -> 0.1;
                        case OUTLIER_FIRST -> i == 0 ? 1e8 : normal;
                        case OUTLIER_LAST -> i == length - 1 ? -1e8 : normal;
                        case NEAR_1E30 -> normal * 1e30;
                        case SUBNORMAL -> normal * 1e-39;
                        case SMALLEST -> (i % 3 - 1) * (double) Float.MIN_VALUE;
                        case FAR_NEGATIVE -> -1e6 + normal;
                    };
        }
        return values;
    }
}
