package dev.normc.compiler.diag;

import java.util.List;

/** A specification or a shape is wrong; carries every diagnostic of the stage that found out. */
public final class SpecificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public SpecificationException(List<Diagnostic> diagnostics) {
        super(new DiagnosticRenderer(false).render(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** The errors in source order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
