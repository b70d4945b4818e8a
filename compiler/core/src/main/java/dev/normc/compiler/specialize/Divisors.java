package dev.normc.compiler.specialize;

import java.util.TreeSet;

/** The numbers that divide an extent, for a message. */
final class Divisors {
    private Divisors() {}

    /** The first forty, in order. */
    static String of(int extent) {
        TreeSet<Integer> divisors = new TreeSet<>();
        for (int divisor = 1; (long) divisor * divisor <= extent; divisor++) {
            if (extent % divisor == 0) {
                divisors.add(divisor);
                divisors.add(extent / divisor);
            }
        }
        return String.join(
                ", ", divisors.stream().limit(40).map(String::valueOf).toList());
    }
}
