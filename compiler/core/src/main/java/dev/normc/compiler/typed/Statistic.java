package dev.normc.compiler.typed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The named reductions of the language; what each is in terms of sums is said where it is built. */
public enum Statistic {
    SUM,
    MEAN,
    VAR,
    STD,
    MAX,
    MIN,
    NORM2,
    NORM1,
    RMS,
    COUNT;

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statistic of that name. */
    public static Optional<Statistic> named(String name) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.spelling().equals(name))
                .findFirst();
    }
}
