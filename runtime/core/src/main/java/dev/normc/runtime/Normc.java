package dev.normc.runtime;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException e) {
            throw new NormcException("`" + file + "`: not UTF-8 text", e);
        } catch (IOException e) {
            throw new NormcException("`" + file + "`: cannot be read", e);
        }
        return provider().compile(String.valueOf(file.getFileName()), text, bindings, options);
    }

    /** A kernel of f32 storage from a specification in a string; {@code name} stands for the file in messages. */
    public static NormKernel compile(String name, String text, String bindings) {
        return compile(name, text, bindings, CompileOptions.DEFAULT);
    }

    /** A kernel from a specification in a string; errors as {@link #compile(Path, String, CompileOptions)}. */
    public static NormKernel compile(String name, String text, String bindings, CompileOptions options) {
        return provider().compile(name, text, bindings, options);
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
