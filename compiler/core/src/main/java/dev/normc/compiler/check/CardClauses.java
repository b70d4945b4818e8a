package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clauses of a card, each at most once and in its place. */
final class CardClauses {
    /** What the output of every card is called. */
    static final String OUTPUT = "y";

    private static final List<String> SCALES = List.of("std", "rms", "mad", "l1", "l2", "max");

    private final NormDecl card;
    private final Diagnostics diagnostics;
    private final List<Clause.Tensor> inputs = new ArrayList<>();
    private final List<Clause.Tensor> masks = new ArrayList<>();

    CardClauses(NormDecl card, Diagnostics diagnostics) {
        this.card = card;
        this.diagnostics = diagnostics;
        for (Clause clause : card.clauses()) {
            if (clause instanceof Clause.Declare declare && declare.kind() == Clause.Kind.INPUT) {
                inputs.addAll(declare.tensors());
            } else if (clause instanceof Clause.Declare declare && declare.kind() == Clause.Kind.MASK) {
                masks.addAll(declare.tensors());
            }
        }
    }

    /** Whether a norm is a card: it has {@code reduce}. */
    static boolean isCard(NormDecl norm) {
        return norm.clauses().stream().anyMatch(Clause.Reduce.class::isInstance);
    }

    /** Reports what does not fit a card; only a card that passes is desugared. */
    boolean check() {
        int before = diagnostics.inSourceOrder().size();
        foreignClauses();
        once(Clause.Reduce.class, "reduce");
        once(Clause.Group.class, "group");
        once(Clause.Subtract.class, "subtract");
        once(Clause.Divide.class, "divide");
        once(Clause.Epsilon.class, "epsilon");
        once(Clause.Track.class, "track");
        atMostOne(inputs, "input");
        atMostOne(masks, "mask");
        atMostOne(scales(), "scale");
        atMostOne(shifts(), "shift");
        if (inputs.isEmpty()) {
            diagnostics.error(
                    ErrorCode.N0211,
                    card.span(),
                    "`" + card.name().text() + "` has no input",
                    "",
                    "say what is normalized: `input x[N, C, ..]`");
        }
        outputName();
        subtractAndDivide();
        if (!inputs.isEmpty()) {
            reducedAxes();
            trackedStatistic();
        }
        return diagnostics.inSourceOrder().size() == before;
    }

    private void foreignClauses() {
        for (Clause clause : card.clauses()) {
            boolean foreign = clause instanceof Clause.Init
                    || clause instanceof Clause.Equation
                    || clause instanceof Clause.Update
                    || clause instanceof Clause.Track track && track.target().isPresent()
                    || clause instanceof Clause.Declare declare
                            && (declare.kind() == Clause.Kind.PARAM || declare.kind() == Clause.Kind.STATE);
            if (foreign) {
                diagnostics.error(
                        ErrorCode.N0210,
                        clause.span(),
                        "a norm with `reduce` is a card and holds only card clauses",
                        "belongs to a norm in equations",
                        "write the whole norm in equations; `normc explain` shows those of a card");
            }
        }
    }

    private void once(Class<? extends Clause> type, String word) {
        card.clauses().stream()
                .filter(type::isInstance)
                .skip(1)
                .forEach(clause -> diagnostics.error(
                        ErrorCode.N0210, clause.span(), "a second `" + word + "` clause", "", "keep one"));
    }

    private void atMostOne(List<Clause.Tensor> tensors, String word) {
        tensors.stream()
                .skip(1)
                .forEach(tensor -> diagnostics.error(
                        ErrorCode.N0210,
                        tensor.name().span(),
                        "a card with a second " + word + ", `" + tensor.name().text() + "`",
                        "",
                        "write the norm in equations to use several"));
    }

    private void outputName() {
        List<Identifier> declared = new ArrayList<>();
        card.constants().forEach(constant -> declared.add(constant.name()));
        tensors().forEach(tensor -> declared.add(tensor.name()));
        declared.stream()
                .filter(name -> name.text().equals(OUTPUT))
                .forEach(name -> diagnostics.error(
                        ErrorCode.N0203,
                        name.span(),
                        "`" + OUTPUT + "` is the output of a card",
                        "",
                        "give it another name"));
    }

    private void subtractAndDivide() {
        first(Clause.Subtract.class)
                .filter(subtract -> !subtract.what().text().equals("mean"))
                .ifPresent(subtract -> diagnostics.error(
                        ErrorCode.N0206,
                        subtract.what().span(),
                        "`subtract " + subtract.what().text() + "` is not a centre",
                        "",
                        "a card subtracts `mean`; anything else is written in equations"));
        divide().filter(divide -> !SCALES.contains(divide.scale().text()))
                .ifPresent(divide -> diagnostics.error(
                        ErrorCode.N0206,
                        divide.scale().span(),
                        "`divide " + divide.scale().text() + "` is not a scale",
                        "",
                        Suggestion.hint(divide.scale().text(), SCALES, "scales")));
        boolean divides = divide().isPresent() || subtract().isEmpty();
        if (divides && first(Clause.Epsilon.class).isEmpty()) {
            diagnostics.error(
                    ErrorCode.N0211,
                    divide().map(Clause.Divide::span).orElse(reduce().span()),
                    "`" + card.name().text() + "` divides and has no `epsilon`",
                    "",
                    "add `epsilon 1e-5`; there is no default, libraries differ from 1e-12 to 1e-3");
        }
    }

