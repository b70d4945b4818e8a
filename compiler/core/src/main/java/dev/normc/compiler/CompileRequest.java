package dev.normc.compiler;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import java.util.Objects;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param norm which norm of the file; empty where it declares one
 * @param shape extents and constants, {@code N=?, D=768, eps=1e-6} or {@code 32,64,56,56}
 * @param type storage of the tensors
 * @param schedule how loops are cut
 */
public record CompileRequest(SourceFile source, Optional<String> norm, String shape, DataType type, Schedule schedule) {

    /** What a shape is called in messages. */
    public static final String SHAPE = "shape";

    public CompileRequest {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(schedule, "schedule");
    }
}
