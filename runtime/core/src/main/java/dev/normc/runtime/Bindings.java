package dev.normc.runtime;

import java.util.Arrays;
import java.util.Objects;

/**
 * The arrays of one caller for one kernel, by name.
 *
 * <p>A name is looked up once, when an array is set or asked for; a call of the kernel reads slots. Arrays that the
 * caller does not bring are allocated when they are first needed, with the initial values of the signature; an output's
 * cotangent that is never set is 0. Not safe for use by two threads at once.
 */
public final class Bindings {
    private final KernelSignature signature;
    private final int dynamicExtent;
    private final Object[] arrays;
    private final int[] offsets;
    private final int[] elements;
    private Parallelism parallelism = Parallelism.SERIAL;
    /** The last signature found equal: kernels with the same buffers hold copies of it. */
    private KernelSignature required;

    /**
     * Empty bindings.
     *
     * @param dynamicExtent extent of the dynamic axis; ignored where the signature has none
     * @throws IllegalArgumentException if the extent is negative or a buffer would not fit an array
     */
    public Bindings(KernelSignature signature, int dynamicExtent) {
        this.signature = Objects.requireNonNull(signature, "signature");
        this.dynamicExtent = signature.dynamicAxis().isPresent() ? dynamicExtent : 1;
        if (this.dynamicExtent < 0) {
            throw new IllegalArgumentException(
                    "axis `" + signature.dynamicAxis().orElseThrow() + "`: extent " + dynamicExtent + " is negative");
        }
        int count = signature.buffers().size();
        this.arrays = new Object[count];
        this.offsets = new int[count];
        this.elements = new int[count];
        for (int slot = 0; slot < count; slot++) {
            elements[slot] = signature.buffers().get(slot).elements(this.dynamicExtent);
        }
    }

    /**
     * The threads for calls with these bindings; {@link Parallelism#SERIAL} if never set. No bit of any result depends on
     * it.
     */
    public Bindings parallelism(Parallelism chosen) {
        this.parallelism = Objects.requireNonNull(chosen, "parallelism");
        return this;
    }

    /**
     * For kernels: runs an entry with the threads of these bindings.
     *
     * @return false if that is the caller's thread alone, and nothing was done
     */
    public boolean inParallel(NormKernel kernel, Entry entry) {
        return parallelism.run(kernel, entry, this);
    }

    /** Makes the workspace large enough for so many tasks of an entry; what it held is lost. */
    public Bindings reserve(Entry entry, int tasks) {
        EntryRange range = signature.ranges().get(entry);
        int needed = range == null ? 0 : range.workspace(tasks, dynamicExtent);
        for (int slot : signature.entries().get(entry)) {
            if (signature.buffers().get(slot).role() == BufferRole.WORKSPACE) {
                double[] array = (double[]) allocate(slot);
                if (array.length - offsets[slot] < needed) {
                    arrays[slot] = new double[needed];
                    offsets[slot] = 0;
                }
            }
        }
        return this;
    }

    /** The signature these bindings are for. */
    public KernelSignature signature() {
        return signature;
    }

    /** The extent of the dynamic axis at the next call; 1 where there is none. */
    public int dynamicExtent() {
        return dynamicExtent;
    }

    /** Binds an f32 buffer to the caller's array, from its first element. */
    public Bindings set(String name, float[] array) {
        return set(name, array, 0);
    }

    /**
     * Binds an f32 buffer to a part of the caller's array; nothing is copied.
     *
     * @param offset index of the buffer's first element
     * @throws IllegalArgumentException naming the buffer if it is unknown, of another type, or the array is too short
     */
    public Bindings set(String name, float[] array, int offset) {
        return bind(name, DataType.F32, array, array.length, offset);
    }

    /** Binds an f64 buffer to the caller's array, from its first element. */
    public Bindings set(String name, double[] array) {
        return set(name, array, 0);
    }

    /** Binds an f64 buffer to a part of the caller's array; errors as for {@code float[]}. */
    public Bindings set(String name, double[] array, int offset) {
        return bind(name, DataType.F64, array, array.length, offset);
    }

    /** Binds a bf16 or f16 buffer to the caller's array of its bits, from its first element. */
    public Bindings set(String name, short[] array) {
        return set(name, array, 0);
    }

    /** Binds a bf16 or f16 buffer to a part of the caller's array of its bits; errors as for {@code float[]}. */
    public Bindings set(String name, short[] array, int offset) {
        return bind(name, shortType(signature.slot(name)), array, array.length, offset);
    }

    private Bindings bind(String name, DataType type, Object array, int length, int offset) {
        int slot = signature.slot(name);
        requireType(slot, type);
        Arguments.range(name, length, offset, elements[slot]);
        arrays[slot] = array;
        offsets[slot] = offset;
        return this;
    }

    /** Fills a params or state buffer, or any other, with the initial value of the signature. */
    public Bindings reset(String name) {
        int slot = signature.slot(name);
        if (arrays[slot] != null) {
            fill(slot);
        }
        return this;
    }

