package dev.normc.samples.distributed.flink;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** The same rows, cut in many ways. */
final class Partitions {
    static final int ROWS = 29;

    private Partitions() {}

    static Stream<int[]> sizes() {
        int[] rowByRow = new int[ROWS];
        Arrays.fill(rowByRow, 1);
        return Stream.of(
                new int[] {ROWS},
                new int[] {1, 28},
                new int[] {10, 0, 19},
                new int[] {3, 0, 11, 1, 0, 0, 14},
                new int[] {0, 0, 0, 0, 29},
                rowByRow);
    }

    /** Up to 12 blocks of up to 40 rows, some of them empty, not all. */
    static int[] random(Random random) {
        int[] sizes = random.ints(1 + random.nextInt(12), -12, 40)
                .map(size -> Math.max(0, size))
                .toArray();
        sizes[random.nextInt(sizes.length)]++;
        return sizes;
    }
}
