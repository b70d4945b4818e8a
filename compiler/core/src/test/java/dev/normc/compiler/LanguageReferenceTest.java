package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the language reference has one example, and every example does what it says. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Path.of("../../grammar/docs/language.md");
    private static final Pattern ERROR = Pattern.compile("^// error: (N\\d{4})$", Pattern.MULTILINE);

    /** One numbered rule: its heading and its text. */
    record Rule(String heading, String text) {
        @Override
        public String toString() {
            return heading;
        }
    }

    static Stream<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String part : Files.readString(REFERENCE).split("(?m)^#{2,3} ")) {
            String heading = part.lines().findFirst().orElse("");
            if (heading.matches("\\d+\\.\\d+ .*")) {
                rules.add(new Rule(heading, part));
            }
        }
        return rules.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theExampleOfARuleDoesWhatItSays(Rule rule) {
        List<String> blocks = NormBlocks.of(rule.text());
        assertThat(blocks).hasSize(1);
        Matcher error = ERROR.matcher(blocks.get(0));
        Optional<String> expected = error.find() ? Optional.of(error.group(1)) : Optional.empty();
        SourceFile source = new SourceFile(rule.heading(), blocks.get(0));
        try {
            NormTexts.run(source);
            assertThat(expected).as("the code that was reported").isEmpty();
        } catch (SpecificationException e) {
            assertThat(e.diagnostics().stream()
                            .map(Diagnostic::code)
                            .map(Enum::name)
                            .distinct())
                    .as(e.getMessage())
                    .isEqualTo(expected.stream().toList());
        }
    }

    @Test
    void theRulesAreNumberedWithoutGaps() throws IOException {
        int section = 0;
        int number = 0;
        for (Rule rule : rules().toList()) {
            String[] parts = rule.heading().split("[. ]");
            boolean next = Integer.parseInt(parts[0]) > section;
            section += next ? 1 : 0;
            number = next ? 1 : number + 1;
            assertThat(rule.heading()).startsWith(section + "." + number + " ");
        }
        assertThat(section).isEqualTo(12);
    }

    @Test
    void everyExampleBelongsToARule() throws IOException {
        assertThat(NormBlocks.of(Files.readString(REFERENCE))).hasSize((int) rules().count());
    }
}
