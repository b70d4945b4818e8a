package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code normc dump} and {@code normc emit}. */
class DumpAndEmitTest {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void fill() {
        bench = new Workbench(folder)
                .spec("batch.norm", Workbench.BATCH_NORM)
                .spec("all.norm", Workbench.BATCH_NORM + Workbench.DYT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parse         | Declare kind=input   // 3:5 | Reduce   // 4:5
            check         | axes N, C, ..               | track  var as running_var[C] = 1 decay 0.9 unbiased
            specialize    | == train                    | == infer
            differentiate | == differentiate train      | gradient dx[N, C, H, W] <-
            simplify      | == simplify frozen          | == sequence backwardFrozen
            lower         | == backward: 2 sweeps       | routine forward
            emit          | public final class          | forward(
            """)
    void everyStageShowsItsDatum(String stage, String first, String second) {
        Workbench.Outcome outcome = bench.run("dump @batch.norm --shape N=2,C=6,H=4,W=5 --stage=" + stage);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains(first, second);
        assertThat(outcome.out().lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void theLoopsOfAnEntryListTheBuffersItTouchesAndSayWhatARoutineIsFor() {
        String loops = bench.run("dump @batch.norm --shape N=2,C=6,H=4,W=5 --stage lower")
                .out();

        String forward = loops.substring(0, loops.indexOf("== infer"));
        assertThat(forward)
                .contains("input x: f32 x 240", "saved saved_mean: f64 x 6")
                .doesNotContain("cotangent dy", "gradient dx")
                .contains("ranges of C, of 6, at multiples of 1")
                .contains(
                        "routine forwardMean(rangeBegin, rangeEnd, iN)    // For one N: collects the sum of x along N, HW for mean.");
        assertThat(loops.substring(loops.indexOf("== backward:")))
                .contains("cotangent dy", "gradient dx")
                .doesNotContain("output y");
    }

    @Test
    void aTextWithErrorsShowsWhatCouldBeParsed() {
        bench.spec("wrong.norm", "norm A { input x[N] output y = ) output z = x }");

        Workbench.Outcome outcome = bench.run("dump @wrong.norm --stage parse");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("NormDecl name=A complete=false", "Equation output=true name=z");
        assertThat(outcome.err()).contains("N0101");
    }

    @Test
    void theParseOfOneNormIsThatNormAlone() {
        assertThat(bench.run("dump @all.norm --norm DyT --stage parse").out())
                .contains("name=DyT")
                .doesNotContain("BatchNorm");
        assertThat(bench.run("dump @all.norm --norm Other --stage parse").code())
                .isEqualTo(1);
    }

    @Test
    void laterStagesNeedAShape() {
        Workbench.Outcome outcome = bench.run("dump @batch.norm --stage lower");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("N0302");
    }

    @Test
    void emitPrintsTheJavaOfTheKernel() {
        Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape N=?,D=8 --dtype f64");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("public final class DyT_N_8_f64", "double[] x");
    }

    @Test
    void emitWritesTheJavaToAFolder() throws IOException {
        Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape 4,8 --out @made/here");

        Path file = folder.resolve("made/here/DyT_4_8_f32.java");
        assertThat(outcome).isEqualTo(new Workbench.Outcome(0, file + "\n", ""));
        assertThat(Files.readString(file))
                .isEqualTo(bench.run("emit @all.norm --norm DyT --shape 4,8").out());
    }

    @Test
    void emitNamesTheClassAndChoosesItsEntries() throws IOException {
        Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape 4,8 --class com.acme.Gate "
                + "--entries infer,backwardFrozen --out @made");

        Path file = folder.resolve("made/com/acme/Gate.java");
        assertThat(outcome).isEqualTo(new Workbench.Outcome(0, file + "\n", ""));
        assertThat(Files.readString(file))
                .contains("package com.acme;", "class Gate ", "void infer(", "void backwardFrozen(")
                .doesNotContain("void forward(", "void backward(");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --class ../../Gate   | names no package or class
            --class /tmp/Gate    | names no package or class
            --class com.int.Gate | names no package or class
            --class com..Gate    | names no package or class
            --class .Gate        | names no package or class
            --class com.acme.    | names no package or class
            --class com.acme.$L  | names no package or class
            --class com/acme.K   | names no package or class
            --class C:\\K        | names no package or class
            --class com.acme.K;  | names no package or class
            --class com.\u0430cme.K | names no package or class
            --class com.a\u202ecme.K | names no package or class
            --class java.util.K  | `java.util.K` names no class of yours: the package `java` is not yours
            --class jdk.internal.K | the package `jdk` is not yours
            --class com.acme.String | it hides `java.lang.String`
            --entries sideways   | there is no entry `sideways`
            --entries backward   | entry `backward` needs `forward`
            """)
    void aClassOrAnEntryThatCannotBeIsAFault(String option, String why) {
        Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape 4,8 --out @made " + option);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains(why).doesNotContain("Exception");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void emitFollowsNoLinkBelowItsFolder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim"), "as it was");
        Path made = Files.createDirectories(folder.resolve("made"));
        Files.createSymbolicLink(made.resolve("com"), outside);
        Files.createSymbolicLink(made.resolve("DyT_4_8_f32.java"), victim);
        for (String further : new String[] {"--class com.acme.Gate", ""}) {
            Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape 4,8 --out @made " + further);

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("is a symbolic link", "`--out`").doesNotContain("Exception");
        }
        assertThat(victim).hasContent("as it was");
        assertThat(outside).isDirectoryNotContaining(path -> !path.equals(victim));
    }

    @Test
    void emitIntoAFileIsAFault() {
        Workbench.Outcome outcome = bench.run("emit @all.norm --norm DyT --shape 4,8 --out @all.norm");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("cannot be written").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            array   | forward(float[] x, int xOffset,
            buffer  | forward(FloatBuffer x, int xOffset,
            segment | forward(MemorySegment x, int xOffset,
            """)
    void emitWritesAKernelOverTheMemoryThatIsWanted(String memory, String entry) {
        Workbench.Outcome outcome = bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --memory " + memory);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().replaceAll("\\s+", " ")).contains(entry);
    }

    @Test
    void emitRefusesMemoryThatIsNoneAndVectorsOfBuffers() {
        Workbench.Outcome none = bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --memory heap");
        assertThat(none.code()).isNotZero();
        assertThat(none.err()).contains("`heap` is none of array, buffer, segment");
        Workbench.Outcome vectors =
                bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --memory buffer --vector-bits 256");
        assertThat(vectors.code()).isNotZero();
        assertThat(vectors.err()).contains("there are no vectors of buffers").contains("leave one of them out");
        assertThat(bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --memory segment --vector-bits 256")
                        .out())
                .contains("SPECIES_256", "MemorySegment");
    }

    @Test
    void emitWritesVectorsOfAWidthAndRefusesAnyOther() {
        assertThat(bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --vector-bits 256")
                        .out())
                .contains("DoubleVector.SPECIES_256");
        Workbench.Outcome refused = bench.run("emit @batch.norm --shape N=2,C=6,H=4,W=5 --vector-bits 100");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("`--vector-bits 100` is no width of vectors")
                .contains("128, 256 or 512");
    }
}