    /** Axes of {@code reduce} are axes of the input; inside a group the name means the inner factor. */
    private void reducedAxes() {
        Set<String> seen = new HashSet<>();
        List<String> known = axes(input());
        for (AxisTerm term : reduce().axes()) {
            String name = term.name().text();
            if (!term.factors().isEmpty()) {
                diagnostics.error(
                        ErrorCode.N0209, term.span(), "a product in `reduce`", "", "use `group` to split an axis");
            } else if (!known.contains(name)) {
                diagnostics.error(
                        ErrorCode.N0201,
                        term.name().span(),
                        "unknown axis `" + name + "`",
                        "not an axis of `" + Described.tensor(input()) + "`",
                        Suggestion.hint(name, known, "axes"));
            } else if (!seen.add(name)) {
                diagnostics.error(ErrorCode.N0203, term.name().span(), "axis `" + name + "` is reduced twice", "");
            }
        }
    }

    private static List<String> axes(Clause.Tensor tensor) {
        List<String> names = new ArrayList<>();
        for (AxisTerm term : tensor.axes()) {
            names.add(term.name().text());
            term.factors().forEach(factor -> names.add(factor.text()));
        }
        return names;
    }

    private void trackedStatistic() {
        if (track().isEmpty() || input().axes().isEmpty()) {
            return;
        }
        Clause.Track track = track().get();
        String outermost = input().axes().get(0).name().text();
        boolean reduced =
                reduce().axes().stream().anyMatch(term -> term.name().text().equals(outermost));
        if (!reduced) {
            String over = String.join(
                    ", ",
                    reduce().axes().stream().map(term -> term.name().text()).toList());
            String x = input().name().text();
            diagnostics.error(
                    ErrorCode.N0213,
                    track.span(),
                    "`track` needs a statistic that is shared along `" + outermost + "`",
                    "`reduce` keeps `" + outermost + "`",
                    "average it in equations: `mu = mean[" + over + "](" + x + ")`, `m = mean[" + outermost
                            + "](mu)`, `track m as running_mean[...] = 0 decay 0.9`");
        }
        boolean std = divide().isEmpty() && subtract().isEmpty()
                || divide().map(divide -> divide.scale().text().equals("std")).orElse(false);
        if (track.rate().unbiased() && !std) {
            unbiased(diagnostics, track.rate().span());
        } else if (track.rate().unbiased() && !masks.isEmpty()) {
            unbiased(diagnostics, track.rate().span());
        }
    }

    static void unbiased(Diagnostics diagnostics, Span span) {
        diagnostics.error(
                ErrorCode.N0213,
                span,
                "`unbiased` without a variance to correct",
                "n/(n-1) is for an unmasked variance",
                "delete `unbiased`");
    }

    private <T extends Clause> Optional<T> first(Class<T> type) {
        return card.clauses().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private List<Clause.Tensor> scales() {
        return affines().stream().flatMap(affine -> affine.scales().stream()).toList();
    }

    private List<Clause.Tensor> shifts() {
        return affines().stream().flatMap(affine -> affine.shifts().stream()).toList();
    }

    private List<Clause.Affine> affines() {
        return card.clauses().stream()
                .filter(Clause.Affine.class::isInstance)
                .map(Clause.Affine.class::cast)
                .toList();
    }

    Clause.Tensor input() {
        return inputs.get(0);
    }

    Optional<Clause.Tensor> mask() {
        return masks.stream().findFirst();
    }

    Optional<Clause.Tensor> scale() {
        return scales().stream().findFirst();
    }

    Optional<Clause.Tensor> shift() {
        return shifts().stream().findFirst();
    }

    Clause.Reduce reduce() {
        return first(Clause.Reduce.class).orElseThrow();
    }

    Optional<Clause.Group> group() {
        return first(Clause.Group.class);
    }

    Optional<Clause.Subtract> subtract() {
        return first(Clause.Subtract.class);
    }

    Optional<Clause.Divide> divide() {
        return first(Clause.Divide.class);
    }

    Optional<Clause.Track> track() {
        return first(Clause.Track.class);
    }

    Optional<Expr> epsilon() {
        return first(Clause.Epsilon.class).map(Clause.Epsilon::value);
    }

    private List<Clause.Tensor> tensors() {
        List<Clause.Tensor> all = new ArrayList<>(inputs);
        all.addAll(masks);
        all.addAll(scales());
        all.addAll(shifts());
        return all;
    }

    List<String> tensorNames() {
        return tensors().stream().map(tensor -> tensor.name().text()).toList();
    }

    List<String> axisNames() {
        return tensors().stream().flatMap(tensor -> axes(tensor).stream()).toList();
    }
}
