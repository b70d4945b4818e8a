package dev.normc.samples.experiments;

import static dev.normc.samples.experiments.Seeds.nineOfTen;

import dev.normc.samples.experiments.Conditioning.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Experiments whose outcome is a law up to sampling error; the numbers are those of the rows they show. */
class ExactExperimentsTest {
    private static final Map<Long, Conditioning.Result> CONDITIONING = new HashMap<>();

    @Test
    void row1TheLearningRateIsLimitedByTwoOverTheLargestEigenvalueAndTheSlowestDirectionSetsThePace() {
        nineOfTen(seed -> conditioning(seed).forms().stream()
                .allMatch(form -> form.below() && form.above() && Math.abs(form.slowest() - 1) < 1e-4));
    }

    @Test
    void rows2And30CentringAndScalingRemoveTheLargeEigenvalueAndTheSteps() {
        nineOfTen(seed -> {
            List<Form> forms = conditioning(seed).forms();
            double[] raw = forms.get(0).eigenvalues();
            return Math.abs(raw[9] - 91) < 2
                    && Arrays.stream(raw, 0, 9).allMatch(value -> Math.abs(value - 1) < 0.1)
                    && forms.get(1).condition() < 1.2
                    && forms.get(0).fewestSteps() > 50 * forms.get(1).fewestSteps()
                    && forms.get(2).fewestSteps() > 5 * forms.get(3).fewestSteps()
                    && forms.get(3).fewestSteps() > 50 * forms.get(4).fewestSteps();
        });
    }

    @Test
    void row29AllComponentsOfAnUpdateShareOneSignWhereInputsArePositive() {
        nineOfTen(seed -> {
            Conditioning.Result result = conditioning(seed);
            return result.sameSign() == 1 && result.sameSignCentred() < 0.1;
        });
    }

    @Test
    void row26TheCovarianceOfUnitsIsTheInnerProductOfTheirWeights() {
        nineOfTen(seed -> Coherence.run(seed).stream()
                .allMatch(matrix -> matrix.worst() < 0.04 && matrix.largest() < matrix.coherence() + 0.04));
    }

    @Test
    void row27ALineFittedInOneDomainIsWrongInTheOther() {
        nineOfTen(seed -> {
            CovariateShift.Result result = CovariateShift.run(seed);
            return result.lines()[1].slope() - result.lines()[0].slope() > 5
                    && result.errors()[0][1] > 10 * result.errors()[0][0]
                    && result.errors()[1][0] > 10 * result.errors()[1][1];
        });
    }

    @Test
    void row28BehindBatchNormalizationTheMomentsAreBetaAndGammaSquared() {
        double variance = CovariateShift.GAMMA * CovariateShift.GAMMA;
        nineOfTen(seed -> Arrays.stream(CovariateShift.run(seed).after())
                .allMatch(moments -> Math.abs(moments[0] - CovariateShift.BETA) < 1e-6
                        && Math.abs(moments[1] / variance - 1) < 1e-3));
    }

    @Test
    void row31BatchNormalizationLeavesTheCorrelationAndIsWorstAt45Degrees() {
        nineOfTen(seed -> {
            List<Rotation.Angle> angles = Rotation.run(seed);
            Rotation.Angle along = angles.get(0);
            Rotation.Angle diagonal = angles.get(angles.size() / 2);
            return angles.stream().allMatch(angle -> Math.abs(angle.before() - angle.after()) < 1e-5)
                    && along.conditionAfter() < 1.1
                    && diagonal.conditionAfter() > 0.95 * diagonal.conditionBefore()
                    && angles.stream().allMatch(angle -> angle.conditionAfter() < diagonal.conditionAfter() + 0.5);
        });
    }

    private static Conditioning.Result conditioning(long seed) {
        return CONDITIONING.computeIfAbsent(seed, Conditioning::run);
    }
}
