package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.loop.Schedule;
import dev.normc.runtime.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HotSpot never compiles a method above 8000 bytecodes; no method of a kernel is that long, whoever compiled it. */
class MethodSizeTest {
    private static final int HUGE_METHOD = 8000;
    private static final Pattern SPEC =
            Pattern.compile("^// shape: *([^\\n]*)\\n(norm .*?)(?=^// shape:|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String extent : List.of("1", "16", "33", "64", "100", "127", "250", "500", "1000", "1025", "4096")) {
            examples.add(new Example(Example.LAYER_NORM, "N=?, D=" + extent));
            examples.add(new Example(Example.RMS_NORM, "N=7, D=" + extent));
            examples.add(new Example(Example.DYT, "N=?, D=" + extent));
        }
        for (String shape :
                List.of("N=?, C=64, H=7, W=9", "N=8, C=5, H=3", "N=256, C=1000", "N=2, C=300, H=56, W=55")) {
            examples.add(new Example(Example.BATCH_NORM, shape));
        }
        for (String shape : List.of("N=?, C=64, H=7, W=9, G=32", "N=2, C=6, H=1, W=7, G=3", "N=2, C=256, H=28, W=27")) {
            examples.add(new Example(Example.GROUP_NORM, shape));
        }
        for (String shape : List.of("N=2, T=3, D=5", "N=3, T=100, D=64", "N=?, T=33, D=31")) {
            examples.add(new Example(Example.MASKED_LAYER_NORM, shape));
        }
        try (InputStream in = MethodSizeTest.class.getResourceAsStream("/numerics/specs.norm")) {
            SPEC.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> new Example(found.group(2), found.group(1)))
                    .forEach(examples::add);
        }
        return examples.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void noMethodIsTooLongForTheJitCompiler(Example example) {
        for (DataType type : DataType.values()) {
            CompileRequest vectors = example.request(type).withSchedule(Schedule.DEFAULT.withVectors(256));
            Compilation inVectors = Compiler.compile(vectors);
            check("vectors", CompilerChoice.JANINO.compiler().compile(inVectors.className(), inVectors.java()));
            Compilation compilation = Compiler.compile(example.request(type));
            for (CompilerChoice choice : List.of(CompilerChoice.JANINO, CompilerChoice.JAVAC)) {
                Map<String, byte[]> classes = choice.compiler().compile(compilation.className(), compilation.java());
                check(choice.toString(), classes);
            }
        }
    }

    private static void check(String what, Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> assertThat(ClassFile.methodBytes(bytes))
                .as("%s by %s", name, what)
                .hasSizeGreaterThan(8)
                .allSatisfy((method, length) -> assertThat(length).as(method).isLessThanOrEqualTo(HUGE_METHOD)));
    }
}
