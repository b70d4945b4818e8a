package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Zoo;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of the norms of the zoo, checked on f64 kernels to rounding.
 *
 * <p>{@code shift}: a constant added to a group changes neither the output nor a gradient. {@code sum}: the input
 * gradient of a group sums to 0. {@code scaleP}: f(c x; eps) = f(x; eps / c^P), and the gradient is divided by c;
 * {@code scale0}: without epsilon. {@code orthogonal}: without epsilon, sum x dx = 0 in every group. {@code closed},
 * {@code closedrms}: with the initial params y = xhat and dx = r (u - mean u - xhat mean(u xhat)), without the middle
 * term where nothing is centred. {@code settle}: inference with the statistics of a batch is training on it. A name with
 * {@code :A} of {@code slice:A}: positions along A do not know of each other.
 */
class ZooLawsTest {
    private static final double ROUNDING = 1e-11;
    private static final double EPSILON = 1e-3;

    private static final String TABLE = """
            InputNorm                   x>y  N          settle
            BatchNorm                   x>y  N,H,W      shift sum scale2 closed settle
            BatchNormLast               x>y  N,H,W      shift sum scale2 closed settle
            SyncBatchNorm               x>y  W,N,L      shift sum scale2 closed settle
            FrozenBatchNorm             x>y  none       slice:N
            MeanOnlyBatchNorm           x>y  N,H,W      shift sum settle
            L1BatchNorm                 x>y  N,H,W      shift sum scale1 settle
            LInfBatchNorm               x>y  N,H,W      shift sum scale1 settle
            BatchRenorm                 x>y  N,H,W      sum
            GhostBatchNorm              x>y  N/2,L      shift sum scale2 closed
            VirtualBatchNorm            x>y  none       slice:N
            ComplexBatchNorm            re>zr N,L       shift sum settle
            LayerNorm                   x>y  D          shift sum scale2 closed slice:N
            LayerNormConv               x>y  C,H,W      shift sum scale2 closed slice:N
            LayerNormRNN                recurrent>h H   shift sum slice:N slice:T
            LayerNormNoBias             x>y  D          shift sum scale2 closed slice:N
            LayerNormNoAffine           x>y  D          shift sum scale2 closed slice:N
            ZeroCenteredLayerNorm       x>y  D          shift sum scale2 closed slice:N
            LayerNormScaling            x>y  D          shift sum scale2 slice:N
            DeepNorm                    f>y  D          shift sum slice:N
            AdaNorm                     x>y  D          shift sum scale2 slice:N
            DetachNorm                  x>y  D          shift scale2 slice:N
            InstanceNorm                x>y  H,W        shift sum scale2 closed slice:N
            GroupNorm                   x>y  C/2,H,W    shift sum scale2 closed slice:N
            PONO                        x>y  C          shift sum scale2 closed slice:N
            SwitchableNorm              x>y  N,C,H,W    shift sum scale2 settle
            BatchInstanceNorm           x>y  N,H,W      shift sum scale2 closed settle
            IBN                         x>y  N,H,W      shift sum scale2 settle
            PRepBN                      x>y  none       settle
            EvoNormB0                   x>y  none       settle
            EvoNormS0                   x>y  none       slice:N
            FRN                         x>y  H,W        scale2 slice:N
            FRNLearnedEpsilon           x>y  none       slice:N
            GRN                         x>y  none       slice:N
            RMSNorm                     x>y  D          scale2 orthogonal closedrms slice:N
            UnitOffsetRMSNorm           x>y  D          scale2 orthogonal closedrms slice:N
            PartialRMSNorm              x>y  D          scale2 orthogonal slice:N
            SimpleRMSNorm               x>y  D          scale2 orthogonal closedrms slice:N
            ModulatedRMSNorm            x>y  D          scale2 orthogonal slice:N slice:T
            GatedRMSNorm                x>y  D          scale2 orthogonal slice:N
            AddRMSNorm                  x>y  none       slice:N
            FlashNorm                   x>y  I          scale2 orthogonal slice:N
            ScaleNorm                   x>y  D          scale1 orthogonal slice:N
            L1Norm                      x>y  D          scale1 orthogonal slice:N
            L2Norm                      x>y  D          scale2 orthogonal slice:N
            LpNorm                      x>y  D          scale3 orthogonal slice:N
            LInfNorm                    x>y  D          scale1 orthogonal slice:N
            CosineNorm                  x>y  I          scale0 orthogonal slice:N slice:O
            CosineNorm                  w>y  I          scale0 orthogonal
            QKNorm                      q>a  D/4        scale2 orthogonal slice:N slice:T
            QKNorm                      k>b  C/2        scale2 orthogonal slice:S
            QKNormL2                    q>a  D/4        scale2 orthogonal slice:N slice:T
            NGPT                        a>y  D          scale0 orthogonal slice:N
            SeeDNorm                    x>y  none       slice:N
            PolyNorm                    x>y  D          scale0 orthogonal slice:N
            DyT                         x>y  none       slice:N
            Derf                        x>y  none       slice:N
            WeightNorm                  v>w  I,P        scale0 orthogonal slice:O
            CenteredWeightNorm          v>w  I,P        shift sum scale0 orthogonal slice:O
            WeightStandardization       w>y  I,P        shift sum scale2 orthogonal closed slice:O
            ScaledWeightStandardization w>y  I,P        shift sum scale2 orthogonal slice:O
            SpectralNorm                w>y  O,I,P      scale0 orthogonal settle
            NormPropReLU                w>y  I          scale0 orthogonal slice:N slice:O
            NormPropConv                a>y  none       slice:N slice:O
            AdaIN                       x>y  H,W        shift sum scale0 orthogonal slice:N
            ConditionalInstanceNorm     x>y  H,W        shift sum scale2 slice:N
            ConditionalBatchNorm        x>y  N,H,W      shift sum scale2 settle
            FiLM                        x>y  none       slice:N
            AdaLN                       x>y  D          shift sum scale2 slice:N slice:T
            SPADE                       x>y  N,H,W      shift sum scale2 settle
            MaskedLayerNorm             x>y  D          shift sum scale2 slice:N
            MaskedBatchNorm             x>y  N,T        shift sum scale2 settle
            MaskedInstanceNorm          x>y  T          shift sum scale2 slice:N
            MaskedGroupNorm             x>y  C/2,T      shift sum scale2 slice:N
            BatchNormReLU               x>y  N,H,W      shift sum scale2 settle
            BatchNormAddReLU            x>y  N,H,W      shift sum scale2 settle
            NormPropTanh                w>y  I          scale0 orthogonal slice:N slice:O
            NormPropGELU                w>y  I          scale0 orthogonal slice:N slice:O
            NormPropSiLU                w>y  I          scale0 orthogonal slice:N slice:O
            LRN                         x>y  none       slice:N slice:L
            GDN                         x>y  none       slice:N slice:H
            IterNorm                    x>y  N,L        shift sum settle
            ONI                         v>w  I,P        shift sum
            ONI                         v>w  C,I,P      scale2 orthogonal
            RevIN                       x>y  T          shift sum scale2 closed slice:N
            RevINInverse                y>x  none       slice:N
            StudentNorm                 x>y  D          shift sum scale2 slice:N
            """;

