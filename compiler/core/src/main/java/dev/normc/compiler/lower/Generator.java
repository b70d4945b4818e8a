package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.LoopProgram;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorProgram;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loop tree to loops.
 */
final class Generator {
    private static final int SMALL_PART = 16;

    private final TensorProgram program;
    private final Schedule schedule;
    private final boolean exact;
    private final Workspace workspace;
    private final Storage storage;
    private final Narrowing narrowing;
    private final Names names = new Names();
    private final Positions positions;
    private final Accumulations accumulations;
    private final Scalars scalars;
    private final CodeSize sizes;
    private final Staging staging;
    private final Elementaries elementaries;
    private final Map<String, Integer> owners = new HashMap<>();
    private final Optional<Split> staged;
    private final List<LoopProgram.Stage> stages = new ArrayList<>();

    Generator(TensorProgram program, Region root, Schedule schedule, DataType type, Optional<Split> split) {
        this.program = program;
        this.schedule = schedule;
        this.exact = type == DataType.F64;
        this.staged = split.filter(Split::staged);
        this.workspace = new Workspace(program, split);
        this.sizes = new CodeSize(schedule, workspace.buffers());
        this.narrowing = new Narrowing(schedule, workspace.buffers());
        this.storage = Storage.of(program, root, exact);
        this.elementaries = new Elementaries(workspace, names);
        this.staging = new Staging(schedule, exact, workspace, names);
        program.buffers().forEach(buffer -> {
            names.reserve(buffer.name());
            names.reserve(buffer.name() + "Offset");
        });
        List.of("workspace", "workspaceOffset", "partialsOffset", "signature", "bindings")
                .forEach(names::reserve);
        this.positions = new Positions(program, names, split);
        this.scalars = new Scalars(program, positions::index, names, exact);
        Totals totals = new Totals(program, schedule, exact, workspace, storage, names, positions, scalars, owners);
        this.accumulations = new Accumulations(
                program,
                schedule,
                exact,
                totals,
                new RowGroups(schedule, workspace, names),
                names,
                positions,
                scalars,
                owners);
    }

    List<LoopProgram.Buffer> buffers() {
        return workspace.buffers();
    }

    Count workspaceSize() {
        return workspace.size();
    }

    Count partials() {
        return workspace.partials();
    }

    /** What the parts of its statements are for; to be asked when all are made. */
    Purposes purposes() {
        return new Purposes(program, workspace.buffers(), owners, positions.axes());
    }

    /** The statements of the stages of the entry, in order; none where it has not several. */
    List<LoopProgram.Stage> stages() {
        return stages;
    }

    /** The statements of an entry. */
    List<Statement> entry(Region root) {
        workspace.ofStage(staged.isEmpty());
        return region(root, Scope.empty());
    }

    private boolean isStage(Region region, Region.Phase phase) {
        return region.bound().isEmpty()
                && staged.filter(cut -> cut.axis() == phase.axis()).isPresent();
    }

    /** A stage and what completes it; no local of it is known outside, nor one of the outside in it. */
    private void stage(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        scope.forgetLocals();
        int from = out.size();
        workspace.ofStage(true);
        scalars.hoist(phase, AxisSet.NONE, scope, out);
        nest(phase, region, scope, out);
        workspace.ofStage(false);
        scope.forgetLocals();
        stages.add(new LoopProgram.Stage(from, Lowered.endOfRanges(out, from)));
    }

    private List<Statement> region(Region region, Scope outer) {
        Scope scope = outer.inner();
        List<Statement> result = new ArrayList<>();
        for (Region.Phase phase : region.phases()) {
            if (isStage(region, phase)) {
                stage(phase, region, scope, result);
                continue;
            }
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
            out.add(new Statement.Store(task.buffer(), positions.ofBuffer(task.buffer()), value));
            return;
        }
        Scalar named = value;
        if (!(value instanceof Scalar.Local)) {
            String name = names.fresh(scalars.hint(task.value()));
            out.add(new Statement.Let(name, value));
            named = new Scalar.Local(name);
        }
        Optional<List<Integer>> axes = storage.workspaceAxes(task.value());
        if (axes.isEmpty() && workspace.isShared()) {
            axes = Optional.of(List.of()); // a later stage may read it, which sees no local of this one
        }
        if (axes.isPresent()) {
            String kept = names.fresh(scalars.hint(task.value()) + "Kept");
            int buffer = workspace.add(kept, axes.get());
            owners.put(kept, task.value());
            out.add(new Statement.Store(buffer, positions.index(axes.get()), named));
            scope.defineOutside(task.value(), new Scalar.Load(buffer, positions.index(axes.get())));
        }
        scope.define(task.value(), named);
    }

