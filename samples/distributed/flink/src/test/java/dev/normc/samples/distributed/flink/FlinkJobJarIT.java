package dev.normc.samples.distributed.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that would be submitted: what is in it, and that Flink and it are enough. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FlinkJobJarIT {
    private static final Path JAR = Path.of("target", "flink-job.jar");

    @Test
    void theJarHoldsKernelsAndTheRuntimeAndNoCompiler() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();
            assertThat(names)
                    .contains(
                            "dev/normc/samples/distributed/norms/BatchNorm.class",
                            "dev/normc/samples/distributed/norms/ImageChannels.class",
                            "dev/normc/runtime/ShardTree.class")
                    .noneMatch(name -> name.startsWith("dev/normc/compiler"))
                    .noneMatch(name -> name.startsWith("dev/normc/jit"))
                    .noneMatch(name -> name.contains("janino") || name.contains("antlr") || name.contains("javapoet"))
                    .noneMatch(name -> name.startsWith("org/apache/flink"));
        }
    }

    @Test
    void aJvmWithThisJarAndFlinkRunsTheJobs() throws IOException, InterruptedException {
        assertReport("Apache Flink, 2 task managers with 2 slots each", run(0, List.of()));
    }

    @Test
    void theJarIsSentToAClusterThatRunsTheJobs() throws Exception {
        try (LocalCluster cluster = LocalCluster.start()) {
            String address = cluster.target().host() + ":" + cluster.target().port();
            assertReport("Apache Flink, " + address + ", 3 tasks", run(0, List.of(address, "3")));
        }
    }

    /** As the script {@code flink} does: the jar is on nobody's class path, and its classes have a loader of their own. */
    @Test
    void theJarIsSubmittedWithFlinkRun(@TempDir Path configuration) throws Exception {
        Files.writeString(configuration.resolve("config.yaml"), "{}");
        try (LocalCluster cluster = LocalCluster.start()) {
            String address = cluster.target().host() + ":" + cluster.target().port();
            List<String> arguments =
                    List.of("org.apache.flink.client.cli.CliFrontend", "run", "-m", address, "-p", "3", JAR.toString());
            assertReport(
                    "Apache Flink, submitted, 3 tasks",
                    start(0, flink(), arguments, Map.of("FLINK_CONF_DIR", configuration.toString())));
        }
    }

    @Test
    void wrongArgumentsAreAMessageAndNotAStackTrace() throws IOException, InterruptedException {
        assertThat(run(2, List.of("localhost", "3"))).isEmpty();
        assertThat(run(2, List.of("localhost:8081", "many"))).isEmpty();
        assertThat(run(2, List.of("localhost:8081"))).isEmpty();
    }

    private static void assertReport(String begin, String output) {
        assertThat(output).contains(begin + System.lineSeparator()).contains("1,024 rows in 6 blocks");
        assertThat(output.lines().filter(line -> line.matches("(y|dx|dgamma|dbeta|running_mean|running_var) .*")))
                .hasSize(7)
                .allMatch(line -> line.matches(".* [01]\\.\\d\\d"), "at most one ulp");
    }

    private static String run(int exit, List<String> arguments) throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>(List.of(JAR.toString()));
        classPath.addAll(flink());
        List<String> main = new ArrayList<>(List.of(FlinkMain.class.getName()));
        main.addAll(arguments);
        return start(exit, classPath, main, Map.of());
    }

    /** What a cluster has. */
    private static List<String> flink() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("(normc|junit|assertj).*"))
                .toList();
    }

    private static String start(
            int exit, List<String> classPath, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getProperty("flink.argLine").split(" ")));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process java = builder.start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isEqualTo(exit);
        return output;
    }
}
