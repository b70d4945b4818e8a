package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.op.Reducer;
import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop tree to loops.
 *
 * <p>The summation tree is made here and depends on the reduced extents and their layout only. Along a reduced innermost
 * axis: lanes, combined pairwise, a block of {@code spanBlock} elements at a time. Across rows, where the innermost axis is
 * kept: plain sums of {@code rowBlock} rows. Everything above a block is added with its rounding error kept, in memory
 * order. For f64 storage every single element is added so.
 */
final class Generator {
    private final TensorProgram program;
    private final Schedule schedule;
    private final boolean exact;
    private final Workspace workspace;
    private final Storage storage;
    private final Names names = new Names();
    private final Map<Integer, String> variables = new HashMap<>();
    private final Map<Integer, Accumulation> accumulations = new HashMap<>();
    private final Scalars scalars;
    private final CodeSize sizes;

    Generator(TensorProgram program, Region root, Schedule schedule, DataType type) {
        this.program = program;
        this.schedule = schedule;
        this.sizes = new CodeSize(schedule);
        this.exact = type == DataType.F64;
        this.workspace = new Workspace(program);
        this.storage = Storage.of(program, root, exact);
        program.buffers().forEach(buffer -> {
            names.reserve(buffer.name());
            names.reserve(buffer.name() + "Offset");
        });
        List.of("workspace", "workspaceOffset", "signature", "bindings").forEach(names::reserve);
        for (int axis = 0; axis < program.axes().size(); axis++) {
            variables.put(axis, names.fresh("i" + program.axes().get(axis).name()));
        }
        this.scalars = new Scalars(program, this::index, names, exact);
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

    List<LoopProgram.Buffer> buffers() {
        return workspace.buffers();
    }

    Count workspaceSize() {
        return workspace.size();
    }

    /** The statements of a region. */
    List<Statement> region(Region region, Scope outer) {
        Scope scope = outer.inner();
        List<Statement> result = new ArrayList<>();
        for (Region.Phase phase : region.phases()) {
            scalars.hoist(phase, AxisSet.of(region.bound()), scope, result);
            switch (phase.kind()) {
                case POINT -> phase.tasks().forEach(task -> point(task, scope, result));
                case LEAF -> leaf(phase, region, scope, result);
                case NEST -> nest(phase, region, scope, result);
            }
        }
        return result;
    }

    private void point(Task task, Scope scope, List<Statement> out) {
        Scalar value = scalars.root(task, scope, out);
        define(task, value, scope, out);
    }

    /** Stores a value, or keeps it for later. */
    private void define(Task task, Scalar value, Scope scope, List<Statement> out) {
        if (task.kind() != Task.Kind.KEEP) {
            out.add(new Statement.Store(task.buffer(), bufferIndex(task.buffer()), value));
            return;
        }
        Scalar named = value;
        if (!(value instanceof Scalar.Local)) {
            String name = names.fresh(scalars.hint(task.value()));
            out.add(new Statement.Let(name, value));
            named = new Scalar.Local(name);
        }
        Optional<List<Integer>> axes = storage.workspaceAxes(task.value());
        if (axes.isPresent()) {
            int buffer = workspace.add(names.fresh(scalars.hint(task.value()) + "Kept"), axes.get());
            out.add(new Statement.Store(buffer, index(axes.get()), named));
            scope.defineOutside(task.value(), new Scalar.Load(buffer, index(axes.get())));
        }
        scope.define(task.value(), named);
    }

    private void nest(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        int axis = phase.axis();
        begin(phase, region, scope, out);
        List<Statement> body = region(phase.body().get(0), scope);
        List<Accumulation> rows = rowsAlong(phase);
        if (rows.isEmpty()) {
            out.add(new Statement.For(variables.get(axis), "", extent(axis), 1, 0, Statement.Kind.SERIAL, body));
        } else {
            rowBlocks(axis, rows, AxisSet.of(region.bound()), body, out);
        }
        end(phase, scope, out);
    }

    /** Reductions whose rows run along this loop: their innermost axis is kept and this is their last reduced one. */
    private List<Accumulation> rowsAlong(Region.Phase phase) {
        return phase.tasks().stream()
                .filter(Task::isReduction)
                .filter(task -> task.lastReduced() == phase.axis())
                .map(task -> accumulations.get(task.value()))
                .filter(accumulation -> accumulation.rows().isPresent())
                .toList();
    }

    /** A loop over rows in blocks; after each block its plain sums are added to the totals exactly. */
    private void rowBlocks(
            int axis, List<Accumulation> rows, AxisSet bound, List<Statement> body, List<Statement> out) {
        List<Statement> block = new ArrayList<>();
        List<Statement> loop = new ArrayList<>();
        String from = extent(axis).isAtMost(schedule.rowBlock()) ? "" : names.fresh("block" + axisName(axis));
        int span = from.isEmpty() ? 0 : schedule.rowBlock();
        for (Accumulation rowSum : rows) {
            List<Integer> columns = columns(rowSum.task());
            block.add(over(columns, List.of(new Statement.Set(rowSum.rows().get(), new Scalar.Number(0), false))));
        }
        block.add(new Statement.For(variables.get(axis), from, extent(axis), 1, span, Statement.Kind.SERIAL, body));
        for (Accumulation rowSum : rows) {
            Place.Element element = (Place.Element) rowSum.rows().get();
            Scalar sum = new Scalar.Load(element.buffer(), element.index());
            block.add(over(
                    columns(rowSum.task()),
                    List.of(new Statement.AddExactly(
                            rowSum.sum(), rowSum.error().orElseThrow(), sum, Optional.empty()))));
        }
        if (from.isEmpty()) {
            out.addAll(block);
        } else {
            loop.addAll(block);
            out.add(new Statement.For(from, "", extent(axis), schedule.rowBlock(), 0, Statement.Kind.BLOCKS, loop));
        }
    }

    /** The kept axes inside the innermost reduced one. */
    private static List<Integer> columns(Task task) {
        return task.kept().positions().stream()
                .filter(axis -> axis > task.lastReduced())
                .toList();
    }

    private void leaf(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        int axis = phase.axis();
        begin(phase, region, scope, out);
        Scope inside = scope.inner();
        List<Statement> body = new ArrayList<>();
        List<Statement.Accumulator> lanes = new ArrayList<>();
        List<Statement> units = new ArrayList<>();
        scalars.countUses(phase);
        for (Task task : phase.tasks()) {
            Scalar value = scalars.root(task, inside, body);
            if (!task.isReduction()) {
                define(task, value, inside, body);
            } else if (task.over().contains(axis)) {
                laneReduction(task, value, lanes, body, units);
            } else {
                columnReduction(accumulations.get(task.value()), value, body);
            }
        }
        Count extent = extent(axis);
        boolean whole = lanes.isEmpty() || exact || extent.isAtMost(schedule.spanBlock());
        String variable = variables.get(axis);
        // Exact additions are long: written once for each lane they would not fit a method.
        Optional<Integer> laneBuffer = Optional.empty();
        if (!lanes.isEmpty() && (exact || !sizes.fitsLanes(body, extent, whole))) {
            laneBuffer = Optional.of(workspace.add(names.fresh("lanes"), 2L * lanes.size() * schedule.lanes()));
        }
        Optional<Integer> stage = lanes.isEmpty() ? stage(extent, body) : Optional.empty();
        if (whole) {
            out.add(new Statement.Lanes(variable, "", extent, 0, lanes, laneBuffer, stage, body));
            out.addAll(units);
        } else {
            String from = names.fresh("block" + axisName(axis));
            List<Statement> block = new ArrayList<>();
            block.add(new Statement.Lanes(
                    variable, from, extent, schedule.spanBlock(), lanes, laneBuffer, Optional.empty(), body));
            block.addAll(units);
            out.add(new Statement.For(from, "", extent, schedule.spanBlock(), 0, Statement.Kind.BLOCKS, block));
        }
        end(phase, scope, out);
    }

    /** Room to widen and to round in, for a loop that writes f32. */
    private Optional<Integer> stage(Count extent, List<Statement> body) {
        Set<Scalar.Load> narrow = new LinkedHashSet<>();
        long stores = 0;
        for (Statement statement : body) {
            Loads.of(statement, narrow);
            boolean store = statement instanceof Statement.Store write && isNarrow(write.buffer());
            stores += store ? 1 : 0;
        }
        long loads = narrow.stream().filter(load -> isNarrow(load.buffer())).count();
        boolean small = extent.isAtMost(schedule.lanes());
        if (schedule.stage() == 0 || exact || stores == 0 || small) {
            return Optional.empty();
        }
        long elements = extent.isAtMost(schedule.stage()) ? extent.fixed() : schedule.stage();
        return Optional.of(workspace.add(names.fresh("stage"), (loads + stores) * elements));
    }

    private boolean isNarrow(int buffer) {
        return workspace.buffers().get(buffer).type() == DataType.F32;
    }

    private void laneReduction(
            Task task, Scalar value, List<Statement.Accumulator> lanes, List<Statement> body, List<Statement> units) {
        Accumulation accumulation = accumulations.get(task.value());
        TensorReducer reducer = new TensorReducer(program, task);
        String name = names.fresh(scalars.hint(task.value()) + "Sum");
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

    private void columnReduction(Accumulation accumulation, Scalar value, List<Statement> body) {
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
    private void begin(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            Accumulation accumulation = accumulation(task);
            accumulations.put(task.value(), accumulation);
            List<Integer> parked = task.kept().minus(AxisSet.of(region.bound())).positions();
            double neutral = new TensorReducer(program, task).reducer().neutral();
            List<Statement> start = new ArrayList<>();
            boolean local = accumulation.sum() instanceof Place.Variable;
            start.add(new Statement.Set(accumulation.sum(), new Scalar.Number(neutral), local));
            accumulation.error().ifPresent(error -> start.add(new Statement.Set(error, new Scalar.Number(0), local)));
            if (parked.isEmpty()) {
                out.addAll(start);
            } else {
                out.add(over(parked, start));
            }
        }
    }

    /** Settles them after it, and makes their values known. */
    private void end(Region.Phase phase, Scope scope, List<Statement> out) {
        for (Task task : phase.tasks()) {
            if (!task.isReduction() || task.firstReduced() != phase.axis()) {
                continue;
            }
            Accumulation accumulation = accumulations.get(task.value());
            List<Integer> parked = task.kept().positions().stream()
                    .filter(axis -> accumulation.sumAxes().contains(axis) && axis > phase.axis())
                    .toList();
            accumulation.error().ifPresent(error -> {
                Statement settle = new Statement.Settle(accumulation.sum(), error);
                out.add(parked.isEmpty() ? settle : over(parked, List.of(settle)));
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
        Count last = extent(task.lastReduced());
        boolean lanes = task.isAlongInnermost();
        boolean single = oneAxis && last.isAtMost(lanes ? schedule.spanBlock() : schedule.rowBlock());
        boolean plain = !sum || single && !exact;
        String hint = scalars.hint(task.value());
        Optional<List<Integer>> axes = storage.workspaceAxes(task.value());
        List<Integer> sumAxes = axes.orElse(List.of());
        Place total = axes.isPresent()
                ? element(names.fresh(hint + "Total"), sumAxes)
                : new Place.Variable(names.fresh(hint + "Total"));
        Optional<Place> error = Optional.empty();
        if (!plain) {
            error = Optional.of(
                    axes.isPresent()
                            ? element(names.fresh(hint + "Error"), sumAxes)
                            : new Place.Variable(names.fresh(hint + "Error")));
        }
        Optional<Place> rows = Optional.empty();
        if (!lanes && sum && !plain && !exact) {
            rows = Optional.of(element(names.fresh(hint + "Rows"), columns(task)));
        }
        return new Accumulation(task, total, error, rows, sumAxes);
    }

    private Place element(String name, List<Integer> axes) {
        return new Place.Element(workspace.add(name, axes), index(axes));
    }

    /** Loops over some axes. */
    private Statement over(List<Integer> axes, List<Statement> body) {
        List<Statement> inner = body;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int axis = axes.get(i);
            inner = List.of(
                    new Statement.For(variables.get(axis), "", extent(axis), 1, 0, Statement.Kind.SERIAL, inner));
        }
        return inner.get(0);
    }

    private Index bufferIndex(int buffer) {
        return index(program.buffers().get(buffer).layout());
    }

    /** A row-major position along some axes. */
    private Index index(List<Integer> layout) {
        List<Index.Term> terms = new ArrayList<>();
        Count stride = Count.of(1);
        for (int i = layout.size() - 1; i >= 0; i--) {
            int axis = layout.get(i);
            terms.add(0, new Index.Term(variables.get(axis), stride));
            Count extent = extent(axis);
            stride = new Count(
                    stride.fixed() * extent.fixed(),
                    stride.fixed() * extent.perDynamic() + stride.perDynamic() * extent.fixed());
        }
        return new Index(terms);
    }

    private Count extent(int axis) {
        Axis declared = program.axes().get(axis);
        return declared.isDynamic() ? new Count(0, 1) : Count.of(declared.extent());
    }

    private String axisName(int axis) {
        return program.axes().get(axis).name();
    }
}
