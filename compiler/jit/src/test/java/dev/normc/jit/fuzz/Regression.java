package dev.normc.jit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case that once failed: a folder with {@code input.norm}, {@code shapes.txt} (one a line) and {@code note.md}, which says
 * what was wrong.
 *
 * <p>The fuzzer writes folders below {@code target/regressions}; moved to {@code src/test/resources/regressions} they are
 * replayed in every build.
 *
 * @param name the seed, in words: {@code norm-17} for a norm, {@code text-17} for a text that need not be one
 */
public record Regression(String name, String text, List<String> shapes) {
    private static final Path FOUND = Path.of("target", "regressions");
    private static final Path KEPT = Path.of("src", "test", "resources", "regressions");
    private static final String NORM = "norm-";
    private static final String TEXT = "text-";

    public Regression {
        shapes = List.copyOf(shapes);
    }

    /** A norm that must be valid at some shapes, and more. */
    public static Regression ofNorm(long seed, RandomNorm norm) {
        return new Regression(NORM + seed, norm.text(), List.of(norm.small(), norm.large()));
    }

    /** A text that the front end must survive. */
    static Regression ofText(long seed, String text, String shape) {
        return new Regression(TEXT + seed, text, List.of(shape));
    }

    /** Those that are replayed. */
    public static List<Regression> kept() {
        if (!Files.isDirectory(KEPT)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(KEPT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Regression::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Regression read(Path folder) {
        try {
            return new Regression(
                    folder.getFileName().toString(),
                    Files.readString(folder.resolve("input.norm")),
                    Files.readAllLines(folder.resolve("shapes.txt")).stream()
                            .filter(line -> !line.isBlank())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text must be a valid norm. */
    public boolean isNorm() {
        return !name.startsWith(TEXT);
    }

    /** Runs a check; if it fails, writes this case with what was wrong. */
    public void check(Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            write(e);
            throw e;
        }
    }

    private void write(Throwable wrong) {
        Path folder = FOUND.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("input.norm"), text.getBytes(StandardCharsets.UTF_8));
            Files.write(folder.resolve("shapes.txt"), shapes);
            Files.writeString(folder.resolve("note.md"), "# " + name + "\n\n```\n" + wrong + "\n```\n");
        } catch (IOException e) {
            wrong.addSuppressed(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
