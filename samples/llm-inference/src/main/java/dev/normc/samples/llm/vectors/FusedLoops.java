package dev.normc.samples.llm.vectors;

import dev.normc.samples.llm.HandVectors;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums of squares in two accumulators of the preferred width, the rest of a row one element at a time. */
public final class FusedLoops implements HandVectors {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** A name that another class loads. */
    public FusedLoops() {}

    @Override
    public int machineBits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public void rmsNorm(float[] out, int outOffset, float[] x, int xOffset, float[] weight, int size, float eps) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = FloatVector.zero(SPECIES);
        int lanes = SPECIES.length();
        int i = 0;
        for (; i <= size - 2 * lanes; i += 2 * lanes) {
            FloatVector a = FloatVector.fromArray(SPECIES, x, xOffset + i);
            FloatVector b = FloatVector.fromArray(SPECIES, x, xOffset + i + lanes);
            even = a.fma(a, even);
            odd = b.fma(b, odd);
        }
        float squares = even.add(odd).reduceLanes(VectorOperators.ADD);
        for (; i < size; i++) {
            squares += x[xOffset + i] * x[xOffset + i];
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        int whole = SPECIES.loopBound(size);
        for (i = 0; i < whole; i += lanes) {
            FloatVector.fromArray(SPECIES, x, xOffset + i)
                    .mul(scale)
                    .mul(FloatVector.fromArray(SPECIES, weight, i))
                    .intoArray(out, outOffset + i);
        }
        for (; i < size; i++) {
            out[outOffset + i] = weight[i] * (scale * x[xOffset + i]);
        }
    }
}
