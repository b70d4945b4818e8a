package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Seeds.nineOfTen;

import dev.normc.samples.experiments.network.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who trains and who does not: chance is one half on the spirals and a sixth on the glyphs. */
class TrainingTest {

    @ParameterizedTest
    @EnumSource(names = "GROUP", mode = EnumSource.Mode.EXCLUDE)
    void everyNetworkLearnsTheSpiralsAtAModerateRateFromModerateWeights(Method method) {
        nineOfTen(seed -> spirals(seed, method, DeepNetwork.MODERATE_RATE, 1) > 0.85);
    }

    @Test
    void atAHighRateThePlainNetworkFailsAndTheOneWithBatchNormalizationLearns() {
        nineOfTen(seed -> spirals(seed, Method.NONE, 3, 1) < 0.65 && spirals(seed, Method.BATCH, 3, 1) > 0.9);
    }

    @Test
    void fromSmallWeightsThePlainNetworkStaysAtChanceAndTheOneWithBatchNormalizationLearns() {
        nineOfTen(seed -> spirals(seed, Method.NONE, DeepNetwork.RATE, 0.1) < 0.6
                && spirals(seed, Method.BATCH, DeepNetwork.RATE, 0.1) > 0.95);
    }

    @Test
    void fromLargeWeightsThePlainNetworkDiverges() {
        nineOfTen(seed -> DeepNetwork.run(seed, new Trial(Method.NONE, DeepNetwork.RATE, 10))
                .diverged());
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "LAYER", "WEIGHT", "MEAN_ONLY", "PROPAGATION"})
    void fromLargeWeightsEveryNormalizedNetworkLearns(Method method) {
        nineOfTen(seed -> spirals(seed, method, DeepNetwork.RATE, 10) > 0.85);
    }

    @Test
    void aConvolutionalNetworkNeedsBatchNormalizationToLearnFromSmallWeights() {
        nineOfTen(seed -> glyphs(seed, Method.NONE, 0.1) < 0.3 && glyphs(seed, Method.BATCH, 0.1) > 0.8);
    }

    @Test
    void aConvolutionalNetworkWithoutNormalizationDivergesFromLargeWeights() {
        nineOfTen(seed -> GlyphNetwork.run(seed, new Trial(Method.NONE, GlyphNetwork.RATE, 10))
                .diverged());
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "PROPAGATION"})
    void aNormalizedConvolutionalNetworkLearnsFromLargeWeights(Method method) {
        nineOfTen(seed -> glyphs(seed, method, 10) > 0.4);
    }

    @Test
    void atBatchSizeTwoBatchNormalizationFailsAndGroupNormalizationDoesNot() {
        nineOfTen(seed -> {
            double group = SmallBatch.run(seed, Method.GROUP, 2).accuracy();
            return group > 0.95
                    && SmallBatch.run(seed, Method.BATCH, 2).accuracy() < group - 0.1
                    && SmallBatch.run(seed, Method.BATCH, 32).accuracy() > 0.95;
        });
    }

    private static double spirals(long seed, Method method, double rate, double scale) {
        return DeepNetwork.run(seed, new Trial(method, rate, scale)).accuracy();
    }

    private static double glyphs(long seed, Method method, double scale) {
        return GlyphNetwork.run(seed, new Trial(method, GlyphNetwork.RATE, scale))
                .accuracy();
    }
}
