package dev.normc.compiler;

import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.specialize.Specializer;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.DataType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the front end over a text whose first lines may say how: {@code // shape: N=2, C=3} specializes it for that
 * shape too, {@code // norm: Name} picks a norm of several (else the only or first one is meant), {@code // zoo: Name}
 * means a norm of the zoo instead of the text.
 */
final class NormTexts {
    private static final Pattern SHAPE = Pattern.compile("^// shape:(.*)$", Pattern.MULTILINE);
    private static final Pattern ZOO = Pattern.compile("^// zoo:(.*)$", Pattern.MULTILINE);
    private static final Pattern NORM = Pattern.compile("^// norm:(.*)$", Pattern.MULTILINE);

    private NormTexts() {}

    /**
     * Checks a text, and specializes it where it asks for that.
     *
     * @throws SpecificationException if the text or the shape is wrong
     */
    static TypedNorm run(SourceFile text) {
        SourceFile source = directive(ZOO, text.text()).map(Zoo::source).orElse(text);
        Optional<String> name = directive(NORM, source.text());
        Optional<String> shape = directive(SHAPE, source.text());
        TypedNorm norm = name.isPresent()
                ? Compiler.norm(source, name)
                : Compiler.check(source).get(0);
        shape.ifPresent(extents -> Specializer.specialize(norm, new SourceFile("shape", extents), DataType.F32));
        return norm;
    }

    private static Optional<String> directive(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
