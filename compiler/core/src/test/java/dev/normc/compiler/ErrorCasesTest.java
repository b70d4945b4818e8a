package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code errors/*.norm} gives the diagnostics of the {@code .txt} beside it; {@code -Derrors.update} rewrites. */
class ErrorCasesTest {
    static final Path CASES = Path.of("src/test/resources/errors");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".norm"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRenderedDiagnosticIsAsWritten(String name) throws IOException {
        Path expected = CASES.resolve(name.replace(".norm", ".txt"));
        String rendered = failure(name).getMessage();
        if (Boolean.getBoolean("errors.update")) {
            Files.writeString(expected, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCaseIsNamedAfterItsFirstCode(String name) throws IOException {
        assertThat(name).startsWith(failure(name).diagnostics().get(0).code().name() + "_");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void messagesAreOneSentenceInLowerCaseWithoutAFullStop(String name) throws IOException {
        for (Diagnostic diagnostic : failure(name).diagnostics()) {
            assertThat(diagnostic.message())
                    .matches(text -> !Character.isUpperCase(text.charAt(0)), "begins with a small letter")
                    .doesNotEndWith(".")
                    .doesNotContain("\n")
                    .doesNotContainPattern("\\b(ANTLR|Exception|mismatched|viable|extraneous|java\\.)");
            assertThat(diagnostic.label()).doesNotEndWith(".");
            diagnostic.hint().ifPresent(hint -> assertThat(hint).doesNotEndWith("."));
        }
    }

    @Test
    void severalErrorsOfOneFileComeInSourceOrder() throws IOException {
        List<Integer> starts = failure("N0101_several_in_source_order.norm").diagnostics().stream()
                .map(diagnostic -> diagnostic.span().start())
                .toList();
        assertThat(starts).hasSizeGreaterThan(3).isSorted();
    }

    private static SpecificationException failure(String name) throws IOException {
        SourceFile source = new SourceFile(name, Files.readString(CASES.resolve(name)));
        SpecificationException failure =
                catchThrowableOfType(SpecificationException.class, () -> NormTexts.run(source));
        assertThat(failure).as("a case must fail").isNotNull();
        return failure;
    }
}
