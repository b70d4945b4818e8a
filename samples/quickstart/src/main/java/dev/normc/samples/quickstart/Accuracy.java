package dev.normc.samples.quickstart;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a kernel with the interpreter, which computes in double with compensated sums.
 *
 * @param exact the share of elements that are the correctly rounded ones, between 0 and 1
 * @param worst the largest distance from the unrounded value, in f32 ulp of the largest element
 */
record Accuracy(double exact, double worst) {

    /** Runs forward and backward on the bindings' data and compares every output and gradient. */
    static Accuracy of(NormKernel kernel, Bindings bindings, String file, String text, String shape) {
        CompileRequest request = new CompileRequest(
                new SourceFile(file, text), Optional.empty(), shape, DataType.F32, Schedule.forThisJvm());
        Compilation compilation = Compiler.compile(request);
        Map<String, double[]> data = new HashMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given = List.of(BufferRole.INPUT, BufferRole.PARAM, BufferRole.STATE, BufferRole.COTANGENT)
                    .contains(buffer.role());
            if (given) {
                data.put(buffer.name(), widened(bindings.floats(buffer.name())));
            }
        }
        long elements = 0;
        long exact = 0;
        double worst = 0;
        for (Entry entry : List.of(Entry.FORWARD, Entry.BACKWARD)) {
            Map<String, double[]> expected =
                    Interpreter.run(compilation.programs().get(entry), data, bindings.dynamicExtent());
            if (entry == Entry.FORWARD) {
                kernel.forward(bindings);
                expected.forEach((name, values) -> {
                    if (kernel.signature().buffer(name).role() == BufferRole.SAVED) {
                        data.put(name, values);
                    }
                });
            } else {
                kernel.backward(bindings);
            }
            for (Map.Entry<String, double[]> buffer : expected.entrySet()) {
                if (kernel.signature().buffer(buffer.getKey()).type() != DataType.F32) {
                    continue;
                }
                float[] got = bindings.floats(buffer.getKey());
                float largest = 0;
                for (double value : buffer.getValue()) {
                    largest = Math.max(largest, (float) Math.abs(value));
                }
                for (int i = 0; i < buffer.getValue().length; i++) {
                    elements++;
                    exact += got[i] == (float) buffer.getValue()[i] ? 1 : 0;
                    worst = Math.max(worst, Math.abs(got[i] - buffer.getValue()[i]) / Math.ulp(largest));
                }
            }
        }
        return new Accuracy((double) exact / elements, worst);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
