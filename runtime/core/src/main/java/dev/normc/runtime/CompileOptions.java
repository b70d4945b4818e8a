package dev.normc.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * Choices beside the shape.
 *
 * @param norm which norm of a file with several; empty where there is one
 * @param type storage of the tensors
 */
public record CompileOptions(Optional<String> norm, DataType type) {

    /** The only norm of the file, f32 storage. */
    public static final CompileOptions DEFAULT = new CompileOptions(Optional.empty(), DataType.F32);

    public CompileOptions {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(type, "type");
    }

    /** The same with the norm named. */
    public CompileOptions withNorm(String name) {
        return new CompileOptions(Optional.of(name), type);
    }

    /** The same with another storage type. */
    public CompileOptions withType(DataType other) {
        return new CompileOptions(norm, other);
    }
}
