package dev.normc.jit.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.jit.CompilerChoice;
import dev.normc.jit.Jit;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.BufferRole;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.NormKernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bits of plain Java in vectors of every width, for loops with a special form there: comparisons that several values
 * share, positions, and accumulators that more than one loop takes.
 */
class VectorFormsTest {
    private static final List<Integer> WIDTHS = List.of(512, 256, 128);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FRN               | N=2, C=3, H=41, W=29",
                "FRN               | N=2, C=3, H=5, W=7",
                "EvoNormB0         | N=3, C=2, H=37, W=29",
                "ComplexBatchNorm  | N=2, C=3, H=37, W=29",
                "ComplexBatchNorm  | N=4, C=3, H=5, W=7",
                "PRepBN            | N=2, T=5, D=131",
                "LInfNorm          | T=9, D=1031",
                "LInfNorm          | T=5, D=67",
                "LInfBatchNorm     | N=3, C=2, H=37, W=29",
                "RevIN             | N=3, T=11, C=37",
            })
    void vectorsOfEveryWidthHaveTheBitsOfPlainJava(String norm, String shape) {
        Map<String, double[]> plain = results(norm, shape, Schedule.DEFAULT);
        for (int bits : WIDTHS) {
            Map<String, double[]> vectors = results(norm, shape, Schedule.DEFAULT.withVectors(bits));
            plain.forEach((name, values) -> assertThat(vectors.get(name))
                    .as("%s in vectors of %d bits", name, bits)
                    .isEqualTo(values));
        }
    }

    private static Map<String, double[]> results(String norm, String shape, Schedule schedule) {
        NormKernel kernel = new Jit(1)
                .kernel(
                        new CompileRequest(Zoo.source(norm), Optional.empty(), shape, DataType.F32, schedule),
                        CompilerChoice.JANINO);
        Bindings bindings = kernel.bindings();
        SplittableRandom random = new SplittableRandom(41);
        for (BufferSpec buffer : kernel.signature().buffers()) {
            boolean given = buffer.role() == BufferRole.INPUT
                    || buffer.role() == BufferRole.PARAM
                    || buffer.role() == BufferRole.COTANGENT;
            if (given) {
                float[] elements = bindings.floats(buffer.name());
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = (float) (random.nextInt(5) == 0 ? 0.75 : random.nextDouble() * 3 - 1);
                }
            }
        }
        bindings.allocateAll();
        kernel.forward(bindings);
        kernel.backward(bindings);
        Map<String, double[]> results = new LinkedHashMap<>();
        for (BufferSpec buffer : kernel.signature().buffers()) {
            if (buffer.role() == BufferRole.OUTPUT || buffer.role() == BufferRole.GRADIENT) {
                float[] elements = bindings.floats(buffer.name());
                double[] wide = new double[elements.length];
                for (int i = 0; i < wide.length; i++) {
                    wide[i] = elements[i];
                }
                results.put(buffer.name(), wide);
            } else if (buffer.role() == BufferRole.SAVED) {
                results.put(buffer.name(), bindings.doubles(buffer.name()).clone());
            }
        }
        assertThat(results).isNotEmpty();
        return results;
    }
}
