package dev.normc.cli;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.npy.NpyArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Interprets the programs of a norm: the definition of what its kernel computes, rounded once at the end. */
final class InterpretedExecutor implements Executor {
    private static final int NO_DYNAMIC_AXIS = 1;

    private final Compilation compilation;

    /** Compiles the programs; errors as {@link Compiler#compile}. */
    InterpretedExecutor(CompileRequest request) {
        this.compilation = Compiler.compile(request);
    }

    @Override
    public KernelSignature signature() {
        return compilation.signature();
    }

    @Override
    public Map<String, NpyArray> call(RunMode mode, Map<String, NpyArray> arrays, int order) {
        Map<String, double[]> buffers = new HashMap<>();
        for (BufferSpec buffer : signature().buffers()) {
            NpyArray given = arrays.get(buffer.name());
            buffers.put(buffer.name(), given == null ? initial(buffer) : DoubleArrays.widened(given));
        }
        Map<String, double[]> results =
                new HashMap<>(Interpreter.run(compilation.programs().get(mode.forward()), buffers, NO_DYNAMIC_AXIS));
        if (order > 0) {
            // What forward saved, and the states as they were before it.
            for (BufferSpec saved : signature().buffers(BufferRole.SAVED)) {
                buffers.put(saved.name(), results.getOrDefault(saved.name(), buffers.get(saved.name())));
            }
            results.putAll(Interpreter.run(compilation.programs().get(mode.backward()), buffers, NO_DYNAMIC_AXIS));
        }
        if (order > 1) {
            results.putAll(Interpreter.run(compilation.programs().get(mode.backward2()), buffers, NO_DYNAMIC_AXIS));
        }
        Map<String, NpyArray> rounded = new LinkedHashMap<>();
        for (BufferSpec buffer : signature().buffers()) {
            boolean result = buffer.role() == BufferRole.OUTPUT
                    || buffer.role() == BufferRole.STATE
                    || order > 0 && buffer.role() == BufferRole.GRADIENT;
            if (result) {
                double[] values = results.getOrDefault(buffer.name(), buffers.get(buffer.name()));
                rounded.put(buffer.name(), DoubleArrays.rounded(values, buffer.extents(), buffer.type()));
            }
        }
        return rounded;
    }

    private static double[] initial(BufferSpec buffer) {
        double[] values = new double[buffer.elements(NO_DYNAMIC_AXIS)];
        Arrays.fill(values, buffer.type().rounded(buffer.initial()));
        return values;
    }
}
