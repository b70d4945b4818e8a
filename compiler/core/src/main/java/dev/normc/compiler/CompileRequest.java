package dev.normc.compiler;

import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.Numerics;
import dev.normc.runtime.Program;
import java.util.Objects;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param norm which norm of the file; empty where it declares one
 * @param shape extents and constants, {@code N=?, D=768, eps=1e-6} or {@code 32,64,56,56}
 * @param type storage of the tensors
 * @param schedule how loops are cut
 * @param order of the highest derivative, 1 or 2
 * @param program what is compiled
 * @param form the name and the entries of the class
 * @param memory where the tensors stand
 */
public record CompileRequest(
        SourceFile source,
        Optional<String> norm,
        String shape,
        DataType type,
        Schedule schedule,
        int order,
        Program program,
        KernelForm form,
        MemoryKind memory) {

    /** What a shape is called in messages. */
    public static final String SHAPE = "shape";

    /** A request for the first derivative. */
    public CompileRequest(SourceFile source, Optional<String> norm, String shape, DataType type, Schedule schedule) {
        this(source, norm, shape, type, schedule, 1, Program.NORM, KernelForm.DEFAULT, MemoryKind.ARRAY);
    }

    /** The same for another order. */
    public CompileRequest withOrder(int other) {
        return new CompileRequest(source, norm, shape, type, schedule, other, program, form, memory);
    }

    /** The same for another schedule. */
    public CompileRequest withSchedule(Schedule other) {
        return new CompileRequest(source, norm, shape, type, other, order, program, form, memory);
    }

    /** The same for another program. */
    public CompileRequest withProgram(Program wanted) {
        return new CompileRequest(source, norm, shape, type, schedule, order, wanted, form, memory);
    }

    /** The same as a class of another form; its entries say whether the second derivative or shards are derived. */
    public CompileRequest withForm(KernelForm other) {
        int needed = other.isOfSecondOrder() ? 2 : order;
        Program wanted = other.isOfShards() ? Program.SHARDS : program;
        return new CompileRequest(source, norm, shape, type, schedule, needed, wanted, other, memory);
    }

    /**
     * The same in another precision.
     *
     * @throws IllegalArgumentException if there is none for the storage type
     */
    public CompileRequest withNumerics(Numerics numerics) {
        if (numerics == Numerics.FAST && type != DataType.F32) {
            throw new IllegalArgumentException("numerics = fast computes in f32, for tensors of f32, not of "
                    + type.spelling() + ": leave it at exact");
        }
        return numerics == Numerics.FAST ? withSchedule(schedule.inF32()) : this;
    }

    /** The same over other memory. */
    public CompileRequest withMemory(MemoryKind other) {
        return new CompileRequest(source, norm, shape, type, schedule, order, program, form, other);
    }

    public CompileRequest {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(norm, "norm");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(memory, "memory");
    }
}
