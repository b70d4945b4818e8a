package dev.normc.samples.benchmarks.peers;

import dev.normc.samples.benchmarks.BufferSets;
import dev.normc.samples.benchmarks.Data;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The buffer sets outside the Java heap, shared by the libraries that compute on such.
 *
 * <p>Every buffer begins at a multiple of 64 bytes, where the libraries' own allocators would put it.
 *
 * @param x inputs by set
 * @param dy cotangents by set
 * @param y outputs by set
 * @param dx gradients by set
 * @param elements of each
 */
record NativeSets(FloatPointer[] x, FloatPointer[] dy, FloatPointer[] y, FloatPointer[] dx, int elements) {
    private static final int ALIGNMENT = 64;

    /** Libraries hold addresses, which the garbage collector does not see: what they were given stays. */
    private static final List<FloatPointer> KEPT = new ArrayList<>();

    private static NativeSets current;
    private static BufferSets origin;

    /** The copies of these sets; made once in a process. */
    static synchronized NativeSets of(BufferSets sets) {
        if (origin != sets) {
            int count = sets.sets();
            current = new NativeSets(
                    new FloatPointer[count],
                    new FloatPointer[count],
                    new FloatPointer[count],
                    new FloatPointer[count],
                    sets.x()[0].length);
            for (int set = 0; set < count; set++) {
                current.x[set] = copy(sets.x()[set]);
                current.dy[set] = copy(sets.dy()[set]);
                current.y[set] = copy(sets.y()[set]);
                current.dx[set] = copy(sets.dx()[set]);
            }
            origin = sets;
        }
        return current;
    }

    /** Fills the results of set 0 with what is not a number. */
    void spoil() {
        float[] nothing = new float[elements];
        Arrays.fill(nothing, Float.NaN);
        y[0].put(nothing);
        dx[0].put(nothing);
    }

    /** An aligned copy of gamma. */
    static FloatPointer gamma(Data data) {
        return copy(data.gamma());
    }

    /** An aligned copy of beta. */
    static FloatPointer beta(Data data) {
        return copy(data.beta());
    }

    /** Room for as many floats, until the process ends. */
    static FloatPointer room(int elements) {
        FloatPointer pointer = new FloatPointer(elements + (long) ALIGNMENT / Float.BYTES);
        KEPT.add(pointer);
        long past = pointer.address() % ALIGNMENT;
        return past == 0 ? pointer : pointer.getPointer((ALIGNMENT - past) / Float.BYTES);
    }

    /** The first elements of a buffer. */
    static float[] read(FloatPointer from, int elements) {
        float[] values = new float[elements];
        from.get(values);
        return values;
    }

    private static FloatPointer copy(float[] values) {
        return room(values.length).put(values);
    }
}
