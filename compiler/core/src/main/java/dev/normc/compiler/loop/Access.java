package dev.normc.compiler.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * An element that a statement reads or writes each time it runs.
 *
 * @param moves how far from the index it is read; empty where it is there
 */
public record Access(int buffer, Index index, boolean isWrite, List<Scalar.Move> moves) {
    public Access {
        moves = List.copyOf(moves);
    }

    /** All of a statement's own, those of loops in it left out. */
    public static List<Access> of(Statement statement) {
        List<Access> found = new ArrayList<>();
        if (statement instanceof Statement.Let let) {
            read(let.value(), found);
        } else if (statement instanceof Statement.Set set) {
            read(set.value(), found);
            write(set.place(), found);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            read(accumulate.value(), found);
            update(accumulate.place(), found);
        } else if (statement instanceof Statement.LaneAccumulate accumulate) {
            read(accumulate.value(), found);
        } else if (statement instanceof Statement.AddExactly add) {
            read(add.value(), found);
            add.valueError().ifPresent(error -> read(error, found));
            update(add.sum(), found);
            update(add.error(), found);
        } else if (statement instanceof Statement.Settle settle) {
            update(settle.sum(), found);
            update(settle.error(), found);
        } else if (statement instanceof Statement.Store store) {
            read(store.value(), found);
            found.add(new Access(store.buffer(), store.index(), true, List.of()));
        }
        return found;
    }

    private static void read(Scalar scalar, List<Access> found) {
        if (scalar instanceof Scalar.Load load) {
            found.add(new Access(load.buffer(), load.index(), false, List.of()));
        } else if (scalar instanceof Scalar.Shifted shifted) {
            found.add(new Access(shifted.load().buffer(), shifted.load().index(), false, shifted.moves()));
        } else if (scalar instanceof Scalar.Apply apply) {
            apply.operands().forEach(operand -> read(operand, found));
        } else if (scalar instanceof Scalar.Quotient quotient) {
            read(quotient.sum(), found);
            read(quotient.error(), found);
            read(quotient.count(), found);
        } else if (scalar instanceof Scalar.QuotientRest rest) {
            read(rest.quotient(), found);
        }
    }

    private static void write(Place place, List<Access> found) {
        if (place instanceof Place.Element element) {
            found.add(new Access(element.buffer(), element.index(), true, List.of()));
        }
    }

    private static void update(Place place, List<Access> found) {
        if (place instanceof Place.Element element) {
            found.add(new Access(element.buffer(), element.index(), false, List.of()));
            write(place, found);
        }
    }

    /** How often it happens in a nest; a place outside an axis is not read. */
    long times(LoopNest nest, long dynamic) {
        long times = nest.iterations();
        for (Scalar.Move move : moves) {
            long extent = LoopNest.at(move.extent(), dynamic);
            times = extent == 0 ? 0 : times / extent * Math.max(0, extent - Math.abs(move.shift()));
        }
        return times;
    }
}
