package dev.normc.samples.llm;

import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The norms of a decoder over {@code float[]} with offsets: of one token, and of a prompt of 32. */
final class ArrayWorkloads implements WorkloadSource {
    private static final String STORAGE = "float[]";
    private static final int PROMPT = 32;
    private static final int HEADS = 32;
    private static final int HEAD = 128;

    private final Optional<HandVectors> vectors = OptionalParts.vectors();

    @Override
    public List<Workload> workloads() {
        return List.of(
                workload(FloatNorm.rmsNorm2048(), 1),
                workload(FloatNorm.rmsNorm2048(), PROMPT),
                workload(FloatNorm.rmsNorm4096(), 1),
                workload(FloatNorm.rmsNorm4096(), PROMPT),
                workload(FloatNorm.offsetRmsNorm2048(), 1),
                workload(FloatNorm.offsetRmsNorm2048(), PROMPT),
                workload(FloatNorm.layerNorm768(), 1),
                workload(FloatNorm.layerNorm768(), PROMPT),
                workload(FloatNorm.headNorm128(Data.weights(HEAD, 1, 17)), HEADS),
                inPlace(FloatNorm.headNorm128(Data.signs(HEAD)), HEADS));
    }

    /** From rows inside one array to rows inside another. */
    private Workload workload(FloatNorm norm, int rows) {
        int size = norm.size();
        int elements = rows * size;
        float[] given = Data.activations(elements, 19);
        int xOffset = 2 * size;
        int yOffset = size;
        float[] x = new float[xOffset + elements];
        System.arraycopy(given, 0, x, xOffset, elements);
        float[] y = new float[yOffset + elements];
        Map<Contender, Runnable> calls = new EnumMap<>(Contender.class);
        norms(norm, rows)
                .forEach((contender, call) -> calls.put(contender, () -> call.apply(x, xOffset, y, yOffset, rows)));
        return new Workload(
                norm.title(),
                STORAGE,
                rows,
                size,
                DataType.F32,
                norm.exact(given),
                () -> Arrays.fill(y, Float.NaN),
                () -> Data.wide(Arrays.copyOfRange(y, yOffset, y.length)),
                calls);
    }

    /** The copied loop writes where it reads. A kernel does not: what it wrote elsewhere is copied back. */
    private Workload inPlace(FloatNorm norm, int rows) {
        int offset = norm.size();
        int elements = rows * norm.size();
        float[] given = Data.activations(elements, 23);
        float[] q = new float[offset + elements];
        float[] normalized = new float[elements];
        Map<Contender, Runnable> calls = new EnumMap<>(Contender.class);
        norms(norm, rows)
                .forEach((contender, call) -> calls.put(
                        contender,
                        contender.isGenerated()
                                ? () -> {
                                    call.apply(q, offset, normalized, 0, rows);
                                    System.arraycopy(normalized, 0, q, offset, elements);
                                }
                                : () -> call.apply(q, offset, q, offset, rows)));
        return new Workload(
                norm.title() + " in place",
                STORAGE,
                rows,
                norm.size(),
                DataType.F32,
                norm.exact(given),
                () -> System.arraycopy(given, 0, q, offset, elements),
                () -> Data.wide(Arrays.copyOfRange(q, offset, q.length)),
                calls);
    }

    private Map<Contender, RowNorm> norms(FloatNorm norm, int rows) {
        Map<Contender, RowNorm> norms = new EnumMap<>(Contender.class);
        norms.put(Contender.HAND, norm.rowsByHand());
        norms.put(Contender.EXACT, norm.kernel());
        norms.put(Contender.FAST, norm.fastKernel());
        vectors.ifPresent(loops -> {
            norm.rowsByHand(loops).ifPresent(rowNorm -> norms.put(Contender.HAND_VECTORS, rowNorm));
            norms.put(Contender.EXACT_VECTORS, norm.inVectors("", rows));
            norms.put(Contender.FAST_VECTORS, norm.inVectors("Fast", rows));
        });
        return norms;
    }
}
