package dev.normc.cli;

import java.util.Locale;

/** What runs a norm. */
enum ExecutorChoice {
    /** The kernel, compiled by Janino. */
    JANINO,
    /** The kernel, compiled by the JDK. */
    JAVAC,
    /** The interpreter, which defines what kernels compute. */
    INTERPRETER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
