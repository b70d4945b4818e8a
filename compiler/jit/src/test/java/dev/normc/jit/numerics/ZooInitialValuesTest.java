package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the params and states of the zoo begin with: by their names, or as the papers say. */
class ZooInitialValuesTest {
    private static final double HALF_ROOT = 0.7071067811865475;
    private static final double THIRD = 0.3333333333333333;

    /** What names mean everywhere but where the second table says otherwise. */
    private static final Map<String, Double> BY_NAME = Map.ofEntries(
            Map.entry("gamma", 1.0),
            Map.entry("beta", 0.0),
            Map.entry("w", 0.0),
            Map.entry("g", 1.0),
            Map.entry("v1", 1.0),
            Map.entry("tau", 0.0),
            Map.entry("running_mean", 0.0),
            Map.entry("running_var", 1.0),
            Map.entry("running_std", 1.0),
            Map.entry("running_scale", 1.0),
            Map.entry("running_cov", 0.0));

    private static final Map<String, Double> BY_NORM = Map.ofEntries(
            Map.entry("BatchInstanceNorm.rho", 1.0),
            Map.entry("ComplexBatchNorm.grr", HALF_ROOT),
            Map.entry("ComplexBatchNorm.gii", HALF_ROOT),
            Map.entry("ComplexBatchNorm.gri", 0.0),
            Map.entry("ComplexBatchNorm.br", 0.0),
            Map.entry("ComplexBatchNorm.bi", 0.0),
            Map.entry("ComplexBatchNorm.mean_re", 0.0),
            Map.entry("ComplexBatchNorm.mean_im", 0.0),
            Map.entry("ComplexBatchNorm.var_re", 0.5),
            Map.entry("ComplexBatchNorm.var_im", 0.5),
            Map.entry("ComplexBatchNorm.covariance", 0.0),
            Map.entry("Derf.alpha", 0.5),
            Map.entry("Derf.s", 0.0),
            Map.entry("DyT.alpha", 0.5),
            Map.entry("FRNLearnedEpsilon.e", 1e-4),
            Map.entry("GDN.beta", 1.0),
            Map.entry("GDN.gamma", 0.1),
            Map.entry("GRN.gamma", 0.0),
            Map.entry("GhostBatchNorm.inferring", 0.0),
            Map.entry("InputNorm.data_mean", 0.0),
            Map.entry("InputNorm.data_var", 1.0),
            Map.entry("NGPT.alpha", 0.05),
            Map.entry("PRepBN.gb", 1.0),
            Map.entry("PRepBN.bb", 0.0),
            Map.entry("PRepBN.eta", 1.0),
            Map.entry("PolyNorm.w1", THIRD),
            Map.entry("PolyNorm.w2", THIRD),
            Map.entry("PolyNorm.w3", THIRD),
            Map.entry("PolyNorm.b", 0.0),
            Map.entry("QKNorm.gq", 1.0),
            Map.entry("QKNorm.gk", 1.0),
            Map.entry("QKNormL2.g", 19.99859042974533), // log2(1024^2 - 1024)
            Map.entry("ScaleNorm.g", Math.sqrt(7)), // D = 7
            Map.entry("SeeDNorm.alpha", 1.0),
            Map.entry("SpectralNorm.u", 1 / Math.sqrt(3)), // O = 3
            Map.entry("SpectralNorm.v", 1 / Math.sqrt(8)), // 4 * 2 columns
            Map.entry("SwitchableNorm.a", 1.0),
            Map.entry("SwitchableNorm.b", 1.0));

    static Stream<ZooCase> cases() {
        return ZooCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void params_and_states_begin_as_they_should(ZooCase zoo) {
        Subject subject = Subject.of(zoo.spec(), DataType.F64);
        Bindings fresh = new Bindings(subject.signature(), 1).allocateAll();
        for (BufferSpec buffer : subject.signature().buffers()) {
            if (buffer.role() == BufferRole.PARAM || buffer.role() == BufferRole.STATE) {
                String name = zoo.spec().name() + "." + buffer.name();
                Double expected = BY_NORM.getOrDefault(name, BY_NAME.get(buffer.name()));
                assertThat(expected).as("%s is in one of the tables", name).isNotNull();
                double[] initial = subject.read(fresh, buffer.name());
                double[] wanted = new double[initial.length];
                Arrays.fill(wanted, expected);
                Close.check(name, initial, wanted, 4e-15);
            }
        }
    }
}
