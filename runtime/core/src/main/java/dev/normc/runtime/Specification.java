package dev.normc.runtime;

import java.util.Objects;

/**
 * The text of a norm, ready to be compiled for any shape; prints as its text.
 *
 * @param name what messages call it, {@code zoo:GroupNorm}
 */
public record Specification(String name, String text) {

    public Specification {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** A kernel of f32 storage; bindings and errors as {@link Normc#compile(String, String, String)}. */
    public NormKernel compile(String bindings) {
        return Normc.compile(name, text, bindings);
    }

    /** A kernel; bindings and errors as {@link Normc#compile(String, String, String, CompileOptions)}. */
    public NormKernel compile(String bindings, CompileOptions options) {
        return Normc.compile(name, text, bindings, options);
    }

    @Override
    public String toString() {
        return text;
    }
}
