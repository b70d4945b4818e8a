package dev.normc.compiler.lower;

import dev.normc.compiler.loop.Count;
import dev.normc.compiler.loop.Index;
import dev.normc.compiler.loop.Loads;
import dev.normc.compiler.loop.Scalar;
import dev.normc.compiler.loop.Schedule;
import dev.normc.compiler.loop.Statement;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the arithmetic of kernels that store f32 or 16 bits out of loops that C2 cannot vectorize, those that round and those that add up, into
 * loops between workspace arrays that it can.
 *
 * <p>No bit depends on it.
 */
final class Staging {
    private final Schedule schedule;
    private final boolean exact;
    private final Workspace workspace;
    private final Names names;

    Staging(Schedule schedule, boolean exact, Workspace workspace, Names names) {
        this.schedule = schedule;
        this.exact = exact;
        this.workspace = workspace;
        this.names = names;
    }

    /**
     * A loop over lanes, cut in two.
     *
     * @param values computes what is added
     * @param additions adds it up
     */
    record Sums(List<Statement> values, List<Statement> additions) {}

    /** Room in which a loop that writes f32 or 16 bits keeps its values until they are rounded. */
    Optional<Integer> writes(Count extent, List<Statement> body) {
        long stores = body.stream().filter(this::isNarrowStore).count();
        boolean small = extent.isAtMost(schedule.lanes());
        if (stores == 0 || small || !suits(body)) {
            return Optional.empty();
        }
        boolean whole = extent.isAtMost(readsWorkspace(body) ? WidenedRows.LARGEST_ROW : schedule.stage());
        long elements = whole ? extent.fixed() : schedule.stage();
        return Optional.of(workspace.add(names.fresh("stage"), stores * Workspace.aligned(elements)));
    }

    /** The values of sums apart from their additions, for a loop that is long and does more than add. */
    Optional<Sums> sums(String variable, String from, Count extent, List<Statement> body) {
        boolean small = extent.isAtMost(4L * schedule.lanes() - 1);
        Map<String, Scalar> lets = new HashMap<>();
        body.stream()
                .filter(Statement.Let.class::isInstance)
                .map(Statement.Let.class::cast)
                .forEach(let -> lets.put(let.name(), let.value()));
        if (small
                || !suits(body)
                || body.stream().allMatch(statement -> added(statement, lets).isPresent())) {
            return Optional.empty();
        }
        boolean whole = extent.isAtMost(readsWorkspace(body) ? WidenedRows.LARGEST_ROW : schedule.spanBlock());
        long elements = whole ? extent.fixed() : schedule.spanBlock();
        List<Index.Term> terms = new ArrayList<>(List.of(new Index.Term(variable, Count.of(1))));
        if (!whole) {
            terms.add(0, new Index.Term(from, Count.of(-1)));
        }
        Index index = new Index(terms);
        List<Statement> values = new ArrayList<>();
        List<Statement> additions = new ArrayList<>();
        for (Statement statement : body) {
            if (!(statement instanceof Statement.LaneAccumulate accumulate)) {
                values.add(statement);
            } else if (added(statement, lets).isPresent()) {
                additions.add(new Statement.LaneAccumulate(
                        accumulate.accumulator(), added(statement, lets).get()));
            } else {
                int buffer = workspace.add(names.fresh("addend"), elements);
                values.add(new Statement.Store(buffer, index, accumulate.value()));
                additions.add(new Statement.LaneAccumulate(accumulate.accumulator(), new Scalar.Load(buffer, index)));
            }
        }
        return Optional.of(new Sums(values, additions));
    }

    /** Conversions that are not vectorized do not gain by it. */
    private boolean suits(List<Statement> body) {
        if (schedule.stage() == 0 || exact) {
            return false;
        }
        return schedule.vectorConversions() || loads(body).stream().noneMatch(load -> isNarrow(load.buffer()));
    }

    /** What a statement adds up, if it is an f64 element as it is. */
    private Optional<Scalar.Load> added(Statement statement, Map<String, Scalar> lets) {
        if (!(statement instanceof Statement.LaneAccumulate accumulate)) {
            return Optional.empty();
        }
        Scalar value = accumulate.value() instanceof Scalar.Local local
                ? lets.getOrDefault(local.name(), local)
                : accumulate.value();
        return value instanceof Scalar.Load load && !isNarrow(load.buffer()) ? Optional.of(load) : Optional.empty();
    }

    /** C2 vectorizes such a loop only where all it touches in the workspace moves alike, so not by blocks. */
    private boolean readsWorkspace(List<Statement> body) {
        return loads(body).stream()
                .anyMatch(load -> workspace.buffers().get(load.buffer()).role() == BufferRole.WORKSPACE);
    }

    private static Set<Scalar.Load> loads(List<Statement> body) {
        Set<Scalar.Load> loads = new LinkedHashSet<>();
        body.forEach(statement -> Loads.of(statement, loads));
        return loads;
    }

    private boolean isNarrowStore(Statement statement) {
        return statement instanceof Statement.Store store && isNarrow(store.buffer());
    }

    private boolean isNarrow(int buffer) {
        return workspace.buffers().get(buffer).type().isNarrow();
    }
}
