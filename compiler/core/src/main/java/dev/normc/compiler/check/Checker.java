package dev.normc.compiler.check;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.ast.NormFile;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.SourceFile;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedExpr;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AST to typed norm: cards become equations, names get their meaning, values their axes. */
public final class Checker {
    /** What seems to be missing from a norm may stand in a clause that could not be read. */
    private static final Set<ErrorCode> PERHAPS_UNREAD = EnumSet.of(
            ErrorCode.N0201,
            ErrorCode.N0202,
            ErrorCode.N0208,
            ErrorCode.N0210,
            ErrorCode.N0211,
            ErrorCode.N0213,
            ErrorCode.N0214);

    private final SourceFile source;
    private final NormDecl norm;
    private final boolean card;
    private final Diagnostics diagnostics;
    private final Declarations declarations;
    private final Map<String, Clause.Equation> equations = new LinkedHashMap<>();
    private final Map<String, TypedNorm.Equation> typed = new LinkedHashMap<>();

    private Checker(SourceFile source, NormDecl norm, boolean card, Diagnostics diagnostics) {
        this.source = source;
        this.norm = norm;
        this.card = card;
        this.diagnostics = diagnostics;
        this.declarations = new Declarations(norm, diagnostics);
    }

    /** Checks every norm of a file, reporting into {@code diagnostics}; the result is meant only where nothing was. */
    public static List<TypedNorm> check(NormFile file, Diagnostics diagnostics) {
        List<TypedNorm> norms = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        for (NormDecl declared : file.norms()) {
            if (seen.put(declared.name().text(), declared.span()) != null) {
                diagnostics.error(
                        ErrorCode.N0203,
                        declared.span(),
                        "norm `" + declared.name().text() + "` is declared twice",
                        "the second declaration",
                        "give one of them another name");
            }
            Diagnostics found = declared.complete() ? diagnostics : diagnostics.ignoring(PERHAPS_UNREAD);
            if (CardClauses.isCard(declared)) {
                CardClauses clauses = new CardClauses(declared, found);
                if (clauses.check() && declared.complete()) {
                    NormDecl norm = new CardDesugar(declared, clauses, found).desugar();
                    norms.add(new Checker(file.source(), norm, true, found).norm(clauses.epsilon()));
                }
            } else {
                norms.add(new Checker(file.source(), declared, false, found).norm(Optional.empty()));
            }
        }
        return norms;
    }

