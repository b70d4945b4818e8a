package dev.normc.samples.aheadoftime;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A kernel that Maven wrote, and how to get the same norm from the compiler: what stands in {@code pom.xml}, once more.
 *
 * @param name of the class
 * @param specification a file of {@code src/main/norm}, or {@code zoo:NAME}
 */
record GeneratedKernel(String name, String specification, String shape, DataType type, int dynamicExtent) {
    private static final Path SPECIFICATIONS = Path.of("src/main/norm");

    /** All of them. Extents are such that an element in 10,000 is one. */
    static Stream<GeneratedKernel> all() {
        return Stream.of(
                new GeneratedKernel("LayerNorm96", "layer_norm.norm", "N=?, D=96", DataType.F32, 109),
                new GeneratedKernel("BatchNorm8", "batch_norm.norm", "N=?, C=8, H=7, W=5", DataType.F32, 41),
                new GeneratedKernel("GroupNorm64", "zoo:GroupNorm", "N=3, C=64, H=5, W=6", DataType.F32, 1),
                new GeneratedKernel("RMSNorm33", "zoo:RMSNorm", "N=?, D=33", DataType.F64, 311),
                new GeneratedKernel("EvoNorm6", "zoo:EvoNormS0", "N=?, C=6, H=5, W=7, G=2", DataType.F32, 53),
                new GeneratedKernel("AddRMSNorm40", "zoo:AddRMSNorm", "N=?, D=40", DataType.BF16, 257));
    }

    /** The class that Maven compiled. */
    NormKernel ahead() {
        return GeneratedKernels.named(name);
    }

    /** What the JIT compiles now. */
    NormKernel jit() {
        CompileOptions options = CompileOptions.DEFAULT.withType(type);
        return isOfZoo()
                ? Normc.zoo(specification.substring(Zoo.PREFIX.length()), shape, options)
                : Normc.compile(SPECIFICATIONS.resolve(specification), shape, options);
    }

    /** The norm on its walk through the compiler. */
    Compilation compilation() {
        return Compiler.compile(new CompileRequest(source(), Optional.empty(), shape, type, Schedule.DEFAULT));
    }

    private boolean isOfZoo() {
        return specification.startsWith(Zoo.PREFIX);
    }

    private SourceFile source() {
        if (isOfZoo()) {
            return Zoo.source(specification.substring(Zoo.PREFIX.length()));
        }
        try {
            return new SourceFile(specification, Files.readString(SPECIFICATIONS.resolve(specification)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Buffers that a caller fills: inputs, params, states and cotangents. */
    List<BufferSpec> given() {
        return buffers(buffer -> switch (buffer.role()) {
            case INPUT, PARAM, MASK, STATE, COTANGENT -> true;
            case OUTPUT, SAVED, STATISTIC, WORKSPACE, GRADIENT -> false;
        });
    }

    /** Buffers with what a kernel computed; those of saved statistics are among them. */
    List<BufferSpec> results() {
        return buffers(buffer -> switch (buffer.role()) {
            case STATE, OUTPUT, SAVED, GRADIENT -> true;
            case INPUT, PARAM, MASK, COTANGENT, STATISTIC, WORKSPACE -> false;
        });
    }

    private List<BufferSpec> buffers(Predicate<BufferSpec> wanted) {
        return ahead().signature().buffers().stream().filter(wanted).toList();
    }

    /** The elements of every result after some entries have run one after the other, as doubles, exactly. */
    Map<String, double[]> run(NormKernel kernel, Map<String, double[]> values, List<Entry> entries) {
        Bindings bindings = new Bindings(kernel.signature(), dynamicExtent).allocateAll();
        for (BufferSpec buffer : given()) {
            write(bindings, buffer, values.get(buffer.name()));
        }
        entries.forEach(entry -> run(kernel, entry, bindings));
        Map<String, double[]> results = new LinkedHashMap<>();
        for (BufferSpec buffer : results()) {
            results.put(buffer.name(), read(bindings, buffer));
        }
        return results;
    }

    private static void run(NormKernel kernel, Entry entry, Bindings bindings) {
        switch (entry) {
            case FORWARD -> kernel.forward(bindings);
            case INFER -> kernel.infer(bindings);
            case BACKWARD -> kernel.backward(bindings);
            case BACKWARD_FROZEN -> kernel.backwardFrozen(bindings);
            case BACKWARD2, BACKWARD_FROZEN2, PARTIAL, FINISH, BACKWARD_PARTIAL, BACKWARD_FINISH ->
                throw new IllegalArgumentException("no kernel here has " + entry);
        }
    }

    private static void write(Bindings bindings, BufferSpec buffer, double[] elements) {
        for (int i = 0; i < elements.length; i++) {
            switch (buffer.type()) {
                case F32 -> bindings.floats(buffer.name())[i] = (float) elements[i];
                case F64 -> bindings.doubles(buffer.name())[i] = elements[i];
                case BF16, F16 ->
                    bindings.shorts(buffer.name())[i] = buffer.type().shortBits(elements[i]);
            }
        }
    }

    private static double[] read(Bindings bindings, BufferSpec buffer) {
        String name = buffer.name();
        return switch (buffer.type()) {
            case F32 -> {
                float[] single = bindings.floats(name);
                yield IntStream.range(0, single.length)
                        .mapToDouble(i -> single[i])
                        .toArray();
            }
            case F64 -> bindings.doubles(name).clone();
            case BF16, F16 -> {
                short[] bits = bindings.shorts(name);
                yield IntStream.range(0, bits.length)
                        .mapToDouble(i -> buffer.type().widened(bits[i]))
                        .toArray();
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
