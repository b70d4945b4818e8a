package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Chunks;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where reductions collect, and the tree in which they do.
 *
 * <p>The tree depends on the reduced extents and their layout only. Along a reduced innermost axis: lanes, combined
 * pairwise, a block of {@code spanBlock} elements at a time. Across rows, where the innermost axis is kept: plain sums of
 * {@code rowBlock} rows. Everything above a block is added with its rounding error kept, in memory order. For f64 storage
 * every single element is added so.
 */
final class Accumulations {
    private final TensorProgram program;
    private final Schedule schedule;
    private final boolean exact;
    private final Totals totals;
    private final RowGroups groups;
    private final Names names;
    private final Positions positions;
    private final Scalars scalars;
    private final Map<String, Integer> owners;
    private final Map<Integer, Totals.Accumulation> running = new HashMap<>();

    /** @param owners gets the value that each place belongs to, by the name of its variable or buffer */
    Accumulations(
            TensorProgram program,
            Schedule schedule,
            boolean exact,
            Totals totals,
            RowGroups groups,
            Names names,
            Positions positions,
            Scalars scalars,
            Map<String, Integer> owners) {
        this.owners = owners;
        this.program = program;
        this.schedule = schedule;
        this.exact = exact;
        this.totals = totals;
        this.groups = groups;
        this.names = names;
        this.positions = positions;
        this.scalars = scalars;
    }

    /** Reductions whose rows run along this loop: their innermost axis is kept and this is their last reduced one. */
    List<Totals.Accumulation> rowsAlong(Region.Phase phase) {
        return phase.tasks().stream()
                .filter(Task::isReduction)
                .filter(task -> task.lastReduced() == phase.axis())
                .map(task -> running.get(task.value()))
                .filter(accumulation -> accumulation.rows().isPresent())
                .toList();
    }

    /** A loop over rows in blocks; after each block its plain sums are added to the totals exactly. */
    void rowBlocks(int axis, List<Totals.Accumulation> rows, List<Statement> body, List<Statement> out) {
        List<Statement> block = new ArrayList<>();
        List<Statement> loop = new ArrayList<>();
        String from = positions.extent(axis).isAtMost(schedule.rowBlock())
                ? ""
                : names.fresh("block" + positions.axisName(axis));
        int span = from.isEmpty() ? 0 : schedule.rowBlock();
        for (Totals.Accumulation rowSum : rows) {
            List<Integer> columns = Totals.columns(rowSum.task());
            block.add(positions.over(
                    columns, List.of(new Statement.Set(rowSum.rows().get(), new Scalar.Number(0), false))));
        }
        block.add(inGroups(new Statement.For(
                positions.variable(axis), from, "", positions.extent(axis), 1, span, Statement.Kind.SERIAL, body)));
        for (Totals.Accumulation rowSum : rows) {
            Place.Element element = (Place.Element) rowSum.rows().get();
            Scalar sum = new Scalar.Load(element.buffer(), element.index());
            block.add(positions.overVectors(
                    Totals.columns(rowSum.task()),
                    List.of(new Statement.AddExactly(
                            rowSum.sum(), rowSum.error().orElseThrow(), sum, Optional.empty())),
                    schedule.isVector()));
        }
        if (from.isEmpty()) {
            out.addAll(block);
        } else {
            loop.addAll(block);
            boolean chunked = positions.isChunked(axis);
            out.add(new Statement.For(
                    from,
                    chunked ? Chunks.begin(positions.chunk()) : "",
                    chunked ? Chunks.end(positions.chunk()) : "",
                    positions.extent(axis),
                    schedule.rowBlock(),
                    0,
                    Statement.Kind.BLOCKS,
                    loop));
        }
    }

    /** The loop over rows, in groups where that pays. */
    Statement inGroups(Statement.For loop) {
        return schedule.isVector() ? groups.of(loop) : loop;
    }

    /** The part of a loop that lies in the current chunk. */
    Statement.For inChunk(int axis, List<Statement> body) {
        return Statement.For.between(
                positions.variable(axis),
                Chunks.begin(positions.chunk()),
                Chunks.end(positions.chunk()),
                positions.extent(axis),
                body);
    }

