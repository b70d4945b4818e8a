package dev.normc.samples.distributed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.samples.distributed.norms.BatchNorm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job carries its kernels and nothing that makes any; the Janino that is there is Spark's. */
class ClassPathTest {
    private static final ClassLoader LOADER = BatchNorm.class.getClassLoader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/normc/compiler/Compiler.class",
                "dev/normc/jit/Jit.class",
                "com/palantir/javapoet/JavaFile.class",
            })
    void noCompilerOfOursIsOnTheClassPath(String resource) {
        assertThat(LOADER.getResource("dev/normc/samples/distributed/norms/BatchNorm.class"))
                .isNotNull();
        assertThat(LOADER.getResource(resource)).isNull();
    }

    /** Why executors do not compile kernels: one class path has one Janino, and this one is older than ours. */
    @Test
    void sparkBringsAJaninoOfItsOwn() {
        assertThat(LOADER.getResource("org/codehaus/janino/SimpleCompiler.class"))
                .isNotNull()
                .asString()
                .contains("janino-3.1.9.jar");
    }
}
