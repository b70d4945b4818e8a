package dev.normc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.normc.runtime.NormKernel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Follows the page for those who build without Maven, word by word. */
@DisabledOnOs(OS.WINDOWS)
class ConsumersPageTest {
    private static final Path PAGE = Path.of("../../grammar/docs/consumers.md");
    private static final Pattern FILE = Pattern.compile("(?s)`([^`\n]+)`:\n\n```\\w*\n(.*?)```\n");
    private static final Pattern COMMANDS =
            Pattern.compile("(?s)\n```\n((?:normc|java) .*?)```\n\n(?:The last one )?prints `([^`]+)`");

    @TempDir
    Path folder;

    private List<String> shell(String commands) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder("/bin/sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        String home = System.getProperty("java.home");
        process.environment().put("JAVA_HOME", home);
        process.environment()
                .merge(
                        "PATH",
                        "",
                        (path, none) -> folder + File.pathSeparator + home + "/bin" + File.pathSeparator + path);
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor())
                .as(commands + Files.readString(folder.resolve("err.txt")))
                .isZero();
        return out.lines().toList();
    }

    @Test
    void whatThePageSaysIsPrintedIsPrinted() throws Exception {
        String page = Files.readString(PAGE);
        List<MatchResult> files = FILE.matcher(page).results().toList();
        assertThat(files).extracting(file -> file.group(1)).containsExactly("layer_norm.norm", "Main.java", "Now.java");
        for (MatchResult file : files) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
        LauncherTest.install(folder);
        Path runtime = Path.of(NormKernel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        LauncherTest.jar(folder.resolve("normc-runtime.jar"), "none", Stream.of(runtime));
        List<MatchResult> commands = COMMANDS.matcher(page).results().toList();
        assertThat(commands).hasSize(2);
        for (MatchResult block : commands) {
            assertThat(shell(block.group(1))).as(block.group(1)).last().isEqualTo(block.group(2));
        }
    }
}