    private TypedNorm norm(Optional<Expr> epsilon) {
        if (!card) {
            cardClausesInEquations();
        }
        declarations.collect();
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Equation equation) {
                equations.putIfAbsent(equation.name().text(), equation);
            }
        }
        List<TypedNorm.Tensor> tensors = tensors();
        EquationOrder.of(equations, diagnostics).forEach(this::equation);
        List<TypedNorm.Track> tracks = new ArrayList<>();
        List<TypedNorm.Update> updates = new ArrayList<>();
        new StateClauses(norm, declarations, typed, this::resolve, this::constant, diagnostics).check(updates, tracks);
        if (tracks.stream().anyMatch(track -> track.decay().isEmpty())) {
            tensors.add(batches());
        }
        required(tensors);
        return new TypedNorm(
                source,
                norm.name().text(),
                norm.documentation(),
                declarations.constants().values().stream()
                        .map(constant -> new TypedNorm.Constant(
                                constant.name().text(),
                                constant.value(),
                                Character.isUpperCase(constant.name().text().charAt(0)),
                                constant.span()))
                        .toList(),
                declarations.axes(),
                tensors,
                List.copyOf(typed.values()),
                updates,
                tracks,
                card,
                epsilon.map(this::constant),
                initializer(),
                norm.span());
    }

    private void cardClausesInEquations() {
        for (Clause clause : norm.clauses()) {
            boolean foreign = clause instanceof Clause.Group
                    || clause instanceof Clause.Subtract
                    || clause instanceof Clause.Divide
                    || clause instanceof Clause.Epsilon
                    || clause instanceof Clause.Affine
                    || clause instanceof Clause.Track track && track.target().isEmpty();
            if (foreign) {
                diagnostics.error(
                        ErrorCode.N0210,
                        clause.span(),
                        "a card clause in a norm without `reduce`",
                        "belongs to a card",
                        "add `reduce`, or write an equation");
            }
        }
    }

    /** The norm of the initial values that come from data. */
    private Optional<TypedNorm> initializer() {
        InitClauses clauses = new InitClauses(norm, declarations, diagnostics);
        int before = diagnostics.inSourceOrder().size();
        Optional<NormDecl> declared = clauses.asNorm();
        if (declared.isEmpty() || diagnostics.inSourceOrder().size() > before) {
            return Optional.empty();
        }
        TypedNorm initializer = new Checker(source, declared.get(), false, diagnostics).norm(Optional.empty());
        if (diagnostics.inSourceOrder().size() == before) {
            clauses.layouts(initializer);
        }
        return Optional.of(initializer);
    }

    private List<TypedNorm.Tensor> tensors() {
        List<TypedNorm.Tensor> tensors = new ArrayList<>();
        declarations.tensors().forEach((name, declared) -> {
            Clause.Tensor tensor = declared.tensor();
            Optional<TypedExpr> initial = tensor.initial().map(this::constant);
            tensors.add(new TypedNorm.Tensor(
                    name,
                    declared.role(),
                    tensor.axes().stream().map(term -> term.name().text()).toList(),
                    initial,
                    tensor.name().span()));
        });
        return tensors;
    }

    private TypedNorm.Tensor batches() {
        Span taken = declarations.names().get(TypedNorm.BATCHES);
        if (taken != null) {
            diagnostics.error(
                    ErrorCode.N0203,
                    taken,
                    "`" + TypedNorm.BATCHES + "` counts the batches of a cumulative track",
                    "the name is derived",
                    "give your `" + TypedNorm.BATCHES + "` another name");
        }
        return new TypedNorm.Tensor(
                TypedNorm.BATCHES,
                BufferRole.STATE,
                List.of(),
                Optional.of(new TypedExpr.Number(0, norm.span())),
                norm.span());
    }

    private void required(List<TypedNorm.Tensor> tensors) {
        if (tensors.stream().noneMatch(tensor -> tensor.role() == BufferRole.INPUT)) {
            diagnostics.error(
                    ErrorCode.N0211,
                    norm.span(),
                    "`" + norm.name().text() + "` has no input",
                    "",
                    "say what is normalized: `input x[N, C, ..]`");
        }
        if (equations.values().stream().noneMatch(Clause.Equation::output)) {
            diagnostics.error(
                    ErrorCode.N0211,
                    norm.span(),
                    "`" + norm.name().text() + "` has no output",
                    "",
                    "hand back a value: `output y = ...`, or make it a card with `reduce`");
        }
    }

    private void equation(Clause.Equation equation) {
        String name = equation.name().text();
        TypedExpr value = new Typer(declarations.axes(), this::resolve, diagnostics).value(equation.value());
        typed.put(
                name,
                new TypedNorm.Equation(
                        name, value, equation.output(), equation.name().span()));
    }

    private TypedExpr resolve(Identifier name) {
        Declarations.Declared tensor = declarations.tensors().get(name.text());
        if (tensor != null) {
            Set<String> atoms = atoms(tensor.tensor(), declarations);
            return new TypedExpr.Reference(name.text(), atoms, name.span());
        }
        if (declarations.constants().containsKey(name.text())
                && Character.isLowerCase(name.text().charAt(0))) {
            return new TypedExpr.Constant(name.text(), name.span());
        }
        Clause.Equation equation = equations.get(name.text());
        if (equation != null) {
            TypedNorm.Equation result = typed.get(name.text());
            return result == null
                    ? Typer.placeholder(name.span()) // an equation that needs itself; has been reported
                    : new TypedExpr.Reference(name.text(), result.value().axes(), name.span());
        }
        if (name.text().equals("pi")) {
            return new TypedExpr.Number(Math.PI, name.span());
        }
        if (Character.isUpperCase(name.text().charAt(0))) {
            diagnostics.error(
                    ErrorCode.N0214,
                    name.span(),
                    "axis `" + name.text() + "` used as a number",
                    "",
                    "`size[" + name.text() + "]` is its extent, `index[" + name.text() + "]` the position along it");
        } else {
            Set<String> known = new LinkedHashSet<>(declarations.tensors().keySet());
            known.addAll(equations.keySet());
            declarations.constants().keySet().stream()
                    .filter(constant -> Character.isLowerCase(constant.charAt(0)))
                    .forEach(known::add);
            diagnostics.error(
                    ErrorCode.N0202,
                    name.span(),
                    "unknown name `" + name.text() + "`",
                    "",
                    Suggestion.hint(name.text(), known, "values"));
        }
        return Typer.placeholder(name.span());
    }

    static Set<String> atoms(Clause.Tensor tensor, Declarations declarations) {
        AxisNames axes = declarations.axes();
        Set<String> atoms = new LinkedHashSet<>();
        tensor.axes().forEach(term -> atoms.addAll(axes.expand(term.name().text())));
        return new LinkedHashSet<>(axes.ordered(atoms));
    }

    /** A constant expression: numbers, constants of the norm and functions of them. */
    private TypedExpr constant(Expr expr) {
        Typer.Names constants = name -> {
            boolean constant = declarations.constants().containsKey(name.text())
                    && Character.isLowerCase(name.text().charAt(0));
            if (constant) {
                return new TypedExpr.Constant(name.text(), name.span());
            }
            if (name.text().equals("pi")) {
                return new TypedExpr.Number(Math.PI, name.span());
            }
            diagnostics.error(
                    ErrorCode.N0212,
                    name.span(),
                    "`" + name.text() + "` is not a constant",
                    "known only at a call",
                    "use numbers and the constants in the parentheses after the norm's name");
            return Typer.placeholder(name.span());
        };
        TypedExpr value = new Typer(declarations.axes(), constants, diagnostics).value(expr);
        if (!value.axes().isEmpty()) {
            diagnostics.error(ErrorCode.N0212, expr.span(), "a constant that varies along an axis", "", "use a number");
        }
        return value;
    }
}
