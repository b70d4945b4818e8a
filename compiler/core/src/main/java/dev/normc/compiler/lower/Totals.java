package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Place;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places in which reductions collect. */
final class Totals {
    private final TensorProgram program;
    private final Schedule schedule;
    private final boolean exact;
    private final Workspace workspace;
    private final Storage storage;
    private final Names names;
    private final Positions positions;
    private final Scalars scalars;
    private final Map<String, Integer> owners;

    /** @param owners gets the value that each place belongs to, by the name of its variable or buffer */
    Totals(
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

    /** What a total is the total of. */
    enum Kind {
        WHOLE,
        CHUNK,
        OF_CHUNKS
    }

    Accumulation of(Task task, Kind kind) {
        boolean chunked = kind == Kind.CHUNK;
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
        // Blocks of a span are routines of their own in the vector back end, which cannot write a caller's locals.
        boolean inMemory = axes.isPresent() || schedule.isVector() && lanes && !last.isAtMost(schedule.spanBlock());
        Place total = chunked
                ? partial(totalName, sumAxes)
                : inMemory ? element(totalName, sumAxes, kind) : new Place.Variable(totalName);
        Optional<Place> error = Optional.empty();
        if (!plain) {
            error = Optional.of(
                    chunked
                            ? partial(names.fresh(hint + "Error"), sumAxes)
                            : inMemory
                                    ? element(names.fresh(hint + "Error"), sumAxes, kind)
                                    : new Place.Variable(names.fresh(hint + "Error")));
        }
        Optional<Place> rows = Optional.empty();
        if (!lanes && sum && !plain && !exact && kind != Kind.OF_CHUNKS) {
            String rowsName = names.fresh(hint + "Rows");
            owners.put(rowsName, task.value());
            rows = Optional.of(element(rowsName, columns(task), kind));
        }
        return new Accumulation(task, total, error, rows, sumAxes);
    }

    /** A place for each chunk. */
    private Place partial(String name, List<Integer> axes) {
        List<Index.Term> terms = new ArrayList<>(positions.index(axes).terms());
        terms.add(0, new Index.Term(positions.chunk(), Workspace.elements(program, axes)));
        return new Place.Element(workspace.addPartials(name, axes, positions.chunks()), new Index(terms));
    }

    private Place element(String name, List<Integer> axes, Kind kind) {
        int buffer = kind == Kind.OF_CHUNKS ? workspace.addShared(name, axes) : workspace.add(name, axes);
        return new Place.Element(buffer, positions.index(axes));
    }

    /** The kept axes inside the innermost reduced one. */
    static List<Integer> columns(Task task) {
        return task.kept().positions().stream()
                .filter(axis -> axis > task.lastReduced())
                .toList();
    }
}
