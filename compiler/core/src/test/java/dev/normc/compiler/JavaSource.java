package dev.normc.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One source file of this repository.
 *
 * @param path from the root of the repository
 */
record JavaSource(Path path, String text) {
    /** The root of the repository; tests run in the folder of their module. */
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\\\n])+'", Pattern.DOTALL);
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])[a-z]\\w*(\\.[a-z]\\w*)+(?=\\.[A-Z*])");

    /** Every source file below a folder, by path; what a build made is left out. */
    static List<JavaSource> below(String folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT.resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean built = inner.getFileName().toString().equals("target");
                    return built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().map(JavaSource::read).toList();
    }

    private static JavaSource read(Path file) {
        try {
            return new JavaSource(ROOT.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages that its code names, in imports or in full; those of comments and strings do not count. */
    Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        String code = NOT_CODE.matcher(text).replaceAll(" ").replaceFirst("package [\\w.]+;", "");
        QUALIFIED.matcher(code).results().forEach(found -> packages.add(found.group()));
        return packages;
    }

    long lines() {
        return text.lines().count();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
