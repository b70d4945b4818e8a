package dev.normc.cli.bench;

import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.KernelSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries compute on the first set, by the interpreter in binary64: the definition of what a kernel computes. */
public final class Reference {
    /** Where all of an array is close to 0, errors are measured against this. */
    private static final double LEAST_SCALE = 1e-6;

    private final KernelSignature signature;
    private final Map<Entry, Map<String, double[]>> expected = new HashMap<>();

    /**
     * Interprets each entry once.
     *
     * @param entries what saves statistics before what reads them
     */
    public Reference(
            KernelSignature signature, Map<Entry, TensorProgram> programs, List<Entry> entries, BufferSets sets) {
        this.signature = signature;
        Map<String, double[]> buffers = new HashMap<>();
        for (BufferSpec buffer : signature.buffers()) {
            if (buffer.role() != BufferRole.WORKSPACE) {
                buffers.put(buffer.name(), BufferSets.widened(buffer.type(), sets.array(0, buffer.name())));
            }
        }
        for (Entry entry : entries) {
            Map<String, double[]> results = Interpreter.run(programs.get(entry), buffers, 1);
            for (BufferSpec saved : signature.buffers(BufferRole.SAVED)) {
                buffers.put(saved.name(), results.getOrDefault(saved.name(), buffers.get(saved.name())));
            }
            expected.put(entry, results);
        }
    }

    /** Nothing yet: entries are added by {@link #take}. */
    Reference(KernelSignature signature) {
        this.signature = signature;
    }

    /** What an entry has just left in the first set is what is expected of it. */
    void take(Entry entry, BufferSets sets) {
        Map<String, double[]> results = new HashMap<>();
        for (BufferRole role : List.of(BufferRole.OUTPUT, BufferRole.GRADIENT)) {
            signature
                    .buffers(role)
                    .forEach(buffer -> results.put(
                            buffer.name(), BufferSets.widened(buffer.type(), sets.array(0, buffer.name()))));
        }
        expected.put(entry, results);
    }

    /**
     * Compares what a call has left in the first set.
     *
     * @param factor of the error that is tolerated, 1 for one rounding at the end
     * @return what is wrong, in words; empty where outputs or gradients are the expected ones
     */
    public Optional<String> difference(Entry entry, BufferSets sets, double factor) {
        for (BufferRole role : List.of(BufferRole.OUTPUT, BufferRole.GRADIENT)) {
            for (BufferSpec buffer : signature.buffers(role)) {
                double[] wanted = expected.get(entry).get(buffer.name());
                if (wanted == null) {
                    continue; // of another entry
                }
                double[] got = BufferSets.widened(buffer.type(), sets.array(0, buffer.name()));
                double scale = LEAST_SCALE;
                for (double value : wanted) {
                    scale = Double.isFinite(value) ? Math.max(scale, Math.abs(value)) : scale;
                }
                for (int i = 0; i < got.length; i++) {
                    if (!(Math.abs(got[i] - wanted[i]) <= factor * tolerance(buffer.type()) * scale)
                            && Double.compare(got[i], buffer.type().rounded(wanted[i])) != 0) {
                        return Optional.of(
                                "element " + i + " of `" + buffer.name() + "` is " + got[i] + ", not " + wanted[i]);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Some roundings of the storage, over the largest element; sums of a million in f64 stay far below. */
    private static double tolerance(DataType type) {
        return switch (type) {
            case F32 -> 1e-6;
            case F64 -> 1e-9;
            case BF16 -> 1e-2;
            case F16 -> 2e-3;
        };
    }
}
