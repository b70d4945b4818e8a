package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Zoo;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where one norm of the zoo becomes another: outputs and gradients, from one pair of texts against each other. */
class ZooKinshipTest {
    private static final double ROUNDING = 1e-11;

    /** One norm at a shape, what some of its tensors are filled with, another norm at its shape, what must agree. */
    private static final String TABLE = """
            GroupNorm: N=3, C=4, H=2, W=5, G=1             |              | LayerNormConv: N=3, C=4, H=2, W=5 | y dx dgamma dbeta
            GroupNorm: N=3, C=4, H=2, W=5, G=4             |              | InstanceNorm: N=3, C=4, H=2, W=5  | y dx dgamma dbeta
            GhostBatchNorm: V=1, B=3, C=4, H=2, W=5        |              | BatchNorm: N=3, C=4, H=2, W=5     | y dx dgamma dbeta
            SyncBatchNorm: W=1, N=3, C=4, L=5              |              | BatchNorm: N=3, C=4, L=5          | y dx dgamma dbeta
            BatchRenorm: N=3, C=4, L=5, rmax=1, dmax=0     |              | BatchNorm: N=3, C=4, L=5          | y dx dgamma dbeta
            BatchInstanceNorm: N=3, C=4, L=5               | rho=1        | BatchNorm: N=3, C=4, L=5          | y dx dgamma dbeta
            BatchInstanceNorm: N=3, C=4, L=5               | rho=0        | InstanceNorm: N=3, C=4, L=5       | y dx dgamma dbeta
            IBN: N=3, C=4, L=5, part=0                     |              | BatchNorm: N=3, C=4, L=5          | y dx dgamma dbeta
            IBN: N=3, C=4, L=5, part=1                     |              | InstanceNorm: N=3, C=4, L=5       | y dx dgamma dbeta
            SwitchableNorm: N=3, C=4, L=5                  | a=40/0/0 b=40/0/0 | InstanceNorm: N=3, C=4, L=5  | y dx dgamma dbeta
            SwitchableNorm: N=3, C=4, L=5                  | a=0/40/0 b=0/40/0 | LayerNormConv: N=3, C=4, L=5 | y dx dgamma dbeta
            SwitchableNorm: N=3, C=4, L=5                  | a=0/0/40 b=0/0/40 | BatchNorm: N=3, C=4, L=5     | y dx dgamma dbeta
            ConditionalBatchNorm: N=3, C=4, L=5            | scale=0 shift=0 | BatchNorm: N=3, C=4, L=5       | y dx dgamma dbeta
            PRepBN: N=3, T=4, D=5                          | lambda=1     | LayerNorm: N=3, T=4, D=5          | y dx dgamma dbeta
            MaskedBatchNorm: N=3, C=4, T=6                 | m=1          | BatchNorm: N=3, C=4, T=6          | y dx dgamma dbeta
            MaskedInstanceNorm: N=3, C=4, T=6              | m=1          | InstanceNorm: N=3, C=4, T=6       | y dx dgamma dbeta
            MaskedGroupNorm: N=3, C=4, T=6, G=2            | m=1          | GroupNorm: N=3, C=4, T=6, G=2     | y dx dgamma dbeta
            MaskedLayerNorm: N=3, D=7                      | m=1          | LayerNorm: N=3, D=7               | y dx dgamma dbeta
            StudentNorm: N=3, D=7, c=1e9                   |              | LayerNorm: N=3, D=7               | y dx dgamma dbeta
            DeepNorm: N=3, D=7, layers=0.5                 | f=0          | LayerNorm: N=3, D=7               | y dx dgamma dbeta
            LayerNormScaling: N=3, D=7, depth=1            |              | LayerNorm: N=3, D=7               | y dx dgamma dbeta
            LayerNorm: N=3, D=7                            | beta=0       | LayerNormNoBias: N=3, D=7         | y dx dgamma
            ZeroCenteredLayerNorm: N=3, D=7                | w=0 beta=0   | LayerNormNoAffine: N=3, D=7       | y dx
            AdaNorm: N=3, D=7, k=0                         |              | LayerNormNoAffine: N=3, D=7       | y dx
            DetachNorm: N=3, D=7                           |              | LayerNormNoAffine: N=3, D=7       | y
            PONO: N=3, C=7                                 | dmu=0 dsigma=0 | LayerNormNoAffine: N=3, D=7     | y dx
            RMSNorm: N=3, D=7                              | gamma=1      | SimpleRMSNorm: N=3, D=7           | y dx
            UnitOffsetRMSNorm: N=3, D=7                    | w=0          | SimpleRMSNorm: N=3, D=7           | y dx
            PartialRMSNorm: N=3, D=7, part=1               |              | RMSNorm: N=3, D=7                 | y dx dgamma
            SeeDNorm: N=3, D=7                             | beta=0       | RMSNorm: N=3, D=7                 | y dx dgamma
            AddRMSNorm: N=3, D=7                           | r=0 ds=0     | RMSNorm: N=3, D=7                 | y dx dgamma
            LpNorm: N=3, D=7, p=1                          |              | L1Norm: N=3, D=7                  | y dx
            LpNorm: N=3, D=7, p=2                          |              | L2Norm: N=3, D=7                  | y dx
            FRNLearnedEpsilon: N=3, C=4, L=5               | e=0          | FRN: N=3, C=4, L=5                | y dx dgamma dbeta dtau
            BatchNormAddReLU: N=3, C=4, L=5                | r=0          | BatchNormReLU: N=3, C=4, L=5      | y dx dgamma dbeta
            """;

