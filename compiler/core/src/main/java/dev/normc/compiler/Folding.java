package dev.normc.compiler;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.fold.AffineForm;
import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.SpecializedNorm;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Fold;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a norm that is affine in its input at inference does to each channel. */
public final class Folding {

    private Folding() {}

    /**
     * The scale and the shift of a norm at inference.
     *
     * @param shape extents and constants; extents of axes that no param and no state has do not matter
     * @param values params and states by name, row-major; one that is not there has its initial value
     * @throws IllegalArgumentException naming a value that is unknown or has another number of elements
     * @throws SpecificationException if the shape does not fit, or the norm is not affine in its input
     */
    public static Fold of(TypedNorm norm, String shape, Map<String, double[]> values) {
        SpecializedNorm specialized =
                Specializer.specialize(norm, new SourceFile(CompileRequest.SHAPE, shape), DataType.F64);
        TensorProgram program;
        try {
            program = Pipeline.folded(specialized);
        } catch (AffineForm.NotAffineException e) {
            throw new SpecificationException(List.of(new Diagnostic(
                    ErrorCode.N0404,
                    "`" + norm.name() + "` cannot be folded: " + e.getMessage(),
                    norm.source(),
                    norm.span(),
                    "",
                    Optional.of("a norm folds if its output at inference is `scale * x + shift`"))));
        }
        values.keySet().forEach(name -> require(norm, name));
        Map<String, double[]> buffers = new HashMap<>();
        for (BufferSpec buffer : specialized.buffers()) {
            if (buffer.role() == BufferRole.PARAM || buffer.role() == BufferRole.STATE) {
                double[] initial = new double[buffer.elements(1)];
                Arrays.fill(initial, buffer.initial());
                double[] given = values.getOrDefault(buffer.name(), initial);
                if (given.length != initial.length) {
                    throw new IllegalArgumentException(
                            "`" + buffer.name() + "`: needs " + initial.length + " elements, got " + given.length);
                }
                buffers.put(buffer.name(), given);
            }
        }
        Map<String, double[]> stored = Interpreter.run(program, buffers, 1);
        List<String> axes = program.buffers().get(program.buffer(AffineForm.SCALE)).layout().stream()
                .map(axis -> program.axes().get(axis).name())
                .toList();
        return new Fold(norm.axes().merged(axes), stored.get(AffineForm.SCALE), stored.get(AffineForm.SHIFT));
    }

    private static void require(TypedNorm norm, String name) {
        boolean known = norm.tensor(name)
                .filter(tensor -> tensor.role() == BufferRole.PARAM || tensor.role() == BufferRole.STATE)
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("`" + norm.name() + "` has no param or state `" + name + "`");
        }
    }
}
