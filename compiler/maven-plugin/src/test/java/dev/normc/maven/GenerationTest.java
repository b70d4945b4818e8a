package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a build writes, keeps and deletes, from one build to the next. */
class GenerationTest {
    private static final String LAYER = "norm LayerNorm { input x[N, D] reduce D epsilon 1e-5 }\n";
    private static final String BATCH = "norm BatchNorm { input x[N, C] reduce N epsilon 1e-5 }\n";
    private static final List<String> SPECS = List.of("batch.norm", "layer.norm");

    private static final VectorModule VECTOR_MODULE =
            new VectorModule("compile", List.of(List.of("--add-modules", "jdk.incubator.vector")));

    @TempDir
    private Path project;

    private KernelConfiguration layer = Configured.kernel("layer.norm", "3,5", "com.acme.Layer");
    private KernelConfiguration batch = Configured.kernel("batch.norm", "N=?, C=7", "com.acme.sub.Batch");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(project.resolve("norm"));
        Files.writeString(project.resolve("norm/layer.norm"), LAYER);
        Files.writeString(project.resolve("norm/batch.norm"), BATCH);
    }

    private Generation generation() {
        return generation(project, "compiler 1");
    }

    private Generation generation(Path target, String compiler) {
        return generation(target, compiler, 0);
    }

    private Generation generation(Path target, String compiler, int vectorBits) {
        KernelJobs.Defaults defaults = Configured.defaults(false, Integer.toString(vectorBits));
        return new Generation(new Generation.Settings(
                project.resolve("norm"),
                target.resolve("out"),
                target.resolve("resources"),
                List.of(),
                ledger(target),
                "generate-default",
                compiler,
                defaults,
                true,
                VECTOR_MODULE));
    }

    private static Path ledger(Path target) {
        return target.resolve("normc/ledger");
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aSecondBuildCompilesAndWritesNothing() throws IOException {
        assertThat(generation().run(SPECS, List.of(layer, batch)))
                .satisfies(first -> assertThat(first.compiled()).isEqualTo(2))
                .satisfies(first -> assertThat(first.changed()).hasSize(3));
        Map<String, String> before = files(project);
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(ledger(project), longAgo);
        assertThat(generation().run(SPECS, List.of(layer, batch))).isEqualTo(new Generation.Outcome(2, 0, List.of()));
        assertThat(files(project)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(ledger(project))).isEqualTo(longAgo);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInPlaceOfTheLedgerIsAnErrorAndNothingIsWritten() throws IOException {
        Path theirs = Files.writeString(project.resolve("theirs.txt"), "theirs");
        Files.createDirectory(project.resolve("normc"));
        Files.createSymbolicLink(ledger(project), theirs);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().run(SPECS, List.of(layer)))
                .withMessageStartingWith(ledger(project) + ": error: a symbolic link");
        assertThat(theirs).hasContent("theirs");
        assertThat(project.resolve("out")).doesNotExist();
    }

    @Test
    void whatIsWrongWithAKernelStandsInTheElementOfThatKernel() throws IOException {
        Files.writeString(project.resolve("pom.xml"), """
                <kernels>
                  <!-- <kernel><spec>layer.norm</spec><shape>3,5</shape><className>com.acme.K</className></kernel> -->
                  <kernel><spec>layer.norm</spec><shape>3,5</shape><className>com.acme.K</className></kernel>
                  <kernel>
                    <spec>batch.norm</spec>
                    <shape>3,5</shape>
                    <className>com.acme.K</className>
                  </kernel>
                  <kernel><spec>layer.norm</spec><shape>N=3</shape></kernel>
                  <kernel><spec>batch.norm</spec><shape>N=3</shape></kernel>
                  <kernel>layer.norm</kernel>
                </kernels>
                """);
        List<KernelConfiguration> kernels =
                new KernelReader(new ArrayList<>()).all(Configured.read(project.resolve("pom.xml")));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().run(SPECS, kernels))
                .satisfies(fault -> assertThat(fault.problems())
                        .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                        .anyMatch(text -> text.startsWith("7:16 class com.acme.K: two kernels are of this class"))
                        .anyMatch(text -> text.startsWith("9:41 error[N0302]: axis `D`"))
                        .anyMatch(text -> text.startsWith("10:41 error[N0302]: axis `C`"))
                        .anyMatch(text -> text.startsWith("11:3 error[N0302]: axis `N`"))
                        .anyMatch(text -> text.startsWith("11:3 error[N0302]: axis `D`"))
                        .hasSize(5));
    }

    @Test
    void whatTheConfigurationChoosesWronglyStandsInThePom() throws IOException {
        Files.writeString(project.resolve("norm/two.norm"), LAYER + BATCH);
        Files.writeString(project.resolve("pom.xml"), """
                <kernels>
                  <kernel><spec>layer.norm</spec><norm>Nowhere</norm><shape>3,5</shape></kernel>
                  <kernel><spec>two.norm</spec><shape>3,5</shape></kernel>
                  <kernel>
                    <shape>3,5</shape>
                  </kernel>
                  <kernel><spec>layer.norm</spec><shape>3,5</shape><entries>backward</entries></kernel>
                  <kernel><specs>layer.norm, absent.norm</specs><shape>3,5</shape></kernel>
                </kernels>
                """);
        List<KernelConfiguration> kernels =
                new KernelReader(new ArrayList<>()).all(Configured.read(project.resolve("pom.xml")));
        assertThat(generation().problems(SPECS, kernels))
                .extracting(problem -> problem.headline().replace(project.resolve("pom.xml") + ":", ""))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).isEqualTo("2:40: error[N0401]: the file declares no norm `Nowhere`"),
                        text -> assertThat(text).startsWith("3:17: error[N0401]: "),
                        text -> assertThat(text).startsWith("4:3: error: a kernel without `spec`"),
                        text -> assertThat(text).startsWith("7:52: error: entry `backward` needs `forward`"),
                        text -> assertThat(text).startsWith("8:30: error: there is no specification `absent.norm`"));
    }

    @Test
    void aChangedSpecificationIsCompiledAlone() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Files.writeString(project.resolve("norm/layer.norm"), LAYER.replace("1e-5", "1e-4"));
        Generation.Outcome outcome = generation().run(SPECS, List.of(layer, batch));
        assertThat(outcome.compiled()).isEqualTo(1);
        assertThat(outcome.changed()).containsExactly(project.resolve("out/com/acme/Layer.java"));
    }

    @Test
    void anotherCompilerCompilesEverythingAndWritesWhatDiffers() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        assertThat(generation(project, "compiler 2").run(SPECS, List.of(layer, batch)))
                .isEqualTo(new Generation.Outcome(2, 2, List.of()));
    }

    @Test
    void aFileThatWasEditedOrDeletedIsRestored() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Map<String, String> before = files(project.resolve("out"));
        Path edited = project.resolve("out/com/acme/Layer.java");
        Files.writeString(edited, Files.readString(edited) + "// edited");
        Files.delete(project.resolve("out/com/acme/sub/Batch.java"));
        generation().run(SPECS, List.of(layer, batch));
        assertThat(files(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void whatIsNoLongerWantedIsDeletedAndNothingElse() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Path other = Files.writeString(project.resolve("out/com/acme/Other.java"), "class Other {}");
        generation().run(SPECS, List.of(layer));
        assertThat(files(project.resolve("out"))).containsOnlyKeys("com/acme/Layer.java", "com/acme/Other.java");
        assertThat(files(project.resolve("resources")).values())
                .containsExactly("# Generated by normc, execution generate-default\ncom.acme.Layer\n");
        generation().run(SPECS, List.of());
        assertThat(files(project.resolve("out"))).containsOnlyKeys("com/acme/Other.java");
        assertThat(files(project.resolve("resources")).values())
                .as("an empty list, for the old one may have been copied")
                .containsExactly("# Generated by normc, execution generate-default\n");
        assertThat(other).hasContent("class Other {}");
    }

    @Test
    void anotherOutputFolderLeavesNoKernelsInTheFormerOne() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Files.createDirectories(project.resolve("elsewhere"));
        Files.writeString(ledger(project), Files.readString(ledger(project)).replace("\nin out\n", "\nin elsewhere\n"));
        Files.move(project.resolve("out/com"), project.resolve("elsewhere/com"));
        Path other = Files.writeString(project.resolve("elsewhere/com/Other.java"), "class Other {}");
        assertThat(generation().run(SPECS, List.of(layer)).changed())
                .contains(
                        project.resolve("elsewhere/com/acme/Layer.java"),
                        project.resolve("elsewhere/com/acme/sub/Batch.java"),
                        project.resolve("out/com/acme/Layer.java"));
        assertThat(files(project.resolve("elsewhere"))).containsOnlyKeys("com/Other.java");
        assertThat(files(project.resolve("out"))).containsOnlyKeys("com/acme/Layer.java");
        assertThat(other).exists();
    }

    @Test
    void aLedgerOfAFolderOutsideTheBuildDeletesNothingThere() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Path outside = Files.createTempDirectory("outside");
        try {
            Path kernel = outside.resolve("com/acme/Layer.java");
            Files.createDirectories(kernel.getParent());
            Files.writeString(kernel, "// Generated by normc 1.0");
            for (String folder : List.of(
                    outside.toString(),
                    project.toAbsolutePath()
                            .normalize()
                            .getParent()
                            .relativize(outside)
                            .toString())) {
                Files.writeString(
                        ledger(project),
                        Files.readString(ledger(project)).replaceFirst("\nin .*\n", "\nin " + folder + "\n"));
                generation().run(SPECS, List.of(batch));
                assertThat(kernel).exists();
            }
        } finally {
            Files.deleteIfExists(outside.resolve("com/acme/Layer.java"));
            Files.deleteIfExists(outside.resolve("com/acme"));
            Files.deleteIfExists(outside.resolve("com"));
            Files.deleteIfExists(outside);
        }
    }

    @Test
    void aSecondExecutionDoesNotOverwriteTheListOfTheFirst() throws IOException {
        generation().run(SPECS, List.of(layer));
        Map<String, String> before = files(project);
        String services = "META-INF/services/dev.normc.runtime.NormKernel";
        Path list = project.resolve("resources").resolve(services);
        Files.writeString(list, "# Generated by normc, execution generate-other\ncom.acme.Else\n");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().run(SPECS, List.of(layer, batch)))
                .withMessageContaining("put all kernels of the module into one execution");
        Files.writeString(list, before.get("resources/" + services));
        assertThat(files(project)).isEqualTo(before);
    }

    @Test
    void aRenamedClassLeavesNoOldOne() throws IOException {
        generation().run(SPECS, List.of(layer));
        layer = Configured.with(layer, "className", "com.acme.LAYER");
        generation().run(SPECS, List.of(layer));
        assertThat(files(project.resolve("out"))).containsOnlyKeys("com/acme/LAYER.java");
    }

    @Test
    void aLedgerThatNamesFilesElsewhereDeletesNone() throws IOException {
        Path victim = Files.writeString(project.resolve("victim.java"), "// Generated by normc, or so it says");
        String digest = "0".repeat(64);
        Files.createDirectories(project.resolve("normc"));
        Files.writeString(
                ledger(project),
                "normc ledger 1\n" + digest + " " + digest + " ../victim.java\n" + digest + " " + digest + " " + victim
                        + "\nrubbish\n");
        generation().run(SPECS, List.of(layer));
        assertThat(victim).exists();
    }

    @Test
    void aDamagedLedgerIsAnEmptyOne() throws IOException {
        generation().run(SPECS, List.of(layer));
        Files.write(ledger(project), new byte[] {(byte) 0xFF, 0, (byte) 0xC3});
        assertThat(generation().run(SPECS, List.of(layer)).compiled()).isEqualTo(1);
    }

    @Test
    void anErrorLeavesWhatWasThere() throws IOException {
        generation().run(SPECS, List.of(layer, batch));
        Map<String, String> before = files(project.resolve("out"));
        Files.writeString(project.resolve("norm/layer.norm"), LAYER.replace("1e-5", "1e-4"));
        Files.writeString(project.resolve("norm/batch.norm"), "norm B { input x[N] reduce Q epsilon 1 }");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().run(SPECS, List.of(layer, batch)))
                .satisfies(fault -> assertThat(fault.problems())
                        .as("an error is reported once, though the file is checked and compiled")
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.headline())
                                .startsWith(project.resolve("norm/batch.norm") + ":1:28: error[N0201]: ")));
        assertThat(files(project.resolve("out"))).isEqualTo(before);
    }

    @Test
    void theBytesDependOnNeitherFolderNorLocaleNorOrder() throws IOException {
        Locale locale = Locale.getDefault();
        generation(project.resolve("one"), "compiler 1").run(SPECS, List.of(layer, batch));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            generation(project.resolve("two"), "compiler 1").run(SPECS, List.of(batch, layer));
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(files(project.resolve("two"))).isEqualTo(files(project.resolve("one")));
    }

    @Test
    void aHeaderHoldsNothingThatCouldEndIt() throws IOException {
        String odd = "l\u00e4\\u000ayer.norm";
        Files.writeString(project.resolve("norm").resolve(odd), LAYER);
        generation().run(List.of(odd), List.of(Configured.kernel(odd, "3,5", "com.acme.Odd")));
        assertThat(Files.readString(project.resolve("out/com/acme/Odd.java")))
                .startsWith(
                        "// Generated by normc 1.0 from l??u000ayer.norm; changes here are lost.\npackage com.acme;");
    }

    @Test
    void aSpecificationThatNoKernelNamesIsOdd() {
        assertThat(generation().warnings(SPECS, List.of(layer))).singleElement().satisfies(warning -> assertThat(
                        warning.headline())
                .startsWith(project.resolve("norm/batch.norm") + ": warning: no `<kernel>`"));
    }

    @Test
    void aFileThatIsNotUtf8IsAnErrorOfItsOwn() throws IOException {
        Files.write(
                project.resolve("norm/layer.norm"),
                "norm L {\n  // \u00e4\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().check(SPECS, List.of()))
                .withMessage(project.resolve("norm/layer.norm")
                        + ":2:6: error: not UTF-8 text: save the specification as UTF-8");
    }

    @Test
    void vectorsAreWrittenForTheWidthThatIsWanted() throws IOException {
        generation(project, "compiler 1", 256).run(SPECS, List.of(layer));
        assertThat(Files.readString(project.resolve("out/com/acme/Layer.java"))).contains("jdk.incubator.vector");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation(project, "compiler 1", 100).check(SPECS, List.of(layer)))
                .withMessageContaining("`vectorBits`: vectors of 100 bits: 128, 256 or 512");
    }

    @Test
    void aKernelHasVectorsOfItsOwnWidth() throws IOException {
        layer = Configured.with(layer, "vectorBits", " 128 ");
        generation().run(SPECS, List.of(layer, batch));
        assertThat(Files.readString(project.resolve("out/com/acme/Layer.java"))).contains("SPECIES_128");
        assertThat(Files.readString(project.resolve("out/com/acme/sub/Batch.java")))
                .doesNotContain("SPECIES");
        layer = Configured.with(layer, "vectorBits", "0");
        generation(project, "compiler 1", 256).run(SPECS, List.of(layer, batch));
        assertThat(Files.readString(project.resolve("out/com/acme/Layer.java"))).doesNotContain("SPECIES");
        assertThat(Files.readString(project.resolve("out/com/acme/sub/Batch.java")))
                .contains("SPECIES_256");
        layer = Configured.with(layer, "vectorBits", "wide");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().check(SPECS, List.of(layer)))
                .withMessageContaining("`vectorBits` wide is no width of vectors: write 128, 256 or 512");
    }

    @Test
    void memoryIsPartOfWhatAKernelIsMadeFrom() throws IOException {
        Path written = project.resolve("out/com/acme/Layer.java");
        generation().run(SPECS, List.of(layer));
        assertThat(Files.readString(written)).contains("forward(float[] x, int xOffset");
        layer = Configured.with(layer, "memory", "buffer");
        assertThat(generation().run(SPECS, List.of(layer)).changed()).containsExactly(written);
        assertThat(Files.readString(written)).contains("forward(FloatBuffer x, int xOffset");
        layer = Configured.with(layer, "memory", " segment ");
        generation().run(SPECS, List.of(layer));
        assertThat(Files.readString(written)).contains("forward(MemorySegment x, int xOffset");
        layer = Configured.with(layer, "memory", "buffer");
        generation(project, "compiler 1", 256).run(SPECS, List.of(layer));
        assertThat(Files.readString(written)).doesNotContain("SPECIES");
        layer = Configured.with(layer, "vectorBits", "128");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().check(SPECS, List.of(layer)))
                .withMessageContaining("there are no vectors of buffers, leave one of them out");
        layer = Configured.with(layer, "vectorBits", "");
        layer = Configured.with(layer, "memory", "heap");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().check(SPECS, List.of(layer)))
                .withMessageContaining("`memory` heap is no place of tensors: write `array`, `buffer`, `segment`");
    }

    @Test
    void aJvmIsARelease() {
        for (String jvm : List.of("16", "new", "")) {
            KernelJobs.Defaults usual = Configured.defaults(false, "0");
            KernelJobs.Defaults odd = new KernelJobs.Defaults(
                    usual.packageName(),
                    usual.dtype(),
                    usual.numerics(),
                    usual.entries(),
                    Configured.value(jvm),
                    usual.vector(),
                    usual.vectorBits(),
                    usual.version());
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(odd::feature)
                    .withMessage("pom.xml: error: `jvm` " + jvm
                            + " is no release of Java that kernels run on: write 17 or more");
        }
    }

    @Test
    void entriesSayWhatIsDerived() throws IOException {
        layer = Configured.with(layer, "entries", "forward", "backward2");
        batch = Configured.with(batch, "entries", "partial", " finish");
        generation().run(SPECS, List.of(layer, batch));
        assertThat(Files.readString(project.resolve("out/com/acme/Layer.java"))).contains("void backward2(");
        assertThat(Files.readString(project.resolve("out/com/acme/sub/Batch.java")))
                .contains("void partial(");
        layer = Configured.with(layer, "initializer", "true");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> generation().check(SPECS, List.of(layer)))
                .withMessageContaining("an initializer has no second derivative");
    }
}
