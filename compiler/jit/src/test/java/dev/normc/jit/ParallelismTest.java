package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.Normc;
import dev.normc.runtime.Parallelism;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels on several threads: the bits of one, and nothing lost when something goes wrong. */
class ParallelismTest {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=700, D=83",
                "LayerNorm | N=?, D=83",
                "RMSNorm | N=300, D=512",
                "BatchNorm | N=5, C=33, H=56, W=13",
                "InstanceNorm | N=3, C=17, H=35, W=29",
                "GroupNorm | N=3, C=64, H=28, W=13, G=8",
                "GRN | N=9, H=31, W=29, C=24",
                "FRN | N=9, C=31, H=29, W=24",
                "BatchNorm | N=700, C=83",
                "BatchNorm | N=?, C=83",
                "BatchNormLast | N=3, H=35, W=29, C=24",
                "BatchNormLast | N=?, H=5, W=3, C=12",
                "GRN | N=1, H=131, W=29, C=24",
            })
    void two_three_and_eight_threads_give_the_bits_of_one(String norm, String shape) {
        NormKernel kernel = Normc.zoo(norm, shape);
        Map<String, double[]> alone = results(kernel, Parallelism.SERIAL);
        for (int threads : new int[] {2, 3, 8}) {
            Map<String, double[]> together = results(kernel, Parallelism.of(POOL, threads));
            alone.forEach((name, elements) -> assertThat(Arrays.equals(together.get(name), elements))
                    .as("%s with %d threads", name, threads)
                    .isTrue());
        }
    }

    @Test
    void large_work_runs_on_the_executor_and_little_work_does_not() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Executor noting = task -> POOL.execute(() -> {
            threads.add(Thread.currentThread());
            task.run();
        });
        NormKernel small = Normc.zoo("LayerNorm", "N=4, D=768");
        Bindings few = bound(small).parallelism(Parallelism.of(noting, 4));
        small.forward(few);
        assertThat(threads).isEmpty();

        NormKernel large = Normc.zoo("LayerNorm", "N=512, D=768");
        Bindings many = bound(large).parallelism(Parallelism.of(noting, 4));
        large.forward(many);
        // Those that come late find nothing left, but they have come.
        assertThat(POOL.submit(() -> 0)).succeedsWithin(java.time.Duration.ofSeconds(10));
        assertThat(threads).isNotEmpty();
    }

    @Test
    void an_exception_surfaces_once_and_the_pool_works_on() {
        NormKernel kernel = Normc.zoo("LayerNorm", "N=512, D=768");
        Bindings bindings = kernel.bindings().parallelism(Parallelism.of(POOL, 4));
        bindings.set("x", new float[512 * 768]).set("y", bindings.floats("x"));

        assertThatThrownBy(() -> kernel.forward(bindings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`y`: shares memory with `x`");

        same(kernel, results(kernel, Parallelism.of(POOL, 4)));
    }

    @Test
    void a_call_from_a_task_of_a_full_pool_ends() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            NormKernel kernel = Normc.zoo("LayerNorm", "N=512, D=768");
            Future<Map<String, double[]>> inside = one.submit(() -> results(kernel, Parallelism.of(one, 4)));
            assertThat(inside.get().get("dx"))
                    .containsExactly(results(kernel, Parallelism.SERIAL).get("dx"));
        } finally {
            one.shutdown();
        }
    }

    @Test
    void an_executor_that_takes_no_task_leaves_all_to_the_caller() {
        NormKernel kernel = Normc.zoo("LayerNorm", "N=512, D=768");
        Executor refusing = task -> {
            throw new RejectedExecutionException();
        };
        same(kernel, results(kernel, Parallelism.of(refusing, 4)));
    }

    @Test
    void a_range_that_is_none_is_refused_by_name() {
        NormKernel kernel = Normc.zoo("LayerNorm", "N=512, D=768");
        Bindings bindings = bound(kernel).reserve(dev.normc.runtime.Entry.BACKWARD, 1);
        assertThatThrownBy(() -> kernel.run(dev.normc.runtime.Entry.BACKWARD, bindings, 0, 0, 1, 512))
                .hasMessage("axis `N`: no range from 1 to 512: a range of 0 to 512 begins and ends at multiples of 64");
        assertThatThrownBy(() -> kernel.run(dev.normc.runtime.Entry.BACKWARD, bindings, 0, 3, 0, 512))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`workspace`");
    }

    @Test
    void a_stage_that_is_none_is_refused_by_name() {
        NormKernel kernel = Normc.zoo("BatchNorm", "N=512, C=48");
        Bindings bindings = bound(kernel).reserve(dev.normc.runtime.Entry.FORWARD, 1);
        assertThatThrownBy(() -> kernel.run(dev.normc.runtime.Entry.FORWARD, bindings, 3, 0, 0, 512))
                .hasMessage("forward: no stage 3, they go from 0 to 2");
        assertThatThrownBy(() -> kernel.combine(dev.normc.runtime.Entry.FORWARD, bindings, -1))
                .hasMessage("forward: no stage -1, they go from 0 to 3");
    }

    /** Not element by element: there are many. */
    private static void same(NormKernel kernel, Map<String, double[]> results) {
        results(kernel, Parallelism.SERIAL)
                .forEach((name, elements) -> assertThat(Arrays.equals(results.get(name), elements))
                        .as(name)
                        .isTrue());
    }

    private static Map<String, double[]> results(NormKernel kernel, Parallelism parallelism) {
        Bindings bindings = bound(kernel).parallelism(parallelism);
        kernel.forward(bindings);
        kernel.backward(bindings);
        Map<String, double[]> results = new TreeMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean written =
                    switch (buffer.role()) {
                        case OUTPUT, GRADIENT, STATE, SAVED -> true;
                        default -> false;
                    };
            if (written) {
                results.put(buffer.name(), elements(bindings, buffer));
            }
        }
        return results;
    }

    private static double[] elements(Bindings bindings, BufferSpec buffer) {
        if (buffer.role() == BufferRole.SAVED) {
            return bindings.doubles(buffer.name()).clone();
        }
        float[] single = bindings.floats(buffer.name());
        double[] elements = new double[single.length];
        for (int i = 0; i < single.length; i++) {
            elements[i] = single[i];
        }
        return elements;
    }

    /** Inputs, params and cotangents at random. */
    private static Bindings bound(NormKernel kernel) {
        boolean dynamic = kernel.signature().dynamicAxis().isPresent();
        Bindings bindings = dynamic ? kernel.bindings(701) : kernel.bindings();
        Random random = new Random(5);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given =
                    switch (buffer.role()) {
                        case INPUT, PARAM, COTANGENT -> true;
                        default -> false;
                    };
            if (given) {
                float[] elements = bindings.floats(buffer.name());
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = 3 + (float) random.nextGaussian();
                }
            }
        }
        return bindings;
    }
}
