package dev.normc.cli;

import dev.normc.runtime.DataType;
import dev.normc.runtime.npy.NpyArray;
import java.util.List;

/** Arrays as binary64, in which norms are interpreted and folded, and back to their storage type. */
final class DoubleArrays {
    private DoubleArrays() {}

    /** The elements of an array. */
    static double[] widened(NpyArray array) {
        if (array.type() == DataType.F64) {
            return array.doubles();
        }
        double[] values = new double[array.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.floats()[i];
        }
        return values;
    }

    /** An array of some type, each element rounded once. */
    static NpyArray rounded(double[] values, List<Integer> shape, DataType type) {
        if (type == DataType.F64) {
            return NpyArray.of(values, shape);
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return NpyArray.of(floats, shape);
    }
}
