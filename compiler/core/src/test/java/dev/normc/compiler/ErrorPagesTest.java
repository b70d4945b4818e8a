package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has a page whose examples are true, and a case. */
class ErrorPagesTest {
    /** Reported behind the front end. */
    private static final Set<ErrorCode> LATER =
            EnumSet.of(ErrorCode.N0402, ErrorCode.N0404, ErrorCode.N0405, ErrorCode.N0901);

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAPageWithItsTitle(ErrorCode code) {
        assertThat(code.page().lines().findFirst().orElse("")).matches("# " + code.name() + ": .*[^.]");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void thePageShowsWrongTextAndThenTheWayOut(ErrorCode code) {
        List<String> blocks = NormBlocks.of(code.page());
        assertThat(blocks).hasSize(2);
        if (!LATER.contains(code)) {
            SpecificationException failure =
                    catchThrowableOfType(SpecificationException.class, () -> run(code, blocks.get(0)));
            assertThat(failure).as("the wrong text").isNotNull();
            assertThat(failure.diagnostics()).extracting(Diagnostic::code).contains(code);
        }
        assertThatCode(() -> run(code, blocks.get(1))).doesNotThrowAnyException();
    }

    @Test
    void everyCodeOfTheFrontEndHasACase() throws IOException {
        List<String> cases = ErrorCasesTest.cases().toList();
        for (ErrorCode code : EnumSet.complementOf(EnumSet.copyOf(LATER))) {
            assertThat(cases).anyMatch(name -> name.startsWith(code.name() + "_"));
        }
    }

    private static void run(ErrorCode code, String text) {
        NormTexts.run(new SourceFile(code.name() + ".md", text));
    }
}
