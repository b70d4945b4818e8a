package dev.normc.runtime.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many doubles a vector has: as many as the machine prefers, or as the system property {@value #PROPERTY} says.
 *
 * <p>A constant, because the JIT compiler turns vectors into instructions only where it knows their species.
 */
final class Width {
    /** 64, 128, 256 or 512; read once, when the class is loaded. */
    static final String PROPERTY = "dev.normc.vector.bits";

    static final VectorSpecies<Double> SPECIES = PreparedSpecies.of(species(Integer.getInteger(PROPERTY, 0)));

    static final int LANES = SPECIES.length();

    private Width() {}

    private static VectorSpecies<Double> species(int bits) {
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
