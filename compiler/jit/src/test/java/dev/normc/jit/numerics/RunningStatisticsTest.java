package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@code track} keeps between calls, and what infer and its backward make of it. */
class RunningStatisticsTest {
    private static final double ROUNDING = 1e-12;
    private static final int N = 6;
    private static final int C = 3;
    private static final String SHAPE = "N=6, C=3";

    private static Subject tracking(String how) {
        String text = "norm Tracked { input x[N, C] reduce N epsilon 1e-5 affine scale gamma[C], shift beta[C] track "
                + how + " }";
        return Subject.of(new Spec("Tracked", text, SHAPE), DataType.F64);
    }

    @Test
    void decay_is_the_weight_of_the_old_value() {
        checkDecay("decay 0.8", N);
    }

    @Test
    void unbiased_divides_the_tracked_variance_by_n_minus_one() {
        checkDecay("decay 0.8 unbiased", N - 1);
    }

    private static void checkDecay(String how, int divisor) {
        Subject subject = tracking(how);
        Map<String, double[]> values = subject.random(1);
        Map<String, double[]> after = subject.run(Entry.FORWARD, values);
        double[][] batch = batch(values.get("x"), divisor);
        double[][] expected = new double[2][C];
        for (int c = 0; c < C; c++) {
            expected[0][c] = 0.8 * values.get("running_mean")[c] + 0.2 * batch[0][c];
            expected[1][c] = 0.8 * values.get("running_var")[c] + 0.2 * batch[1][c];
        }
        Close.check("mean", after.get("running_mean"), expected[0], ROUNDING);
        Close.check("var", after.get("running_var"), expected[1], ROUNDING);
    }

    @Test
    void after_k_equal_batches_the_first_value_has_weight_decay_to_the_k() {
        Subject subject = tracking("decay 0.8");
        Map<String, double[]> values = subject.random(2);
        double[] before = values.get("running_mean").clone();
        Bindings bindings = subject.bind(values);
        for (int k = 0; k < 5; k++) {
            subject.kernel().forward(bindings);
        }
        double[] mean = batch(values.get("x"), N)[0];
        double kept = Math.pow(0.8, 5);
        double[] expected = new double[C];
        Arrays.setAll(expected, c -> kept * before[c] + (1 - kept) * mean[c]);
        Close.check("mean", subject.read(bindings, "running_mean"), expected, ROUNDING);
    }

    @Test
    void cumulative_is_the_plain_mean_of_the_batches() {
        Subject subject = tracking("cumulative unbiased");
        Bindings bindings = subject.kernel().bindings().allocateAll();
        SplittableRandom random = new SplittableRandom(3);
        double[][] sums = new double[2][C];
        int batches = 7;
        for (int k = 0; k < batches; k++) {
            double[] x = bindings.doubles("x");
            Arrays.setAll(x, i -> 0.7 + random.nextGaussian());
            double[][] batch = batch(x, N - 1);
            for (int c = 0; c < C; c++) {
                sums[0][c] += batch[0][c] / batches;
                sums[1][c] += batch[1][c] / batches;
            }
            subject.kernel().forward(bindings);
        }
        Close.check("mean", bindings.doubles("running_mean"), sums[0], ROUNDING);
        Close.check("var", bindings.doubles("running_var"), sums[1], ROUNDING);
        assertThat(bindings.doubles("batches")).containsExactly(batches);
    }

    @Test
    void a_cell_that_saw_no_element_keeps_its_value() {
        for (String how : new String[] {"decay 0.8", "cumulative"}) {
            for (DataType type : DataType.values()) {
                String text = "norm Tracked { input x[N, C] mask m[N, C] reduce N epsilon 1e-5 track " + how + " }";
                Subject subject = Subject.of(new Spec("Tracked", text, SHAPE), type);
                Map<String, double[]> values = subject.random(4);
                for (int i = 0; i < N * C; i++) {
                    values.get("m")[i] = i % C == 1 ? 0 : 1;
                }
                values.get("x")[1] = Double.NaN;
                Map<String, double[]> after = subject.run(Entry.FORWARD, values);
                for (String state : new String[] {"running_mean", "running_var"}) {
                    assertThat(after.get(state)[1]).as(how).isEqualTo(values.get(state)[1]);
                    assertThat(after.get(state)[0]).as(how).isNotEqualTo(values.get(state)[0]);
                }
            }
        }
    }

    @Test
    void infer_reads_the_states_and_its_input_gradient_is_r_times_u() {
        Subject subject = tracking("decay 0.9");
        Map<String, double[]> values = subject.random(5);
        double[] y = subject.run(Entry.INFER, values).get("y");
        Map<String, double[]> gradients = subject.run(Entry.BACKWARD_FROZEN, values);
        double[] expectedY = new double[N * C];
        double[] expectedDx = new double[N * C];
        double[] dgamma = new double[C];
        double[] dbeta = new double[C];
        for (int i = 0; i < N * C; i++) {
            int c = i % C;
            double r = 1 / Math.sqrt(values.get("running_var")[c] + 1e-5);
            double xhat = (values.get("x")[i] - values.get("running_mean")[c]) * r;
            expectedY[i] = values.get("gamma")[c] * xhat + values.get("beta")[c];
            expectedDx[i] = r * values.get("gamma")[c] * values.get("dy")[i];
            dgamma[c] += values.get("dy")[i] * xhat;
            dbeta[c] += values.get("dy")[i];
        }
        Close.check("y", y, expectedY, ROUNDING * Close.scale(expectedY));
        Close.check("dx", gradients.get("dx"), expectedDx, ROUNDING * Close.scale(expectedDx));
        Close.check("dgamma", gradients.get("dgamma"), dgamma, ROUNDING * Close.scale(expectedY) * N);
        Close.check("dbeta", gradients.get("dbeta"), dbeta, ROUNDING * N);
    }

    @Test
    void infer_and_its_backward_change_no_state() {
        Subject subject = tracking("decay 0.9");
        Map<String, double[]> values = new HashMap<>(subject.random(6));
        Bindings bindings = subject.bind(values);
        subject.kernel().infer(bindings);
        subject.kernel().backwardFrozen(bindings);
        for (String state : new String[] {"running_mean", "running_var"}) {
            assertThat(subject.read(bindings, state)).containsExactly(values.get(state));
        }
    }

    /** Means and variances of the channels of a batch. */
    private static double[][] batch(double[] x, int divisor) {
        double[][] statistics = new double[2][C];
        for (int i = 0; i < x.length; i++) {
            statistics[0][i % C] += x[i] / N;
        }
        for (int i = 0; i < x.length; i++) {
            statistics[1][i % C] += Math.pow(x[i] - statistics[0][i % C], 2) / divisor;
        }
        return statistics;
    }
}
