package dev.normc.samples.distributed.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.samples.distributed.norms.BatchNorm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job carries its kernels and nothing that makes any. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/normc/compiler/Compiler.class",
                "dev/normc/jit/Jit.class",
                "org/antlr/v4/runtime/Lexer.class",
                "com/palantir/javapoet/JavaFile.class",
                "org/codehaus/janino/SimpleCompiler.class",
            })
    void noCompilerIsOnTheClassPath(String resource) {
        ClassLoader loader = BatchNorm.class.getClassLoader();
        assertThat(loader.getResource("dev/normc/samples/distributed/norms/BatchNorm.class"))
                .isNotNull();
        assertThat(loader.getResource(resource)).isNull();
    }
}
