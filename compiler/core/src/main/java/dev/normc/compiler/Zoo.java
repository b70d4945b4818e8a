package dev.normc.compiler;

import dev.normc.compiler.check.Suggestion;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The norms that ship with the language, one specification each, found by name. */
public final class Zoo {
    /** What stands before a name where a file could stand, too: {@code zoo:GroupNorm}. */
    public static final String PREFIX = "zoo:";

    private static final String FOLDER = "zoo/";

    private Zoo() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return resource("index.txt").lines().toList();
    }

    /**
     * The specification of that name; messages call it {@code zoo:NAME}.
     *
     * @throws SpecificationException with the nearest name if there is none
     */
    public static SourceFile source(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new SpecificationException(List.of(new Diagnostic(
                    ErrorCode.N0403,
                    "the zoo has no norm `" + name + "`",
                    new SourceFile("zoo", name),
                    new Span(0, name.length()),
                    "not in the zoo",
                    Optional.of(Suggestion.nearest(name, names)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("`normc zoo` lists all names")))));
        }
        return new SourceFile(PREFIX + name, resource(name + ".norm"));
    }

    private static String resource(String file) {
        // Through the loader: on the module path, a class finds the resources of its own module only.
        try (InputStream stream = Zoo.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + FOLDER + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
