package dev.normc.compiler.diag;

import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with one source, so that a run reports everything at once; ends the run at {@value #LIMIT}. */
public final class Diagnostics {
    /** More than this many help nobody. */
    private static final int LIMIT = 50;

    private final SourceFile source;
    private final List<Diagnostic> found;
    private final Set<ErrorCode> ignored;

    public Diagnostics(SourceFile source) {
        this(source, new ArrayList<>(), Set.of());
    }

    private Diagnostics(SourceFile source, List<Diagnostic> found, Set<ErrorCode> ignored) {
        this.source = source;
        this.found = found;
        this.ignored = ignored;
    }

    /** The same collection, into which errors of those codes do not go: they would follow from ones that are in it. */
    public Diagnostics ignoring(Set<ErrorCode> codes) {
        return new Diagnostics(source, found, Set.copyOf(codes));
    }

    /** Reports an error without a hint. */
    public void error(ErrorCode code, Span span, String message, String label) {
        add(new Diagnostic(code, message, source, span, label, Optional.empty()));
    }

    /** Reports an error with a way out. */
    public void error(ErrorCode code, Span span, String message, String label, String hint) {
        add(new Diagnostic(code, message, source, span, label, Optional.of(hint)));
    }

    private void add(Diagnostic diagnostic) {
        if (ignored.contains(diagnostic.code()) || found.contains(diagnostic)) {
            return;
        }
        found.add(diagnostic);
        if (found.size() == LIMIT) {
            throwIfAny(); // A text with this many errors is not one to spend more time on.
        }
    }

    /** Whether anything was reported. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** All errors in source order. */
    public List<Diagnostic> inSourceOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(
                        (Diagnostic diagnostic) -> diagnostic.span().start()))
                .toList();
    }

    /**
     * Ends a stage.
     *
     * @throws SpecificationException with all errors, if there are any
     */
    public void throwIfAny() {
        if (any()) {
            throw new SpecificationException(inSourceOrder());
        }
    }
}
