package dev.normc.compiler.check;

import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts equations into an order in which each needs only earlier ones, however long the chain of needs is. */
final class EquationOrder {
    private final Map<String, Clause.Equation> equations;
    private final Diagnostics diagnostics;
    private final List<Clause.Equation> ordered = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();

    /** An equation whose needs are being put before it. */
    private record Step(Clause.Equation equation, Iterator<Identifier> needs) {
        String name() {
            return equation.name().text();
        }
    }

    private EquationOrder(Map<String, Clause.Equation> equations, Diagnostics diagnostics) {
        this.equations = equations;
        this.diagnostics = diagnostics;
    }

    /** All equations in order; reports those that need themselves. */
    static List<Clause.Equation> of(Map<String, Clause.Equation> equations, Diagnostics diagnostics) {
        EquationOrder order = new EquationOrder(equations, diagnostics);
        equations.values().forEach(order::from);
        return order.ordered;
    }

    private void from(Clause.Equation first) {
        enter(first);
        while (!open.isEmpty()) {
            Step step = open.peek();
            if (step.needs().hasNext()) {
                need(step.needs().next());
            } else {
                ordered.add(open.pop().equation());
            }
        }
    }

    private void enter(Clause.Equation equation) {
        if (entered.add(equation.name().text())) {
            List<Identifier> names = new ArrayList<>();
            equation.value().match(new Needs(names));
            open.push(new Step(equation, names.iterator()));
        }
    }

    private void need(Identifier name) {
        List<String> circle = new ArrayList<>();
        for (Step step : open) {
            circle.add(0, step.name());
            if (step.name().equals(name.text())) {
                report(name, circle);
                return;
            }
        }
        if (equations.containsKey(name.text())) {
            enter(equations.get(name.text()));
        }
    }

    private void report(Identifier name, List<String> circle) {
        diagnostics.error(
                ErrorCode.N0205,
                name.span(),
                "`" + name.text() + "` needs itself",
                circle.size() == 1 ? "" : "through `" + String.join("`, `", circle) + "`",
                "a value from the call before is a `state`");
    }

    /** Collects the names that an expression reads, as written. */
    private record Needs(List<Identifier> names) implements Expr.Cases<Void> {
        @Override
        public Void number(Expr.Number node) {
            return null;
        }

        @Override
        public Void reference(Expr.Reference node) {
            names.add(node.name());
            return null;
        }

        @Override
        public Void negation(Expr.Negation node) {
            return node.operand().match(this);
        }

        @Override
        public Void binary(Expr.Binary node) {
            node.left().match(this);
            return node.right().match(this);
        }

        @Override
        public Void call(Expr.Call node) {
            node.weight().ifPresent(weight -> weight.match(this));
            if (node.function().text().startsWith("gauss_")) {
                return null; // of constants and a variable of its own
            }
            for (Expr argument : node.arguments()) {
                argument.match(this);
            }
            return null;
        }
    }
}
