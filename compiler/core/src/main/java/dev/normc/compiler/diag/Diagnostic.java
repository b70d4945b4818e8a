package dev.normc.compiler.diag;

import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a specification or a shape.
 *
 * @param message one sentence, lower case, names in backticks, without a full stop
 * @param label what stands under the caret; may be empty
 * @param hint a way out
 */
public record Diagnostic(
        ErrorCode code, String message, SourceFile source, Span span, String label, Optional<String> hint) {

    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(hint, "hint");
    }
}
