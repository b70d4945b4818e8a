package dev.normc.jit.numerics;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.EntryRange;
import dev.normc.runtime.KernelSignature;
import dev.normc.runtime.NormKernel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One norm at one shape: its derived programs and its kernel, both run on named arrays of doubles.
 *
 * @param dynamicExtent extent of the dynamic axis; ignored where there is none
 */
record Subject(CompileRequest request, Compilation compilation, NormKernel kernel, int dynamicExtent) {
    private static final Jit JIT = new Jit(512);
    private static final Map<CompileRequest, Compilation> COMPILATIONS = new ConcurrentHashMap<>();

    static Subject of(Spec spec, DataType type) {
        return of(spec, type, Schedule.forThisJvm(), CompilerChoice.JANINO, 1);
    }

    /** With the entries of the second derivative. */
    static Subject ofOrderTwo(Spec spec, DataType type) {
        return of(request(spec, type, Schedule.forThisJvm()).withOrder(2), CompilerChoice.JANINO, 1);
    }

    static Subject of(Spec spec, DataType type, Schedule schedule, CompilerChoice compiler, int dynamicExtent) {
        return of(request(spec, type, schedule), compiler, dynamicExtent);
    }

    private static CompileRequest request(Spec spec, DataType type, Schedule schedule) {
        return new CompileRequest(
                new SourceFile(spec.name() + ".norm", spec.text()), Optional.empty(), spec.shape(), type, schedule);
    }

    private static Subject of(CompileRequest request, CompilerChoice compiler, int dynamicExtent) {
        Compilation compilation = COMPILATIONS.computeIfAbsent(request, Compiler::compile);
        return new Subject(request, compilation, JIT.kernel(request, compiler), dynamicExtent);
    }

    /** Drops what was compiled so far, for those who compile much. */
    static void forgetAll() {
        COMPILATIONS.clear();
        JIT.clear();
    }

    KernelSignature signature() {
        return kernel.signature();
    }

    /** What a derived program stores, in double. */
    Map<String, double[]> interpret(Entry entry, Map<String, double[]> values) {
        return interpret(compilation.programs().get(entry), values);
    }

    Map<String, double[]> interpret(TensorProgram program, Map<String, double[]> values) {
        return Interpreter.run(program, values, dynamicExtent);
    }

    /** What the program of an entry that may need saved statistics stores. */
    Map<String, double[]> reference(Entry entry, Map<String, double[]> values) {
        boolean saved = entry == Entry.BACKWARD || entry == Entry.BACKWARD2;
        return interpret(entry, saved ? withSaved(values) : values);
    }

    /** The values, and the statistics that the forward program saves for them. */
    Map<String, double[]> withSaved(Map<String, double[]> values) {
        Map<String, double[]> all = new HashMap<>(values);
        Map<String, double[]> stored = interpret(Entry.FORWARD, values);
        signature().buffers(BufferRole.SAVED).forEach(saved -> all.put(saved.name(), stored.get(saved.name())));
        return all;
    }

    /** Fresh bindings that hold the values, rounded to the storage type. */
    Bindings bind(Map<String, double[]> values) {
        Bindings bindings = new Bindings(signature(), dynamicExtent).allocateAll();
        values.forEach((name, elements) -> write(bindings, name, elements));
        return bindings;
    }

    /** What the kernel stores in an entry; a backward runs after a forward. */
    Map<String, double[]> run(Entry entry, Map<String, double[]> values) {
        return run(entry, values, bindings -> call(entry, bindings));
    }

