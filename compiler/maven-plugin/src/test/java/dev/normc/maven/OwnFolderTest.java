package dev.normc.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFolderTest {
    private static final String OURS = "// ours";

    @TempDir
    private Path base;

    private OwnFolder own;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(base.resolve("src/main/java/com/acme"));
        Files.writeString(base.resolve("src/main/java/com/acme/User.java"), "class User {}");
        Files.createDirectories(base.resolve("target/generated-sources/other"));
        own = new OwnFolder(
                base,
                base.resolve("target"),
                List.of(
                        base.resolve("src/main/java"),
                        base.resolve("src/main/norm"),
                        base, // as of a resource that includes LICENSE alone
                        base.resolve("target/generated-sources/other")));
    }

    private void require(Path folder) throws IOException {
        own.require(folder, Configured.value(folder.toString()), OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/generated-sources/norm",
                "target/generated-sources",
                "target/generated-sources/other",
                "target"
            })
    void below_the_folder_of_the_build_anything_goes(String folder) {
        assertThatCode(() -> require(base.resolve(folder))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java, 'where sources are, lie in each other'",
        "src/main/java/com, 'where sources are, lie in each other'",
        "src/main/java/absent, 'where sources are, lie in each other'",
        "src/main, 'where sources are, lie in each other'",
        "src/../src/main/norm, 'where sources are, lie in each other'",
        "., holds the whole project",
        ".., holds the whole project",
    })
    void a_folder_with_sources_is_refused(String folder, String why) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> require(base.resolve(folder)))
                .withMessageContaining(why);
    }

    @Test
    void a_folder_elsewhere_is_refused_once_it_holds_what_somebody_else_wrote() throws IOException {
        Path generated = base.resolve("src/generated");
        require(generated);
        Files.createDirectories(generated.resolve("com"));
        Files.writeString(generated.resolve("com/K.java"), OURS + " 1.0");
        Files.writeString(generated.resolve(".gitignore"), "*");
        require(generated);
        Path theirs = Files.writeString(generated.resolve("com/Theirs.java"), "class Theirs {}");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> require(generated))
                .withMessageContaining("holds `" + theirs.toRealPath() + "`, which normc did not write: name a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_to_a_folder_with_sources_is_that_folder() throws IOException {
        Path link = Files.createSymbolicLink(base.resolve("generated"), base.resolve("src/main/java"));
        for (Path folder : new Path[] {link, link.resolve("absent/folder")}) {
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> require(folder))
                    .withMessageContaining("lie in each other");
        }
    }

    @Test
    void where_the_build_writes_among_the_sources_nothing_is_taken_for_output() {
        OwnFolder careless = new OwnFolder(base, base, List.of(base.resolve("src/main/java")));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(
                        () -> careless.require(base.resolve("src/main/java"), Configured.value("src/main/java"), OURS))
                .withMessageContaining("lie in each other");
    }
}
