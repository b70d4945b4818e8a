package dev.normc.runtime;

import java.util.List;
import java.util.Map;

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

    /** The names of the norms that come with it. */
    List<String> zoo();

    /**
     * One of the norms that come with it.
     *
     * @throws NormcException with the nearest name if there is none of that name
     */
    Specification zoo(String name);
    /**
     * What a norm that is affine in its input at inference does to each channel.
     *
     * @param values params and states by name, row-major; one that is not there has its initial value
     */
    Fold fold(String fileName, String text, String bindings, CompileOptions options, Map<String, double[]> values);
}
