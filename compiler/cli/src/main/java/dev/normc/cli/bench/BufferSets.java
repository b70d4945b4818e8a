package dev.normc.cli.bench;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Arrays for one shape, several times over, with seeded random values in inputs, masks, cotangents and params.
 *
 * <p>Params, states and the workspace are one for all sets; what a call reads and writes element by element is each set's
 * own. All sets hold the same values.
 */
public final class BufferSets {
    private static final Set<BufferRole> SHARED = Set.of(BufferRole.PARAM, BufferRole.STATE);
    private static final double MASKED = 0.125;
    private static final double AROUND_INITIAL = 0.1;

    private final KernelSignature signature;
    private final List<Map<String, Object>> arrays = new ArrayList<>();
    private final Map<String, Object> initialStates = new HashMap<>();

    /** Allocates and fills; the signature has no dynamic axis. */
    public BufferSets(KernelSignature signature, int sets) {
        this.signature = signature;
        SplittableRandom random = new SplittableRandom(1);
        for (int set = 0; set < sets; set++) {
            Map<String, Object> own = new HashMap<>();
            for (BufferSpec buffer : signature.buffers()) {
                if (buffer.role() == BufferRole.WORKSPACE) {
                    continue;
                }
                if (set > 0) {
                    Object first = arrays.get(0).get(buffer.name());
                    own.put(buffer.name(), SHARED.contains(buffer.role()) ? first : copy(first));
                } else {
                    Object array = array(buffer.type(), buffer.elements(1));
                    fill(buffer, array, random);
                    own.put(buffer.name(), array);
                }
            }
            arrays.add(own);
        }
        signature
                .buffers(BufferRole.STATE)
                .forEach(state ->
                        initialStates.put(state.name(), copy(arrays.get(0).get(state.name()))));
    }

    /** Bytes of one set. */
    public static long bytes(KernelSignature signature) {
        return signature.buffers().stream()
                .filter(buffer -> buffer.role() != BufferRole.WORKSPACE)
                .mapToLong(buffer -> (long) buffer.elements(1) * buffer.type().bytes())
                .sum();
    }

    /** Bytes of the arrays of one set that an entry takes. */
    public static long bytes(KernelSignature signature, Entry entry) {
        return signature.entries().get(entry).stream()
                .map(slot -> signature.buffers().get(slot))
                .filter(buffer -> buffer.role() != BufferRole.WORKSPACE)
                .mapToLong(buffer -> (long) buffer.elements(1) * buffer.type().bytes())
                .sum();
    }

    /** The number of sets. */
    public int sets() {
        return arrays.size();
    }

    /** The array of a buffer. */
    public Object array(int set, String buffer) {
        return arrays.get(set).get(buffer);
    }

    /**
     * Bindings of every set, with one workspace for all of them.
     *
     * @param kernel whose buffers are these, but for the workspace
     * @param entries that will be called
     * @param threads at most
     */
    public List<Bindings> bindings(KernelSignature kernel, List<Entry> entries, int threads) {
        List<Bindings> all = new ArrayList<>();
        for (int set = 0; set < sets(); set++) {
            Bindings bindings = new Bindings(kernel, 1);
            arrays.get(set).forEach((name, array) -> set(bindings, name, array));
            for (BufferSpec workspace : kernel.buffers(BufferRole.WORKSPACE)) {
                if (set > 0) {
                    bindings.set(workspace.name(), all.get(0).doubles(workspace.name()));
                }
            }
            if (set == 0) {
                entries.forEach(entry -> bindings.reserve(entry, threads));
            }
            all.add(bindings);
        }
        return all;
    }

    /** States as they were before the first call. */
    public void resetStates() {
        initialStates.forEach((name, values) ->
                System.arraycopy(values, 0, array(0, name), 0, java.lang.reflect.Array.getLength(values)));
    }

    /** Fills the results of the first set with what is not a number. */
    public void spoil() {
        for (BufferRole role : List.of(BufferRole.OUTPUT, BufferRole.GRADIENT)) {
            for (BufferSpec buffer : signature.buffers(role)) {
                Object array = array(0, buffer.name());
                for (int i = 0; i < buffer.elements(1); i++) {
                    put(buffer.type(), array, i, Double.NaN);
                }
            }
        }
    }

    /** A copy for the limit: an array of each set, or another one of the same length where its own has another. */
    Object arrayOf(int set, BufferSpec buffer, BufferSpec like) {
        boolean same = buffer.elements(1) == like.elements(1) && buffer.type() == like.type();
        return same ? array(set, buffer.name()) : array(like.type(), like.elements(1));
    }

    static Bindings set(Bindings bindings, String name, Object array) {
        if (array instanceof float[] floats) {
            return bindings.set(name, floats);
        }
        return array instanceof double[] doubles ? bindings.set(name, doubles) : bindings.set(name, (short[]) array);
    }

    static Object array(DataType type, int elements) {
        return switch (type) {
            case F32 -> new float[elements];
            case F64 -> new double[elements];
            case BF16, F16 -> new short[elements];
        };
    }

    private static Object copy(Object array) {
        if (array instanceof float[] floats) {
            return floats.clone();
        }
        return array instanceof double[] doubles ? doubles.clone() : ((short[]) array).clone();
    }

    private static void fill(BufferSpec buffer, Object array, SplittableRandom random) {
        for (int i = 0; i < buffer.elements(1); i++) {
            double value =
                    switch (buffer.role()) {
                        case INPUT -> 1 + random.nextGaussian();
                        case COTANGENT -> 0.5 + random.nextGaussian();
                        case MASK -> random.nextDouble() < MASKED ? 0 : 1;
                        case PARAM -> buffer.initial() + AROUND_INITIAL * random.nextGaussian();
                        case STATE, OUTPUT, SAVED, STATISTIC, GRADIENT, WORKSPACE -> buffer.initial();
                    };
            put(buffer.type(), array, i, value);
        }
    }

    private static void put(DataType type, Object array, int index, double value) {
        switch (type) {
            case F32 -> ((float[]) array)[index] = (float) value;
            case F64 -> ((double[]) array)[index] = value;
            case BF16, F16 -> ((short[]) array)[index] = type.shortBits(value);
        }
    }

    /** An array widened. */
    static double[] widened(DataType type, Object array) {
        double[] values = new double[java.lang.reflect.Array.getLength(array)];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case F32 -> ((float[]) array)[i];
                case F64 -> ((double[]) array)[i];
                case BF16, F16 -> type.widened(((short[]) array)[i]);
            };
        }
        return values;
    }
}
