package dev.normc.runtime.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.math.VectorSupport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In JVMs of their own: other widths in the same JVM spoil what its compiler knows about vectors. */
class VectorAllocationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp expm1 log tanh sigmoid softplus erf power powers",
                "powers power softplus sigmoid tanh log expm1 exp erf"
            })
    void vectorsAreNotAllocatedOnceCompiled(String functions) throws IOException, InterruptedException {
        List<String> names = List.of(functions.split(" "));
        List<String> arguments = new ArrayList<>(List.of("--add-modules", VectorSupport.MODULE));
        arguments.add(AllocationProbe.class.getName());
        arguments.addAll(names);
        assertThat(run(arguments))
                .contains("module true")
                .containsAll(names.stream().map(name -> name + " 0").toList());
    }

    @Test
    void withoutTheModuleIsKnown() throws IOException, InterruptedException {
        assertThat(run(List.of(AllocationProbe.class.getName()))).containsExactly("module false");
    }

    private static List<String> run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
