package dev.normc.cli;

import dev.normc.compiler.CompileRequest;
import dev.normc.runtime.Numerics;
import picocli.CommandLine.Option;

/** The option that chooses in which precision a kernel computes. */
final class NumericsOption {
    @Option(
            names = "--numerics",
            paramLabel = "HOW",
            defaultValue = "exact",
            description = "exact: f64, rounded once; fast: f32 where a loop touches f32 only, statistics in f64"
                    + " (default: ${DEFAULT-VALUE})")
    private Numerics numerics;

    /** The request in this precision. */
    CompileRequest of(CompileRequest request) {
        try {
            return request.withNumerics(numerics);
        } catch (IllegalArgumentException e) {
            throw new UserFault(
                    "`--numerics fast` computes in f32, but the tensors are "
                            + request.type().spelling(),
                    "leave `--numerics` out, or use tensors of f32");
        }
    }
}
