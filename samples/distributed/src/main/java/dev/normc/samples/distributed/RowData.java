package dev.normc.samples.distributed;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Synthetic rows, cut into blocks. A block is made where it is needed, as a file would be read there; a row depends on its
 * number alone, not on the block it is in.
 *
 * <p>Channel c has a mean of {@code 1000 (c + 1)} and a standard deviation of about {@code c + 1}, so that sums of squares
 * in one pass, or a mean in f32, would be seen.
 *
 * @param sizes rows of each block
 * @param channels how many channels a row has
 * @param positions elements of each channel of a row
 * @param channelsLast whether the channel is the innermost axis
 * @param gradients whether rows come with a gradient
 */
public record RowData(int[] sizes, int channels, int positions, boolean channelsLast, boolean gradients)
        implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long ODD = 0xD1342543DE82EF95L;

    /** Images {@code [N, H=4, W=5, C=3]} for {@link ImageScaling}. */
    public static RowData images(int... sizes) {
        return new RowData(sizes, 3, 4 * 5, true, false);
    }

    /** Activations {@code [N, C=5, L=7]}, and gradients of them, for {@link BatchNormStep}. */
    public static RowData activations(int... sizes) {
        return new RowData(sizes, 5, 7, false, true);
    }

    /** How many blocks there are. */
    public int blocks() {
        return sizes.length;
    }

    /** How many rows all blocks have. */
    public int rows() {
        return Arrays.stream(sizes).sum();
    }

    /** Elements of a row. */
    public int rowLength() {
        return channels * positions;
    }

    /** One block. */
    public Block block(int shard) {
        int firstRow = Arrays.stream(sizes, 0, shard).sum();
        return rows(shard, firstRow, sizes[shard]);
    }

    /** All rows in one block, for one machine. */
    public Block whole() {
        return rows(0, 0, rows());
    }

    private Block rows(int shard, int firstRow, int count) {
        float[] x = new float[count * rowLength()];
        float[] dy = new float[gradients ? x.length : 0];
        for (int row = 0; row < count; row++) {
            SplittableRandom random = new SplittableRandom((firstRow + row) * ODD);
            for (int i = 0; i < rowLength(); i++) {
                int channel = channelsLast ? i % channels : i / positions;
                x[row * rowLength() + i] = (float) ((channel + 1) * (1000 + random.nextGaussian()));
            }
            for (int i = 0; i < dy.length / count; i++) {
                dy[row * rowLength() + i] = (float) random.nextGaussian();
            }
        }
        return new Block(shard, count, x, dy);
    }
}
