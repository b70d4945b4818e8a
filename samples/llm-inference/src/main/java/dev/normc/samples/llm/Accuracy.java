package dev.normc.samples.llm;

/**
 * How far outputs are from the exact ones.
 *
 * @param worstUlp the largest distance of an element, in units in the last place of its own exact value as stored; NaN if
 *     an output is NaN
 * @param worstUlpOfLargest the largest distance, in units in the last place of the largest exact value
 * @param worstRelative the largest distance, as a share of the largest exact value
 * @param rounded share of the outputs that are the nearest ones there are, between 0 and 1
 */
public record Accuracy(double worstUlp, double worstUlpOfLargest, double worstRelative, double rounded) {}
