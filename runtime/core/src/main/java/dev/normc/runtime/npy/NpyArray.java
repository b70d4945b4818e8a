package dev.normc.runtime.npy;

import dev.normc.runtime.DataType;
import java.util.List;

/**
 * A dense array of a {@code .npy} file: an element type, a shape and the elements.
 *
 * <p>Extents are in elements, outermost axis first; the storage is row-major. An empty shape is one scalar. The backing
 * array is neither copied in nor out.
 */
public final class NpyArray {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private final NpyHeader header;
    private final float[] floats;
    private final double[] doubles;

    private NpyArray(NpyHeader header, float[] floats, double[] doubles, int length) {
        if (length != header.elements()) {
            throw new IllegalArgumentException("shape " + NpyHeader.tuple(header.shape()) + " needs "
                    + header.elements() + " elements, got " + length);
        }
        this.header = header;
        this.floats = floats;
        this.doubles = doubles;
    }

    /**
     * An {@link DataType#F32} array backed by {@code data}.
     *
     * @throws IllegalArgumentException if the shape is not one an array can have, or has another element count
     */
    public static NpyArray of(float[] data, List<Integer> shape) {
        return new NpyArray(new NpyHeader(DataType.F32, shape), data, NO_DOUBLES, data.length);
    }

    /**
     * An {@link DataType#F64} array backed by {@code data}.
     *
     * @throws IllegalArgumentException if the shape is not one an array can have, or has another element count
     */
    public static NpyArray of(double[] data, List<Integer> shape) {
        return new NpyArray(new NpyHeader(DataType.F64, shape), NO_FLOATS, data, data.length);
    }

    /** An array of zeros to be filled by the reader. */
    static NpyArray zeros(NpyHeader header) {
        return header.type() == DataType.F32
                ? of(new float[header.elements()], header.shape())
                : of(new double[header.elements()], header.shape());
    }

    /** How one element is stored. */
    public DataType type() {
        return header.type();
    }

    /** The extents, outermost axis first; empty for a scalar. */
    public List<Integer> shape() {
        return header.shape();
    }

    /** The number of elements: the product of the extents. */
    public int elements() {
        return header.elements();
    }

    /**
     * The backing array, row-major.
     *
     * @throws IllegalArgumentException if the elements are not {@link DataType#F32}
     */
    public float[] floats() {
        require(DataType.F32);
        return floats;
    }

    /**
     * The backing array, row-major.
     *
     * @throws IllegalArgumentException if the elements are not {@link DataType#F64}
     */
    public double[] doubles() {
        require(DataType.F64);
        return doubles;
    }

    /** Type and shape, for example {@code f32 (2, 3)}. */
    @Override
    public String toString() {
        return type().spelling() + " " + NpyHeader.tuple(shape());
    }

    NpyHeader header() {
        return header;
    }

    private void require(DataType asked) {
        if (type() != asked) {
            throw new IllegalArgumentException("the array holds " + type().spelling() + ", not " + asked.spelling());
        }
    }
}
