package dev.normc.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a kernel computes on: its buffers, in slot order, and which of them each entry takes.
 *
 * @param norm the declared name of the normalization
 * @param type storage of inputs, params, masks, states, outputs and gradients
 * @param dynamicAxis the axis whose extent is given at each call; empty where all are fixed
 * @param buffers every buffer; its index is its slot
 * @param entries for each entry, the slots of its arguments in order
 * @param ranges how entries can be cut; one that cannot is not in it
 * @param memory where the tensors stand
 */
public record KernelSignature(
        String norm,
        DataType type,
        Optional<String> dynamicAxis,
        List<BufferSpec> buffers,
        Map<Entry, List<Integer>> entries,
        Map<Entry, EntryRange> ranges,
        MemoryKind memory) {

    public KernelSignature {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(dynamicAxis, "dynamicAxis");
        buffers = List.copyOf(buffers);
        entries = Map.copyOf(entries);
        ranges = Map.copyOf(ranges);
        Objects.requireNonNull(memory, "memory");
    }

    /**
     * The slot of a buffer.
     *
     * @throws IllegalArgumentException listing the names there are, if there is no such buffer
     */
    public int slot(String name) {
        for (int slot = 0; slot < buffers.size(); slot++) {
            if (buffers.get(slot).name().equals(name)) {
                return slot;
            }
        }
        List<String> names = new ArrayList<>();
        for (BufferSpec buffer : buffers) {
            if (buffer.role() != BufferRole.WORKSPACE && buffer.role() != BufferRole.SAVED) {
                names.add("`" + buffer.name() + "`");
            }
        }
        throw new IllegalArgumentException(
                "`" + norm + "` has no buffer `" + name + "`; it has " + String.join(", ", names));
    }

    /** The buffer of that name. */
    public BufferSpec buffer(String name) {
        return buffers.get(slot(name));
    }

    /** For kernels: where the scratch of a task of an entry begins in the workspace, in elements. */
    public int scratchOf(Entry entry, int task, int dynamicExtent) {
        return ranges.get(entry).scratchOf(task, dynamicExtent);
    }

    /** Whether the buffer at a slot stands in a buffer or a segment, and not in an array. */
    public boolean isMemory(int slot) {
        return memory.holds(buffers.get(slot).role());
    }

    /** Buffers of one role, in slot order. */
    public List<BufferSpec> buffers(BufferRole role) {
        return buffers.stream().filter(buffer -> buffer.role() == role).toList();
    }

    /** Starts a signature. Generated kernels describe themselves with it. */
    public static Builder builder(String norm, DataType type) {
        return new Builder(norm, type);
    }

    /** Collects a signature in slot order. */
    public static final class Builder {
        private final String norm;
        private final DataType type;
        private Optional<String> dynamicAxis = Optional.empty();
        private MemoryKind memory = MemoryKind.ARRAY;
        private final List<BufferSpec> buffers = new ArrayList<>();
        private final Map<Entry, List<Integer>> entries = new EnumMap<>(Entry.class);
        private final Map<Entry, EntryRange> ranges = new EnumMap<>(Entry.class);

        private Builder(String norm, DataType type) {
            this.norm = norm;
            this.type = type;
        }

        /** Names the axis whose extent is given at each call. */
        public Builder dynamicAxis(String axis) {
            dynamicAxis = Optional.of(axis);
            return this;
        }

        /** Says where the tensors stand; in arrays if it is never said. */
        public Builder memory(MemoryKind kind) {
            memory = kind;
            return this;
        }

        /** Adds a buffer at the next slot. */
        public Builder buffer(BufferSpec buffer) {
            buffers.add(buffer);
            return this;
        }

        /**
         * Adds a tensor at the next slot.
         *
         * @param axes axis names
         * @param extents extents, {@link BufferSpec#DYNAMIC} for the dynamic axis
         */
        public Builder tensor(
                String name, BufferRole role, String[] axes, int[] extents, DataType elementType, double initial) {
            List<Integer> boxed = Arrays.stream(extents).boxed().toList();
            return buffer(BufferSpec.tensor(name, role, Arrays.asList(axes), boxed, elementType, initial));
        }

        /** Adds a workspace at the next slot. */
        public Builder workspace(String name, int fixed, long perDynamic) {
            return buffer(BufferSpec.workspace(name, fixed, perDynamic));
        }

        /** Says which slots an entry takes, in the order of its parameters. */
        public Builder entry(Entry entry, int[] slots) {
            entries.put(entry, Arrays.stream(slots).boxed().toList());
            return this;
        }

        /** Says how an entry can be cut; the numbers are those of {@link EntryRange}. */
        public Builder range(
                Entry entry,
                String axis,
                int extent,
                int block,
                boolean chunked,
                int stages,
                int scratch,
                long scratchPerDynamic,
                int partials) {
            ranges.put(
                    entry, new EntryRange(axis, extent, block, chunked, stages, scratch, scratchPerDynamic, partials));
            return this;
        }

        /** The finished signature. */
        public KernelSignature build() {
            return new KernelSignature(norm, type, dynamicAxis, buffers, entries, ranges, memory);
        }
    }
}
