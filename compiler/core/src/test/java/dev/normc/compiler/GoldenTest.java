package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.PassGroups;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.print.TensorPrinter;
import dev.normc.compiler.source.SourceFile;
import dev.normc.runtime.BufferSpec;
import dev.normc.runtime.DataType;
import dev.normc.runtime.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler makes of a dozen small norms: {@code tour.md}, the datum in every room, and {@code Kernel.java}.
 *
 * <p>{@code mvn test -pl compiler/core -am -Dtest=GoldenTest -Dgolden.update=true} writes them anew; read the difference
 * before you commit it. The first line of {@code input.norm} is its shape.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final String SHAPE = "// shape: ";

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<String> names = folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @Test
    void thereIsAboutADozenCases() throws IOException {
        assertThat(cases()).hasSizeBetween(10, 16);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void extentsAreAtMostThirtyThreeAndNotAllEqual(String name) throws IOException {
        BufferSpec first = compile(name).signature().buffers().get(0);
        assertThat(first.extents()).allMatch(extent -> extent <= 33);
        assertThat(first.extents().stream().distinct()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theTourIsAsItWas(String name) throws IOException {
        assertGolden(name, "tour.md", tour(name, compile(name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theKernelIsAsItWas(String name) throws IOException {
        assertGolden(name, "Kernel.java", compile(name).java());
    }

    private static void assertGolden(String name, String fileName, String actual) throws IOException {
        Path file = CASES.resolve(name).resolve(fileName);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(file)
                .as("a golden file; write it with -Dtest=GoldenTest -Dgolden.update=true and read it")
                .exists();
        assertThat(actual)
                .as("%s; if the change is meant, -Dtest=GoldenTest -Dgolden.update=true writes it", file)
                .isEqualTo(Files.readString(file));
    }

    private static String tour(String name, Compilation compilation) throws IOException {
        StringBuilder text = new StringBuilder("# " + name + "\n");
        room(text, "As written", "norm", Files.readString(CASES.resolve(name).resolve("input.norm")));
        room(text, "As meant, any shape", "norm", String.join("\n", EquationPrinter.lines(compilation.typed())));
        room(
                text,
                "Specialized",
                "",
                TensorPrinter.print(compilation.specialized().train()));
        Pipeline.programs(
                compilation.specialized(),
                (pass, program) -> room(text, "After " + pass, "", TensorPrinter.print(program)));
        text.append("\n## Loops\n\n| entry | sweeps | workspace |\n|---|---|---|\n");
        for (Entry entry : compilation.programs().keySet()) {
            LoopProgram loops = compilation.plan().programs().get(entry);
            text.append(String.format(
                    "| %s | %d | %s |\n",
                    entry.method(),
                    PassGroups.sweeps(loops),
                    count(loops.workspace().fixed(), loops.workspace().perDynamic())));
        }
        return text.toString();
    }

    private static String count(long fixed, long perDynamic) {
        return perDynamic == 0 ? Long.toString(fixed) : fixed + " + " + perDynamic + " n";
    }

    private static void room(StringBuilder text, String title, String language, String datum) {
        text.append("\n## ").append(title).append("\n\n```").append(language).append('\n');
        text.append(datum.stripTrailing()).append("\n```\n");
    }

    private static Compilation compile(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name).resolve("input.norm"));
        assertThat(text).startsWith(SHAPE);
        String shape = text.lines().findFirst().orElseThrow().substring(SHAPE.length());
        return Compiler.compile(new CompileRequest(
                new SourceFile("input.norm", text), Optional.empty(), shape, DataType.F32, Schedule.DEFAULT));
    }
}
