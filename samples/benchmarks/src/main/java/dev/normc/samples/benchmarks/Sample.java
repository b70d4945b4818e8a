package dev.normc.samples.benchmarks;

/**
 * One engine's turn in one round.
 *
 * @param round samples of one cell and one round saw the same machine
 * @param nanos time of one call, the mean of the calls of this turn
 */
record Sample(Cell cell, String engine, int round, double nanos) {}
