package dev.normc.maven;

import dev.normc.compiler.CompileRequest;
import dev.normc.compiler.Compiler;
import dev.normc.compiler.Zoo;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.DiagnosticRenderer;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The specifications of a source folder and those of the zoo. */
final class Specifications {
    /** A text of 2^20 UTF-16 units, the most that the parser takes, has no more bytes than this. */
    private static final int MOST_BYTES = 3 << 20;

    private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);

    private final Path folder;
    private final Pom pom;

    Specifications(Path folder, Pom pom) {
        this.folder = folder.toAbsolutePath().normalize();
        this.pom = pom;
    }

    /**
     * A specification under the name that the configuration gives it.
     *
     * @param name a path below the folder, or {@code zoo:NAME}
     * @throws Fault if there is none, its path leaves the folder, or it is not UTF-8
     */
    SourceFile source(String name) {
        if (name.startsWith(Zoo.PREFIX)) {
            try {
                return Zoo.source(name.substring(Zoo.PREFIX.length()));
            } catch (SpecificationException e) {
                throw new Fault(e.diagnostics().stream()
                        .map(diagnostic ->
                                pom.error(diagnostic.source().text(), 0, headline(diagnostic), excerpt(diagnostic)))
                        .toList());
            }
        }
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            throw new Fault(pom.error(name, "there is no specification `" + name + "` in `" + folder + "`"));
        }
        return new SourceFile(name, text(file));
    }

    /** The file of a specification that is not of the zoo. */
    Path file(String name) {
        try {
            Path path = folder.resolve(name);
            boolean below = !Path.of(name).isAbsolute() && path.normalize().equals(path) && path.startsWith(folder);
            if (below && !path.equals(folder)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new Fault(pom.error("specification `" + name + "` is not a path: check its characters"));
        }
        throw new Fault(pom.error(
                name, "specification `" + name + "` is not a path below `" + folder + "`: name a file in that folder"));
    }

    /**
     * Checks a specification.
     *
     * @throws Fault with every error in it
     */
    void check(SourceFile source) {
        try {
            Compiler.check(source);
        } catch (SpecificationException e) {
            throw new Fault(e.diagnostics().stream()
                    .map(diagnostic -> problem(diagnostic, pom))
                    .toList());
        }
    }

    /**
     * A diagnostic of the compiler, which may be about a shape: then it stands where the configuration has it.
     *
     * @param configuration of the kernel that was compiled
     */
    Problem problem(Diagnostic diagnostic, Pom configuration) {
        SourceFile source = diagnostic.source();
        boolean ofZoo = source.name().startsWith(Zoo.PREFIX);
        if (source.name().equals(CompileRequest.SHAPE)) {
            return configuration.error(
                    source.text(), diagnostic.span().start(), headline(diagnostic), excerpt(diagnostic));
        }
        SourceFile.Position position = source.position(diagnostic.span().start());
        Optional<Path> file = ofZoo ? Optional.empty() : Optional.of(file(source.name()));
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
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Fault(Problem.error(file, "not UTF-8 text: save the specification as UTF-8"));
        }
    }

    /** A list of problems of several specifications, as far as each can be read. */
    List<Problem> checkAll(List<String> names) {
        return names.stream().flatMap(name -> problems(name).stream()).toList();
    }

    private List<Problem> problems(String name) {
        try {
            check(source(name));
            return List.of();
        } catch (Fault e) {
            return e.problems();
        }
    }
}
