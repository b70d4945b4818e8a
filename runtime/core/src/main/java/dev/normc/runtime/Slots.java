package dev.normc.runtime;

import java.util.Arrays;

/** What stands at each slot of a signature: arrays, buffers or segments, from some element on. */
final class Slots {
    private final KernelSignature signature;
    private final Object[] arrays;
    private final int[] offsets;
    private final int[] elements;

    Slots(KernelSignature signature, int dynamicExtent) {
        this.signature = signature;
        int count = signature.buffers().size();
        this.arrays = new Object[count];
        this.offsets = new int[count];
        this.elements = new int[count];
        for (int slot = 0; slot < count; slot++) {
            elements[slot] = signature.buffers().get(slot).elements(dynamicExtent);
        }
    }

    int offset(int slot) {
        return offsets[slot];
    }

    int elements(int slot) {
        return elements[slot];
    }

    /** Places memory of so many elements at a slot, which begins at an offset. */
    void put(int slot, Object memory, int length, int offset) {
        Arguments.range(signature.buffers().get(slot).name(), length, offset, elements[slot]);
        arrays[slot] = memory;
        offsets[slot] = offset;
    }

    /** Gives what stands at a slot its initial values, if anything does. */
    void reset(int slot) {
        if (arrays[slot] != null) {
            fill(slot);
        }
    }

    /** What stands at a slot; an input or a mask must have been set. */
    Object ready(int slot) {
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

    /** What stands at a slot, allocated with its initial values if nothing does. */
    Object allocate(int slot) {
        if (arrays[slot] == null) {
            BufferSpec buffer = signature.buffers().get(slot);
            arrays[slot] = signature.isMemory(slot)
                    ? Memory.allocate(signature.memory(), buffer, elements[slot])
                    : array(buffer.type(), elements[slot]);
            if (buffer.initial() != 0.0) {
                fill(slot);
            }
        }
        return arrays[slot];
    }

    private static Object array(DataType type, int length) {
        return switch (type) {
            case F32 -> new float[length];
            case F64 -> new double[length];
            case BF16, F16 -> new short[length];
        };
    }

    private void fill(int slot) {
        BufferSpec buffer = signature.buffers().get(slot);
        int from = offsets[slot];
        int to = from + elements[slot];
        if (arrays[slot] instanceof float[] array) {
            Arrays.fill(array, from, to, (float) buffer.initial());
        } else if (arrays[slot] instanceof short[] array) {
            Arrays.fill(array, from, to, buffer.type().shortBits(buffer.initial()));
        } else if (arrays[slot] instanceof double[] array) {
            Arrays.fill(array, from, to, buffer.initial());
        } else {
            Memory.fill(arrays[slot], buffer, from, to);
        }
    }

    /** The 16-bit type that an array of bits stands for; bf16 where the buffer has none, which is then refused. */
    DataType shortType(int slot) {
        DataType type = signature.buffers().get(slot).type();
        return type.isShort() ? type : DataType.BF16;
    }

    /** Refuses an array of another type than the buffer's. */
    void requireType(int slot, DataType type) {
        BufferSpec buffer = signature.buffers().get(slot);
        if (buffer.type() != type) {
            throw new IllegalArgumentException(
                    "`" + buffer.name() + "`: holds " + buffer.type().spelling() + ", not " + type.spelling());
        }
        if (signature.isMemory(slot)) {
            throw new IllegalArgumentException(
                    "`" + buffer.name() + "`: stands in a " + signature.memory().spelling() + ", not in an array");
        }
    }

    /** Refuses another kind of memory than the buffer's. */
    void requireMemory(int slot, MemoryKind kind) {
        if (!signature.isMemory(slot) || signature.memory() != kind) {
            String where = signature.isMemory(slot) ? "a " + signature.memory().spelling() : "an array";
            throw new IllegalArgumentException(
                    "`" + signature.buffers().get(slot).name() + "`: stands in " + where);
        }
    }
}
