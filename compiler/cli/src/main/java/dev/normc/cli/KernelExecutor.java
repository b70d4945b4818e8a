package dev.normc.cli;

import dev.normc.compiler.CompileRequest;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.npy.NpyArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls the generated kernel. */
final class KernelExecutor implements Executor {
    private final NormKernel kernel;

    /** Compiles the kernel; errors as {@link Jit#kernel}. */
    KernelExecutor(CompileRequest request, CompilerChoice compiler) {
        this.kernel = new Jit(1).kernel(request, compiler);
    }

    @Override
    public KernelSignature signature() {
        return kernel.signature();
    }

    @Override
    public Map<String, NpyArray> call(RunMode mode, Map<String, NpyArray> arrays, int order) {
        Bindings bindings = kernel.bindings();
        arrays.forEach((name, array) -> bind(bindings, name, array));
        switch (mode) {
            case TRAIN -> kernel.forward(bindings);
            case INFER, FROZEN, INIT -> kernel.infer(bindings);
        }
        if (order > 0) {
            switch (mode) {
                case TRAIN -> kernel.backward(bindings);
                case INFER, FROZEN, INIT -> kernel.backwardFrozen(bindings);
            }
        }
        if (order > 1) {
            switch (mode) {
                case TRAIN -> kernel.backward2(bindings);
                case INFER, FROZEN, INIT -> kernel.backwardFrozen2(bindings);
            }
        }
        List<BufferRole> roles = new ArrayList<>(List.of(BufferRole.OUTPUT, BufferRole.STATE));
        if (order > 0) {
            roles.add(BufferRole.GRADIENT);
        }
        Map<String, NpyArray> results = new LinkedHashMap<>();
        for (BufferRole role : roles) {
            for (BufferSpec buffer : signature().buffers(role)) {
                results.put(buffer.name(), result(bindings, buffer));
            }
        }
        return results;
    }

    private static void bind(Bindings bindings, String name, NpyArray array) {
        if (array.type() == DataType.F32) {
            bindings.set(name, array.floats());
        } else {
            bindings.set(name, array.doubles());
        }
    }

    private static NpyArray result(Bindings bindings, BufferSpec buffer) {
        return buffer.type() == DataType.F32
                ? NpyArray.of(bindings.floats(buffer.name()), buffer.extents())
                : NpyArray.of(bindings.doubles(buffer.name()), buffer.extents());
    }
}
