package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.CompileOptions;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.NormcException;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics that are split over shards give what one batch gives. */
class ShardsTest {
    private static final String BATCH_NORM = "norm BatchNorm { input x[N, C, ..] reduce N, .. epsilon 1e-5"
            + " affine scale gamma[C], shift beta[C] track decay 0.9 unbiased }";
    private static final String MEAN_ONLY =
            "norm MeanOnly { input x[N, C, ..] reduce N, .. subtract mean affine shift beta[C] }";
    private static final String ROOT_MEAN_SQUARE =
            "norm Rms { input x[N, C, ..] reduce N, .. divide rms epsilon 1e-5 affine scale gamma[C] }";
    private static final CompileOptions OPTIONS =
            CompileOptions.DEFAULT.withType(DataType.F64).withShards();
    private static final int BATCH = 13;
    private static final int ROW = 5 * 3;

    @ParameterizedTest
    @CsvSource({"13", "6;7", "1;12", "0;13", "4;0;9", "5;1;0;3;4", "0;0;13"})
    void a_batch_norm_over_shards_is_that_of_the_whole_batch(String sizes) {
        check(BATCH_NORM, sizes);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEAN_ONLY, ROOT_MEAN_SQUARE})
    void so_are_norms_of_one_statistic(String text) {
        check(text, "3;0;10");
    }

    @Test
    void norms_whose_statistics_do_not_merge_are_refused_with_the_reason() {
        assertThatThrownBy(() -> kernel("norm M { input x[N, C] output y = x / max[N](abs(x)) }", "N=?, C=3"))
                .isInstanceOf(NormcException.class)
                .hasMessageContaining("N0405")
                .hasMessageContaining("other than a mean");
        assertThatThrownBy(() -> kernel("norm L { input x[N, D] reduce D epsilon 1 }", "N=?, D=3"))
                .hasMessageContaining("nothing is reduced");
        assertThatThrownBy(() ->
                        kernel("norm S { input x[N, D] output y = x * mean[N](exp(x - mean[N](x))) }", "N=?, D=3"))
                .hasMessageContaining("statistic of a statistic");
    }

    @Test
    void a_kernel_without_shards_says_so() {
        NormKernel kernel = Normc.compile("b.norm", BATCH_NORM, "N=4, C=3, H=2");
        assertThatThrownBy(() -> kernel.partial(kernel.bindings()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("withShards()");
        assertThatThrownBy(() -> ShardStatistics.of(kernel.bindings())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShardSums.of(kernel.bindings())).isInstanceOf(IllegalArgumentException.class);
    }

    private static NormKernel kernel(String text, String shape) {
        return Normc.compile("shards.norm", text, shape, OPTIONS);
    }

    private static void check(String text, String sizes) {
        NormKernel kernel = kernel(text, "N=?, C=5, H=3");
        double[] x = random(1, 1e4);
        double[] dy = random(2, 0);
        Bindings whole = kernel.bindings(BATCH);
        whole.set("x", x).set("dy", dy);
        learned(kernel, whole);
        kernel.forward(whole);
        kernel.backward(whole);

        List<Bindings> shards = new ArrayList<>();
        int begin = 0;
        for (String size : sizes.split(";")) {
            Bindings shard = kernel.bindings(Integer.parseInt(size));
            shard.set("x", x, begin * ROW).set("dy", dy, begin * ROW);
            learned(kernel, shard);
            shards.add(shard);
            begin += Integer.parseInt(size);
        }
        shards.forEach(kernel::partial);
        ShardStatistics statistics = shards.stream()
                .map(ShardStatistics::of)
                .reduce(ShardStatistics::merge)
                .orElseThrow();
        shards.forEach(statistics::into);
        shards.forEach(kernel::finish);
        shards.forEach(kernel::backwardPartial);
        ShardSums sums =
                shards.stream().map(ShardSums::of).reduce(ShardSums::merge).orElseThrow();
        shards.forEach(sums::into);
        shards.forEach(kernel::backwardFinish);

        begin = 0;
        for (Bindings shard : shards) {
            for (BufferSpec buffer : kernel.signature().buffers()) {
                boolean written = buffer.role() == BufferRole.OUTPUT
                        || buffer.role() == BufferRole.GRADIENT
                        || buffer.role() == BufferRole.STATE;
                if (written) {
                    int from = buffer.isDynamic() ? begin * ROW : 0;
                    close(buffer.name(), shard.doubles(buffer.name()), whole.doubles(buffer.name()), from);
                }
            }
            begin += shard.dynamicExtent();
        }
    }

    /** The mean is ten thousand deviations: one bit of it is 1e-12 of a normalized value. */
    private static void close(String name, double[] actual, double[] expected, int from) {
        for (int i = 0; i < actual.length; i++) {
            double size = Math.max(1, Math.abs(expected[from + i]));
            assertThat(actual[i]).as(name + " " + i).isCloseTo(expected[from + i], within(2e-11 * size));
        }
    }

    private static void learned(NormKernel kernel, Bindings bindings) {
        for (BufferSpec buffer : kernel.signature().buffers(BufferRole.PARAM)) {
            double[] values = bindings.doubles(buffer.name());
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5 + i;
            }
        }
    }

    private static double[] random(long seed, double mean) {
        Random random = new Random(seed);
        double[] values = new double[BATCH * ROW];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + random.nextGaussian();
        }
        return values;
    }
}
