package dev.normc.compiler.check;

import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.typed.TypedExpr;

/** Reports what is not known when a norm is specialized, where only such values may stand. */
final class ConstantCheck {
    private ConstantCheck() {}

    static void require(TypedExpr expr, Diagnostics diagnostics) {
        if (expr instanceof TypedExpr.Apply apply) {
            apply.arguments().forEach(argument -> require(argument, diagnostics));
            return;
        }
        boolean constant = expr instanceof TypedExpr.Number
                || expr instanceof TypedExpr.Constant
                || expr instanceof TypedExpr.Gauss;
        if (!constant) {
            diagnostics.error(
                    ErrorCode.N0212,
                    expr.span(),
                    "a value that is not a constant",
                    "known only at a call",
                    "use numbers and the constants in the parentheses after the norm's name");
        }
    }
}