    /** Allocates every buffer that has not been set. */
    public Bindings allocateAll() {
        for (int slot = 0; slot < arrays.length; slot++) {
            allocate(slot);
        }
        return this;
    }

    /** The array behind an f32 buffer, allocated if it was not set; its elements start at {@link #offset(String)}. */
    public float[] floats(String name) {
        int slot = signature.slot(name);
        requireType(slot, DataType.F32);
        return (float[]) allocate(slot);
    }

    /** The array behind an f64 buffer, allocated if it was not set; its elements start at {@link #offset(String)}. */
    public double[] doubles(String name) {
        int slot = signature.slot(name);
        requireType(slot, DataType.F64);
        return (double[]) allocate(slot);
    }

    /**
     * The array of bits behind a bf16 or f16 buffer, allocated if it was not set; its elements start at
     * {@link #offset(String)}. {@link DataType#widened} and {@link DataType#shortBits} convert.
     */
    public short[] shorts(String name) {
        int slot = signature.slot(name);
        requireType(slot, shortType(slot));
        return (short[]) allocate(slot);
    }

    /** Index of a buffer's first element in its array. */
    public int offset(String name) {
        return offsets[signature.slot(name)];
    }

    /** The number of elements of a buffer. */
    public int elements(String name) {
        return elements[signature.slot(name)];
    }

    /**
     * For kernels: the f32 array at a slot.
     *
     * @throws IllegalStateException if it is an input or a mask that nobody set
     */
    public float[] floats(int slot) {
        return (float[]) ready(slot);
    }

    /** For kernels: the f64 array at a slot; errors as {@link #floats(int)}. */
    public double[] doubles(int slot) {
        return (double[]) ready(slot);
    }

    /** For kernels: the array of bits at a slot; errors as {@link #floats(int)}. */
    public short[] shorts(int slot) {
        return (short[]) ready(slot);
    }

    /** For kernels: the index of the first element at a slot. */
    public int offset(int slot) {
        return offsets[slot];
    }

    /**
     * For kernels: checks that these bindings were made for that signature.
     *
     * @throws IllegalArgumentException naming both norms otherwise
     */
    public void require(KernelSignature expected) {
        if (expected == required) {
            return;
        }
        if (!signature.equals(expected)) {
            throw new IllegalArgumentException("bindings of `" + signature.norm() + "` given to a kernel of `"
                    + expected.norm() + "` with other buffers");
        }
        required = expected;
    }

    /** Allocates what an entry takes, on this thread. */
    void prepare(Entry entry) {
        signature.entries().get(entry).forEach(this::ready);
    }

    /** Elements of the largest tensor that an entry takes. */
    int largest(Entry entry) {
        int most = 0;
        for (int slot : signature.entries().get(entry)) {
            if (signature.buffers().get(slot).role() != BufferRole.WORKSPACE) {
                most = Math.max(most, elements[slot]);
            }
        }
        return most;
    }

    private Object ready(int slot) {
        Object array = arrays[slot];
        if (array != null) {
            return array;
        }
        BufferSpec buffer = signature.buffers().get(slot);
        if ((buffer.role() == BufferRole.INPUT || buffer.role() == BufferRole.MASK) && elements[slot] > 0) {
            throw new IllegalStateException("`" + buffer.name() + "` has not been set");
        }
        return allocate(slot);
    }

    private Object allocate(int slot) {
        if (arrays[slot] == null) {
            arrays[slot] = switch (signature.buffers().get(slot).type()) {
                case F32 -> new float[elements[slot]];
                case F64 -> new double[elements[slot]];
                case BF16, F16 -> new short[elements[slot]];
            };
            if (signature.buffers().get(slot).initial() != 0.0) {
                fill(slot);
            }
        }
        return arrays[slot];
    }

    private void fill(int slot) {
        double initial = signature.buffers().get(slot).initial();
        int from = offsets[slot];
        int to = from + elements[slot];
        if (arrays[slot] instanceof float[] array) {
            Arrays.fill(array, from, to, (float) initial);
        } else if (arrays[slot] instanceof short[] array) {
            Arrays.fill(array, from, to, signature.buffers().get(slot).type().shortBits(initial));
        } else {
            Arrays.fill((double[]) arrays[slot], from, to, initial);
        }
    }

    /** The 16-bit type that an array of bits stands for; bf16 where the buffer has none, which is then refused. */
    private DataType shortType(int slot) {
        DataType type = signature.buffers().get(slot).type();
        return type.isShort() ? type : DataType.BF16;
    }

    private void requireType(int slot, DataType type) {
        BufferSpec buffer = signature.buffers().get(slot);
        if (buffer.type() != type) {
            throw new IllegalArgumentException(
                    "`" + buffer.name() + "`: holds " + buffer.type().spelling() + ", not " + type.spelling());
        }
    }
}
