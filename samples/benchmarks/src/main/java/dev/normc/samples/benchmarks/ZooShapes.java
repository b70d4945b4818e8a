package dev.normc.samples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape at which each norm of the zoo is timed: 3 to 5 million elements of the largest input, no two axes of one extent;
 * contractions are smaller, since a call multiplies far more numbers than it reads.
 */
final class ZooShapes {
    private static final String TABLE = """
        T=6144,D=768                 | AdaNorm AddRMSNorm DeepNorm Derf DetachNorm DyT GatedRMSNorm L1Norm L2Norm LInfNorm
        T=6144,D=768                 | LayerNorm LayerNormNoAffine LayerNormNoBias LayerNormScaling LpNorm NGPT PolyNorm
        T=6144,D=768                 | MaskedLayerNorm PartialRMSNorm RMSNorm ScaleNorm SeeDNorm SimpleRMSNorm StudentNorm
        T=6144,D=768                 | UnitOffsetRMSNorm ZeroCenteredLayerNorm
        T=6144,H=768                 | LayerNormRNN
        N=8,T=512,D=1024             | AdaLN ModulatedRMSNorm PRepBN
        N=6,T=900,D=768,S=800,C=256  | QKNorm QKNormL2
        N=32,T=336,C=321             | RevIN RevINInverse
        N=24,C=64,H=56,W=52          | BatchInstanceNorm BatchNorm BatchNormAddReLU BatchNormReLU BatchRenorm
        N=24,C=64,H=56,W=52          | ComplexBatchNorm ConditionalBatchNorm EvoNormB0 FRN FRNLearnedEpsilon FiLM
        N=24,C=64,H=56,W=52          | FrozenBatchNorm IBN InstanceNorm L1BatchNorm LInfBatchNorm LRN LayerNormConv
        N=24,C=64,H=56,W=52          | MeanOnlyBatchNorm PONO SPADE SwitchableNorm
        N=24,C=64,H=56,W=52,S=8      | ConditionalInstanceNorm
        N=24,C=64,H=56,W=52,S=2500   | AdaIN
        N=24,C=64,H=56,W=52,M=8      | VirtualBatchNorm
        W=2,N=12,C=64,Y=56,X=52      | SyncBatchNorm
        N=64,C=48,H=38,W=36          | GhostBatchNorm
        N=24,H=56,W=52,C=64          | BatchNormLast
        N=32,H=28,W=26,C=192         | GRN
        N=8,C=256,H=46,W=44          | EvoNormS0 GroupNorm
        N=8,C=256,T=2048             | MaskedBatchNorm MaskedGroupNorm MaskedInstanceNorm
        N=4096,D=1000                | InputNorm
        O=1024,K=4608                | CenteredWeightNorm ScaledWeightStandardization SpectralNorm WeightNorm
        O=1024,K=4608                | WeightStandardization
        N=24,O=64,H=56,W=52,I=32,P=3,Q=5 | NormPropConv
        N=512,I=768,O=384            | CosineNorm FlashNorm NormPropGELU NormPropReLU NormPropSiLU NormPropTanh
        N=4,C=96,D=96,H=64,W=60      | GDN
        N=16,C=64,H=32,W=30          | IterNorm
        C=128,K=1152                 | ONI
        """;

    private ZooShapes() {}

    /** By name of the norm, in alphabetical order. */
    static Map<String, String> all() {
        Map<String, String> shapes = new TreeMap<>();
        for (String row : TABLE.lines().toList()) {
            String[] cells = row.strip().split(" *\\| *");
            for (String norm : cells[1].split(" ")) {
                if (shapes.put(norm, cells[0]) != null) {
                    throw new IllegalStateException(norm + " has two shapes");
                }
            }
        }
        return shapes;
    }

    /**
     * Those of some norms.
     *
     * @param names as the zoo has them, in any case; none for all
     * @throws IllegalArgumentException if the zoo has no such norm
     */
    static Map<String, String> of(List<String> names) {
        Map<String, String> chosen = new LinkedHashMap<>();
        all().forEach((norm, shape) -> {
            if (names.isEmpty() || names.stream().anyMatch(norm::equalsIgnoreCase)) {
                chosen.put(norm, shape);
            }
        });
        for (String name : names) {
            if (chosen.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                        "--only " + name + ": the zoo has no such norm, `normc zoo` lists them");
            }
        }
        return chosen;
    }
}
