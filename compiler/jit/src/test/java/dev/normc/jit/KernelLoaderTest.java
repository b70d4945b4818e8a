package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.normc.compiler.Compiler;
import dev.normc.runtime.Bindings;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.NormcException;
import dev.normc.runtime.math.KernelMath;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kernel sees, and what one sees of it. */
class KernelLoaderTest {
    private static final Example EXAMPLE = new Example(Example.LAYER_NORM, "N=?, D=24");
    private static final String DUMP = "normc.dump";

    @AfterEach
    void clearTheProperty() {
        System.clearProperty(DUMP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.junit.jupiter.api.Test",
                "dev.normc.compiler.Compiler",
                "dev.normc.jit.Jit",
                "org.codehaus.janino.SimpleCompiler",
                "dev.normc.runtimex.Other",
                "dev.normc.runtime.Normc",
                "dev.normc.runtime.npy.NpyFile",
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.ProcessBuilder",
                "java.lang.Thread",
                "java.lang.Class",
                "java.lang.ClassLoader",
                "java.lang.reflect.Method",
                "java.lang.invoke.MethodHandles",
                "java.io.File",
                "java.nio.file.Files",
                "java.net.Socket",
                "java.util.ArrayList",
                "sun.misc.Unsafe"
            })
    void aKernelSeesNothingOfTheApplicationAndLittleOfThePlatform(String name) {
        ClassLoader loader = loader(EXAMPLE.kernel());
        assertThatThrownBy(() -> Class.forName(name, false, loader)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aKernelSeesThePlatformAndTheKernelApiOfItsCallers() throws ClassNotFoundException {
        ClassLoader loader = loader(EXAMPLE.kernel());
        assertThat(Class.forName("java.lang.Math", false, loader)).isSameAs(Math.class);
        assertThat(Class.forName("dev.normc.runtime.Bindings", false, loader)).isSameAs(Bindings.class);
        assertThat(Class.forName("dev.normc.runtime.math.KernelMath", false, loader))
                .isSameAs(KernelMath.class);
    }

    @Test
    void aKernelIsCalledByReflectionAsOftenAsOneLikes() throws ReflectiveOperationException {
        Class<?> type = ((JitKernel) EXAMPLE.kernel()).generated().getClass();
        for (int call = 0; call < 50; call++) { // Java 17 compiles an accessor after some
            NormKernel kernel = (NormKernel) type.getConstructor().newInstance();
            assertThat(type.getMethod("signature").invoke(kernel)).isSameAs(kernel.signature());
            Method forward = type.getMethod("forward", Bindings.class);
            assertThatThrownBy(() -> forward.invoke(kernel, (Object) null))
                    .isInstanceOf(InvocationTargetException.class);
        }
    }

    @Test
    void eachKernelHasALoaderOfItsOwn() {
        NormKernel other = new Example(Example.LAYER_NORM, "N=?, D=23").kernel();
        assertThat(loader(EXAMPLE.kernel())).isNotSameAs(loader(other));
    }

    @ParameterizedTest
    @EnumSource(names = {"JANINO", "JAVAC"})
    void aStackTraceShowsTheFileAndTheLineOfTheKernel(CompilerChoice compiler) {
        NormKernel kernel = EXAMPLE.kernel(compiler);
        StaticEntry forward = StaticEntry.of(kernel, Entry.FORWARD);
        List<Object> arrays = new ArrayList<>(Example.snapshot(kernel, Example.filled(kernel, 2)));
        arrays.set(kernel.signature().slot("gamma"), new float[23]);

        Throwable failure = catchThrowable(() -> forward.call(arrays, new int[arrays.size()], 2));

        StackTraceElement frame = Arrays.stream(failure.getStackTrace())
                .filter(element -> element.getClassName().equals("dev.normc.generated.LayerNorm_N_24_f32"))
                .findFirst()
                .orElseThrow();
        assertThat(frame.getFileName()).isEqualTo("LayerNorm_N_24_f32.java");
        assertThat(frame.getMethodName()).startsWith("forward");
        String line = kernel.source().split("\n")[frame.getLineNumber() - 1];
        assertThat(line).contains("Arguments.range(\"gamma\"");
    }

    @Test
    void theSourceOfAKernelIsTheTextOfTheCompiler() {
        assertThat(EXAMPLE.kernel().source())
                .isEqualTo(Compiler.compile(EXAMPLE.request()).java())
                .startsWith("package dev.normc.generated;")
                .contains("public final class LayerNorm_N_24_f32 implements NormKernel {");
    }

    @Test
    void theDumpPropertyWritesTheTextOfEveryKernel(@TempDir Path folder) throws IOException {
        Path dump = folder.resolve("a").resolve("b");
        System.setProperty(DUMP, dump.toString());
        NormKernel kernel = new Jit(1).kernel(EXAMPLE.request(), CompilerChoice.JANINO);
        assertThat(Files.readString(dump.resolve("LayerNorm_N_24_f32.java"))).isEqualTo(kernel.source());
    }

    @Test
    void aDumpFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        System.setProperty(DUMP, file.toString());
        assertThatThrownBy(() -> new Jit(1).kernel(EXAMPLE.request(), CompilerChoice.JANINO))
                .isInstanceOf(NormcException.class)
                .hasMessage("normc.dump=" + file + ": cannot be written");
    }

    private static ClassLoader loader(NormKernel kernel) {
        return ((JitKernel) kernel).generated().getClass().getClassLoader();
    }
}
