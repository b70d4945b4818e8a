package dev.normc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * {@code grammar/docs/zoo.md} is made of the specifications themselves.
 *
 * <p>{@code mvn test -pl compiler/core -am -Dtest=ZooTableTest -Dgolden.update=true} writes it anew.
 */
class ZooTableTest {
    private static final Path TABLE = Path.of("../../grammar/docs/zoo.md");

    @Test
    void theTableSaysWhatTheSpecificationsSay() throws IOException {
        String actual = table(Zoo.names().stream().map(ZooEntry::of).toList());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, actual);
        }
        assertThat(actual)
                .as("%s; if the change is meant, -Dtest=ZooTableTest -Dgolden.update=true writes it", TABLE)
                .isEqualTo(Files.readString(TABLE));
    }

    private static String table(List<ZooEntry> entries) {
        StringBuilder text = new StringBuilder("# The zoo\n\n");
        text.append(String.format(Locale.ROOT, """
                %d norms that come with normc, each a `.norm` file of its own. `zoo:NAME` stands for a file on the command line
                (`normc run zoo:GroupNorm ...`), `normc zoo NAME` prints one, `Normc.zoo("GroupNorm")` finds it in a program.

                This page is made of the files in `src/main/resources/zoo`; `ZooTableTest` compares. The constants in a norm's
                parentheses are defaults: `eps=1e-3` in a shape text overrides one.

                """, entries.size()));
        text.append("| norm | formula | paper | uses |\n|---|---|---|---|\n");
        for (ZooEntry entry : entries) {
            text.append(String.format(
                    "| [%s](#%s) | %s | %s | %s |\n",
                    entry.name(),
                    entry.name().toLowerCase(Locale.ROOT),
                    cell(entry.formula()),
                    cell(entry.paper()),
                    String.join(", ", entry.features())));
        }
        for (ZooEntry entry : entries) {
            text.append("\n## ").append(entry.name()).append("\n\n");
            text.append(entry.summary()).append(" ").append(escaped(entry.near()));
            text.append("\n\n**Trap.** ").append(escaped(entry.trap()));
            text.append("\n\n```norm\n").append(entry.text()).append("```\n");
        }
        return text.toString();
    }

    private static String cell(String sentence) {
        return escaped(sentence.substring(0, sentence.length() - 1)).replace("|", "\\|");
    }

    /** Without Markdown's own reading of what a formula is made of. */
    private static String escaped(String sentence) {
        return sentence.replace("*", "\\*").replace("_", "\\_").replace("[", "\\[");
    }
}
