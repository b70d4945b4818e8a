package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.loop.VectorFit;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes rows in groups where each reads or adds to the same columns: what belongs to a column is read, and its sum
 * written, once for the group.
 *
 * <p>A column takes in the rows of a group in their order: no bit depends on it. What the group writes comes last.
 */
final class RowGroups {
    private static final int ROWS = 4;

    /** Statements of a group's loop at most: with many more, C2 makes objects of vectors. */
    private static final int MOST_STATEMENTS = 24;

    /** Numbers of a column that a row must read for groups of rows to pay where they add nothing. */
    private static final int SHARED = 2;

    /**
     * Columns from which on rows that are only written go in groups: shorter ones, a few lines of each in turn, keep the
     * hardware from reading ahead (512 columns out of memory took 1.2 to 1.4 times as long, 1024 0.9 times).
     */
    private static final int LONG = 1024;

    private final Schedule schedule;
    private final Workspace workspace;
    private final Names names;

    RowGroups(Schedule schedule, Workspace workspace, Names names) {
        this.schedule = schedule;
        this.workspace = workspace;
        this.names = names;
    }

    /** The loop in groups, if its body is nothing but a loop along columns that adds to them. */
    Statement of(Statement.For loop) {
        boolean few = loop.to().isAtMost(2L * ROWS - 1);
        boolean suits = !few
                && loop.body().size() == 1
                && loop.body().get(0) instanceof Statement.Lanes columns
                && suits(columns, loop.variable());
        if (!suits || !isVector((Statement.Lanes) loop.body().get(0))) {
            return loop;
        }
        Statement.Grouped grouped = grouped(loop, (Statement.Lanes) loop.body().get(0));
        return grouped.group().stream()
                        .allMatch(statement -> !(statement instanceof Statement.Lanes lanes) || isVector(lanes))
                ? grouped
                : loop;
    }

    private boolean isVector(Statement.Lanes columns) {
        return new VectorFit(columns, workspace.buffers(), schedule).isVector();
    }

    private boolean suits(Statement.Lanes columns, String row) {
        boolean adds = columns.body().stream()
                .anyMatch(statement -> statement instanceof Statement.Accumulate accumulate
                        && isSharedByRows(accumulate.place(), row));
        return (adds || !columns.to().isAtMost(LONG - 1L) && shared(columns, row) >= SHARED)
                && columns.accumulators().isEmpty()
                && readsNothingWritten(columns)
                && ROWS * columns.body().size() <= MOST_STATEMENTS
                && columns.body().stream()
                        .allMatch(statement -> statement instanceof Statement.Let
                                || statement instanceof Statement.Accumulate accumulate
                                        && isSharedByRows(accumulate.place(), row)
                                || statement instanceof Statement.Store store && isOfRow(store, row));
    }

    /** How many elements that are the same for all rows one iteration along the columns reads. */
    private static long shared(Statement.Lanes columns, String row) {
        return loads(columns).stream()
                .filter(load -> load.index().stride(row).equals(Count.ZERO))
                .filter(load -> !load.index().stride(columns.variable()).equals(Count.ZERO))
                .count();
    }

    private static boolean readsNothingWritten(Statement.Lanes columns) {
        Set<Scalar.Load> loads = loads(columns);
        return columns.body().stream()
                .noneMatch(statement -> statement instanceof Statement.Store store
                        && loads.stream().anyMatch(load -> load.buffer() == store.buffer()));
    }

    private static Set<Scalar.Load> loads(Statement.Lanes columns) {
        Set<Scalar.Load> loads = new HashSet<>();
        columns.body().forEach(statement -> Loads.of(statement, loads));
        return loads;
    }

    private static boolean isSharedByRows(Place place, String row) {
        return place instanceof Place.Element element
                && element.index().stride(row).equals(Count.ZERO);
    }

    private boolean isOfRow(Statement.Store store, String row) {
        LoopProgram.Buffer buffer = workspace.buffers().get(store.buffer());
        return buffer.role() != BufferRole.WORKSPACE
                && !store.index().stride(row).equals(Count.ZERO);
    }

    private Statement.Grouped grouped(Statement.For loop, Statement.Lanes columns) {
        String first = names.fresh("row" + loop.variable().substring(1));
        List<Statement> group = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        List<Statement> stores = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String variable = names.fresh(loop.variable() + "_" + row);
            group.add(new Statement.Offset(variable, first, row));
            Renaming renaming = new Renaming(loop.variable(), variable, names);
            columns.body().forEach(statement -> (statement instanceof Statement.Store ? stores : body)
                    .add(renaming.of(statement)));
        }
        body.addAll(stores);
        group.add(new Statement.Lanes(
                columns.variable(),
                columns.from(),
                columns.until(),
                columns.to(),
                columns.span(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                body));
        return new Statement.Grouped(first, ROWS, group, loop);
    }
}
