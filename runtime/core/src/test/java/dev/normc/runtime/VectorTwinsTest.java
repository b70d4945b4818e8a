package dev.normc.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.normc.runtime.math.VectorSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twins of several widths, some of which only look like one. */
class VectorTwinsTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final KernelSignature SIGNATURE =
            KernelSignature.builder("Identity", DataType.F32).build();

    private static void calls(NormKernel kernel, boolean[] done) {
        Bindings bindings = new Bindings(SIGNATURE, 1);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done[0] && System.nanoTime() < end) {
            kernel.infer(bindings);
            Thread.onSpinWait();
        }
    }

    /** A kernel with twins of 128 and 256 bits, and a class that is none where one of 512 would be. */
    public static final class Plain implements NormKernel {
        @Override
        public KernelSignature signature() {
            return SIGNATURE;
        }

        @Override
        public void infer(Bindings bindings) {}
    }

    /** A twin. */
    public static final class PlainVector128 implements VectorTwin {
        static final boolean[] SERVED = new boolean[1];

        @Override
        public KernelSignature signature() {
            return SIGNATURE;
        }

        @Override
        public void infer(Bindings bindings) {
            SERVED[0] = true;
        }

        @Override
        public void warmUp(Entry entry, int times) {}
    }

    /** A wider one. */
    public static final class PlainVector256 implements VectorTwin {
        static final boolean[] SERVED = new boolean[1];

        @Override
        public KernelSignature signature() {
            return SIGNATURE;
        }

        @Override
        public void infer(Bindings bindings) {
            SERVED[0] = true;
        }

        @Override
        public void warmUp(Entry entry, int times) {}
    }

    /** Called like one, and none. */
    public static final class PlainVector512 implements NormKernel {
        @Override
        public KernelSignature signature() {
            throw new AssertionError("no twin");
        }
    }

    /** A kernel whose twin stayed from another build. */
    public static final class Renewed implements NormKernel {
        @Override
        public KernelSignature signature() {
            return SIGNATURE;
        }

        @Override
        public void infer(Bindings bindings) {}
    }

    /** The one that stayed. */
    public static final class RenewedVector128 implements VectorTwin {
        static final boolean[] MADE = new boolean[1];

        @Override
        public KernelSignature signature() {
            MADE[0] = true;
            return KernelSignature.builder("Identity", DataType.F32).build();
        }

        @Override
        public void infer(Bindings bindings) {
            throw new AssertionError("another build");
        }

        @Override
        public void warmUp(Entry entry, int times) {}
    }

    /** A kernel without twins. */
    public static final class Alone implements NormKernel {
        @Override
        public KernelSignature signature() {
            return SIGNATURE;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "64, false", "128, true", "256, true", "512, true"})
    void a_kernel_goes_over_where_there_is_a_twin_that_is_not_too_wide(int bits, boolean expected) {
        NormKernel plain = new Plain();
        NormKernel kernel = VectorTwins.over(plain, bits);
        if (expected) {
            assertThat(kernel).isInstanceOf(WarmingKernel.class);
        } else {
            assertThat(kernel).isSameAs(plain);
        }
        NormKernel alone = new Alone();
        assertThat(VectorTwins.over(alone, bits)).isSameAs(alone);
    }

    @Test
    void the_widest_twin_serves() {
        calls(VectorTwins.over(new Plain(), 512), PlainVector256.SERVED);
        assertThat(PlainVector256.SERVED[0]).isTrue();
        assertThat(PlainVector128.SERVED[0]).isFalse();
        calls(VectorTwins.over(new Plain(), 128), PlainVector128.SERVED);
        assertThat(PlainVector128.SERVED[0]).isTrue();
    }

    @Test
    void a_twin_of_another_build_never_serves() {
        NormKernel kernel = VectorTwins.over(new Renewed(), 128);
        calls(kernel, RenewedVector128.MADE);
        assertThat(RenewedVector128.MADE[0]).isTrue();
        for (int i = 0; i < 1_000; i++) {
            kernel.infer(new Bindings(SIGNATURE, 1));
        }
        assertThat(((WarmingKernel) kernel).isPlain(Entry.INFER)).isTrue();
    }

    @Test
    void every_look_up_gives_the_same_kernel() {
        NormKernel kernel = VectorTwins.over(new Plain());
        assertThat(VectorTwins.over(new Plain())).isSameAs(kernel);
        assumeThat(VectorSupport.worthwhileBits()).as("vectors here").isPositive();
        assertThat(kernel).isInstanceOf(WarmingKernel.class);
    }
}