    private void nest(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        int axis = phase.axis();
        accumulations.begin(phase, region, scope, out);
        List<Statement> body = region(phase.body().get(0), scope);
        List<Totals.Accumulation> rows = accumulations.rowsAlong(phase);
        List<Statement> loops = new ArrayList<>();
        boolean chunked = positions.isChunked(axis)
                && phase.tasks().stream().anyMatch(task -> task.isReduction() && task.firstReduced() == axis);
        if (rows.isEmpty()) {
            boolean inRange = positions.isChunked(axis) && !chunked;
            loops.add(accumulations.inGroups(
                    chunked
                            ? accumulations.inChunk(axis, body)
                            : inRange ? positions.inRange(axis, body) : positions.along(axis, body)));
        } else {
            accumulations.rowBlocks(axis, rows, body, loops);
        }
        if (chunked) {
            accumulations.chunks(phase, loops, scope, out);
        } else {
            out.addAll(loops);
        }
        accumulations.end(phase, scope, out);
    }

    private void leaf(Region.Phase phase, Region region, Scope scope, List<Statement> out) {
        int axis = phase.axis();
        accumulations.begin(phase, region, scope, out);
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
                accumulations.laneReduction(task, value, lanes, body, units);
            } else {
                accumulations.columnReduction(task, value, body);
            }
        }
        Count extent = positions.extent(axis);
        boolean pays = schedule.isVector() && !(region.bound().isEmpty() && isSmallPart(extent));
        boolean narrow = narrowing.suits(body, extent, !lanes.isEmpty());
        boolean uncut = exact && !lanes.isEmpty();
        boolean functions = pays
                && !positions.isCut(axis)
                && !extent.isAtMost(schedule.lanes() - 1L)
                && elementaries.suits(body, extent, uncut);
        boolean whole = extent.isAtMost(schedule.spanBlock()) || uncut || lanes.isEmpty() && !functions;
        String variable = positions.variable(axis);
        String from = positions.isCut(axis)
                ? LoopProgram.BEGIN
                : whole ? "" : names.fresh("block" + positions.axisName(axis));
        String until = positions.isCut(axis) ? LoopProgram.END : "";
        int span = whole ? 0 : schedule.spanBlock();
        List<Statement> loops = new ArrayList<>();
        if (functions) {
            Elementaries.Split split = elementaries.split(variable, from, extent, span, body);
            loops.addAll(split.before());
            body = split.body();
        }
        boolean inVectors = pays;
        if (lanes.isEmpty()) {
            Optional<Integer> stage = narrow || positions.isCut(axis) ? Optional.empty() : staging.writes(extent, body);
            loops.add(new Statement.Lanes(
                    variable, from, until, extent, span, lanes, Optional.empty(), stage, inVectors, narrow, body));
        } else {
            List<Statement> added = body;
            Optional<Staging.Sums> sums = narrow ? Optional.empty() : staging.sums(variable, from, extent, body);
            if (sums.isPresent()) {
                List<Statement> values = sums.get().values();
                loops.add(new Statement.Lanes(
                        variable,
                        from,
                        until,
                        extent,
                        span,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        values));
                added = sums.get().additions();
            }
            loops.add(withLaneBuffer(
                    new Statement.Lanes(
                            variable,
                            from,
                            until,
                            extent,
                            span,
                            lanes,
                            Optional.empty(),
                            Optional.empty(),
                            inVectors,
                            narrow,
                            added),
                    whole));
        }
        loops.addAll(units);
        if (whole) {
            out.addAll(loops);
        } else {
            out.add(new Statement.For(from, "", "", extent, schedule.spanBlock(), 0, Statement.Kind.BLOCKS, loops));
        }
        accumulations.end(phase, scope, out);
    }

    /** Additions stand once, not once for each lane, where they are long, and beside vectors: C2 wants short methods. */
    private Statement.Lanes withLaneBuffer(Statement.Lanes loop, boolean whole) {
        boolean brief = exact || loop.narrow() || loop.inVectors();
        if (!brief && sizes.fitsLanes(loop.body(), loop.to(), whole)) {
            return loop;
        }
        long elements = 2L * loop.accumulators().size() * schedule.lanes(loop.narrow());
        return loop.withLaneBuffer(workspace.add(names.fresh("lanes"), elements));
    }

    /** Whether a loop that runs once is a small part of what the entry does. */
    private boolean isSmallPart(Count extent) {
        Count most = workspace.buffers().stream()
                .map(LoopProgram.Buffer::elements)
                .max(Comparator.comparing(Count::perDynamic).thenComparing(Count::fixed))
                .orElse(Count.ZERO);
        return extent.isFixed() && (!most.isFixed() || most.fixed() / SMALL_PART >= extent.fixed());
    }
}
