package dev.normc.runtime;

/** What a kernel is derived for from one declaration. */
public enum Program {
    /** The norm: forward, infer and their gradients. */
    NORM,
    /** The initial values that come from data, {@code init p = e from t}: the data are inputs, the params outputs. */
    INITIALIZER,
    /** The norm, and entries for statistics that are split over shards of the outermost axis. */
    SHARDS
}
