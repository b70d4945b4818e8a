package dev.normc.samples.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.Moments;
import dev.normc.runtime.ShardPart;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.runtime.ShardTree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the functions of the jobs compute, before there is an engine. */
class ShardsTest {
    private static final int ROWS = 29;

    static Stream<int[]> sizes() {
        int[] rowByRow = new int[ROWS];
        Arrays.fill(rowByRow, 1);
        return Stream.of(
                new int[] {ROWS},
                new int[] {14, 15},
                new int[] {1, 28},
                new int[] {0, 29},
                new int[] {10, 0, 19},
                new int[] {3, 0, 11, 1, 0, 0, 14},
                new int[] {0, 0, 0, 0, 29},
                rowByRow);
    }

    /** Merges the blocks' parts two by two, in an order of the seed. */
    private static <S extends ShardPart<S>> S merged(RowData data, long seed, Function<Block, S> part) {
        List<ShardTree<S>> trees = new ArrayList<>(blocks(data)
                .map(block -> ShardTree.of(block.shard(), part.apply(block)))
                .toList());
        Random random = new Random(seed);
        while (trees.size() > 1) {
            Collections.shuffle(trees, random);
            trees.add(trees.remove(0).merge(trees.remove(0)));
        }
        return trees.get(0).merged().orElseThrow();
    }

    private static Stream<Block> blocks(RowData data) {
        return IntStream.range(0, data.blocks()).mapToObj(data::block);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void rowsDoNotDependOnTheBlocksTheyAreIn(int[] sizes) {
        RowData data = RowData.activations(sizes);
        Block joined = Block.joined(blocks(data).toList());
        assertThat(joined.x()).isEqualTo(data.whole().x());
        assertThat(joined.dy()).isEqualTo(data.whole().dy());
        assertThat(joined.x()).hasSize(ROWS * 35);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void imagesAreScaledAsOnOneMachine(int[] sizes) {
        RowData data = RowData.images(sizes);
        ShardStatistics all = merged(data, 1, ImageScaling::statistics);
        Block joined = Block.joined(
                blocks(data).map(block -> ImageScaling.scaled(block, all)).toList());
        Comparison comparison =
                Comparison.of("y", ImageScaling.onOneMachine(data.whole()).x(), joined.x());
        assertThat(comparison.isWithinContract()).as("%s", comparison).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theStatisticsAreThoseOfExactArithmetic(int[] sizes) {
        RowData data = RowData.images(sizes);
        Moments moments = ImageScaling.moments(merged(data, 1, ImageScaling::statistics));
        assertThat(moments.count()).isEqualTo(ROWS * 20);
        float[] x = data.whole().x();
        for (int channel = 0; channel < 3; channel++) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (int i = channel; i < x.length; i += 3) {
                BigDecimal value = new BigDecimal(x[i]);
                sum = sum.add(value);
                squares = squares.add(value.multiply(value));
            }
            BigDecimal n = BigDecimal.valueOf(ROWS * 20);
            BigDecimal mean = sum.divide(n, MathContext.DECIMAL128);
            double variance = squares.divide(n, MathContext.DECIMAL128)
                    .subtract(mean.multiply(mean))
                    .doubleValue();
            assertThat(moments.mean()[channel])
                    .isCloseTo(mean.doubleValue(), within(1e-14 * Math.abs(mean.doubleValue())));
            assertThat(moments.variance()[channel]).isCloseTo(variance, within(1e-14 * variance));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aStepIsThatOfOneMachine(int[] sizes) {
        RowData data = RowData.activations(sizes);
        BatchNormState before = BatchNormState.some();
        StepResult step = step(data, before, 3);
        StepResult expected = BatchNormStep.onOneMachine(before, data.whole());
        assertThat(Comparison.of(expected, step, before.beta())).hasSize(6).allSatisfy(comparison -> assertThat(
                        comparison.isWithinContract())
                .as("%s", comparison)
                .isTrue());
        assertThat(expected.dx()[17]).isNotZero();
        assertThat(expected.runningMean()).isNotEqualTo(before.runningMean());
    }

    @Test
    void soIsAStepThatIsCutAtRandom() {
        Random random = new Random(5);
        BatchNormState before = BatchNormState.some();
        for (int step = 0; step < 20; step++) {
            int[] sizes = IntStream.range(0, 1 + random.nextInt(20))
                    .map(block -> random.nextInt(4) == 0 ? 0 : random.nextInt(60))
                    .toArray();
            sizes[0]++;
            RowData data = RowData.activations(sizes);
            assertThat(Comparison.of(
                            BatchNormStep.onOneMachine(before, data.whole()), step(data, before, step), before.beta()))
                    .as(Arrays.toString(sizes))
                    .allMatch(Comparison::isWithinContract);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theOrderOfMergesChangesNoBit(int[] sizes) {
        RowData data = RowData.activations(sizes);
        StepResult one = step(data, BatchNormState.some(), 3);
        StepResult other = step(data, BatchNormState.some(), 4);
        assertThat(Comparison.of(one, other, BatchNormState.some().beta()))
                .allMatch(comparison -> comparison.different() == 0);
        ShardStatistics statistics = merged(data, 5, BatchNormStep::statistics);
        assertThat(merged(data, 6, BatchNormStep::statistics)).isEqualTo(statistics);
        assertThat(Comparison.of(
                        one,
                        InALoop.step(data, BatchNormState.some()),
                        BatchNormState.some().beta()))
                .allMatch(comparison -> comparison.different() == 0);
    }

    private static StepResult step(RowData data, BatchNormState before, long seed) {
        ShardStatistics all = merged(data, seed, BatchNormStep::statistics);
        ShardSums sums = merged(data, seed + 7, block -> BatchNormStep.sums(before, block, all));
        return StepResult.joined(blocks(data)
                .map(block -> BatchNormStep.result(before, block, all, sums))
                .toList());
    }

    @Test
    void aWrongResultIsSeen() {
        RowData data = RowData.activations(12, 17);
        BatchNormState before = BatchNormState.some();
        ShardStatistics half = BatchNormStep.statistics(data.block(0));
        ShardSums sums = BatchNormStep.sums(before, data.block(0), half);
        StepResult wrong = StepResult.joined(blocks(data)
                .map(block -> BatchNormStep.result(before, block, half, sums))
                .toList());
        StepResult expected = BatchNormStep.onOneMachine(before, data.whole());
        assertThat(Comparison.of(expected, wrong, before.beta()))
                .allMatch(comparison -> !comparison.isWithinContract());
    }

    @Test
    void blocksThatDisagreeAreAnError() {
        BatchNormState before = BatchNormState.some();
        StepResult one =
                BatchNormStep.onOneMachine(before, RowData.activations(3).whole());
        StepResult other =
                BatchNormStep.onOneMachine(before, RowData.activations(4).whole());
        assertThatIllegalStateException().isThrownBy(() -> StepResult.joined(List.of(one, other)));
        assertThatIllegalStateException().isThrownBy(() -> StepResult.joined(List.of()));
        assertThatIllegalStateException().isThrownBy(() -> Comparison.of("y", one.y(), other.y()));
    }
}
