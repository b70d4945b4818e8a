package dev.normc.samples.distributed;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What a step of batch norm makes of one block.
 *
 * @param shard number of the block
 * @param rows of the block
 * @param y outputs, row-major
 * @param dx gradient of the input, row-major
 * @param dgamma gradient of the scale over all blocks, one element for each channel
 * @param dbeta gradient of the shift over all blocks
 * @param runningMean after the step
 * @param runningVar after the step
 */
public record StepResult(
        int shard,
        int rows,
        float[] y,
        float[] dx,
        float[] dgamma,
        float[] dbeta,
        float[] runningMean,
        float[] runningVar)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The blocks of a step as one, in the order of their numbers.
     *
     * @throws IllegalStateException if there is none, or if blocks do not agree about what they share
     */
    public static StepResult joined(List<StepResult> blocks) {
        List<StepResult> sorted = blocks.stream()
                .sorted(Comparator.comparingInt(StepResult::shard))
                .toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("a step without blocks");
        }
        StepResult first = sorted.get(0);
        for (StepResult other : sorted) {
            if (!Arrays.equals(first.dgamma, other.dgamma)
                    || !Arrays.equals(first.dbeta, other.dbeta)
                    || !Arrays.equals(first.runningMean, other.runningMean)
                    || !Arrays.equals(first.runningVar, other.runningVar)) {
                throw new IllegalStateException(
                        "blocks " + first.shard + " and " + other.shard + " differ in what all of them share");
            }
        }
        return new StepResult(
                0,
                sorted.stream().mapToInt(StepResult::rows).sum(),
                joined(sorted, StepResult::y),
                joined(sorted, StepResult::dx),
                first.dgamma,
                first.dbeta,
                first.runningMean,
                first.runningVar);
    }

    private static float[] joined(List<StepResult> blocks, Function<StepResult, float[]> part) {
        return Joined.of(blocks.stream().map(part).toList());
    }
}
