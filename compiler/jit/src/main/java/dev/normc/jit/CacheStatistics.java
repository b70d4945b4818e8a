package dev.normc.jit;

/**
 * What a kernel cache did.
 *
 * @param hits requests answered from the cache
 * @param compiled kernels compiled
 * @param failed compilations that failed
 * @param evicted kernels dropped because the cache was full
 * @param size kernels in the cache now
 * @param compileNanos time spent compiling, in nanoseconds
 */
public record CacheStatistics(long hits, long compiled, long failed, long evicted, long size, long compileNanos) {}
