package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelCacheTest {
    private static final int THREADS = 8;

    @Test
    void equalRequestsShareOneKernelAndOthersDoNot() {
        Jit jit = new Jit(10);
        NormKernel kernel = jit.kernel(rows(3).request(), CompilerChoice.JANINO);
        assertThat(jit.kernel(rows(3).request(), CompilerChoice.JANINO)).isSameAs(kernel);
        assertThat(jit.kernel(rows(5).request(), CompilerChoice.JANINO)).isNotSameAs(kernel);
        assertThat(jit.kernel(rows(3).request(), CompilerChoice.JAVAC)).isNotSameAs(kernel);
        assertThat(jit.kernel(rows(3).request(DataType.F64), CompilerChoice.JANINO))
                .isNotSameAs(kernel);
        CacheStatistics statistics = jit.statistics();
        assertThat(statistics.hits()).isEqualTo(1);
        assertThat(statistics.compiled()).isEqualTo(4);
        assertThat(statistics.size()).isEqualTo(4);
        assertThat(statistics.compileNanos()).isPositive();
    }

    @Test
    @Timeout(60)
    void eightThreadsThatAskForThreeKernelsCompileEachOnce() throws Exception {
        Jit jit = new Jit(10);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        Set<NormKernel> kernels = Collections.newSetFromMap(new IdentityHashMap<>());
        try {
            List<Future<List<NormKernel>>> results = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                results.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    List<NormKernel> found = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        found.add(jit.kernel(rows(2 + (first + i) % 3).request(), CompilerChoice.JANINO));
                    }
                    return found;
                }));
            }
            for (Future<List<NormKernel>> result : results) {
                kernels.addAll(result.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(kernels).hasSize(3);
        assertThat(jit.statistics().compiled()).isEqualTo(3);
        assertThat(jit.statistics().hits()).isEqualTo(3 * THREADS - 3);
        assertThat(jit.statistics().failed()).isZero();
    }

    @Test
    void theCacheIsBoundedAndDropsWhatIsTooMuch() {
        Jit jit = new Jit(2);
        for (int rows = 2; rows < 7; rows++) {
            jit.kernel(rows(rows).request(), CompilerChoice.JANINO);
        }
        assertThat(jit.statistics().size()).isEqualTo(2);
        assertThat(jit.statistics().evicted()).isEqualTo(3);
        assertThat(jit.statistics().compiled()).isEqualTo(5);
    }

    @Test
    void aCacheForNoKernelsStillGivesKernels() {
        Jit jit = new Jit(0);
        NormKernel kernel = jit.kernel(rows(3).request(), CompilerChoice.JANINO);
        kernel.forward(Example.filled(kernel, 1));
        assertThat(jit.statistics().size()).isZero();
    }

    @Test
    void clearForgetsKernelsThatGoOnWorking() {
        Jit jit = new Jit(10);
        NormKernel kernel = jit.kernel(rows(3).request(), CompilerChoice.JANINO);
        jit.clear();
        assertThat(jit.statistics().size()).isZero();
        kernel.forward(Example.filled(kernel, 1));
        assertThat(jit.kernel(rows(3).request(), CompilerChoice.JANINO)).isNotSameAs(kernel);
    }

    @Test
    void aSpecificationThatIsWrongFailsEachTimeAndIsNotKept() {
        Jit jit = new Jit(10);
        Example wrong = new Example(Example.LAYER_NORM, "N=3");
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> jit.kernel(wrong.request(), CompilerChoice.JANINO))
                    .isInstanceOf(SpecificationException.class);
            assertThat(jit.statistics().failed()).isEqualTo(time);
        }
        assertThat(jit.statistics().size()).isZero();
    }

    @Test
    void aFailureIsNotSharedWithLaterCallers() {
        KernelCache cache = new KernelCache(10);
        KernelCache.Key key = new KernelCache.Key(rows(3).request(), CompilerChoice.JANINO, 0);
        NormKernel kernel = rows(3).kernel();
        IllegalStateException failure = new IllegalStateException("this time only");
        assertThatThrownBy(() -> cache.get(key, k -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(cache.get(key, k -> kernel)).isSameAs(kernel);
        assertThat(cache.statistics().loadFailureCount()).isEqualTo(1);
        assertThat(cache.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"JANINO", "JAVAC"})
    void aKernelThatWasDroppedAndIsHeldByNobodyIsUnloaded(CompilerChoice compiler) throws InterruptedException {
        Jit jit = new Jit(1);
        WeakReference<ClassLoader> loader = loaderOfUsedKernel(jit, compiler);
        jit.kernel(rows(5).request(), compiler);
        assertThat(jit.statistics().evicted()).isEqualTo(1);
        for (int i = 0; i < 100 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    /** In a method of its own, so that no local variable holds the kernel. */
    private static WeakReference<ClassLoader> loaderOfUsedKernel(Jit jit, CompilerChoice compiler) {
        NormKernel kernel = jit.kernel(rows(3).request(), compiler);
        kernel.forward(Example.filled(kernel, 1));
        return new WeakReference<>(((JitKernel) kernel).generated().getClass().getClassLoader());
    }

    private static Example rows(int count) {
        return new Example(Example.LAYER_NORM, "N=" + count + ", D=7");
    }
}
