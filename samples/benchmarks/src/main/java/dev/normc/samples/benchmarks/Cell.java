package dev.normc.samples.benchmarks;

/** One square of a workload's table. */
record Cell(Direction direction, int threads, Memory memory) {}
