package dev.normc.samples.llm;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.DataType;
import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;
import dev.normc.samples.llm.norms.RmsNorm2048Bf16;
import dev.normc.samples.llm.norms.RmsNorm2048Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** RMSNorm of one token over other storage: direct {@code FloatBuffer}, and bf16 in {@code short[]}. */
final class StorageWorkloads implements WorkloadSource {
    private static final int SIZE = 2048;
    private static final double EPS = 1e-5;
    private static final int X_OFFSET = 2 * SIZE;
    private static final int Y_OFFSET = SIZE;

    private final boolean vectors = OptionalParts.vectors().isPresent();
    private final float[] x = Data.activations(SIZE, 29);
    private final float[] weight = Data.weights(SIZE, 1, 31);

    @Override
    public List<Workload> workloads() {
        return List.of(buffers(), bf16());
    }

    private static FloatBuffer direct(float[] values, int offset) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(Float.BYTES * (offset + values.length))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return buffer.put(offset, values);
    }

    /** There are no vectors of {@code java.nio} buffers. */
    private Workload buffers() {
        FloatBuffer xs = direct(x, X_OFFSET);
        FloatBuffer ys = direct(new float[SIZE], Y_OFFSET);
        FloatBuffer weights = direct(weight, 0);
        double[] scratch = workspace(new RmsNorm2048Buffer());
        Map<Contender, Runnable> calls = new EnumMap<>(Contender.class);
        calls.put(Contender.HAND, () -> HandWritten.rmsNorm(ys, Y_OFFSET, xs, X_OFFSET, weights, SIZE, (float) EPS));
        calls.put(
                Contender.EXACT, () -> RmsNorm2048Buffer.infer(xs, X_OFFSET, weights, 0, ys, Y_OFFSET, scratch, 0, 1));
        return new Workload(
                "RMSNorm",
                "FloatBuffer",
                1,
                SIZE,
                DataType.F32,
                Exact.norm(false, 0, EPS, Data.wide(x), Data.wide(weight), new double[SIZE]),
                () -> ys.put(Y_OFFSET, new float[SIZE]),
                () -> {
                    float[] written = new float[SIZE];
                    ys.get(Y_OFFSET, written);
                    return Data.wide(written);
                },
                calls);
    }

    private Workload bf16() {
        short[] xs = rounded(x, X_OFFSET);
        short[] ys = new short[Y_OFFSET + SIZE];
        short[] weights = rounded(weight, 0);
        double[] scratch = workspace(new RmsNorm2048Bf16());
        Map<Contender, Runnable> calls = new EnumMap<>(Contender.class);
        calls.put(Contender.HAND, () -> HandWritten.rmsNorm(ys, Y_OFFSET, xs, X_OFFSET, weights, SIZE, (float) EPS));
        calls.put(Contender.EXACT, () -> RmsNorm2048Bf16.infer(xs, X_OFFSET, weights, 0, ys, Y_OFFSET, scratch, 0, 1));
        if (vectors) {
            NormKernel kernel = inVectors("RmsNorm2048Bf16");
            Bindings bindings = kernel.bindings(1).set("weight", weights);
            calls.put(
                    Contender.EXACT_VECTORS,
                    () -> kernel.infer(bindings.set("x", xs, X_OFFSET).set("y", ys, Y_OFFSET)));
        }
        return new Workload(
                "RMSNorm",
                "bf16 short[]",
                1,
                SIZE,
                DataType.BF16,
                Exact.norm(false, 0, EPS, widened(xs, X_OFFSET), widened(weights, 0), new double[SIZE]),
                () -> Arrays.fill(ys, (short) 0x7FC0),
                () -> widened(ys, Y_OFFSET),
                calls);
    }

    private static NormKernel inVectors(String name) {
        return GeneratedKernels.named("dev.normc.samples.llm.vectors." + name);
    }

    private static double[] workspace(NormKernel kernel) {
        return new double[kernel.signature().buffer("workspace").elements(1)];
    }

    private static short[] rounded(float[] values, int offset) {
        short[] bits = new short[offset + values.length];
        for (int i = 0; i < values.length; i++) {
            bits[offset + i] = DataType.BF16.shortBits(values[i]);
        }
        return bits;
    }

    private static double[] widened(short[] bits, int offset) {
        double[] values = new double[bits.length - offset];
        for (int i = 0; i < values.length; i++) {
            values[i] = DataType.BF16.widened(bits[offset + i]);
        }
        return values;
    }
}
