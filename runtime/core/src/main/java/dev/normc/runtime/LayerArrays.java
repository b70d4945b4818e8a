package dev.normc.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a layer owns by slot: params, states, and for each param the gradient of one call and the sum of all. */
final class LayerArrays {
    private final KernelSignature signature;
    private final Object[] owned;
    private final Object[] sums;
    private final Object[] zeros;
    private final int[] unit;

    LayerArrays(KernelSignature signature) {
        this.signature = signature;
        this.owned = new Object[signature.buffers().size()];
        this.sums = new Object[owned.length];
        this.zeros = new Object[owned.length];
        this.unit = new int[owned.length];
        for (int slot = 0; slot < owned.length; slot++) {
            BufferSpec buffer = signature.buffers().get(slot);
            unit[slot] = buffer.elements(1);
            if (buffer.role() == BufferRole.PARAM || buffer.role() == BufferRole.STATE) {
                owned[slot] = allocate(buffer.type(), buffer.elements(0), buffer.initial());
            }
            boolean differentiated = signature.buffers(BufferRole.GRADIENT).stream()
                    .anyMatch(gradient -> gradient.name().equals("d" + buffer.name()));
            if (buffer.role() == BufferRole.PARAM && differentiated) {
                int gradient = signature.slot("d" + buffer.name());
                owned[gradient] = allocate(buffer.type(), buffer.elements(0), 0);
                sums[gradient] = allocate(buffer.type(), buffer.elements(0), 0);
            }
        }
    }

    static void requireWide(KernelSignature signature) {
        if (signature.type().isShort()) {
            throw new IllegalArgumentException("`" + signature.norm() + "`: a layer holds f32 or f64, not "
                    + signature.type().spelling() + "; call the kernel with `Bindings`");
        }
    }

    static void requireArrays(KernelSignature signature) {
        if (signature.memory() != MemoryKind.ARRAY) {
            throw new IllegalArgumentException("`" + signature.norm() + "`: a layer works on arrays, not on a "
                    + signature.memory().spelling() + "; call the kernel with `Bindings`");
        }
    }

    static Object allocate(DataType type, int elements, double initial) {
        switch (type) {
            case F32 -> {
                float[] array = new float[elements];
                Arrays.fill(array, (float) initial);
                return array;
            }
            case F64 -> {
                double[] array = new double[elements];
                Arrays.fill(array, initial);
                return array;
            }
            case BF16, F16 -> throw new IllegalArgumentException("a layer has no array of " + type.spelling());
        }
        throw new IllegalArgumentException("no array holds " + type);
    }

    /** Binds what the layer owns. */
    Bindings bind(Bindings bindings) {
        for (int slot = 0; slot < owned.length; slot++) {
            if (owned[slot] != null) {
                bind(bindings, signature.buffers().get(slot), owned[slot]);
            }
        }
        return bindings;
    }

    static void bind(Bindings bindings, BufferSpec buffer, Object array) {
        if (array instanceof float[] floats) {
            bindings.set(buffer.name(), floats);
        } else {
            bindings.set(buffer.name(), (double[]) array);
        }
    }

    /** A param, a state or the sum of a gradient; empty for what the layer does not own. */
    Optional<Object> find(String name) {
        int slot = signature.slot(name);
        return Optional.ofNullable(sums[slot] != null ? sums[slot] : owned[slot]);
    }

    /** Params and states in the order of the signature. */
    Map<BufferSpec, Object> kept() {
        Map<BufferSpec, Object> kept = new LinkedHashMap<>();
        for (BufferRole role : List.of(BufferRole.PARAM, BufferRole.STATE)) {
            signature.buffers(role).forEach(buffer -> kept.put(buffer, owned[signature.slot(buffer.name())]));
        }
        return kept;
    }

    /** Zeros that stand for a cotangent that is absent; nobody writes them. */
    Object zeros(int slot, int elements) {
        if (zeros[slot] == null || length(zeros[slot]) != elements) {
            zeros[slot] = allocate(signature.buffers().get(slot).type(), elements, 0);
        }
        return zeros[slot];
    }

    /** Adds the gradients of this call to the sums. */
    void accumulate() {
        for (int slot = 0; slot < sums.length; slot++) {
            if (sums[slot] instanceof float[] sum) {
                float[] gradient = (float[]) owned[slot];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient[i];
                }
            } else if (sums[slot] instanceof double[] sum) {
                double[] gradient = (double[]) owned[slot];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient[i];
                }
            }
        }
    }

    void zeroGradients() {
        for (Object sum : sums) {
            if (sum instanceof float[] floats) {
                Arrays.fill(floats, 0);
            } else if (sum instanceof double[] doubles) {
                Arrays.fill(doubles, 0);
            }
        }
    }

    /** The extent of the dynamic axis on which all given arrays agree; 1 where there is no dynamic axis. */
    int extent(BufferSpec[] given, Object[] brought) {
        int extent = signature.dynamicAxis().isPresent() ? -1 : 1;
        for (BufferSpec buffer : given) {
            int slot = signature.slot(buffer.name());
            if (brought[slot] == null) {
                throw new IllegalStateException("`" + buffer.name() + "` has not been set");
            }
            int length = length(brought[slot]);
            if (extent < 0 && buffer.isDynamic() && unit[slot] > 0) {
                if (length % unit[slot] != 0) {
                    throw new IllegalArgumentException("`" + buffer.name() + "`: " + length
                            + " elements, not a multiple of " + unit[slot] + ", the elements of one index of axis `"
                            + signature.dynamicAxis().get() + "`");
                }
                extent = length / unit[slot];
            }
        }
        // Where no given array tells, none has an element that depends on it.
        extent = Math.max(extent, 0);
        for (BufferSpec buffer : given) {
            int slot = signature.slot(buffer.name());
            requireLength(buffer, brought[slot], buffer.isDynamic() ? (long) unit[slot] * extent : unit[slot]);
        }
        return extent;
    }

    static void requireLength(BufferSpec buffer, Object array, long elements) {
        if (length(array) != elements) {
            throw new IllegalArgumentException(
                    "`" + buffer.name() + "`: needs " + elements + " elements, got " + length(array));
        }
    }

    static void requireType(BufferSpec buffer, DataType type) {
        if (buffer.type() != type) {
            throw new IllegalArgumentException(
                    "`" + buffer.name() + "`: holds " + buffer.type().spelling() + ", not " + type.spelling());
        }
    }

    static int length(Object array) {
        return array instanceof float[] floats ? floats.length : ((double[]) array).length;
    }

    static String names(BufferSpec[] buffers) {
        return Arrays.stream(buffers).map(buffer -> "`" + buffer.name() + "`").collect(Collectors.joining(", "));
    }
}
