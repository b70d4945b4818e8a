package dev.normc.compiler.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values that the body of a loop along the innermost axis computes, and how they change from one iteration to the next. */
public final class LaneValues {
    private final String variable;
    private final Set<String> declared = new HashSet<>();

    /** Of one loop. */
    public LaneValues(Statement.Lanes loop) {
        this.variable = loop.variable();
        loop.body().forEach(statement -> {
            if (statement instanceof Statement.Let let) {
                declared.add(let.name());
            }
        });
    }

    /** The values that a statement of the body computes. */
    public static List<Scalar> of(Statement statement) {
        List<Scalar> values = new ArrayList<>();
        if (statement instanceof Statement.Let let) {
            values.add(let.value());
        } else if (statement instanceof Statement.Store store) {
            values.add(store.value());
        } else if (statement instanceof Statement.Accumulate accumulate) {
            values.add(accumulate.value());
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            values.add(accumulate.value());
        } else if (statement instanceof Statement.AddExactly add) {
            values.add(add.value());
            add.valueError().ifPresent(values::add);
        }
        return values;
    }

    /** Whether a value is the same for all iterations. */
    public boolean isInvariant(Scalar scalar) {
        if (scalar instanceof Scalar.Number || scalar instanceof Scalar.Elements) {
            return true;
        }
        if (scalar instanceof Scalar.Local local) {
            return !declared.contains(local.name());
        }
        if (scalar instanceof Scalar.Load load) {
            return load.index().stride(variable).equals(Count.ZERO);
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            return isInvariant(shifted.load())
                    && shifted.moves().stream()
                            .noneMatch(move -> move.variable().equals(variable));
        }
        if (scalar instanceof Scalar.Position position) {
            return !position.variable().equals(variable);
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return isInvariant(quotient.sum()) && isInvariant(quotient.error()) && isInvariant(quotient.count());
        }
        if (scalar instanceof Scalar.QuotientRest rest) {
            return isInvariant(rest.quotient());
        }
        Scalar.Apply apply = (Scalar.Apply) scalar;
        return !apply.op().isComparison() && apply.operands().stream().allMatch(this::isInvariant);
    }

    /** Whether neighbours in the loop are neighbours in memory. */
    public boolean isContiguous(Index index) {
        return index.stride(variable).equals(Count.of(1));
    }
}
