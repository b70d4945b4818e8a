package dev.normc.jit;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.Entry;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormcException;
import dev.normc.runtime.WarmingKernel;
import dev.normc.runtime.math.VectorSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compiles kernels in this process and keeps them.
 *
 * <p>Properties: {@code normc.compiler} ({@code janino}, {@code javac}, {@code auto}), {@code normc.cache} (kernels kept at
 * most), {@code normc.dump} (a folder that receives the Java text of every kernel). Safe for use by many threads.
 */
public final class Jit {
    private static final String DUMP = "normc.dump";

    private final KernelCache cache;

    /** A JIT whose cache keeps so many kernels. */
    public Jit(long kernels) {
        this(new KernelCache(kernels));
    }

    Jit(KernelCache cache) {
        this.cache = cache;
    }

    /**
     * Width of the vectors that this machine works with best, in bits; 0 where Java was started without
     * {@code --add-modules jdk.incubator.vector}.
     */
    public static int vectorBits() {
        return VectorSupport.bits();
    }

    /**
     * Width of the vectors that a kernel goes over to by itself, in bits; 0 where it stays plain Java: without the module, or
     * where the JVM would not compile them.
     */
    public static int worthwhileVectorBits() {
        return VectorSupport.worthwhileBits();
    }

    /** The process-wide JIT. */
    public static Jit shared() {
        return Shared.JIT;
    }

    /**
     * The kernel for a request; compiled now if there is none yet.
     *
     * @throws SpecificationException if the specification or the shape is wrong
     * @throws NormcException if the norm is too large for a Java class
     */
    public NormKernel kernel(CompileRequest request, CompilerChoice compiler) {
        return cache.get(new KernelCache.Key(request, compiler, 0), Jit::compile);
    }

    /**
     * The kernel for a request that goes over to hardware vectors as soon as their code is warm: until then plain Java
     * serves its calls, with the same bits. Where this JVM has no vectors it is the plain kernel.
     *
     * @param request for plain Java
     */
    public NormKernel warming(CompileRequest request, CompilerChoice compiler) {
        // There are no vectors of java.nio buffers.
        int bits = request.memory() == MemoryKind.BUFFER ? 0 : VectorSupport.worthwhileBits();
        return cache.get(new KernelCache.Key(request, compiler, bits), Jit::compile);
    }

    /** Whether an entry of a {@link #warming} kernel runs as plain Java so far, and will go over to vectors if called on. */
    public static boolean isWarming(NormKernel kernel, Entry entry) {
        return kernel instanceof WarmingKernel warming && warming.isPlain(entry);
    }

    /** What the cache did so far. */
    public CacheStatistics statistics() {
        return new CacheStatistics(
                cache.statistics().hitCount(),
                cache.statistics().loadSuccessCount(),
                cache.statistics().loadFailureCount(),
                cache.statistics().evictionCount(),
                cache.size(),
                cache.statistics().totalLoadTime());
    }

    /** Forgets all kernels; those in use go on working. */
    public void clear() {
        cache.clear();
    }

    private static NormKernel compile(KernelCache.Key key) {
        int release = release(key.request().memory());
        int running = Runtime.version().feature();
        if (running < release) {
            throw new NormcException("memory segments need Java " + release + " or later, this is " + running
                    + "; `MemoryKind.BUFFER` takes direct buffers here");
        }
        if (key.vectorBits() == 0) {
            return compiled(Compiler.compile(key.request()), key.compiler(), release);
        }
        Schedule plain = key.request().schedule();
        Compiler.Twins twins = Compiler.twins(key.request(), plain.withVectors(key.vectorBits()));
        JitKernel first = compiled(twins.first(), key.compiler(), release);
        return new WarmingKernel(first, () -> compiled(twins.second().get(), key.compiler(), release));
    }

    private static JitKernel compiled(Compilation compilation, CompilerChoice compiler, int release) {
        dump(compilation);
        try {
            NormKernel generated = KernelLoader.load(
                    compilation.className(),
                    compiler.compiler().compile(compilation.className(), compilation.java(), release));
            return new JitKernel(generated, compilation.java());
        } catch (KernelCompileException e) {
            String name = compilation.typed().name();
            if (e.isTooLarge()) {
                throw new NormcException("error[N0402]: `" + name + "` is too large for a Java class", e);
            }
            throw new IllegalStateException(
                    "error[N0901]: the kernel of `" + name + "` does not compile, which is a defect of normc: "
                            + e.getMessage(),
                    e);
        }
    }

    private static int release(MemoryKind memory) {
        return memory == MemoryKind.SEGMENT ? MemoryKind.FIRST_WITH_SEGMENTS : SourceCompiler.OLDEST;
    }

    private static void dump(Compilation compilation) {
        String folder = System.getProperty(DUMP);
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, compilation.plan().className() + ".java"), compilation.java());
        } catch (IOException e) {
            throw new NormcException(DUMP + "=" + folder + ": cannot be written", e);
        }
    }

    /** Made when first asked for. */
    private static final class Shared {
        private static final Jit JIT = new Jit(KernelCache.ofProperty());
    }
}