    static Stream<ZooLaw> rows() {
        return TABLE.lines().map(ZooLaw::parse);
    }

    private static Stream<ZooLaw> with(String law) {
        return rows().filter(row -> row.holds(law));
    }

    static Stream<ZooLaw> shift() {
        return with("shift");
    }

    static Stream<ZooLaw> sum() {
        return with("sum");
    }

    static Stream<ZooLaw> scale() {
        return rows().filter(row -> row.laws().stream().anyMatch(law -> law.startsWith("scale")));
    }

    static Stream<ZooLaw> orthogonal() {
        return with("orthogonal");
    }

    static Stream<ZooLaw> closed() {
        return rows().filter(row -> row.holds("closed") || row.holds("closedrms"));
    }

    static Stream<ZooLaw> settle() {
        return with("settle");
    }

    @Test
    void everyNormOfTheZooHasARow() {
        assertThat(rows().map(row -> row.zoo().spec().name()).distinct())
                .containsExactlyInAnyOrderElementsOf(Zoo.names());
    }

    @ParameterizedTest
    @MethodSource("shift")
    void a_constant_added_to_a_group_changes_nothing(ZooLaw row) {
        Subject subject = row.subject();
        Map<String, double[]> values = row.values(subject);
        int[] groups = row.groups(subject, values);
        double[] moved = values.get(row.input()).clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 1.5 * (groups[i] % 5) - 2.25;
        }
        same(row.results(subject, row.with(values, moved)), row.results(subject, values));
    }

    @ParameterizedTest
    @MethodSource("sum")
    void the_input_gradient_of_a_group_sums_to_nothing(ZooLaw row) {
        Subject subject = row.subject();
        Map<String, double[]> values = row.values(subject);
        double[] dx = row.results(subject, values).get("d" + row.input());
        double[] sums = ZooLaw.sums(row.groups(subject, values), dx);
        Close.check("sum of gradients", sums, new double[sums.length], ROUNDING * Close.scale(dx));
    }

    @ParameterizedTest
    @MethodSource("scale")
    void scaling_the_input_is_scaling_epsilon(ZooLaw row) {
        double c = 4;
        String law = row.laws().stream()
                .filter(l -> l.startsWith("scale"))
                .findFirst()
                .orElseThrow();
        int power = Integer.parseInt(law.substring(5));
        Subject large = row.subject("eps=" + (power == 0 ? 0 : EPSILON));
        Subject small = row.subject("eps=" + (power == 0 ? 0 : EPSILON / Math.pow(c, power)));
        Map<String, double[]> values = row.values(large);
        Map<String, double[]> scaled = row.results(large, row.with(values, ZooLaw.times(values.get(row.input()), c)));
        scaled.computeIfPresent("d" + row.input(), (name, dx) -> ZooLaw.times(dx, c));
        same(scaled, row.results(small, values));
        assertThat(power == 0 || row.declares("eps"))
                .as("a law about an epsilon that the norm has")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("orthogonal")
    void without_epsilon_the_gradient_is_orthogonal_to_the_input(ZooLaw row) {
        Subject subject = row.subject("eps=0");
        Map<String, double[]> values = row.values(subject);
        double[] dx = row.results(subject, values).get("d" + row.input());
        double[] products = new double[dx.length];
        Arrays.setAll(products, i -> dx[i] * values.get(row.input())[i]);
        double[] sums = ZooLaw.sums(row.groups(subject, values), products);
        Close.check("sum of x dx", sums, new double[sums.length], ROUNDING * Close.scale(products));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void with_initial_params_it_is_the_standardized_input_and_its_closed_gradient(ZooLaw row) {
        Subject subject = row.subject("eps=" + EPSILON);
        Map<String, double[]> values = row.values(subject);
        subject.signature().buffers(BufferRole.PARAM).forEach(param -> values.remove(param.name()));
        int[] groups = row.groups(subject, values);
        double[] x = values.get(row.input());
        double[] u = values.get("d" + row.output());
        double n = (double) x.length / ZooLaw.sums(groups, x).length;
        double[] mean = row.holds("closed") ? ZooLaw.sums(groups, ZooLaw.times(x, 1 / n)) : zeros(groups);
        double[] v = ZooLaw.sums(groups, each(x, i -> (x[i] - mean[groups[i]]) * (x[i] - mean[groups[i]]) / n));
        double[] xhat = each(x, i -> (x[i] - mean[groups[i]]) / Math.sqrt(v[groups[i]] + EPSILON));
        double[] along = ZooLaw.sums(groups, each(x, i -> u[i] * xhat[i] / n));
        double[] level = row.holds("closed") ? ZooLaw.sums(groups, ZooLaw.times(u, 1 / n)) : zeros(groups);
        double[] dx = each(
                x, i -> (u[i] - level[groups[i]] - xhat[i] * along[groups[i]]) / Math.sqrt(v[groups[i]] + EPSILON));
        Map<String, double[]> results = row.results(subject, values);
        Map<String, double[]> expected = Map.of(row.output(), xhat, "d" + row.input(), dx);
        results.keySet().retainAll(expected.keySet());
        same(results, expected);

        double[] y = results.get(row.output());
        double[] square = ZooLaw.sums(groups, each(y, i -> y[i] * y[i] / n));
        Close.check("mean xhat^2", square, each(v, g -> v[g] / (v[g] + EPSILON)), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("settle")
    void inference_with_the_statistics_of_a_batch_is_training_on_it(ZooLaw row) {
        Subject subject = row.subject("decay=0");
        Map<String, double[]> values = row.values(subject);
        Map<String, double[]> trained = subject.run(Entry.FORWARD, values);
        Map<String, double[]> settled = new HashMap<>(values);
        subject.signature()
                .buffers(BufferRole.STATE)
                .forEach(state -> settled.put(state.name(), trained.get(state.name())));
        if (row.zoo().spec().text().contains("unbiased")) {
            double n = (double) values.get(row.input()).length / trained.get("running_var").length;
            settled.put("running_var", ZooLaw.times(trained.get("running_var"), (n - 1) / n));
        }
        Map<String, double[]> inferred = subject.run(Entry.INFER, settled);
        inferred.forEach(
                (name, elements) -> Close.check(name, elements, trained.get(name), ROUNDING * Close.scale(elements)));
    }

    private interface Element {
        double at(int i);
    }

    private static double[] each(double[] like, Element element) {
        double[] result = new double[like.length];
        Arrays.setAll(result, element::at);
        return result;
    }

    private static double[] zeros(int[] groups) {
        return new double[Arrays.stream(groups).max().orElse(-1) + 1];
    }

    private static void same(Map<String, double[]> computed, Map<String, double[]> expected) {
        assertThat(computed.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        double scale =
                expected.values().stream().mapToDouble(Close::scale).max().orElse(0);
        expected.forEach((name, elements) -> Close.check(name, computed.get(name), elements, ROUNDING * (1 + scale)));
    }
}