    record Kin(Spec one, Map<String, double[]> filled, Spec other, List<String> same) {
        static Kin parse(String row) {
            String[] cells = row.strip().split(" *\\| *");
            Map<String, double[]> filled = new LinkedHashMap<>();
            for (String entry : cells[1].split(" +")) {
                if (!entry.isEmpty()) {
                    String[] sides = entry.split("=");
                    filled.put(
                            sides[0],
                            Arrays.stream(sides[1].split("/"))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
                }
            }
            return new Kin(spec(cells[0]), filled, spec(cells[2]), List.of(cells[3].split(" +")));
        }

        private static Spec spec(String text) {
            String[] sides = text.split(": ");
            return new Spec(sides[0], Zoo.source(sides[0]).text(), sides[1]);
        }

        @Override
        public String toString() {
            return one + " is " + other;
        }
    }

    static Stream<Kin> kin() {
        return TABLE.lines().map(Kin::parse);
    }

    @ParameterizedTest
    @MethodSource("kin")
    void one_norm_becomes_the_other(Kin kin) {
        Subject one = Subject.of(kin.one(), DataType.F64);
        Subject other = Subject.of(kin.other(), DataType.F64);
        Map<String, double[]> values = one.random(41);
        kin.filled().forEach((name, fill) -> Arrays.setAll(values.get(name), i -> fill[i % fill.length]));
        Map<String, double[]> shared = new LinkedHashMap<>();
        for (BufferSpec buffer : other.given()) {
            shared.put(buffer.name(), values.getOrDefault(buffer.name(), new double[buffer.elements(1)]));
        }
        Map<String, double[]> computed = results(one, values);
        Map<String, double[]> expected = results(other, shared);
        for (String name : kin.same()) {
            double scale = 1 + Close.scale(expected.get(name));
            Close.check(name, computed.get(name), expected.get(name), ROUNDING * scale);
        }
        assertThat(Close.scale(expected.get("y"))).isPositive();
    }

    private static Map<String, double[]> results(Subject subject, Map<String, double[]> values) {
        Map<String, double[]> results = new LinkedHashMap<>(subject.run(Entry.FORWARD, values));
        results.putAll(subject.run(Entry.BACKWARD, values));
        return results;
    }
}
