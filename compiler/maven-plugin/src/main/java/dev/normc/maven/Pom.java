package dev.normc.maven;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file with the configuration, which knows where a text stands in it. */
final class Pom {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern KERNEL =
            Pattern.compile("<(kernel|testKernel)(?:\\s[^>]*)?>.*?</\\1\\s*>", Pattern.DOTALL);

    private final Path file;
    private final List<String> kernel;

    Pom(Path file) {
        this(file, List.of());
    }

    private Pom(Path file, List<String> kernel) {
        this.file = file;
        this.kernel = kernel;
    }

    /**
     * The same file for errors of one kernel: a value is looked for in the shortest {@code <kernel>} that has all that the
     * kernel is made of, and what is not found there stands where that element begins.
     */
    Pom of(KernelJob job) {
        CompileRequest request = job.request();
        return new Pom(
                file,
                Stream.of(
                                job.specification().replaceFirst("^" + Zoo.PREFIX, ""),
                                request.shape(),
                                request.norm().orElse(""),
                                request.form().className().orElse(""))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    /** An error of the configuration as a whole. */
    Problem error(String message) {
        return error("", message);
    }

    /** An error of one value. */
    Problem error(String value, String message) {
        return error(value, 0, message, "");
    }

    /**
     * An error at a place inside a value.
     *
     * @param value as it is written; where it is not found, being inherited or computed, the whole file is meant
     * @param offset from the beginning of the value
     */
    Problem error(String value, int offset, String message, String excerpt) {
        return position(value, offset)
                .map(at -> new Problem(
                        false, Optional.of(file), file.toString(), at.line(), at.column(), message, excerpt))
                .orElseGet(() -> new Problem(false, Optional.of(file), file.toString(), 0, 0, message, excerpt));
    }

    private Optional<SourceFile.Position> position(String value, int offset) {
        String written = text();
        String text =
                COMMENT.matcher(written).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
        return place(text, value, offset).map(new SourceFile(file.toString(), written)::position);
    }

    private Optional<Integer> place(String text, String value, int offset) {
        List<Integer> everywhere = places(value, text);
        List<MatchResult> kernels = KERNEL.matcher(text).results().toList();
        if (kernel.isEmpty()) {
            // A value that is wrong is wrong wherever a kernel has it.
            return everywhere.size() == 1
                    ? Optional.of(everywhere.get(0) + offset)
                    : everywhere.stream()
                            .filter(at ->
                                    kernels.stream().anyMatch(element -> element.start() <= at && at < element.end()))
                            .map(at -> at + offset)
                            .findFirst();
        }
        Optional<MatchResult> element = kernels.stream()
                .filter(each -> kernel.stream().allMatch(part -> has(each.group(), part)))
                .min(Comparator.comparingInt(each -> each.group().length()));
        if (element.isEmpty()) {
            return everywhere.size() == 1 ? Optional.of(everywhere.get(0) + offset) : Optional.empty();
        }
        int begin = element.get().start();
        return places(value, element.get().group()).stream()
                .map(at -> begin + at + offset)
                .findFirst()
                .or(() -> Optional.of(begin));
    }

    /** Where a whole value stands, not a part of another: {@code N=3} is not in {@code N=32}. */
    private static List<Integer> places(String value, String text) {
        return value.isBlank()
                ? List.of()
                : Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
                        .matcher(text)
                        .results()
                        .map(MatchResult::start)
                        .toList();
    }

    /** Whether a text has a value; a simple name may stand behind its package. */
    private static boolean has(String text, String value) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    private String text() {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
