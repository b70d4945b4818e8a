package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A norm as text and a shape for it; the tests of this package compile it and call its kernel. */
record Example(String text, String shape) {
    static final String LAYER_NORM =
            "norm LayerNorm { input x[.., D] reduce D epsilon 1e-5 affine scale gamma[D], shift beta[D] }";
    static final String BATCH_NORM = "norm BatchNorm { input x[N, C, ..] reduce N, .. epsilon 1e-5 "
            + "affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }";
    static final String GROUP_NORM = "norm GroupNorm(G = 32) { input x[N, C, ..] group C into G reduce C, .. "
            + "epsilon 1e-5 affine scale gamma[C], shift beta[C] }";
    static final String RMS_NORM =
            "norm RMSNorm { input x[.., D] reduce D divide rms epsilon 1e-6 affine scale gamma[D] }";
    static final String MASKED_LAYER_NORM =
            "norm MaskedLayerNorm { input x[N, T, D] mask m[N, T] reduce T, D epsilon 1e-5 affine scale gamma[D] }";
    static final String DYT = "norm DyT { input x[.., D] param alpha = 0.5, gamma[D] = 1, beta[D] = 0 "
            + "output y = gamma * tanh(alpha * x) + beta }";

    private static final Jit JIT = new Jit(100);

    CompileRequest request() {
        return request(DataType.F32);
    }

    CompileRequest request(DataType type) {
        return new CompileRequest(
                new SourceFile("example.norm", text), Optional.empty(), shape, type, Schedule.DEFAULT);
    }

    NormKernel kernel() {
        return kernel(CompilerChoice.JANINO);
    }

    NormKernel kernel(CompilerChoice compiler) {
        return JIT.kernel(request(), compiler);
    }

    @Override
    public String toString() {
        return text.split("[ ({]")[1] + " " + shape;
    }

    /** Bindings of a kernel, with an extent where it has a dynamic axis. */
    static Bindings bindings(NormKernel kernel, int extent) {
        return kernel.signature().dynamicAxis().isPresent() ? kernel.bindings(extent) : kernel.bindings();
    }

    /** Allocates every buffer and fills what a caller gives with random numbers, and the rest with them, too. */
    static Bindings filled(NormKernel kernel, int extent) {
        Bindings bindings = bindings(kernel, extent).allocateAll();
        SplittableRandom random = new SplittableRandom(17);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            for (int i = 0; i < bindings.elements(buffer.name()); i++) {
                double value = random.nextGaussian();
                write(
                        bindings,
                        buffer,
                        i,
                        switch (buffer.role()) {
                            case STATE, SAVED -> Math.abs(value) + 0.5;
                            case MASK -> random.nextInt(2);
                            default -> value;
                        });
            }
        }
        return bindings;
    }

    private static void write(Bindings bindings, BufferSpec buffer, int element, double value) {
        switch (buffer.type()) {
            case F32 -> bindings.floats(buffer.name())[element] = (float) value;
            case F64 -> bindings.doubles(buffer.name())[element] = value;
            case BF16, F16 ->
                bindings.shorts(buffer.name())[element] = buffer.type().shortBits(value);
        }
    }

    /** The array behind a buffer. */
    static Object array(Bindings bindings, BufferSpec buffer) {
        return switch (buffer.type()) {
            case F32 -> bindings.floats(buffer.name());
            case F64 -> bindings.doubles(buffer.name());
            case BF16, F16 -> bindings.shorts(buffer.name());
        };
    }

    /** Copies of all arrays, in slot order. */
    static List<Object> snapshot(NormKernel kernel, Bindings bindings) {
        return kernel.signature().buffers().stream()
                .map(buffer -> copy(array(bindings, buffer)))
                .toList();
    }

    static Object copy(Object array) {
        if (array instanceof short[] bits) {
            return bits.clone();
        }
        return array instanceof float[] single ? single.clone() : ((double[]) array).clone();
    }

    /** Fails at the first array that differs in a bit. */
    static void assertSame(NormKernel kernel, List<Object> actual, List<Object> expected) {
        for (int slot = 0; slot < expected.size(); slot++) {
            BufferSpec buffer = kernel.signature().buffers().get(slot);
            assertThat(actual.get(slot)).as("%s", buffer).isEqualTo(expected.get(slot));
        }
    }

    /** Calls an entry by name. */
    static void run(NormKernel kernel, Entry entry, Bindings bindings) {
        switch (entry) {
            case FORWARD -> kernel.forward(bindings);
            case INFER -> kernel.infer(bindings);
            case BACKWARD -> kernel.backward(bindings);
            case BACKWARD_FROZEN -> kernel.backwardFrozen(bindings);
        }
    }
}
