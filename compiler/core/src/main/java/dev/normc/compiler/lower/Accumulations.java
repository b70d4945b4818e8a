package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
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
    private final Workspace workspace;
    private final Storage storage;
    private final Names names;
    private final Positions positions;
    private final Scalars scalars;
    private final Map<String, Integer> owners;
    private final Map<Integer, Accumulation> running = new HashMap<>();

    /** @param owners gets the value that each place belongs to, by the name of its variable or buffer */
    Accumulations(
            TensorProgram program,
            Schedule schedule,
            boolean exact,
            Workspace workspace,
            Storage storage,
            Names names,
            Positions positions,
            Scalars scalars,
            Map<String, Integer> owners) {
        this.owners = owners;
        this.program = program;
        this.schedule = schedule;
        this.exact = exact;
        this.workspace = workspace;
        this.storage = storage;
        this.names = names;
        this.positions = positions;
        this.scalars = scalars;
    }

    /**
     * Where a reduction collects.
     *
     * @param sum the running total
     * @param error its rounding error; empty where the total is one plain unit, and for extremes
     * @param rows the plain sum of a block of rows; empty along lanes and where the total itself is that
     * @param sumAxes axes of sum and error beyond those bound
     */
    record Accumulation(Task task, Place sum, Optional<Place> error, Optional<Place> rows, List<Integer> sumAxes) {}

    /** Reductions whose rows run along this loop: their innermost axis is kept and this is their last reduced one. */
    List<Accumulation> rowsAlong(Region.Phase phase) {
        return phase.tasks().stream()
                .filter(Task::isReduction)
                .filter(task -> task.lastReduced() == phase.axis())
                .map(task -> running.get(task.value()))
                .filter(accumulation -> accumulation.rows().isPresent())
                .toList();
    }

    /** A loop over rows in blocks; after each block its plain sums are added to the totals exactly. */
    void rowBlocks(int axis, List<Accumulation> rows, AxisSet bound, List<Statement> body, List<Statement> out) {
        List<Statement> block = new ArrayList<>();
        List<Statement> loop = new ArrayList<>();
        String from = positions.extent(axis).isAtMost(schedule.rowBlock())
                ? ""
                : names.fresh("block" + positions.axisName(axis));
        int span = from.isEmpty() ? 0 : schedule.rowBlock();
        for (Accumulation rowSum : rows) {
            List<Integer> columns = columns(rowSum.task());
            block.add(positions.over(
                    columns, List.of(new Statement.Set(rowSum.rows().get(), new Scalar.Number(0), false))));
        }
        block.add(new Statement.For(
                positions.variable(axis), from, positions.extent(axis), 1, span, Statement.Kind.SERIAL, body));
        for (Accumulation rowSum : rows) {
            Place.Element element = (Place.Element) rowSum.rows().get();
            Scalar sum = new Scalar.Load(element.buffer(), element.index());
            block.add(positions.over(
                    columns(rowSum.task()),
                    List.of(new Statement.AddExactly(
                            rowSum.sum(), rowSum.error().orElseThrow(), sum, Optional.empty()))));
        }
        if (from.isEmpty()) {
            out.addAll(block);
        } else {
            loop.addAll(block);
            out.add(new Statement.For(
                    from, "", positions.extent(axis), schedule.rowBlock(), 0, Statement.Kind.BLOCKS, loop));
        }
    }

    /** The kept axes inside the innermost reduced one. */
    private static List<Integer> columns(Task task) {
        return task.kept().positions().stream()
                .filter(axis -> axis > task.lastReduced())
                .toList();
    }

    void laneReduction(
            Task task, Scalar value, List<Statement.Accumulator> lanes, List<Statement> body, List<Statement> units) {
        Accumulation accumulation = running.get(task.value());
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
        Accumulation accumulation = running.get(task.value());
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
            Accumulation accumulation = accumulation(task);
            running.put(task.value(), accumulation);
            List<Integer> parked = task.kept().minus(AxisSet.of(region.bound())).positions();
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
    }

    /** Settles them after it, and makes their values known. */
    void end(Region.Phase phase, Scope scope, List<Statement> out) {
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            Accumulation accumulation = running.get(task.value());
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

    private Accumulation accumulation(Task task) {
        boolean sum = new TensorReducer(program, task).isSum();
        boolean oneAxis = task.over().size() == 1;
        Count last = positions.extent(task.lastReduced());
        boolean lanes = task.isAlongInnermost();
        boolean single = oneAxis && last.isAtMost(lanes ? schedule.spanBlock() : schedule.rowBlock());
        boolean plain = !sum || single && !exact;
        String hint = scalars.hint(task.value());
        Optional<List<Integer>> axes = storage.workspaceAxes(task.value());
        List<Integer> sumAxes = axes.orElse(List.of());
        String totalName = names.fresh(hint + "Total");
        owners.put(totalName, task.value());
        Place total = axes.isPresent() ? element(totalName, sumAxes) : new Place.Variable(totalName);
        Optional<Place> error = Optional.empty();
        if (!plain) {
            error = Optional.of(
                    axes.isPresent()
                            ? element(names.fresh(hint + "Error"), sumAxes)
                            : new Place.Variable(names.fresh(hint + "Error")));
        }
        Optional<Place> rows = Optional.empty();
        if (!lanes && sum && !plain && !exact) {
            String rowsName = names.fresh(hint + "Rows");
            owners.put(rowsName, task.value());
            rows = Optional.of(element(rowsName, columns(task)));
        }
        return new Accumulation(task, total, error, rows, sumAxes);
    }

    private Place element(String name, List<Integer> axes) {
        return new Place.Element(workspace.add(name, axes), positions.index(axes));
    }
}
