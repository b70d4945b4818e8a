package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merged shards have the same bits whatever the order in which they come. */
class ShardTreeTest {
    private static final int GROUPS = 3;

    private static ShardStatistics shard(int number) {
        Random random = new Random(number);
        double[] mean = random.doubles(GROUPS, 999, 1001).toArray();
        double[] m2 = random.doubles(GROUPS, 1, 5).toArray();
        return new ShardStatistics(List.of(new Moments(1 + number % 7, mean, m2)));
    }

    private static List<ShardTree<ShardStatistics>> shards(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ShardTree.of(number, shard(number)))
                .toList();
    }

    private static ShardTree<ShardStatistics> inOrder(List<ShardTree<ShardStatistics>> trees) {
        return trees.stream().reduce(ShardTree.none(), ShardTree::merge);
    }

    /** Merges any two until one is left, as an engine may. */
    private static ShardTree<ShardStatistics> inAnyOrder(List<ShardTree<ShardStatistics>> trees, Random random) {
        List<ShardTree<ShardStatistics>> left = new ArrayList<>(trees);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            left.add(left.remove(0).merge(left.remove(0)));
        }
        return left.get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 29, 64})
    void theOrderOfMergesChangesNoBit(int count) {
        ShardTree<ShardStatistics> expected = inOrder(shards(count));
        for (int seed = 0; seed < 20; seed++) {
            ShardTree<ShardStatistics> actual = inAnyOrder(shards(count), new Random(seed));
            assertThat(actual).isEqualTo(expected);
            assertThat(actual.merged()).isEqualTo(expected.merged());
        }
    }

    /** Otherwise the test before this one would prove nothing. */
    @Test
    void mergesInAnotherOrderDoChangeBits() {
        List<ShardStatistics> parts =
                IntStream.range(0, 29).mapToObj(ShardTreeTest::shard).toList();
        List<ShardStatistics> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        assertThat(parts.stream().reduce(ShardStatistics::merge))
                .isNotEqualTo(reversed.stream().reduce(ShardStatistics::merge));
    }

    @Test
    void neighboursAreMergedInPairsAndNothingElseIs() {
        ShardTree<ShardStatistics> tree = inOrder(shards(3));
        ShardStatistics pair = shard(0).merge(shard(1));
        assertThat(tree.parts())
                .containsExactly(new ShardTree.Part<>(0, 1, pair), new ShardTree.Part<>(2, 0, shard(2)));
        assertThat(tree.merged()).contains(pair.merge(shard(2)));
        assertThat(ShardTree.of(1, shard(1)).merge(ShardTree.of(2, shard(2))).parts())
                .hasSize(2);
    }

    @Test
    void shardsInOrderHoldFewParts() {
        ShardTree<ShardStatistics> tree = ShardTree.none();
        for (int number = 0; number < 1000; number++) {
            tree = tree.merge(ShardTree.of(number, shard(number)));
            assertThat(tree.parts()).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void aMissingShardIsAnEmptyOne() {
        ShardStatistics empty = new ShardStatistics(List.of(new Moments(0, new double[GROUPS], new double[GROUPS])));
        List<ShardTree<ShardStatistics>> all = new ArrayList<>(shards(13));
        all.set(0, ShardTree.of(0, empty));
        all.set(6, ShardTree.of(6, empty));
        all.set(7, ShardTree.of(7, empty));
        List<ShardTree<ShardStatistics>> present = new ArrayList<>(all);
        present.removeAll(List.of(all.get(0), all.get(6), all.get(7)));
        assertThat(inOrder(present).merged()).isEqualTo(inOrder(all).merged());
    }

    @Test
    void numbersMayBeAsLargeAsAnInt() {
        ShardTree<ShardStatistics> tree =
                ShardTree.of(Integer.MAX_VALUE, shard(2)).merge(ShardTree.of(0, shard(1)));
        assertThat(tree.merged()).contains(shard(1).merge(shard(2)));
        assertThat(ShardTree.of(Integer.MAX_VALUE, shard(2))
                        .merge(ShardTree.of(Integer.MAX_VALUE - 1, shard(1)))
                        .parts())
                .hasSize(1);
    }

    @Test
    void noShardIsNothing() {
        assertThat(ShardTree.<ShardStatistics>none().merged()).isEmpty();
    }

    @Test
    void aShardThatComesTwiceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inOrder(shards(4)).merge(ShardTree.of(2, shard(2))))
                .withMessage("shard 2 was handed in twice, or out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShardTree.of(1, shard(1)).merge(inOrder(shards(2))))
                .withMessageContaining("shard 1 ");
        assertThatIllegalArgumentException().isThrownBy(() -> ShardTree.of(-1, shard(1)));
    }

    @Test
    void partsOfDifferentNormsDoNotMerge() {
        ShardStatistics other = new ShardStatistics(List.of(new Moments(1, new double[] {1}, new double[0])));
        assertThatIllegalArgumentException().isThrownBy(() -> shard(1).merge(other));
        ShardSums sums = new ShardSums(List.of(new double[] {1, 2}, new double[] {3}));
        for (ShardSums wrong : List.of(
                new ShardSums(List.of()),
                new ShardSums(List.of(new double[] {1}, new double[] {3})),
                new ShardSums(List.of(new double[] {1, 2}, new double[] {3}, new double[] {4})))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sums.merge(wrong));
            assertThatIllegalArgumentException().isThrownBy(() -> wrong.merge(sums));
        }
    }

    @Test
    void bytesKeepEveryBit() {
        ShardStatistics statistics = new ShardStatistics(List.of(
                new Moments(3, new double[] {Double.NaN, -0.0}, new double[] {Double.MIN_VALUE, 1e300}),
                new Moments(0, new double[] {0.1, 0.2, 0.3}, new double[0])));
        assertThat(ShardStatistics.fromBytes(statistics.toBytes())).isEqualTo(statistics);
        ShardSums sums = new ShardSums(List.of(new double[] {1.5, -0.0}, new double[0], new double[] {0.1}));
        assertThat(ShardSums.fromBytes(sums.toBytes()))
                .isEqualTo(sums)
                .isNotEqualTo(ShardSums.fromBytes(
                        new ShardSums(List.of(new double[] {1.5, 0.0}, new double[0], new double[] {0.1})).toBytes()));
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] whole = shard(1).toBytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ShardStatistics.fromBytes(cut))
                    .withMessageStartingWith("statistics of a shard: " + length + " bytes");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShardStatistics.fromBytes(Arrays.copyOf(whole, whole.length + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShardSums.fromBytes(whole))
                .withMessageContaining("of another kind");
        byte[] later = whole.clone();
        later[1]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShardStatistics.fromBytes(later))
                .withMessageContaining("version");
        byte[] huge = whole.clone();
        huge[6] = 0x7f; // the length of the first array
        assertThatIllegalArgumentException().isThrownBy(() -> ShardStatistics.fromBytes(huge));
        byte[] oneArray = ShardBytes.STATISTICS.write(List.of(new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ShardStatistics.fromBytes(oneArray));
        byte[] noCount = ShardBytes.STATISTICS.write(List.of(new double[0], new double[1], new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> ShardStatistics.fromBytes(noCount));
    }

    @Test
    void aTreeCanBeSentByJavaSerialization() throws IOException, ClassNotFoundException {
        ShardTree<ShardStatistics> tree = inOrder(shards(7));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tree);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(tree);
        }
    }

    @Test
    void theStatisticsOfNoElementsComeFromTheSignature() {
        KernelSignature signature = KernelSignature.builder("N", DataType.F32)
                .tensor("shard1_count", BufferRole.STATISTIC, new String[0], new int[0], DataType.F64, 0)
                .tensor("shard1_mean", BufferRole.STATISTIC, new String[] {"C"}, new int[] {2}, DataType.F64, 0)
                .tensor("shard1_m2", BufferRole.STATISTIC, new String[] {"C"}, new int[] {2}, DataType.F64, 0)
                .tensor("shard_sum1", BufferRole.STATISTIC, new String[] {"C"}, new int[] {2}, DataType.F64, 0)
                .build();
        ShardStatistics some = new ShardStatistics(List.of(new Moments(2, new double[] {1, 2}, new double[] {3, 4})));
        assertThat(some.merge(ShardStatistics.none(signature))).isEqualTo(some);
        assertThat(ShardStatistics.none(signature).merge(some)).isEqualTo(some);
        assertThat(ShardSums.none(signature)).isEqualTo(new ShardSums(List.of(new double[2])));
    }
}
