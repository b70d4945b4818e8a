package dev.normc.compiler;

import dev.normc.compiler.ast.NormFile;
import dev.normc.compiler.check.Checker;
import dev.normc.compiler.diag.Diagnostic;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.diag.SpecificationException;
import dev.normc.compiler.parse.NormFileParser;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.typed.TypedNorm;
import java.util.List;
import java.util.Optional;

/** The front door of the compiler. */
public final class Compiler {

    private Compiler() {}

    /**
     * Reads and checks a specification.
     *
     * @throws SpecificationException with every error of the text
     */
    public static List<TypedNorm> check(SourceFile source) {
        Diagnostics diagnostics = new Diagnostics(source);
        NormFile file = NormFileParser.parse(source, diagnostics);
        List<TypedNorm> norms = Checker.check(file, diagnostics);
        diagnostics.throwIfAny();
        return norms;
    }

    /**
     * One norm of a file: the named one, or the only one.
     *
     * @throws SpecificationException if the text is wrong, or there is no such norm
     */
    public static TypedNorm norm(SourceFile source, Optional<String> name) {
        List<TypedNorm> norms = check(source);
        List<String> names = norms.stream().map(TypedNorm::name).toList();
        if (name.isEmpty() && norms.size() == 1) {
            return norms.get(0);
        }
        String listed = "`" + String.join("`, `", names) + "`";
        if (name.isEmpty()) {
            throw configuration(source, "the file declares " + norms.size() + " norms", "name one: " + listed);
        }
        return norms.stream()
                .filter(norm -> norm.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> configuration(
                        source, "the file declares no norm `" + name.get() + "`", "it declares " + listed));
    }

    private static SpecificationException configuration(SourceFile source, String message, String hint) {
        return new SpecificationException(
                List.of(new Diagnostic(ErrorCode.N0401, message, source, Span.NONE, "", Optional.of(hint))));
    }
}
