package dev.normc.runtime;

/** What a buffer is to its kernel. */
public enum BufferRole {
    /** A tensor given at each call; differentiable. */
    INPUT,
    /** Learned; differentiable; starts at a constant. */
    PARAM,
    /** A 0/1 or weight tensor given at each call; no gradient. */
    MASK,
    /** Kept between calls; {@code forward} updates it. */
    STATE,
    /** Written by {@code forward} and {@code infer}. */
    OUTPUT,
    /** A statistic that {@code forward} leaves for {@code backward}; always f64. */
    SAVED,
    /** A statistic or a sum of one shard, or merged ones; always f64. */
    STATISTIC,
    /** Scratch; always f64; holds nothing between calls. */
    WORKSPACE,
    /** The gradient of the loss with respect to an output, or to a gradient; absent means 0. */
    COTANGENT,
    /** The gradient of the loss with respect to an input, a param or a cotangent; written by a backward entry. */
    GRADIENT
}
