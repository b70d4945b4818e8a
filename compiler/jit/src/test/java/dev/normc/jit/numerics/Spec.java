package dev.normc.jit.numerics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One norm of a resource file and the shape it is tested at, which stands in the line before it.
 *
 * @param shape extents and constants, {@code N=3, D=7}
 */
record Spec(String name, String text, String shape) {
    private static final Pattern NORM = Pattern.compile(
            "^// shape: *([^\\n]*)\\n(norm (\\w+).*?)(?=^// shape:|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    /** Every norm of {@code numerics/specs.norm}, in order. */
    static List<Spec> all() {
        return of("specs.norm");
    }

    /** Every norm of a file of the folder {@code numerics}, in order. */
    static List<Spec> of(String file) {
        return NORM.matcher(resource(file))
                .results()
                .map(found -> new Spec(found.group(3), found.group(2), found.group(1)))
                .toList();
    }

    /** The norm of that name. */
    static Spec named(String name) {
        return all().stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same norm for another shape. */
    Spec at(String other) {
        return new Spec(name, text, other);
    }

    /** A text file of the folder {@code numerics}. */
    static String resource(String file) {
        try (InputStream in = Spec.class.getResourceAsStream("/numerics/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + " " + shape;
    }
}
