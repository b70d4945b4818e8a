package dev.normc.runtime;

import java.nio.Buffer;
import java.nio.ByteBuffer;
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
    private final Slots slots;
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
        this.slots = new Slots(signature, this.dynamicExtent);
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
                double[] array = (double[]) slots.allocate(slot);
                if (array.length - slots.offset(slot) < needed) {
                    slots.put(slot, new double[needed], needed, 0);
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
        return bind(name, slots.shortType(signature.slot(name)), array, array.length, offset);
    }

    private Bindings bind(String name, DataType type, Object array, int length, int offset) {
        int slot = signature.slot(name);
        slots.requireType(slot, type);
        return put(slot, array, length, offset);
    }

    private Bindings put(int slot, Object memory, int length, int offset) {
        slots.put(slot, memory, length, offset);
        return this;
    }

    /** Binds to the caller's {@link java.nio.Buffer}, from its position on; errors as {@link #set(String, Buffer, int)}. */
    public Bindings set(String name, Buffer buffer) {
        boolean bytes = buffer instanceof ByteBuffer;
        return set(name, buffer, bytes ? 0 : buffer.position());
    }

    /**
     * Binds a buffer of a kernel over {@link MemoryKind#BUFFER} to a {@code FloatBuffer}, {@code DoubleBuffer} or
     * {@code ShortBuffer}, or to a {@code ByteBuffer} from its position on; nothing is copied.
     *
     * @param offset index of the first element; in a {@code ByteBuffer} counted from its position
     * @throws IllegalArgumentException naming the buffer if it is unknown, of another type or byte order, or too short
     */
    public Bindings set(String name, Buffer buffer, int offset) {
        int slot = signature.slot(name);
        slots.requireMemory(slot, MemoryKind.BUFFER);
        Buffer viewed = Memory.viewed(signature.buffers().get(slot), buffer);
        return put(slot, viewed, viewed.limit(), offset);
    }

    /**
     * Binds a buffer of a kernel over {@link MemoryKind#SEGMENT} to a part of a {@code MemorySegment}.
     *
     * @param offset of the first element, in elements
     * @throws IllegalArgumentException naming the buffer if it is unknown, or the segment is none or too short
     */
    public Bindings setSegment(String name, Object segment, int offset) {
        int slot = signature.slot(name);
        slots.requireMemory(slot, MemoryKind.SEGMENT);
        long bytes = Segments.byteSize(segment)
                .orElseThrow(() -> new IllegalArgumentException("`" + name + "`: takes a MemorySegment"));
        return put(
                slot,
                segment,
                Memory.elements(bytes, signature.buffers().get(slot).type().bytes()),
                offset);
    }

    /** The buffer or the segment behind a buffer that stands in one, allocated if it was not set. */
    public Object memory(String name) {
        int slot = signature.slot(name);
        slots.requireMemory(slot, signature.memory());
        return slots.allocate(slot);
    }

    /** Fills a params or state buffer, or any other, with the initial value of the signature. */
    public Bindings reset(String name) {
        int slot = signature.slot(name);
        slots.reset(slot);
        return this;
    }

    /** Allocates every buffer that has not been set. */
    public Bindings allocateAll() {
        for (int slot = 0; slot < signature.buffers().size(); slot++) {
            slots.allocate(slot);
        }
        return this;
    }

    /** The array behind an f32 buffer, allocated if it was not set; its elements start at {@link #offset(String)}. */
    public float[] floats(String name) {
        int slot = signature.slot(name);
        slots.requireType(slot, DataType.F32);
        return (float[]) slots.allocate(slot);
    }

    /** The array behind an f64 buffer, allocated if it was not set; its elements start at {@link #offset(String)}. */
    public double[] doubles(String name) {
        int slot = signature.slot(name);
        slots.requireType(slot, DataType.F64);
        return (double[]) slots.allocate(slot);
    }

    /**
     * The array of bits behind a bf16 or f16 buffer, allocated if it was not set; its elements start at
     * {@link #offset(String)}. {@link DataType#widened} and {@link DataType#shortBits} convert.
     */
    public short[] shorts(String name) {
        int slot = signature.slot(name);
        slots.requireType(slot, slots.shortType(slot));
        return (short[]) slots.allocate(slot);
    }

    /** Index of a buffer's first element in its array. */
    public int offset(String name) {
        return slots.offset(signature.slot(name));
    }

    /** The number of elements of a buffer. */
    public int elements(String name) {
        return slots.elements(signature.slot(name));
    }

    /**
     * For kernels: the f32 array at a slot.
     *
     * @throws IllegalStateException if it is an input or a mask that nobody set
     */
    public float[] floats(int slot) {
        return (float[]) slots.ready(slot);
    }

    /** For kernels: the f64 array at a slot; errors as {@link #floats(int)}. */
    public double[] doubles(int slot) {
        return (double[]) slots.ready(slot);
    }

    /** For kernels: the array of bits at a slot; errors as {@link #floats(int)}. */
    public short[] shorts(int slot) {
        return (short[]) slots.ready(slot);
    }

    /** For kernels: the buffer or segment at a slot; errors as {@link #floats(int)}. */
    public Object memory(int slot) {
        return slots.ready(slot);
    }

    /** For kernels: the index of the first element at a slot. */
    public int offset(int slot) {
        return slots.offset(slot);
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
        signature.entries().get(entry).forEach(slots::ready);
    }

    /** Elements of the largest tensor that an entry takes. */
    int largest(Entry entry) {
        int most = 0;
        for (int slot : signature.entries().get(entry)) {
            if (signature.buffers().get(slot).role() != BufferRole.WORKSPACE) {
                most = Math.max(most, slots.elements(slot));
            }
        }
        return most;
    }
}
