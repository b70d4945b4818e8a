package dev.normc.compiler.specialize;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.source.Span;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import java.util.List;
import java.util.Map;

/** Extents that follow from others: a factor from its product, an axis from the one it is renamed from. */
final class DerivedExtents {
    private final TypedNorm norm;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> bound;
    private final Map<String, Span> spans;
    private final Span everywhere;
    private final Span dynamicSpan;

    DerivedExtents(
            TypedNorm norm,
            Diagnostics diagnostics,
            Map<String, Integer> bound,
            Map<String, Span> spans,
            Span everywhere,
            Span dynamicSpan) {
        this.norm = norm;
        this.diagnostics = diagnostics;
        this.bound = bound;
        this.spans = spans;
        this.everywhere = everywhere;
        this.dynamicSpan = dynamicSpan;
    }

    /**
     * Binds what follows; what is left unbound is reported.
     *
     * @param rest the names that bound {@code ..}
     */
    void complete(List<String> rest) {
        products();
        if (!diagnostics.any()) {
            renames();
        }
        if (!diagnostics.any()) {
            required(rest);
        }
    }

    /** Completes products: one unknown factor follows from the whole and the others. */
    private void products() {
        norm.axes().products().forEach((whole, factors) -> {
            Span span = spans.getOrDefault(whole, everywhere);
            for (String part : factors) {
                if (bound.getOrDefault(part, 0) == Axis.DYNAMIC) {
                    span = dynamicSpan;
                }
            }
            if (bound.getOrDefault(whole, 0) == Axis.DYNAMIC
                    || factors.stream().anyMatch(factor -> bound.getOrDefault(factor, 0) == Axis.DYNAMIC)) {
                diagnostics.error(
                        ErrorCode.N0308,
                        span,
                        "axis `" + whole + "` is split and cannot be dynamic",
                        "",
                        "give it an extent");
                return;
            }
            List<String> unknown = factors.stream()
                    .filter(factor -> !bound.containsKey(factor))
                    .toList();
            long known = 1;
            for (String factor : factors) {
                known = Math.min(known * bound.getOrDefault(factor, 1), Integer.MAX_VALUE + 1L);
            }
            Integer extent = bound.get(whole);
            if (extent == null) {
                if (unknown.isEmpty()) {
                    bound.put(whole, (int) Math.min(known, Integer.MAX_VALUE));
                }
                return;
            }
            if (known == 0 || extent % known != 0 || unknown.isEmpty() && extent != known) {
                diagnostics.error(
                        ErrorCode.N0304,
                        span,
                        "`" + whole + "` = " + extent + " does not split into `" + String.join("*", factors) + "` with "
                                + knownFactors(factors),
                        "",
                        extent == 0
                                ? "give it an extent of at least 1"
                                : "the divisors of " + extent + " are " + Divisors.of(extent));
            } else if (unknown.size() == 1) {
                bound.put(unknown.get(0), (int) (extent / known));
            }
        });
    }

    private String knownFactors(List<String> factors) {
        return String.join(
                ", ",
                factors.stream()
                        .filter(bound::containsKey)
                        .map(factor -> factor + " = " + bound.get(factor))
                        .toList());
    }

    /** Axes of which one is the other renamed have one extent. */
    private void renames() {
        for (int pass = 0; pass < norm.axes().renames().size(); pass++) {
            for (AxisNames.Rename rename : norm.axes().renames()) {
                Integer from = bound.get(rename.from());
                Integer to = bound.get(rename.to());
                if (from != null && to == null) {
                    bound.put(rename.to(), from);
                } else if (to != null && from == null) {
                    bound.put(rename.from(), to);
                }
            }
        }
        for (AxisNames.Rename rename : norm.axes().renames()) {
            int from = bound.getOrDefault(rename.from(), 0);
            int to = bound.getOrDefault(rename.to(), 0);
            if (from == Axis.DYNAMIC || to == Axis.DYNAMIC) {
                diagnostics.error(
                        ErrorCode.N0308,
                        dynamicSpan,
                        "axis `" + rename.from() + "` is renamed to `" + rename.to() + "` and cannot be dynamic",
                        "",
                        "give it an extent");
                return;
            }
            if (from != to) {
                diagnostics.error(
                        ErrorCode.N0310,
                        spans.getOrDefault(rename.to(), spans.getOrDefault(rename.from(), everywhere)),
                        "`" + rename.from() + "` = " + from + " is renamed to `" + rename.to() + "` = " + to,
                        "",
                        "give both one extent");
                return;
            }
        }
    }

    private void required(List<String> rest) {
        int axes = norm.axes().atoms().size() + rest.size();
        if (!rest.isEmpty() && axes - 1 > AxisNames.MOST) {
            diagnostics.error(
                    ErrorCode.N0103, everywhere, "a norm with " + (axes - 1) + " axes", "more than " + AxisNames.MOST);
        }
        for (String axis : norm.axes().atoms()) {
            if (!axis.equals(AxisNames.REST) && !bound.containsKey(axis)) {
                String whole = norm.axes().products().entrySet().stream()
                        .filter(product -> product.getValue().contains(axis))
                        .map(Map.Entry::getKey)
                        .filter(product -> !bound.containsKey(product))
                        .findFirst()
                        .orElse(axis);
                diagnostics.error(
                        ErrorCode.N0302,
                        everywhere,
                        "axis `" + whole + "` has no extent",
                        "",
                        "add `" + whole + "=...`");
            }
        }
    }
}
