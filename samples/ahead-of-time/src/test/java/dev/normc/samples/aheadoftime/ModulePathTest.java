package dev.normc.samples.aheadoftime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.normc.runtime.Bindings;
import dev.normc.runtime.NormKernel;
import dev.normc.samples.aheadoftime.norms.LayerNorm96;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ours as modules, used by modules of somebody else: kernels that were generated run with the runtime, which is a module of
 * its own; who compiles at run time adds the jars of {@code normc-jit}, which have stable names.
 *
 * <p>Those need to be jars: {@code mvn verify} has them, {@code mvn test} has folders of classes and leaves these tests out.
 */
class ModulePathTest {
    private static final Path CONSUMERS = Path.of("src/test/modules");
    private static final Path GENERATED =
            Path.of("target/generated-sources/norm", LayerNorm96.class.getName().replace('.', '/') + ".java");
    private static final String VECTOR = "jdk.incubator.vector";

    /** One class of each jar that {@code normc-jit} cannot do without. */
    private static final List<String> JIT = List.of(
            "dev.normc.jit.Jit",
            "dev.normc.compiler.Compiler",
            "dev.normc.grammar.NormLexer",
            "org.antlr.v4.runtime.Lexer",
            "com.palantir.javapoet.JavaFile",
            "org.codehaus.janino.SimpleCompiler",
            "org.codehaus.commons.compiler.CompileException",
            "com.github.benmanes.caffeine.cache.Cache");

    @TempDir
    Path folder;

    private static void assumeJars() throws Exception {
        assumeTrue(Files.isRegularFile(jarOf(JIT.get(0))), "not packaged yet");
    }

    private static Path jarOf(String type) throws Exception {
        return Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String path(Stream<Path> places) {
        return places.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path runtime() throws Exception {
        return jarOf(NormKernel.class.getName());
    }

    private static void tool(String name, String... arguments) {
        StringWriter messages = new StringWriter();
        PrintWriter writer = new PrintWriter(messages);
        int code = ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
        assertThat(code).as(messages.toString()).isZero();
        assertThat(messages.toString()).isEmpty();
    }

    /** Compiles a module against the runtime alone; warnings are errors. */
    private Path compiled(String module, Path... further) throws Exception {
        Path classes = folder.resolve(module);
        List<String> line = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-d",
                classes.toString(),
                "-p",
                runtime().toString()));
        try (Stream<Path> sources = Files.walk(CONSUMERS.resolve(module))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(line::add);
        }
        Arrays.stream(further).map(Path::toString).forEach(line::add);
        tool("javac", line.toArray(String[]::new));
        return classes;
    }

    private static List<String> run(Path java, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(java.toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** What the modules print of {@code y} and {@code dx}, computed here, where everything is on the class path. */
    private static String bits() {
        NormKernel kernel = new LayerNorm96();
        Bindings bindings = kernel.bindings(2);
        for (String given : List.of("x", "dy")) {
            float[] values = new float[2 * 96];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i * 37 % 101) / 50f - 1;
            }
            bindings.set(given, values);
        }
        kernel.forward(bindings);
        kernel.backward(bindings);
        return Arrays.hashCode(bindings.floats("y")) + " " + Arrays.hashCode(bindings.floats("dx"));
    }

    @Test
    void aModuleWithAKernelNeedsTheRuntimeAlone() throws Exception {
        Path classes = compiled("com.acme.ahead", GENERATED);
        String modules = path(Stream.of(classes, runtime()));
        assertThat(run(java(), "-p", modules, "-m", "com.acme.ahead/com.acme.ahead.Main"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("module com.acme.ahead reads dev.normc.runtime"),
                        line -> assertThat(line).isEqualTo(bits()));
    }

    @Test
    void theRuntimeReadsTheVectorModuleWhereThereIsOne() throws Exception {
        Path classes = compiled("com.acme.ahead", GENERATED);
        String modules = path(Stream.of(classes, runtime()));
        assertThat(run(java(), "--add-modules", VECTOR, "-p", modules, "-m", "com.acme.ahead/com.acme.ahead.Main"))
                .contains(bits(), "vectors: the same bits");
    }

    @Test
    void aRuntimeImageHoldsTheKernelAndTwoModulesMore() throws Exception {
        assumeTrue(Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods")), "no jmods to link");
        Path classes = compiled("com.acme.ahead", GENERATED);
        Path image = folder.resolve("image");
        tool(
                "jlink",
                "-p",
                path(Stream.of(classes, runtime())),
                "--add-modules",
                "com.acme.ahead",
                "--output",
                image.toString());
        Path java = image.resolve("bin/java");
        assertThat(run(java, "--list-modules"))
                .extracting(line -> line.replaceAll("@.*", ""))
                .containsExactly("com.acme.ahead", "dev.normc.runtime", "java.base");
        assertThat(run(java, "-m", "com.acme.ahead/com.acme.ahead.Main")).contains(bits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"janino", "javac"})
    void aModuleThatCompilesAtRunTimeAddsTheJarsOfTheJit(String compiler) throws Exception {
        assumeJars();
        List<Path> places = new ArrayList<>(List.of(compiled("com.acme.jit"), runtime()));
        for (String type : JIT) {
            places.add(jarOf(type));
        }
        assertThat(places).doesNotHaveDuplicates();
        assertThat(run(
                        java(),
                        "-Dnormc.hint=false",
                        "-Dnormc.compiler=" + compiler,
                        "--add-modules",
                        "com.github.benmanes.caffeine", // has a descriptor, which automatic modules cannot require
                        "-p",
                        path(places.stream()),
                        "-m",
                        "com.acme.jit/com.acme.jit.Main"))
                .containsExactly("module dev.normc.runtime", bits());
    }

    @Test
    void everyJarOfOursKeepsItsNameInAFileOfAnother() throws Exception {
        assumeJars();
        List<String> names = new ArrayList<>();
        for (String type : List.of(NormKernel.class.getName(), JIT.get(0), JIT.get(1), JIT.get(2))) {
            Path other = Files.copy(jarOf(type), folder.resolve("renamed-" + names.size() + ".jar"));
            names.add(ModuleFinder.of(other)
                    .findAll()
                    .iterator()
                    .next()
                    .descriptor()
                    .name());
        }
        assertThat(names)
                .containsExactly("dev.normc.runtime", "dev.normc.jit", "dev.normc.compiler", "dev.normc.grammar");
    }
}
