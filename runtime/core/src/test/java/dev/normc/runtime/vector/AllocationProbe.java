package dev.normc.runtime.vector;

import dev.normc.runtime.math.VectorSupport;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** A program for {@link VectorAllocationTest}: prints each function and how many objects a late call of it allocates. */
final class AllocationProbe {
    private static final int LENGTH = 515;

    private static final int MOST_ROUNDS = 60;

    private static final int CALLS = 400;

    private static final int SMALLEST_OBJECT = 16;

    private AllocationProbe() {}

    private interface Function {
        void apply(double[] values);
    }

    public static void main(String[] names) {
        System.out.println("module " + VectorSupport.isPresent());
        for (String name : names) {
            System.out.println(name + " " + objects(function(name)));
        }
    }

    private static Function function(String name) {
        double[] exponents = new double[LENGTH];
        Arrays.fill(exponents, 1.7);
        return switch (name) {
            case "exp" -> values -> VectorMath.exp(values, 0, LENGTH);
            case "expm1" -> values -> VectorMath.expm1(values, 0, LENGTH);
            case "log" -> values -> VectorMath.log(values, 0, LENGTH);
            case "tanh" -> values -> VectorMath.tanh(values, 0, LENGTH);
            case "sigmoid" -> values -> VectorMath.sigmoid(values, 0, LENGTH);
            case "softplus" -> values -> VectorMath.softplus(values, 0, LENGTH);
            case "erf" -> values -> VectorMath.erf(values, 0, LENGTH);
            case "powers" -> values -> VectorMath.pow(values, 0, exponents, 0, LENGTH);
            case "power" -> values -> VectorMath.pow(values, 0, 1.7, LENGTH);
            default -> throw new IllegalArgumentException(String.format(Locale.ROOT, "no function %s", name));
        };
    }

    /** At most so many in a call, once that is 0; the JIT compiler takes some rounds. */
    private static long objects(Function function) {
        double[] values = new double[LENGTH];
        long objects = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && objects > 0; round++) {
            long before = allocated();
            for (int call = 0; call < CALLS; call++) {
                Arrays.fill(values, 0.1 + 0.01 * call);
                function.apply(values);
            }
            objects = (allocated() - before) / CALLS / SMALLEST_OBJECT;
        }
        return objects;
    }

    private static long allocated() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
