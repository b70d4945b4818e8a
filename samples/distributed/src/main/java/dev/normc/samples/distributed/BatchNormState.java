package dev.normc.samples.distributed;

import java.io.Serializable;

/**
 * Params and running statistics of a batch norm of five channels, one element for each.
 *
 * @param gamma scale
 * @param beta shift
 * @param runningMean of the batches before
 * @param runningVar of the batches before
 */
public record BatchNormState(float[] gamma, float[] beta, float[] runningMean, float[] runningVar)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One that has learned something: a scale of 1 and a shift of 0 would hide mistakes. */
    public static BatchNormState some() {
        return new BatchNormState(
                new float[] {0.5f, -1.5f, 2, 0.25f, 1},
                new float[] {0.1f, -0.2f, 0, 3, -0.7f},
                new float[] {990, 2010, 2990, 4010, 4990},
                new float[] {1, 2, 3, 4, 5});
    }
}
