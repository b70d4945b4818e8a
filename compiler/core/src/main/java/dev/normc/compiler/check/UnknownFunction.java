package dev.normc.compiler.check;

import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.typed.Function;
import dev.normc.compiler.typed.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what is wrong with a function's name: misspelled, or with brackets it does not take, or without those it needs. */
final class UnknownFunction {
    private UnknownFunction() {}

    static void report(Diagnostics diagnostics, Expr.Call node, String name, boolean bracketed) {
        Set<String> known = new TreeSet<>();
        if (bracketed) {
            Arrays.stream(Statistic.values()).forEach(statistic -> known.add(statistic.spelling()));
            known.addAll(List.of("standardize", "size", "index", "shift", "rename"));
        } else {
            Arrays.stream(Function.values()).filter(Function::isCallable).forEach(f -> known.add(f.spelling()));
            known.addAll(List.of("stop", "gauss_mean", "gauss_std"));
        }
        boolean needsAxes = !bracketed
                && (Statistic.named(name).isPresent()
                        || List.of("standardize", "size", "index", "shift").contains(name));
        boolean needsNone = bracketed && (Function.called(name).isPresent() || name.equals("stop"));
        if (needsAxes) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.function().span(),
                    "`" + name + "` without axes",
                    "",
                    "say over which: `" + name + "[N](x)`");
        } else if (needsNone) {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.function().span(),
                    "`" + name + "` with axes",
                    "it works on each element",
                    "write `" + name + "(...)`");
        } else {
            diagnostics.error(
                    ErrorCode.N0206,
                    node.function().span(),
                    "unknown function `" + name + "`",
                    "",
                    Suggestion.hint(name, known, "functions"));
        }
    }
}
