package dev.normc.samples.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.Parallelism;
import dev.normc.samples.llm.norms.HeadNorm128;
import dev.normc.samples.llm.norms.RmsNorm2048Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Calls as a model makes them: heads inside one array of queries, keys and values, one after the other and all at once. */
class CallsTest {
    private static final int HEADS = 5;
    private static final int SIZE = 128;
    private static final int ELEMENTS = HEADS * SIZE;
    private static final int OFFSET = 3 * SIZE;

    private final float[] weight = Data.weights(SIZE, 1, 43);
    private final float[] given = Data.activations(OFFSET + ELEMENTS + SIZE, 47);
    private final double[] scratch =
            new double[HeadNorm128.SIGNATURE.buffer("workspace").elements(1)];
    private final float[] expected = new float[ELEMENTS];

    CallsTest() {
        HeadNorm128.infer(given, OFFSET, weight, 0, expected, 0, scratch, 0, HEADS);
    }

    @Test
    void anOutputInPlaceOfItsInputIsRefusedAndNothingIsWritten() {
        float[] q = given.clone();
        assertThatThrownBy(() -> HeadNorm128.infer(q, OFFSET, weight, 0, q, OFFSET, scratch, 0, HEADS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`y`: shares memory with `x`");
        assertThatThrownBy(() -> HeadNorm128.infer(q, OFFSET, weight, 0, q, 1, scratch, 0, HEADS))
                .hasMessage("`y`: shares memory with `x`");
        assertThat(q).isEqualTo(given);
    }

    @Test
    void whatIsCopiedBackIsTheNormInPlaceAndItsNeighboursStay() {
        float[] q = given.clone();
        float[] normalized = new float[ELEMENTS];
        HeadNorm128.infer(q, OFFSET, weight, 0, normalized, 0, scratch, 0, HEADS);
        System.arraycopy(normalized, 0, q, OFFSET, ELEMENTS);
        assertThat(Arrays.copyOfRange(q, OFFSET, OFFSET + ELEMENTS)).isEqualTo(expected);
        assertThat(Arrays.copyOf(q, OFFSET)).isEqualTo(Arrays.copyOf(given, OFFSET));
        assertThat(Arrays.copyOfRange(q, OFFSET + ELEMENTS, q.length))
                .isEqualTo(Arrays.copyOfRange(given, OFFSET + ELEMENTS, given.length));
    }

    @Test
    void aResultMayStandBesideItsInputInOneArray() {
        float[] both = Arrays.copyOf(given, OFFSET + 2 * ELEMENTS);
        HeadNorm128.infer(both, OFFSET, weight, 0, both, OFFSET + ELEMENTS, scratch, 0, HEADS);
        assertThat(Arrays.copyOfRange(both, OFFSET + ELEMENTS, both.length)).isEqualTo(expected);
        assertThat(Arrays.copyOf(both, OFFSET + ELEMENTS)).isEqualTo(Arrays.copyOf(given, OFFSET + ELEMENTS));
    }

    @Test
    void aCallForEveryHeadIsTheCallForAll() {
        float[] y = new float[ELEMENTS];
        for (int head = 0; head < HEADS; head++) {
            HeadNorm128.infer(given, OFFSET + head * SIZE, weight, 0, y, head * SIZE, scratch, 0, 1);
        }
        assertThat(y).isEqualTo(expected);
    }

    @Test
    void threadsOfTheCallerGiveTheSameBits() {
        int rows = 700; // enough to be cut
        float[] x = Data.activations(SIZE + rows * SIZE, 53);
        float[] serial = new float[rows * SIZE];
        HeadNorm128.infer(x, SIZE, weight, 0, serial, 0, scratch, 0, rows);
        ExecutorService executor = Executors.newFixedThreadPool(1);
        try {
            HeadNorm128 kernel = new HeadNorm128();
            Bindings bindings = kernel.bindings(rows)
                    .parallelism(Parallelism.of(executor, 2))
                    .set("x", x, SIZE)
                    .set("weight", weight);
            kernel.infer(bindings);
            assertThat(bindings.floats("y")).isEqualTo(serial);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void weightsOfAFileOfTheOtherByteOrderAreRefusedWithAHint() {
        ByteOrder other =
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        FloatBuffer x = FloatBuffer.allocate(2048);
        FloatBuffer mapped = ByteBuffer.allocateDirect(4 * 2048).order(other).asFloatBuffer();
        double[] room =
                new double[RmsNorm2048Buffer.SIGNATURE.buffer("workspace").elements(1)];
        assertThatThrownBy(() -> RmsNorm2048Buffer.infer(x, 0, mapped, 0, FloatBuffer.allocate(2048), 0, room, 0, 1))
                .hasMessage("`weight`: byte order " + other + ", needs " + ByteOrder.nativeOrder()
                        + "; set it with order(ByteOrder.nativeOrder()) on the ByteBuffer before it is viewed");
    }
}