    /**
     * The loop over the chunks of a range, each with totals of its own; then, when all ranges are done, those totals are
     * added in the order of the chunks.
     */
    void chunks(Region.Phase phase, List<Statement> loops, Scope scope, List<Statement> out) {
        List<Statement> chunk = new ArrayList<>();
        List<Statement> added = new ArrayList<>();
        List<Statement> start = new ArrayList<>();
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            Totals.Accumulation whole = totals.of(task, Totals.Kind.OF_CHUNKS);
            Totals.Accumulation part = running.get(task.value());
            start(task, part, AxisSet.NONE, chunk);
            start(task, whole, AxisSet.NONE, start);
            Place.Element element = (Place.Element) part.sum();
            Scalar value = new Scalar.Load(element.buffer(), element.index());
            Statement add = part.error().isPresent()
                    ? new Statement.AddExactly(
                            whole.sum(),
                            whole.error().orElseThrow(),
                            value,
                            part.error().map(Accumulations::read))
                    : new Statement.Accumulate(whole.sum(), new TensorReducer(program, task).reducer(), value);
            added.add(
                    part.sumAxes().isEmpty()
                            ? add
                            : positions.overVectors(part.sumAxes(), List.of(add), schedule.isVector()));
            running.put(task.value(), whole);
        }
        chunk.addAll(loops);
        out.add(inChunks(phase.axis(), LoopProgram.BEGIN, LoopProgram.END, chunk));
        scope.forgetLocals();
        out.addAll(start);
        out.add(inChunks(phase.axis(), "", "", added));
    }

    private Statement inChunks(int axis, String from, String until, List<Statement> body) {
        return new Statement.For(
                positions.chunk(),
                from,
                until,
                positions.extent(axis),
                positions.chunkBlock(),
                0,
                Statement.Kind.CHUNKS,
                body);
    }

    void laneReduction(
            Task task, Scalar value, List<Statement.Accumulator> lanes, List<Statement> body, List<Statement> units) {
        Totals.Accumulation accumulation = running.get(task.value());
        TensorReducer reducer = new TensorReducer(program, task);
        String name = names.fresh(scalars.hint(task.value()) + "Sum");
        owners.put(name, task.value());
        boolean compensated = exact && reducer.isSum();
        Optional<String> error = compensated ? Optional.of(names.fresh(name + "Error")) : Optional.empty();
        lanes.add(new Statement.Accumulator(name, reducer.reducer(), error));
        body.add(new Statement.LaneAccumulate(name, value));
        Scalar total = new Scalar.Local(name);
        if (accumulation.error().isPresent()) {
            units.add(new Statement.AddExactly(
                    accumulation.sum(), accumulation.error().get(), total, error.map(Scalar.Local::new)));
        } else if (reducer.isSum()) {
            units.add(new Statement.Set(accumulation.sum(), total, false));
        } else {
            units.add(new Statement.Accumulate(accumulation.sum(), reducer.reducer(), total));
        }
    }

    void columnReduction(Task task, Scalar value, List<Statement> body) {
        Totals.Accumulation accumulation = running.get(task.value());
        Reducer reducer = new TensorReducer(program, accumulation.task()).reducer();
        if (reducer == Reducer.SUM
                && accumulation.rows().isEmpty()
                && accumulation.error().isPresent()) {
            body.add(new Statement.AddExactly(
                    accumulation.sum(), accumulation.error().get(), value, Optional.empty()));
        } else {
            body.add(new Statement.Accumulate(accumulation.rows().orElse(accumulation.sum()), reducer, value));
        }
    }

    /** Sets up the reductions whose outermost reduced axis is the loop that comes. */
    void begin(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            boolean chunked = positions.isChunked(phase.axis());
            Totals.Accumulation accumulation = totals.of(task, chunked ? Totals.Kind.CHUNK : Totals.Kind.WHOLE);
            running.put(task.value(), accumulation);
            if (!chunked) {
                start(task, accumulation, AxisSet.of(region.bound()), out);
            }
        }
    }

    private void start(Task task, Totals.Accumulation accumulation, AxisSet bound, List<Statement> out) {
        List<Integer> parked = task.kept().minus(bound).positions();
        double neutral = new TensorReducer(program, task).reducer().neutral();
        List<Statement> start = new ArrayList<>();
        boolean local = accumulation.sum() instanceof Place.Variable;
        start.add(new Statement.Set(accumulation.sum(), new Scalar.Number(neutral), local));
        accumulation.error().ifPresent(error -> start.add(new Statement.Set(error, new Scalar.Number(0), local)));
        if (parked.isEmpty()) {
            out.addAll(start);
        } else {
            out.add(positions.over(parked, start));
        }
    }

    /** Settles them after it, and makes their values known. */
    void end(Region.Phase phase, Scope scope, List<Statement> out) {
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            Totals.Accumulation accumulation = running.get(task.value());
            List<Integer> parked = task.kept().positions().stream()
                    .filter(axis -> accumulation.sumAxes().contains(axis) && axis > phase.axis())
                    .toList();
            accumulation.error().ifPresent(error -> {
                Statement settle = new Statement.Settle(accumulation.sum(), error);
                out.add(parked.isEmpty() ? settle : positions.over(parked, List.of(settle)));
            });
            scope.defineOutside(task.value(), read(accumulation.sum()));
            accumulation.error().ifPresent(error -> scope.defineError(task.value(), read(error)));
        }
    }

    private static Scalar read(Place place) {
        if (place instanceof Place.Element element) {
            return new Scalar.Load(element.buffer(), element.index());
        }
        return new Scalar.Local(((Place.Variable) place).name());
    }
}
