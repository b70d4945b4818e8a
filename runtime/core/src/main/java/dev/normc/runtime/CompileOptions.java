package dev.normc.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * Choices beside the shape.
 *
 * @param norm which norm of a file with several; empty where there is one
 * @param type storage of the tensors
 * @param order of the highest derivative, 1 or 2
 * @param initializer whether to compile the norm of the initial values that come from data, {@code init p = e from t},
 *     instead: its inputs are the data, its outputs the params
 */
public record CompileOptions(Optional<String> norm, DataType type, int order, boolean initializer) {

    /** The only norm of the file, f32 storage. */
    public static final CompileOptions DEFAULT = new CompileOptions(Optional.empty(), DataType.F32, 1, false);

    public CompileOptions {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(type, "type");
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("order " + order + ": a kernel has derivatives of order 1 or 2");
        }
    }

    /** The same with the norm named. */
    public CompileOptions withNorm(String name) {
        return new CompileOptions(Optional.of(name), type, order, initializer);
    }

    /** The same with another storage type. */
    public CompileOptions withType(DataType other) {
        return new CompileOptions(norm, other, order, initializer);
    }

    /** The same with the second derivative too, for order 2. */
    public CompileOptions withOrder(int other) {
        return new CompileOptions(norm, type, other, initializer);
    }

    /** The same for the initial values that come from data. */
    public CompileOptions withInitializer() {
        return new CompileOptions(norm, type, order, true);
    }
}
