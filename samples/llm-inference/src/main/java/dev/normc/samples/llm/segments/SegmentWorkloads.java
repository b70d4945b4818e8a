package dev.normc.samples.llm.segments;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.samples.llm.Contender;
import dev.normc.samples.llm.Data;
import dev.normc.samples.llm.Exact;
import dev.normc.samples.llm.OptionalParts;
import dev.normc.samples.llm.Workload;
import dev.normc.samples.llm.WorkloadSource;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** RMSNorm of one token in native memory; compiled for Java 22. */
public final class SegmentWorkloads implements WorkloadSource {
    private static final int SIZE = 2048;
    private static final float EPS = 1e-5f;
    private static final int X_OFFSET = 2 * SIZE;
    private static final int Y_OFFSET = SIZE;

    /** A name that another class loads. */
    public SegmentWorkloads() {}

    @Override
    public List<Workload> workloads() {
        float[] given = Data.activations(SIZE, 37);
        float[] weights = Data.weights(SIZE, 1, 41);
        MemorySegment x = segment(given, X_OFFSET);
        MemorySegment y = segment(new float[SIZE], Y_OFFSET);
        MemorySegment weight = segment(weights, 0);
        double[] scratch = new double[RmsNorm2048.SIGNATURE.buffer("workspace").elements(1)];
        Map<Contender, Runnable> calls = new EnumMap<>(Contender.class);
        calls.put(Contender.HAND, () -> rmsNorm(y, Y_OFFSET, x, X_OFFSET, weight, SIZE, EPS));
        calls.put(Contender.EXACT, () -> RmsNorm2048.infer(x, X_OFFSET, weight, 0, y, Y_OFFSET, scratch, 0, 1));
        if (OptionalParts.vectors().isPresent()) {
            NormKernel kernel = new RmsNorm2048Vector();
            Bindings bindings = kernel.bindings(1).setSegment("weight", weight, 0);
            calls.put(
                    Contender.EXACT_VECTORS,
                    () -> kernel.infer(bindings.setSegment("x", x, X_OFFSET).setSegment("y", y, Y_OFFSET)));
        }
        return List.of(new Workload(
                "RMSNorm",
                "MemorySegment",
                1,
                SIZE,
                DataType.F32,
                Exact.norm(false, 0, 1e-5, Data.wide(given), Data.wide(weights), new double[SIZE]),
                () -> y.fill((byte) -1),
                () -> {
                    float[] written = new float[SIZE];
                    MemorySegment.copy(y, ValueLayout.JAVA_FLOAT, 4L * Y_OFFSET, written, 0, SIZE);
                    return Data.wide(written);
                },
                calls));
    }

    private static MemorySegment segment(float[] values, int offset) {
        MemorySegment segment = Arena.ofAuto().allocate(4L * (offset + values.length), 64);
        MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_FLOAT, 4L * offset, values.length);
        return segment;
    }

    private static void rmsNorm(
            MemorySegment out, int outOffset, MemorySegment x, int xOffset, MemorySegment weight, int size, float eps) {
        float squares = 0f;
        for (int i = 0; i < size; i++) {
            float value = x.getAtIndex(ValueLayout.JAVA_FLOAT, xOffset + i);
            squares += value * value;
        }
        float scale = (float) (1.0 / Math.sqrt(squares / size + eps));
        for (int i = 0; i < size; i++) {
            float value = weight.getAtIndex(ValueLayout.JAVA_FLOAT, i)
                    * (scale * x.getAtIndex(ValueLayout.JAVA_FLOAT, xOffset + i));
            out.setAtIndex(ValueLayout.JAVA_FLOAT, outOffset + i, value);
        }
    }
}
