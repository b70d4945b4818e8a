/** Data sets and batches that are split over machines, without a word about an engine; the jobs are in {@code flink} and {@code spark}. */
package dev.normc.samples.distributed;
