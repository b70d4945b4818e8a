package counting;

import dev.normc.cli.AccessLog;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Loads and stores of vectors that are written down; compiled beside a kernel, whose own calls are turned here. */
public final class VectorCounting {
    public static FloatVector fromArray(VectorSpecies<Float> species, float[] array, int index) {
        AccessLog.lanes(array, index, species.length(), -1L, false);
        return FloatVector.fromArray(species, array, index);
    }

    public static FloatVector fromArray(
            VectorSpecies<Float> species, float[] array, int index, VectorMask<Float> mask) {
        AccessLog.lanes(array, index, species.length(), mask.toLong(), false);
        return FloatVector.fromArray(species, array, index, mask);
    }

    public static DoubleVector fromArray(VectorSpecies<Double> species, double[] array, int index) {
        AccessLog.lanes(array, index, species.length(), -1L, false);
        return DoubleVector.fromArray(species, array, index);
    }

    public static DoubleVector fromArray(
            VectorSpecies<Double> species, double[] array, int index, VectorMask<Double> mask) {
        AccessLog.lanes(array, index, species.length(), mask.toLong(), false);
        return DoubleVector.fromArray(species, array, index, mask);
    }

    public static void intoArray(FloatVector vector, float[] array, int index) {
        AccessLog.lanes(array, index, vector.length(), -1L, true);
        vector.intoArray(array, index);
    }

    public static void intoArray(FloatVector vector, float[] array, int index, VectorMask<Float> mask) {
        AccessLog.lanes(array, index, vector.length(), mask.toLong(), true);
        vector.intoArray(array, index, mask);
    }

    public static void intoArray(DoubleVector vector, double[] array, int index) {
        AccessLog.lanes(array, index, vector.length(), -1L, true);
        vector.intoArray(array, index);
    }

    public static void intoArray(DoubleVector vector, double[] array, int index, VectorMask<Double> mask) {
        AccessLog.lanes(array, index, vector.length(), mask.toLong(), true);
        vector.intoArray(array, index, mask);
    }
}