    /** The same, one unit at a time, the last first, two tasks by turns. */
    Map<String, double[]> runInRanges(Entry entry, Map<String, double[]> values) {
        EntryRange range = signature().ranges().get(entry);
        int extent = range.extent(dynamicExtent);
        int unit = range.unit(dynamicExtent);
        return run(entry, values, bindings -> {
            bindings.reserve(entry, 2);
            kernel.combine(entry, bindings, 0);
            for (int stage = 0; stage < range.stages(); stage++) {
                for (int begin = (extent - 1) / unit * unit; begin >= 0; begin -= unit) {
                    int task = (begin / unit + stage) % 2;
                    kernel.run(entry, bindings, stage, task, begin, Math.min(extent, begin + unit));
                }
                kernel.combine(entry, bindings, stage + 1);
            }
        });
    }

    private Map<String, double[]> run(Entry entry, Map<String, double[]> values, Consumer<Bindings> call) {
        Bindings bindings = bind(values);
        if (entry == Entry.BACKWARD || entry == Entry.BACKWARD2) {
            kernel.forward(bindings);
        }
        call.accept(bindings);
        Map<String, double[]> results = new LinkedHashMap<>();
        for (TensorProgram.Store store : compilation.programs().get(entry).stores()) {
            String name = compilation
                    .programs()
                    .get(entry)
                    .buffers()
                    .get(store.buffer())
                    .name();
            results.put(name, read(bindings, name));
        }
        return results;
    }

    private void call(Entry entry, Bindings bindings) {
        switch (entry) {
            case FORWARD -> kernel.forward(bindings);
            case INFER -> kernel.infer(bindings);
            case BACKWARD -> kernel.backward(bindings);
            case BACKWARD_FROZEN -> kernel.backwardFrozen(bindings);
            case BACKWARD2 -> kernel.backward2(bindings);
            case BACKWARD_FROZEN2 -> kernel.backwardFrozen2(bindings);
        }
    }

    /** Elements of a buffer, exactly as doubles. */
    double[] read(Bindings bindings, String name) {
        DataType type = signature().buffer(name).type();
        if (type == DataType.F64) {
            return bindings.doubles(name).clone();
        }
        if (type.isShort()) {
            short[] bits = bindings.shorts(name);
            return IntStream.range(0, bits.length)
                    .mapToDouble(i -> type.widened(bits[i]))
                    .toArray();
        }
        float[] single = bindings.floats(name);
        double[] result = new double[single.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = single[i];
        }
        return result;
    }

    private void write(Bindings bindings, String name, double[] elements) {
        DataType type = signature().buffer(name).type();
        if (type == DataType.F64) {
            System.arraycopy(elements, 0, bindings.doubles(name), 0, elements.length);
            return;
        }
        if (type.isShort()) {
            for (int i = 0; i < elements.length; i++) {
                bindings.shorts(name)[i] = type.shortBits(elements[i]);
            }
            return;
        }
        float[] single = bindings.floats(name);
        for (int i = 0; i < elements.length; i++) {
            single[i] = (float) elements[i];
        }
    }

    /** Buffers that a caller fills: inputs, params, masks, states and cotangents. */
    List<BufferSpec> given() {
        return signature().buffers().stream()
                .filter(buffer -> switch (buffer.role()) {
                    case INPUT, PARAM, MASK, STATE, COTANGENT -> true;
                    case OUTPUT, SAVED, STATISTIC, WORKSPACE, GRADIENT -> false;
                })
                .toList();
    }

    /** Random values of the storage type: weights of 0, 1/2, 1 and 2, positive states, all else normal about 0.3. */
    Map<String, double[]> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (BufferSpec buffer : given()) {
            double[] elements = new double[buffer.elements(dynamicExtent)];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = switch (buffer.role()) {
                    case MASK -> new double[] {0, 0.5, 1, 1, 2}[random.nextInt(5)];
                    case STATE -> 0.5 + random.nextDouble();
                    default -> 0.3 + random.nextGaussian();
                };
            }
            values.put(buffer.name(), rounded(elements));
        }
        return values;
    }

    /** The elements rounded to the storage type. */
    double[] rounded(double[] elements) {
        return Arrays.stream(elements).map(signature().type()::rounded).toArray();
    }
}
