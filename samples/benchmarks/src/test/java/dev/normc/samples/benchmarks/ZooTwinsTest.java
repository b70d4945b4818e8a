package dev.normc.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Normc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a kernel goes over to while it is used must take the same buffers, cut in the same way. */
class ZooTwinsTest {
    @Test
    void everyNormOfTheZooHasOneSignatureInPlainJavaAndInVectors() {
        List<String> unlike = new ArrayList<>();
        for (Map.Entry<String, String> norm : ZooShapes.of(Normc.zoo()).entrySet()) {
            for (int jvm : new int[] {17, 21}) {
                Schedule plain = Schedule.forJvm(jvm);
                CompileRequest request = new CompileRequest(
                        Zoo.source(norm.getKey()), Optional.empty(), norm.getValue(), DataType.F32, plain);
                Compiler.Twins twins = Compiler.twins(request, plain.withVectors(512));
                if (!twins.first()
                        .plan()
                        .signature()
                        .equals(twins.second().get().plan().signature())) {
                    unlike.add(norm + " for JDK " + jvm);
                }
            }
        }
        assertThat(unlike).isEmpty();
    }
}
