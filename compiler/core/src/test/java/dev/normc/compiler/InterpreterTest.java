package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.interpret.Interpreter;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.0 / 3, -7.3e-20, 2.7e19})
    void a_constant_row_deviates_from_its_mean_by_nothing(double value) {
        TypedNorm norm = Compiler.norm(
                new SourceFile("std.norm", "norm S { input x[T, A] output y = std[A](x) }"), Optional.empty());
        TensorProgram program = Specializer.specialize(
                        norm, new SourceFile(CompileRequest.SHAPE, "T=3, A=49"), DataType.F64)
                .train();
        double[] x = new double[3 * 49];
        Arrays.fill(x, value);
        assertThat(Interpreter.run(program, Map.of("x", x), 1).get("y")).containsExactly(0, 0, 0);
    }
}
