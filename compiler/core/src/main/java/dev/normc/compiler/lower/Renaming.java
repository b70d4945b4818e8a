package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Statement;
import java.util.HashMap;
import java.util.Map;

/** A copy of the statements of a simple loop body for another row. */
final class Renaming {
    private final String from;
    private final String to;
    private final Map<String, Scalar> values = new HashMap<>();
    private final Names names;

    /**
     * For one row.
     *
     * @param from the row's variable
     * @param to what stands for it
     * @param names gives the body's own locals new names
     */
    Renaming(String from, String to, Names names) {
        this.from = from;
        this.to = to;
        this.names = names;
    }

    /** The copy of a declaration, a store or a plain addition to a running value. */
    Statement of(Statement statement) {
        if (statement instanceof Statement.Let let) {
            Scalar value = of(let.value());
            String name = names.fresh(let.name());
            values.put(let.name(), new Scalar.Local(name));
            return new Statement.Let(name, value);
        }
        if (statement instanceof Statement.Store store) {
            return new Statement.Store(store.buffer(), store.index().renamed(from, to), of(store.value()));
        }
        Statement.Accumulate accumulate = (Statement.Accumulate) statement;
        Place.Element place = (Place.Element) accumulate.place();
        return new Statement.Accumulate(
                new Place.Element(place.buffer(), place.index().renamed(from, to)),
                accumulate.reducer(),
                of(accumulate.value()));
    }

    private Scalar of(Scalar scalar) {
        if (scalar instanceof Scalar.Local local) {
            return values.getOrDefault(local.name(), local);
        }
        if (scalar instanceof Scalar.Load load) {
            return of(load);
        }
        if (scalar instanceof Scalar.Shifted shifted) {
            return new Scalar.Shifted(
                    of(shifted.load()),
                    shifted.moves().stream()
                            .map(move -> move.variable().equals(from) ? move.along(to) : move)
                            .toList());
        }
        if (scalar instanceof Scalar.Position position) {
            return position.variable().equals(from) ? new Scalar.Position(to) : position;
        }
        if (scalar instanceof Scalar.Apply apply) {
            return new Scalar.Apply(
                    apply.op(), apply.operands().stream().map(this::of).toList());
        }
        if (scalar instanceof Scalar.Quotient quotient) {
            return of(quotient);
        }
        return scalar instanceof Scalar.QuotientRest rest ? new Scalar.QuotientRest(of(rest.quotient())) : scalar;
    }

    private Scalar.Load of(Scalar.Load load) {
        return new Scalar.Load(load.buffer(), load.index().renamed(from, to));
    }

    private Scalar.Quotient of(Scalar.Quotient quotient) {
        return new Scalar.Quotient(of(quotient.sum()), of(quotient.error()), of(quotient.count()));
    }
}
