package dev.normc.samples.distributed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that would be submitted, on a cluster of two executors in JVMs of their own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SparkJobJarIT {
    private static final Path JAR = Path.of("target", "spark-job.jar").toAbsolutePath();

    /** A folder that looks like an installation: launching executors asks for its jars, which are on the class path. */
    @TempDir
    private Path sparkHome;

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
                    .noneMatch(name -> name.startsWith("org/apache/spark"));
        }
    }

    @Test
    void executorsInOtherJvmsRunTheJobsWithThisJarAndSpark() throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>(List.of(JAR.toString()));
        classPath.addAll(spark());
        run(
                classPath,
                List.of(
                        "-Dspark.master=local-cluster[2,2,512]",
                        "-Dspark.executor.memory=512m",
                        "-Dspark.executor.extraClassPath=" + path(classPath)),
                List.of(SparkMain.class.getName()),
                "local-cluster[2,2,512]");
    }

    /** As the script {@code spark-submit} does: the jar is on nobody's class path, executors get it from the driver. */
    @Test
    void theJarIsSubmittedWithSparkSubmit() throws IOException, InterruptedException {
        run(
                spark(),
                List.of(),
                List.of(
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        "local-cluster[2,1,512]",
                        "--conf",
                        "spark.executor.memory=512m",
                        "--conf",
                        "spark.executor.extraClassPath=" + path(spark()),
                        JAR.toString()),
                "local-cluster[2,1,512]");
    }

    /** What a cluster has. */
    private static List<String> spark() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("(normc|junit|assertj).*"))
                .toList();
    }

    private static String path(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }

    private void run(List<String> classPath, List<String> options, List<String> main, String master)
            throws IOException, InterruptedException {
        Files.createDirectory(sparkHome.resolve("jars"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getProperty("spark.argLine").split(" ")));
        command.addAll(options);
        command.addAll(List.of("-cp", path(classPath)));
        command.addAll(main);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(sparkHome.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SPARK_HOME", sparkHome.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process java = builder.start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output).startsWith("Apache Spark, " + master);
        assertThat(output.lines().filter(line -> line.matches("(y|dx|dgamma|dbeta|running_mean|running_var) .*")))
                .hasSize(7)
                .allMatch(line -> line.matches(".* [01]\\.\\d\\d"), "at most one ulp");
    }
}
