package dev.normc.compiler.loop;

/** Where a running value lives. */
public sealed interface Place {

    /** A local variable that changes. */
    record Variable(String name) implements Place {}

    /** An f64 element of the workspace. */
    record Element(int buffer, Index index) implements Place {}
}
