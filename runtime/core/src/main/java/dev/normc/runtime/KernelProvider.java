package dev.normc.runtime;

/**
 * Makes kernels at run time; {@code normc-jit} provides one through {@link java.util.ServiceLoader}.
 *
 * <p>Errors are those of {@link Normc#compile(String, String, String)}.
 */
public interface KernelProvider {

    /**
     * A kernel for one specification and shape.
     *
     * @param fileName name of the source in messages
     * @param text the specification
     * @param bindings extents and constants, for example {@code "N=?, D=768, eps=1e-6"}
     * @param options what else is chosen
     */
    NormKernel compile(String fileName, String text, String bindings, CompileOptions options);
}
