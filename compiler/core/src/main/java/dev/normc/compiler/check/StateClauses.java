package dev.normc.compiler.check;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.typed.Statistic;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks what changes the states of a norm: {@code update} and {@code track}. */
final class StateClauses {
    private final NormDecl norm;
    private final Declarations declarations;
    private final Map<String, TypedNorm.Equation> typed;
    private final Typer.Names names;
    private final Function<Expr, TypedExpr> constants;
    private final Diagnostics diagnostics;
    private final Set<String> tracked = new HashSet<>();

    /**
     * @param typed the equations by name
     * @param names the meaning of a name in an update
     * @param constants types a constant expression
     */
    StateClauses(
            NormDecl norm,
            Declarations declarations,
            Map<String, TypedNorm.Equation> typed,
            Typer.Names names,
            Function<Expr, TypedExpr> constants,
            Diagnostics diagnostics) {
        this.norm = norm;
        this.declarations = declarations;
        this.typed = typed;
        this.names = names;
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    void check(List<TypedNorm.Update> updates, List<TypedNorm.Track> tracks) {
        Set<String> changed = new HashSet<>();
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Update update) {
                update(update, changed).ifPresent(updates::add);
            } else if (clause instanceof Clause.Track track && track.target().isPresent()) {
                tracks.add(track(track, track.target().get(), changed));
            }
        }
    }

    private Optional<TypedNorm.Update> update(Clause.Update update, Set<String> changed) {
        String state = update.state().text();
        TypedExpr value = new Typer(declarations.axes(), names, diagnostics).value(update.value());
        Declarations.Declared declared = declarations.tensors().get(state);
        if (declared == null || declared.role() != BufferRole.STATE) {
            List<String> states = declarations.tensors().entrySet().stream()
                    .filter(entry -> entry.getValue().role() == BufferRole.STATE)
                    .map(Map.Entry::getKey)
                    .toList();
            diagnostics.error(
                    ErrorCode.N0213,
                    update.state().span(),
                    "`" + state + "` is not a state",
                    "",
                    states.isEmpty()
                            ? "declare it: `state " + state + "[C] = 0`"
                            : Suggestion.hint(state, states, "states"));
            return Optional.empty();
        }
        changedOnce(state, update.state().span(), changed);
        Set<String> axes = Checker.atoms(declared.tensor(), declarations);
        if (!axes.containsAll(value.axes())) {
            axesDiffer(update.value().span(), state, declared.tensor(), value.axes());
        }
        return Optional.of(new TypedNorm.Update(state, value, update.span()));
    }

    private void axesDiffer(Span span, String state, Clause.Tensor tensor, Set<String> axes) {
        diagnostics.error(
                ErrorCode.N0215,
                span,
                "the axes of `" + state + "` differ from its value's",
                "the value has [" + String.join(", ", declarations.axes().merged(axes)) + "], the state is `"
                        + Described.tensor(tensor) + "`",
                "declare the state with the value's axes, or reduce the value");
    }

    private void changedOnce(String state, Span span, Set<String> changed) {
        if (!changed.add(state)) {
            diagnostics.error(ErrorCode.N0213, span, "`" + state + "` is updated twice", "the second update");
        }
    }

    private TypedNorm.Track track(Clause.Track track, Clause.Track.Target target, Set<String> changed) {
        String name = target.equation().text();
        String state = target.state().name().text();
        TypedNorm.Equation equation = typed.get(name);
        changedOnce(state, target.state().name().span(), changed);
        if (!tracked.add(name)) {
            diagnostics.error(
                    ErrorCode.N0213,
                    target.equation().span(),
                    "`" + name + "` is tracked twice",
                    "the second track",
                    "keep one; `infer` reads one state in place of a statistic");
        }
        if (equation == null) {
            diagnostics.error(
                    ErrorCode.N0213,
                    target.equation().span(),
                    "`" + name + "` is not an equation",
                    "",
                    Suggestion.hint(name, typed.keySet(), "equations"));
        } else {
            Set<String> axes = Checker.atoms(target.state(), declarations);
            if (!axes.equals(equation.value().axes())) {
                axesDiffer(
                        target.state().name().span(),
                        state,
                        target.state(),
                        equation.value().axes());
            }
            boolean variance = equation.value() instanceof TypedExpr.Reduction reduction
                    && reduction.statistic() == Statistic.VAR
                    && reduction.weight().isEmpty();
            if (track.rate().unbiased() && !variance) {
                CardClauses.unbiased(diagnostics, track.rate().span());
            }
        }
        return new TypedNorm.Track(
                name, state, track.rate().decay().map(constants), track.rate().unbiased(), track.span());
    }
}
