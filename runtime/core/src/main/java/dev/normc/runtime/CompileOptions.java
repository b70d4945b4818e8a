package dev.normc.runtime;

import java.util.Objects;
import java.util.Optional;

/**
 * Choices beside the shape.
 *
 * @param norm which norm of a file with several; empty where there is one
 * @param type storage of the tensors
 * @param order of the highest derivative, 1 or 2
 * @param program what is compiled
 * @param memory where the tensors stand
 * @param numerics in which precision it computes
 */
public record CompileOptions(
        Optional<String> norm, DataType type, int order, Program program, MemoryKind memory, Numerics numerics) {

    /** The only norm of the file, f32 storage. */
    public static final CompileOptions DEFAULT =
            new CompileOptions(Optional.empty(), DataType.F32, 1, Program.NORM, MemoryKind.ARRAY, Numerics.EXACT);

    public CompileOptions {
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(numerics, "numerics");
        if (numerics == Numerics.FAST && type != DataType.F32) {
            throw new IllegalArgumentException("numerics = fast computes in f32, for tensors of f32, not of "
                    + type.spelling() + ": leave numerics at exact");
        }
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("order " + order + ": a kernel has derivatives of order 1 or 2");
        }
    }

    /** The same with the norm named. */
    public CompileOptions withNorm(String name) {
        return new CompileOptions(Optional.of(name), type, order, program, memory, numerics);
    }

    /** The same with another storage type. */
    public CompileOptions withType(DataType other) {
        return new CompileOptions(norm, other, order, program, memory, numerics);
    }

    /** The same with the second derivative too, for order 2. */
    public CompileOptions withOrder(int other) {
        return new CompileOptions(norm, type, other, program, memory, numerics);
    }

    /** The same for the initial values that come from data. */
    public CompileOptions withInitializer() {
        return new CompileOptions(norm, type, order, Program.INITIALIZER, memory, numerics);
    }

    /** The same with entries for statistics that are split over shards: {@link ShardStatistics} says how they go. */
    public CompileOptions withShards() {
        return new CompileOptions(norm, type, order, Program.SHARDS, memory, numerics);
    }

    /** The same over other memory than arrays. */
    public CompileOptions withMemory(MemoryKind other) {
        return new CompileOptions(norm, type, order, program, other, numerics);
    }

    /** The same in another precision. */
    public CompileOptions withNumerics(Numerics other) {
        return new CompileOptions(norm, type, order, program, memory, other);
    }
}
