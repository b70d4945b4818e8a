package dev.normc.runtime;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Compiles normalizations at run time. Needs {@code normc-jit} on the class path.
 *
 * <pre>{@code
 * NormKernel layerNorm = Normc.compile(Path.of("layer_norm.norm"), "N=?, D=768");
 * Bindings b = layerNorm.bindings(batch);
 * b.set("x", x).set("dy", dy);
 * layerNorm.forward(b);
 * layerNorm.backward(b);
 * }</pre>
 */
public final class Normc {

    private Normc() {}

    /** A kernel of f32 storage for the only norm of a file. */
    public static NormKernel compile(Path file, String bindings) {
        return compile(file, bindings, CompileOptions.DEFAULT);
    }

    /**
     * A kernel for a norm of a file. Equal requests share one kernel.
     *
     * @param bindings extents and constants, {@code "N=?, D=768, eps=1e-6"}, or the extents of the first input in
     *     order, {@code "32,64,56,56"}; {@code ?} leaves the outermost axis to each call
     * @throws NormcException with rendered diagnostics if the file cannot be read, the specification is wrong or the
     *     shape does not fit it
     * @throws IllegalStateException if there is no provider on the class path
     */
    public static NormKernel compile(Path file, String bindings, CompileOptions options) {
        return provider().compile(String.valueOf(file.getFileName()), read(file), bindings, options);
    }

    /**
     * What a norm that is affine in its input at inference, such as a batch norm with running statistics, does to each
     * channel; folds into the layer before it.
     *
     * @param bindings extents and constants; extents of axes that no param and no state has do not matter
     * @param values params and states by name, row-major; one that is not there has its initial value
     * @throws NormcException as {@link #compile(Path, String, CompileOptions)}, and if the norm is not of that form
     * @throws IllegalArgumentException naming a value that is unknown or has another number of elements
     */
    public static Fold fold(Path file, String bindings, CompileOptions options, Map<String, double[]> values) {
        return provider().fold(String.valueOf(file.getFileName()), read(file), bindings, options, values);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new NormcException("`" + file + "`: not UTF-8 text", e);
        } catch (IOException e) {
            throw new NormcException("`" + file + "`: cannot be read", e);
        }
    }

    /** A kernel of f32 storage from a specification in a string; {@code name} stands for the file in messages. */
    public static NormKernel compile(String name, String text, String bindings) {
        return compile(name, text, bindings, CompileOptions.DEFAULT);
    }

    /** A kernel from a specification in a string; errors as {@link #compile(Path, String, CompileOptions)}. */
    public static NormKernel compile(String name, String text, String bindings, CompileOptions options) {
        return provider().compile(name, text, bindings, options);
    }

    /** The names of the norms that come with normc: {@code BatchNorm}, {@code GroupNorm} and many more. */
    public static List<String> zoo() {
        return provider().zoo();
    }

    /**
     * The specification of a norm that comes with normc: {@code Normc.zoo("GroupNorm").compile("2,64,7,7")}.
     *
     * @throws NormcException with the nearest name if there is none of that name
     * @throws IllegalStateException if there is no provider on the class path
     */
    public static Specification zoo(String name) {
        return provider().zoo(name);
    }

    /** A kernel of f32 storage for a norm that comes with normc: {@code Normc.zoo("GroupNorm", "2,64,7,7")}. */
    public static NormKernel zoo(String name, String bindings) {
        return zoo(name).compile(bindings);
    }

    /** A kernel for a norm that comes with normc; errors as {@link #zoo(String)} and {@link #compile(Path, String)}. */
    public static NormKernel zoo(String name, String bindings, CompileOptions options) {
        return zoo(name).compile(bindings, options);
    }

    private static KernelProvider provider() {
        return Holder.PROVIDER;
    }

    /** Found once, when the first kernel is asked for. */
    private static final class Holder {
        private static final KernelProvider PROVIDER = ServiceLoader.load(
                        KernelProvider.class, Normc.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no kernel provider on the class path: add the artifact dev.normc:normc-jit"));
    }
}
