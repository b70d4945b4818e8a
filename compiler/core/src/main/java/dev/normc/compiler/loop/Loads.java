package dev.normc.compiler.loop;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the elements that a loop body reads. */
public final class Loads {

    private Loads() {}

    /** Adds the loads of a statement's values; those of running totals are left out. */
    public static void of(Statement statement, Set<Scalar.Load> found) {
        if (statement instanceof Statement.Let let) {
            of(let.value(), found);
        } else if (statement instanceof Statement.Store store) {
            of(store.value(), found);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            of(accumulate.value(), found);
        } else if (statement instanceof Statement.AddExactly add) {
            of(add.value(), found);
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            of(accumulate.value(), found);
        }
    }

    /** The locals that a loop body reads and does not declare, accumulators left out. */
    public static Set<String> locals(List<Statement> body) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> declared = new HashSet<>();
        for (Statement statement : body) {
            if (statement instanceof Statement.Let let) {
                locals(let.value(), found);
                declared.add(let.name());
            } else if (statement instanceof Statement.Store store) {
                locals(store.value(), found);
            } else if (statement instanceof Statement.LaneAccumulate accumulate) {
                locals(accumulate.value(), found);
            }
        }
        found.removeAll(declared);
        return found;
    }

    private static void locals(Scalar scalar, Set<String> found) {
        if (scalar instanceof Scalar.Local local) {
            found.add(local.name());
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> locals(operand, found));
        }
    }

    private static void of(Scalar scalar, Set<Scalar.Load> found) {
        if (scalar instanceof Scalar.Load load) {
            found.add(load);
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> of(operand, found));
        } else if (scalar instanceof Scalar.Quotient quotient) {
            of(quotient.sum(), found);
            of(quotient.error(), found);
            of(quotient.count(), found);
        } else if (scalar instanceof Scalar.QuotientRest rest) {
            of(rest.quotient(), found);
        }
    }
}
