package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.Compilation;
import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.runtime.Numerics;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Javadoc of a kernel is complete and well formed: {@code -Xdoclint} finds nothing in what a caller sees. */
class KernelJavadocTest {
    @TempDir
    private Path folder;

    static Stream<Example> examples() {
        return Stream.of(
                new Example(Example.BATCH_NORM, "N=4, C=6, H=5, W=7"),
                new Example(Example.LAYER_NORM, "N=?, D=33"),
                new Example(Example.MASKED_LAYER_NORM, "N=2, T=3, D=5"),
                new Example("norm W { input x[N, D] output y = where(x <= 1, x, x / max[N](x)) }", "2, 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void javacHasNothingToSayAboutTheComments(Example example) throws IOException {
        assertNothingIsSaid(example.request());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void norAboutArithmeticInF32(Example example) throws IOException {
        assertNothingIsSaid(example.request().withNumerics(Numerics.FAST));
    }

    private void assertNothingIsSaid(CompileRequest request) throws IOException {
        Compilation compilation = Compiler.compile(request);
        Path file = folder.resolve(compilation.plan().className() + ".java");
        Files.writeString(file, compilation.java());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Xdoclint:all/protected",
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean accepted = javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(accepted).as("%s", messages).isTrue();
        }
    }
}
