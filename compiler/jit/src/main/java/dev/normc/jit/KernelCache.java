package dev.normc.jit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.normc.compiler.CompileRequest;
import dev.normc.runtime.NormKernel;
import java.util.function.Function;

/**
 * Compiled kernels by request.
 *
 * <p>However many threads ask for one kernel, it is compiled once; a failure is thrown to who asked and is not kept.
 * The least used kernels beyond the bound are dropped, and unloaded when nobody holds them.
 */
final class KernelCache {
    /** Kernels kept at most, unless the property {@code normc.cache} says otherwise. */
    private static final int DEFAULT_SIZE = 512;

    private final Cache<Key, NormKernel> kernels;

    /**
     * What a kernel depends on.
     *
     * @param vectorBits of its second, vectorized form; 0 for none
     */
    record Key(CompileRequest request, CompilerChoice compiler, int vectorBits) {}

    KernelCache(long size) {
        kernels = Caffeine.newBuilder()
                .maximumSize(size)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    static KernelCache ofProperty() {
        return new KernelCache(Long.getLong("normc.cache", DEFAULT_SIZE));
    }

    NormKernel get(Key key, Function<Key, NormKernel> compile) {
        return kernels.get(key, compile);
    }

    CacheStats statistics() {
        return kernels.stats();
    }

    long size() {
        kernels.cleanUp();
        return kernels.estimatedSize();
    }

    void clear() {
        kernels.invalidateAll();
    }
}
