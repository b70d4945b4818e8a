package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Numerics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that take one set of bindings, whatever their loops need of the workspace. */
class VectorTwinSignatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=?, D=77           | F32  | EXACT",
                "LayerNorm | N=?, D=4096         | F32  | FAST",
                "RMSNorm   | N=3, D=1025         | F64  | EXACT",
                "RMSNorm   | N=?, D=2048         | BF16 | EXACT",
                "BatchNorm | N=?, C=3, H=14, W=7 | F32  | EXACT",
                "BatchNorm | N=8, C=64, H=5, W=7 | F32  | FAST",
                "GroupNorm | 2,64,5,7            | F32  | FAST",
                "ScaleNorm | N=?, D=33           | F16  | EXACT",
            })
    void twins_of_every_width_have_the_signature_of_the_plain_class(
            String norm, String shape, DataType type, Numerics numerics) {
        for (int jvm : List.of(17, 25)) {
            CompileRequest request = new CompileRequest(
                            Zoo.source(norm), Optional.empty(), shape, type, Schedule.forJvm(jvm))
                    .withNumerics(numerics);
            List<Compilation> classes = Compiler.withVectorTwins(request, List.of(128, 256, 512));
            Compilation plain = classes.get(0);
            assertThat(classes)
                    .extracting(Compilation::className)
                    .containsExactly(
                            plain.className(),
                            plain.className() + "Vector128",
                            plain.className() + "Vector256",
                            plain.className() + "Vector512");
            assertThat(classes).allSatisfy(each -> assertThat(each.signature()).isEqualTo(plain.signature()));
            assertThat(classes.subList(1, 4)).allSatisfy(twin -> assertThat(twin.java())
                    .contains(plain.plan().className() + ".SIGNATURE;", "implements VectorTwin"));
        }
    }
}
