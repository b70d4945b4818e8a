package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Expr;
import dev.normc.compiler.ast.NormDecl;
import java.util.ArrayList;
import java.util.List;

/** Finds every {@code A -> B} of a norm: the axes that expressions bring in. */
final class RenamedAxes implements Expr.Cases<Void> {
    private final List<AxisTerm> found = new ArrayList<>();

    private RenamedAxes() {}

    static List<AxisTerm> of(NormDecl norm) {
        RenamedAxes renamed = new RenamedAxes();
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Equation equation) {
                equation.value().match(renamed);
            } else if (clause instanceof Clause.Update update) {
                update.value().match(renamed);
            } else if (clause instanceof Clause.Init init) {
                init.value().match(renamed);
            }
        }
        return renamed.found;
    }

    @Override
    public Void number(Expr.Number node) {
        return null;
    }

    @Override
    public Void reference(Expr.Reference node) {
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
        node.over().stream().filter(term -> !term.renamed().isEmpty()).forEach(found::add);
        node.weight().ifPresent(weight -> weight.match(this));
        for (Expr argument : node.arguments()) {
            argument.match(this);
        }
        return null;
    }
}
