package dev.normc.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.math.VectorSupport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A vectorized kernel makes no object once it is compiled: a vector that becomes one costs ten times what it computes. The
 * rows of the benchmark's shapes, fewer of them, and rows with tails.
 *
 * <p>Not here: backward of {@code LayerNormRNN} and {@code EvoNormS0}, which have so many operations in one loop that JDK 17
 * makes their accumulators objects, four or six for each row or group.
 */
class VectorAllocationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LayerNorm | N=70, D=768",
                "LayerNorm | N=70, D=1024",
                "LayerNorm | N=70, D=4096",
                "LayerNorm | N=1, D=768",
                "LayerNorm | N=70, D=33",
                "LayerNorm | N=70, D=1025",
                "RMSNorm | N=70, D=4096",
                "RMSNorm | N=1, D=4096",
                "BatchNorm | N=2, C=64, H=56, W=56",
                "BatchNorm | N=2, C=256, H=14, W=14",
                "BatchNorm | N=8, C=512, H=7, W=7",
                "BatchNormLast | N=256, C=1024",
                "BatchNormLast | N=256, C=64",
                "InstanceNorm | N=1, C=4, H=128, W=128",
                "GroupNorm | N=1, C=256, H=28, W=28",
                "GroupNorm | N=1, C=64, H=64, W=64",
                "FRN | N=2, C=8, H=56, W=52",
            })
    void no_call_allocates_once_it_is_compiled(String norm, String shape) {
        int bits = VectorSupport.bits();
        assumeThat(bits).as("the machine's vectors").isPositive();
        SourceFile source = Zoo.source(norm);
        CompileRequest request =
                new CompileRequest(source, Optional.empty(), shape, DataType.F32, Schedule.DEFAULT.withVectors(bits));
        NormKernel kernel = new Jit(4).kernel(request, CompilerChoice.JANINO);
        for (Entry entry : new Entry[] {Entry.FORWARD, Entry.BACKWARD}) {
            assertThat(MixedKernels.least(kernel, entry, MixedKernels.filled(kernel)))
                    .as("bytes allocated by some calls of %s", entry)
                    .isZero();
        }
    }

    /**
     * The first of them multiplies and adds and does nothing else in vectors before the exponential function. That alone
     * once made objects in all that came after it.
     */
    @Test
    void nor_does_one_with_functions_after_kernels_of_another_kind() throws IOException, InterruptedException {
        List<String> kernels = List.of(
                "Derf FORWARD T=70,D=768",
                "Derf BACKWARD T=70,D=768",
                "DyT FORWARD T=70,D=768",
                "DyT BACKWARD T=70,D=768",
                "EvoNormS0 FORWARD N=2,C=64,H=23,W=22",
                "GatedRMSNorm FORWARD T=70,D=768",
                "GatedRMSNorm BACKWARD T=70,D=768",
                "LayerNormRNN FORWARD T=70,H=768",
                "LayerNorm BACKWARD T=70,D=1024");
        assumeThat(VectorSupport.bits()).as("the machine's vectors").isPositive();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("--add-modules", VectorSupport.MODULE));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MixedKernels.class.getName()));
        kernels.forEach(kernel -> command.addAll(List.of(kernel.split(" "))));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactlyElementsOf(kernels.stream()
                        .map(kernel -> kernel.substring(0, kernel.lastIndexOf(' ')) + " 0")
                        .toList());
    }
}
