package dev.normc.maven;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.DiagnosticRenderer;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The specifications of a source folder and those of the zoo. */
final class Specifications {
    /** A text of 2^20 UTF-16 units, the most that the parser takes, has no more bytes than this. */
    private static final int MOST_BYTES = 3 << 20;

    private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);

    private final Path folder;

    Specifications(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A specification under the name that the configuration gives it.
     *
     * @param name a path below the folder, or {@code zoo:NAME}
     * @throws Fault if there is none, its path leaves the folder, or it is not UTF-8
     */
    SourceFile source(Value name) {
        if (name.text().startsWith(Zoo.PREFIX)) {
            try {
                return Zoo.source(name.text().substring(Zoo.PREFIX.length()));
            } catch (SpecificationException e) {
                throw new Fault(e.diagnostics().stream()
                        .map(diagnostic -> name.place()
                                .error(diagnostic.source().text(), 0, headline(diagnostic), excerpt(diagnostic)))
                        .toList());
            }
        }
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            throw name.fault("there is no specification `" + name.text() + "` in `" + folder + "`");
        }
        return new SourceFile(name.text(), text(file));
    }

    /** The file of a specification that is not of the zoo, under the name that was found in the folder. */
    Path file(String name) {
        return file(new Value(name, Place.of(folder)));
    }

    private Path file(Value name) {
        try {
            Path path = folder.resolve(name.text());
            boolean below =
                    !Path.of(name.text()).isAbsolute() && path.normalize().equals(path) && path.startsWith(folder);
            if (below && !path.equals(folder)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw name.fault("specification `" + name.text() + "` is not a path: check its characters");
        }
        throw name.fault(
                "specification `" + name.text() + "` is not a path below `" + folder + "`: name a file in that folder");
    }

    /** What is wrong with specifications, as far as each can be read; paths below the folder. */
    List<Problem> checkAll(List<String> names) {
        return names.stream().flatMap(name -> problems(name).stream()).toList();
    }

    private List<Problem> problems(String name) {
        try {
            Compiler.check(source(new Value(name, Place.of(folder))));
            return List.of();
        } catch (SpecificationException e) {
            return e.diagnostics().stream().map(this::problem).toList();
        } catch (Fault e) {
            return e.problems();
        }
    }

    /** A diagnostic of the compiler; what is about the shape or the choice of a norm stands where the configuration has it. */
    Problem problem(Diagnostic diagnostic, KernelJob job) {
        if (diagnostic.source().name().equals(CompileRequest.SHAPE)) {
            return job.shape()
                    .place()
                    .error(
                            diagnostic.source().text(),
                            diagnostic.span().start(),
                            headline(diagnostic),
                            excerpt(diagnostic));
        }
        if (diagnostic.code() == ErrorCode.N0401) {
            Value chosen = job.kernel().norm().or(job.specification());
            return chosen.place().error(chosen.text(), 0, headline(diagnostic), hints(diagnostic));
        }
        return problem(diagnostic);
    }

    private Problem problem(Diagnostic diagnostic) {
        SourceFile source = diagnostic.source();
        SourceFile.Position position = source.position(diagnostic.span().start());
        Optional<Path> file =
                source.name().startsWith(Zoo.PREFIX) ? Optional.empty() : Optional.of(file(source.name()));
        return new Problem(
                false,
                file,
                file.map(Path::toString).orElse(source.name()),
                position.line(),
                position.column(),
                headline(diagnostic),
                excerpt(diagnostic));
    }

    /** {@code error[N0201]: unknown axis `D`}. */
    private static String headline(Diagnostic diagnostic) {
        return RENDERER.render(diagnostic).lines().findFirst().orElseThrow();
    }

    /** The lines below the one that says where. */
    private static String excerpt(Diagnostic diagnostic) {
        return String.join(
                System.lineSeparator(),
                RENDERER.render(diagnostic).lines().skip(2).toList());
    }

    /** The lines that show no text. */
    private static String hints(Diagnostic diagnostic) {
        return excerpt(diagnostic)
                .lines()
                .filter(line -> line.startsWith("  = "))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String text(Path file) {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Fault(Problem.error(file, "cannot be read: check its permissions"));
        }
        if (bytes.length > MOST_BYTES) {
            throw new Fault(Problem.error(file, "too long for a specification: split it into several files"));
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new Fault(notUtf8(file, text.toString()));
        }
        return text.toString();
    }

    /** @param before what stands before the first byte that is none of UTF-8 */
    private static Problem notUtf8(Path file, String before) {
        SourceFile.Position at = new SourceFile(file.toString(), before).position(before.length());
        return new Problem(
                false,
                Optional.of(file),
                file.toString(),
                at.line(),
                at.column(),
                "not UTF-8 text: save the specification as UTF-8",
                "");
    }
}
