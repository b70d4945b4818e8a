package dev.normc.cli;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose a norm of a file and specialize it. */
final class NormOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--norm", paramLabel = "NAME", description = "which norm, where the file declares several")
    private Optional<String> norm;

    @Option(
            names = "--shape",
            paramLabel = "N=2,C=6",
            description = "extents and constants by name, or the extents of the first input, 2,6,4,5, before others by "
                    + "name; `N=?` leaves an axis open")
    private Optional<String> shape;

    @Option(names = "--const", paramLabel = "NAME=VALUE", description = "a constant of the norm; repeatable")
    private List<String> constants = new ArrayList<>();

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "f32",
            description = "storage of the tensors: f32, f64, bf16 or f16 (default: ${DEFAULT-VALUE})")
    private DataType type;

    @Mixin
    private NumericsOption numerics;

    Optional<String> norm() {
        return norm;
    }

    /** Whether one shape is meant, not any. */
    boolean isSpecialized() {
        return shape.isPresent() || !constants.isEmpty();
    }

    DataType type() {
        return type;
    }

    /** The norm that is meant; errors as {@link Compiler#norm}. */
    TypedNorm typed(SourceFile source) {
        return Compiler.norm(source, norm);
    }

    /**
     * The shape text for a norm, constants included.
     *
     * @param fallback what stands for a shape that was not given
     */
    SourceFile shapeOf(TypedNorm typed, String fallback) {
        String text = Constants.added(typed, shape.orElse(fallback), NamedValues.of(command, "--const", constants));
        return new SourceFile(CompileRequest.SHAPE, text);
    }

    /** The request to compile a norm for the shape that was given. */
    CompileRequest request(TypedNorm typed) {
        return request(typed, Schedule.DEFAULT);
    }

    /** The same with another schedule. */
    CompileRequest request(TypedNorm typed, Schedule schedule) {
        return numerics.of(new CompileRequest(
                typed.source(), Optional.of(typed.name()), shapeOf(typed, "").text(), type, schedule));
    }
}
