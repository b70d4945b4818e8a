package dev.normc.samples.benchmarks;

/** What all results of an engine were worth before it was timed. */
record Check(Direction direction, int threads, String engine, Accuracy accuracy) {}
