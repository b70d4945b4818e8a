package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code normc}, beside a jar that leads to the classes under test, with this Java or one that only echoes. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/main/launcher/normc");
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String VECTOR = "jdk.incubator.vector";

    /** Prints its arguments, one in a line, and ends with 7. */
    private static final String ECHO = """
            #!/bin/sh
            for argument; do echo "[$argument]"; done
            exit 7
            """;

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void besideAJar() throws IOException {
        script = install(folder.resolve("a home/bin"));
    }

    /** Copies the script to a folder, beside a {@code normc.jar} that leads to the classes under test. */
    static Path install(Path home) throws IOException {
        Files.createDirectories(home);
        Path script = Files.copy(SCRIPT, home.resolve("normc"));
        executable(script);
        jar(
                home.resolve("normc.jar"),
                Normc.class.getName(),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of));
        return script;
    }

    /** An empty jar that leads to other places. */
    static void jar(Path file, String main, Stream<Path> places) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, main);
        attributes.put(
                Attributes.Name.CLASS_PATH,
                places.map(place -> place.toUri().toString()).collect(Collectors.joining(" ")));
        try (OutputStream target = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(target, manifest)) {
            jar.finish();
        }
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A Java that only echoes; {@code release} is what it says of itself, nothing for no such file. */
    private Path echo(String release) throws IOException {
        Path home = Files.createDirectories(folder.resolve("echo"));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, ECHO);
        executable(java);
        if (!release.isEmpty()) {
            Files.writeString(home.resolve("release"), release);
        }
        return home;
    }

    private Workbench.Outcome launch(Map<String, String> environment, Path command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.PIPE);
        process.environment().remove("NORMC_JAVA_OPTS");
        process.environment().putAll(environment);
        Process running = process.start();
        Files.write(err, running.getErrorStream().readAllBytes()); // until the last one who writes there has ended
        int code = running.waitFor();
        return new Workbench.Outcome(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8).replace(folder.toRealPath() + "/", "@"));
    }

    private Workbench.Outcome normc(String... arguments) throws IOException, InterruptedException {
        return launch(Map.of("JAVA_HOME", JAVA_HOME), script, arguments);
    }

    private static String release(String version, String modules) {
        return "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n";
    }

    @Test
    void argumentsWithSpacesArriveWhole() throws Exception {
        Files.writeString(folder.resolve("a batch norm.norm"), Workbench.BATCH_NORM);
        assertThat(normc("check", "a batch norm.norm"))
                .isEqualTo(new Workbench.Outcome(0, "a batch norm.norm: BatchNorm\n", ""));
    }

    @Test
    void theExitCodeIsThatOfTheCommand() throws Exception {
        Files.writeString(folder.resolve("wrong.norm"), Workbench.BATCH_NORM.replace("reduce  N", "reduce  Q"));
        assertThat(normc("check", "wrong.norm").code()).isEqualTo(1);
        assertThat(normc("run", "wrong.norm", "--out", "results").code()).isEqualTo(1);
        assertThat(normc("compile").code()).isEqualTo(2);
    }

    @Test
    void aSymbolicLinkLeadsToTheJar() throws Exception {
        Path places = Files.createDirectories(folder.resolve("places"));
        Path absolute = Files.createSymbolicLink(places.resolve("absolute"), script);
        Path relative = Files.createSymbolicLink(places.resolve("normc"), Path.of("absolute"));
        Workbench.Outcome outcome = launch(Map.of("JAVA_HOME", JAVA_HOME), relative, "zoo", "RMSNorm");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("norm RMSNorm");
        assertThat(absolute).isSymbolicLink();
    }

    @Test
    void runHasTheVectorModuleAndSaysNothingAboutIt() throws Exception {
        assumeTrue(ModuleLayer.boot().findModule(VECTOR).isPresent(), "this Java has no vector module");
        assumeTrue(dev.normc.jit.Jit.vectorBits() > 0, "this machine has no vectors");
        new Workbench(folder).spec("dyt.norm", Workbench.DYT).save("x.npy", new double[2 * 5], 2, 5);
        Workbench.Outcome vector =
                normc("run", "dyt.norm", "--in", "x=x.npy", "--backend", "vector", "--out", "results");
        assertThat(vector).isEqualTo(new Workbench.Outcome(0, "", ""));
        assertThat(folder.resolve("results/y.npy")).exists();
        Workbench.Outcome fault = normc("run", "dyt.norm", "--in", "x=none.npy", "--out", "results");
        assertThat(fault.code()).isEqualTo(1);
        assertThat(fault.err()).contains("none.npy").doesNotContain("WARNING");
    }

    @Test
    void commandsThatAskForVectorsHaveTheirModuleWhereThereIsOneAndOthersNever() throws Exception {
        Map<String, String> with = Map.of(
                "JAVA_HOME", echo(release("17.0.2", "java.base " + VECTOR)).toString());
        assertThat(launch(with, script, "run", "a b", "", "*", "$x", "c'd\"e").out())
                .startsWith("[--add-modules]\n[" + VECTOR + "]\n[-Dnormc.terminal=false]\n[-jar]\n[")
                .endsWith("/a home/bin/normc.jar]\n[run]\n[a b]\n[]\n[*]\n[$x]\n[c'd\"e]\n");
        assertThat(launch(with, script, "bench", "a b").out())
                .startsWith("[--add-modules]\n[" + VECTOR + "]\n[-jar]\n[")
                .endsWith("/a home/bin/normc.jar]\n[bench]\n[a b]\n");
        assertThat(launch(with, script, "explain", "a b").out()).startsWith("[--add-modules]\n[" + VECTOR + "]\n");
        assertThat(launch(with, script, "emit", "a b").out())
                .startsWith("[-jar]\n[")
                .endsWith("/a home/bin/normc.jar]\n[emit]\n[a b]\n");
        Map<String, String> without = Map.of(
                "JAVA_HOME", echo(release("25", "java.base java.compiler")).toString());
        Workbench.Outcome outcome = launch(without, script, "run");
        assertThat(outcome.out()).startsWith("[-jar]\n");
        assertThat(outcome.code()).isEqualTo(7);
    }

    @Test
    void optionsForJavaComeFromTheEnvironment() throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", echo(release("17", "java.base")).toString());
        environment.put("NORMC_JAVA_OPTS", "-Xmx3g -Da=b");
        assertThat(launch(environment, script, "zoo").out()).startsWith("[-Xmx3g]\n[-Da=b]\n[-jar]\n");
    }

    @Test
    void whereNoFileSaysWhichJavaItIsJavaIsAsked() throws Exception {
        Path home = echo("");
        Files.writeString(home.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = --list-modules ]; then
                    printf 'java.base@21.0.1\\njava.compiler@21.0.1\\njdk.incubator.vector@21.0.1\\n'
                else
                    echo "$@"
                fi
                """);
        Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
        assertThat(launch(environment, script, "run").out()).startsWith("--add-modules " + VECTOR);
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho java.base@11.0.2\n");
        assertThat(launch(environment, script, "zoo").err()).contains("is Java 11.0.2: normc needs 17 or later");
    }

    @Test
    void anOldJavaAndNoJavaAreNamed() throws Exception {
        Map<String, String> old =
                Map.of("JAVA_HOME", echo(release("1.8.0_392", "java.base")).toString());
        assertThat(launch(old, script, "zoo"))
                .isEqualTo(new Workbench.Outcome(
                        127,
                        "",
                        "normc: @echo/bin/java is Java 1.8.0_392: normc needs 17 or later; let JAVA_HOME name one\n"));
        Files.delete(folder.resolve("echo/release"));
        assertThat(launch(old, script, "zoo").err())
                .isEqualTo("normc: @echo/bin/java cannot be run or is older than Java 9: normc needs 17 or later; "
                        + "let JAVA_HOME name one\n");
        Map<String, String> wrong =
                Map.of("JAVA_HOME", folder.resolve("nowhere").toString());
        assertThat(launch(wrong, script, "zoo"))
                .isEqualTo(new Workbench.Outcome(
                        127,
                        "",
                        "normc: JAVA_HOME is @nowhere, where there is no bin/java: let it name a JDK, 17 or later\n"));
        Map<String, String> none = Map.of("JAVA_HOME", "", "PATH", folder.toString());
        assertThat(launch(none, script, "zoo"))
                .isEqualTo(
                        new Workbench.Outcome(
                                127,
                                "",
                                "normc: there is no java on the PATH: install a JDK, 17 or later, or let JAVA_HOME name one\n"));
    }

    @Test
    void aScriptWithoutItsJarSaysSo() throws Exception {
        Files.delete(script.resolveSibling("normc.jar"));
        Workbench.Outcome outcome = normc("zoo");
        assertThat(outcome.code()).isEqualTo(127);
        assertThat(outcome.err()).isEqualTo("normc: there is no @a home/bin/normc.jar: this script stands beside it\n");
    }
}
